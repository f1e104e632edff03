"""Decodes the bytes of a sound file into samples: WAV, FLAC and MP3, told apart by how they begin.

Every file may come from a stranger, so whatever it says is checked before it is used, and no more
than the longest sound is ever decoded. A WAV is read here, and miniaudio gets a header of our own:
its reader takes minutes over a `fact` chunk without content. OGG is refused, whatever the file is
called: mutated files end miniaudio's decoder of it with a segmentation fault.
"""

from __future__ import annotations

from array import array

from benchside.audio.samples import RATE, samples_of
from benchside.audio.wav import WavForm, parse_wav, wav_header

OGG = b"OggS"
FLAC = b"fLaC"
MP3_TAG = b"ID3"
BLOCK = 16_384
"""Frames decoded at a time."""

SAVE_AS = "save it as WAV, FLAC or MP3"


class UnusableSoundError(Exception):
    """A sound cannot be used; the message says why and what to do."""


def decode_sound(raw: bytes, *, longest_s: int) -> array[int]:
    """Return the samples of a sound file; raises UnusableSoundError."""
    if raw.startswith(OGG):
        raise UnusableSoundError(f"is an OGG, which is not read; {SAVE_AS}")
    if raw.startswith(b"RIFF"):
        samples = _from_wav(raw, longest_s=longest_s)
    elif raw.startswith((FLAC, MP3_TAG)) or _is_mp3_frame(raw):
        samples = _decode(raw, longest_s=longest_s)
    else:
        raise UnusableSoundError(f"is no WAV, FLAC or MP3; {SAVE_AS}")
    if not samples:
        raise UnusableSoundError("holds no sound")
    return samples


def _is_mp3_frame(raw: bytes) -> bool:
    """Return whether the eleven bits are there that every frame of an MP3 begins with."""
    return len(raw) > 1 and raw[0] == 0xFF and raw[1] >= 0xE0


def _from_wav(raw: bytes, *, longest_s: int) -> array[int]:
    try:
        form, sound = parse_wav(raw)
    except ValueError as error:
        raise UnusableSoundError(str(error)) from error
    if len(sound) > longest_s * form.rate * form.frame_bytes:
        raise _too_long(longest_s)
    if form == WavForm():
        return samples_of(sound)
    return _decode(wav_header(len(sound), form) + sound, longest_s=longest_s)


def _decode(raw: bytes, *, longest_s: int) -> array[int]:
    """Decode with miniaudio; loaded here because the packs that ship do without."""
    import miniaudio

    samples = array("h")
    try:
        for block in miniaudio.stream_memory(
            raw, nchannels=1, sample_rate=RATE, frames_to_read=BLOCK
        ):
            samples.extend(block)
            if len(samples) > longest_s * RATE:
                raise _too_long(longest_s)
    except miniaudio.MiniaudioError as error:
        raise UnusableSoundError(f"cannot be decoded; {SAVE_AS} again") from error
    return samples


def _too_long(longest_s: int) -> UnusableSoundError:
    return UnusableSoundError(f"is longer than {longest_s} seconds")
