from .audition import (
    Sound as Sound,
    chosen_speaker as chosen_speaker,
    every_cue as every_cue,
    heard_on as heard_on,
    list_sound as list_sound,
    pack_names as pack_names,
    play_all_cues as play_all_cues,
    play_cues as play_cues,
    rep_cues as rep_cues,
    write_wav as write_wav,
)
from .factory import (
    list_devices as list_devices,
    open_pack as open_pack,
    open_speaker as open_speaker,
)
from .speech import (
    NoSpeechProgramError as NoSpeechProgramError,
    Phrasebook as Phrasebook,
    SpeechError as SpeechError,
    find_speech_program as find_speech_program,
)
from .voice import load_phrases as load_phrases
