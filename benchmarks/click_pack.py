"""A sound pack in which every cue is known by its pitch, and the ear for it.

A click is loud from its first sample to its last, and every pitch fits into it in whole periods: so
cues that begin together are told apart, and counted, by a Fourier transform of that length.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.timing_report import Sound
from benchmarks.virtual_card import RATE, find_onsets
from benchside.audio.wav import WavFile
from benchside.timeline.cues import CueKind

if TYPE_CHECKING:
    from pathlib import Path

PACK = "clicks"
FRAMES = 30 * RATE // 1000
LEVEL = 8000
"""Three at once stay below the mixer's knee."""

THRESHOLD = 600
QUIET_S = 0.05
"""A sound that begins after less quiet than this is part of the one before."""

PITCHES_HZ = {kind: 600 + 400 * number for number, kind in enumerate(CueKind)}
TOLERANCE = RATE // 10_000
"""A click may end so many frames late: 0.1 ms."""

STRAY = "stray"
"""What still sounds when a click is over: one that began late, was doubled, or was torn."""


def write_clicks(folder: Path) -> None:
    """Write the pack into a folder of packs."""
    pack = folder / PACK
    pack.mkdir(parents=True)
    for kind, pitch_hz in PITCHES_HZ.items():
        turn = math.tau * pitch_hz / RATE
        with WavFile(pack / f"{kind}.wav") as file:
            file.append(array("h", (round(LEVEL * math.cos(turn * i)) for i in range(FRAMES))))


def hear_clicks(samples: array[int]) -> list[Sound]:
    """Find every sound, with the cues that began in it."""
    onsets = find_onsets(samples, THRESHOLD, QUIET_S)
    return [Sound(at / RATE * 1000, _cues_at(samples, at)) for at in onsets]


def _cues_at(samples: array[int], onset: int) -> Counter[str]:
    """Count the cues of each kind from their pitches, half a click and more being one."""
    levels = np.abs(np.fft.rfft(samples[onset : onset + FRAMES], n=FRAMES)) * 2 / FRAMES
    cues = Counter[str]()
    for kind, pitch_hz in PITCHES_HZ.items():
        cues[kind] = round(float(levels[pitch_hz * FRAMES // RATE]) / LEVEL)
    end = onset + FRAMES
    after = samples[end + TOLERANCE : end + int(QUIET_S * RATE)]
    cues[STRAY] = int(any(abs(sample) > THRESHOLD for sample in after))
    return +cues
