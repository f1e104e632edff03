"""The one form of sound inside the program: mono, 48 kHz, signed 16 bits, in an `array("h")`."""

from __future__ import annotations

import sys
from array import array

RATE = 48_000
"""Frames a second; what the cards of today run at, so that nothing is resampled on the way."""

FULL_SCALE = 32_767
"""The largest sample."""


def frames_of_ms(milliseconds: int) -> int:
    """Return how many frames a stretch of time takes."""
    return milliseconds * RATE // 1000


def frames_of_ns(nanoseconds: int) -> int:
    """Return the frame nearest to a moment."""
    return (nanoseconds * RATE + 500_000_000) // 1_000_000_000


def silence(frames: int) -> array[int]:
    """Make samples of nothing."""
    return array("h", bytes(2 * frames))


def samples_of(raw: bytes) -> array[int]:
    """Read samples from the bytes of a WAV file."""
    samples = array("h", raw[: len(raw) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def bytes_of(samples: array[int]) -> bytes:
    """Write samples as the bytes of a WAV file."""
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    return samples.tobytes()
