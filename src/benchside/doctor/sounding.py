"""Plays one cue and renders one phrase, as a session would."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from benchside.audio import (
    NoSpeechProgramError,
    Phrasebook,
    SpeechError,
    chosen_speaker,
    find_speech_program,
    list_devices,
    open_pack,
    play_all_cues,
)
from benchside.doctor.sound_verdict import SoundFacts, VoiceFacts, judge_sound, judge_voice
from benchside.player import SystemClock
from benchside.timeline import CueKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.doctor.result import CheckResult
    from benchside.player import Clock, Speaker
    from benchside.settings import Settings
    from benchside.storage import UserFolders

PHRASES: Final = {"en": "Ten seconds", "de": "Zehn Sekunden"}

WITHOUT_SYSTEM: Final = ("bell", "silent")
"""Back ends that no sound system has a part in."""


def check_sound(settings: Settings, home: UserFolders) -> CheckResult:
    """Play a cue by what the settings choose; takes two seconds where there is sound."""
    system = "" if settings.sound in WITHOUT_SYSTEM else list_devices().system
    pack_problems = open_pack(settings.sounds, home.sounds).problems
    speaker = chosen_speaker(settings, home)
    facts = play_one(
        speaker, SystemClock(), wait=time.sleep, system=system, pack_problems=pack_problems
    )
    return judge_sound(settings, facts)


def play_one(
    speaker: Speaker,
    clock: Clock,
    *,
    wait: Callable[[float], None],
    system: str = "",
    pack_problems: tuple[str, ...] = (),
) -> SoundFacts:
    """Play one cue and close the speaker; return how the sound was."""
    try:
        status = play_all_cues(
            speaker, clock, wait=wait, tell=lambda _: None, kinds=(CueKind.REST_OVER,)
        )
    finally:
        speaker.close()
    return SoundFacts(status=status, system=system, pack_problems=pack_problems)


def check_voice(settings: Settings) -> CheckResult:
    """Render a phrase in the language of the settings, in English where they choose none."""
    language = settings.language or "en"
    try:
        program = find_speech_program()
        Phrasebook(language, program).render(PHRASES[language])
    except NoSpeechProgramError:
        return judge_voice(settings, VoiceFacts(has_program=False))
    except SpeechError as error:
        return judge_voice(settings, VoiceFacts(has_program=True, problem=str(error)))
    return judge_voice(settings, VoiceFacts(has_program=True))
