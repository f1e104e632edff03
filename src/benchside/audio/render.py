"""Renders cues into a WAV file, offline: what a session sounds like, to take along on a phone.

Every cue stands on the sample of its millisecond. No clock, no device; an hour takes some seconds
and 345 MB.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from benchside.audio.mixer import Mixer, Voice
from benchside.audio.samples import RATE, frames_of_ms
from benchside.audio.wav import WavFile

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchside.audio.pack import Pack
    from benchside.timeline.cues import Cue

TAIL = frames_of_ms(500)
LONGEST_FRAMES = (2**32 - 4096) // 2
"""A WAV file counts its bytes in 32 bits: twelve hours."""


def render_wav(cues: Sequence[Cue], pack: Pack, path: Path) -> None:
    """Write the sounds of cues, their times counted from the session's start.

    Raises OSError where the file cannot be written, ValueError where it would be too long.
    """
    length = frames_of_ms(max((cue.at_ms for cue in cues), default=0))
    if length > LONGEST_FRAMES:
        raise ValueError(f"{length // RATE // 3600} hours are too long for a WAV file")
    with WavFile(path) as file:
        for block in cue_blocks(cues, pack):
            file.append(block)


def cue_blocks(cues: Sequence[Cue], pack: Pack) -> Iterator[array[int]]:
    """Mix cues into blocks of a second, the last one shorter."""
    places = sorted(
        (
            (frames_of_ms(cue.at_ms), pack.sounds[cue.kind.value])
            for cue in cues
            if cue.kind.value in pack.sounds
        ),
        key=itemgetter(0),
    )
    length = max((at + len(samples) for at, samples in places), default=0) + TAIL
    mixer = Mixer()
    next_place = 0
    for start in range(0, length, RATE):
        frames = min(RATE, length - start)
        placed = []
        while next_place < len(places) and places[next_place][0] < start + frames:
            at, samples = places[next_place]
            placed.append((at - start, Voice(samples)))
            next_place += 1
        yield mixer.pull(frames, placed)
