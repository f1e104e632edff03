"""How loud a sound is, and speech made as loud as the cues. Pure: samples in, samples out.

Level means the root mean square while something sounds, as a share of full scale: a pause between
two words makes a phrase no softer.
"""

from __future__ import annotations

import math
import statistics
from array import array
from operator import mul
from typing import TYPE_CHECKING, Final

from benchside.audio.samples import FULL_SCALE, frames_of_ms
from benchside.timeline import BEGINS_PHASE

if TYPE_CHECKING:
    from collections.abc import Mapping

PIECE: Final = frames_of_ms(20)
"""The power of a sound is taken in pieces of so many frames."""

QUIET: Final = 0.01
"""A piece with less than this share of the power of the strongest piece is a pause."""

MAX_LEVEL: Final = 0.32
"""Speech is made no louder than this (-10 dB): its peaks, bent so far, would be hard to follow."""

MIN_LEVEL: Final = 0.06
"""Speech is made no softer than this (-24 dB), whatever a pack of one's own holds."""

KNEE: Final = 0.5
CEILING: Final = 0.9
"""Peaks of speech above the knee, of full scale, are bent to stay below the ceiling."""

ROUNDS: Final = 4
"""Bending peaks takes power away; after so many corrections the level is met within 0.5 dB."""


def level_of(samples: array[int]) -> float:
    """Return the level of a sound; 0 for silence."""
    ends = range(PIECE, len(samples) + 1, PIECE)
    pieces = [samples[end - PIECE : end] for end in ends] or [samples]
    powers = [sum(map(mul, piece, piece)) / max(len(piece), 1) for piece in pieces]
    loudest = max(powers)
    heard = [power for power in powers if power > QUIET * loudest]
    return math.sqrt(statistics.fmean(heard)) / FULL_SCALE if heard else 0.0


def pack_level(sounds: Mapping[str, array[int]]) -> float:
    """Return the level of the cues of phases in a pack: what else is heard while one lifts."""
    levels = [level_of(sounds[kind]) for kind in BEGINS_PHASE if kind in sounds]
    return statistics.median(levels) if levels else MAX_LEVEL


def as_loud_as(samples: array[int], level: float) -> array[int]:
    """Return a phrase at a level, its peaks bent instead of clipped."""
    wanted = min(max(level, MIN_LEVEL), MAX_LEVEL)
    given = level_of(samples)
    if not given:
        return samples
    gain, made = wanted / given, samples
    for _ in range(ROUNDS):
        made = _bent(samples, gain)
        gain *= wanted / level_of(made)
    return made


def _bent(samples: array[int], gain: float) -> array[int]:
    """Amplify a sound, and bend what would lie above the knee."""
    knee, room = KNEE * FULL_SCALE, (CEILING - KNEE) * FULL_SCALE
    top = max(max(samples), -min(samples))
    above = [
        height if height <= knee else knee + room * math.tanh((height - knee) / room)
        for height in (value * gain for value in range(top + 1))
    ]
    heights = [round(height) for height in above]
    return array("h", (heights[value] if value >= 0 else -heights[-value] for value in samples))
