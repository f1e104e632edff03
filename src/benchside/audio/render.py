"""Renders cues and phrases into a WAV file, offline: a session to take along on a phone.

Every cue stands on the sample of its millisecond. They go over the same stage as to a card, so a
phrase gives way to a count-in here as there. No clock, no device; an hour takes 345 MB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.audio.samples import RATE, frames_of_ms
from benchside.audio.stage import BLOCK_MS, LEAD_NS, CueScheduler
from benchside.audio.wav import WavFile

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchside.audio.pack import Pack
    from benchside.timeline import Cue

TAIL = frames_of_ms(500)
BLOCK = frames_of_ms(BLOCK_MS)
LONGEST_FRAMES = (2**32 - 4096) // 2
"""A WAV file counts its bytes in 32 bits: twelve hours."""

Spoken = tuple[int, "array[int]"]
"""The samples of a phrase, with the millisecond at which it begins."""


def render_wav(
    cues: Sequence[Cue], pack: Pack, path: Path, *, speech: Sequence[Spoken] = ()
) -> None:
    """Write the sounds of cues and phrases, their times counted from the session's start.

    Raises OSError where the file cannot be written, ValueError where it would be too long.
    """
    length = frames_of_ms(max((cue.at_ms for cue in cues), default=0))
    if length > LONGEST_FRAMES:
        raise ValueError(f"{length // RATE // 3600} hours are too long for a WAV file")
    with WavFile(path) as file:
        for block in cue_blocks(cues, pack, speech=speech):
            file.append(block)


def cue_blocks(
    cues: Sequence[Cue], pack: Pack, *, speech: Sequence[Spoken] = ()
) -> Iterator[array[int]]:
    """Mix cues and phrases into blocks as long as those of a card, the last one shorter."""
    stage = CueScheduler(pack.sounds)
    stage.schedule((cue.at_ms * 1_000_000, cue.kind.value) for cue in cues)
    for at_ms, samples in speech:
        stage.say(at_ms * 1_000_000, samples)
    ends = [
        frames_of_ms(cue.at_ms) + len(pack.sounds[cue.kind.value])
        for cue in cues
        if cue.kind.value in pack.sounds
    ]
    ends += [frames_of_ms(at_ms) + len(samples) for at_ms, samples in speech]
    length = max(ends, default=0) + TAIL
    for start in range(0, length, BLOCK):
        asked_ns = start * 1_000_000_000 // RATE + LEAD_NS
        yield stage.pull(min(BLOCK, length - start), asked_ns)
