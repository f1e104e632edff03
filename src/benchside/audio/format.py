"""The one form of sound inside the program: mono, 48 kHz, signed 16 bits, in an array."""

from __future__ import annotations

from array import array

RATE = 48_000
"""Frames a second; what the cards of today run at, so that nothing is resampled on the way."""

FULL_SCALE = 32_767
"""The largest sample."""

Samples = array
"""An `array("h")`; read `Samples[int]` in annotations."""


def frames_of_ms(milliseconds: int) -> int:
    """Give how many frames a stretch of time takes."""
    return milliseconds * RATE // 1000


def new_samples(values: bytes = b"") -> array[int]:
    """Make samples out of raw bytes in this machine's order."""
    return array("h", values)
