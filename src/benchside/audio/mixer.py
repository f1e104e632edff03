"""Mixes sounds into one stream, placed by frame. Pure: it knows frames, no clock and no device.

It promises that sounds sum without clipping, that no change of loudness and no cancel clicks, and
that a sound begins on the very frame it was placed at. The stream never ends: what nobody placed
anything in is silence, or a tone too quiet to hear that keeps a Bluetooth link awake.
"""

from __future__ import annotations

import math
from array import array
from operator import add
from typing import TYPE_CHECKING

from benchside.audio.samples import FULL_SCALE, RATE, frames_of_ms, silence

if TYPE_CHECKING:
    from collections.abc import Sequence

RAMP = frames_of_ms(10)
"""A change of loudness takes this many frames."""

FADE = frames_of_ms(5)
"""A cancelled sound dies away over this many frames."""

KNEE = int(0.8 * FULL_SCALE)
"""Sums up to here pass unchanged; above it they are bent so that they never reach full scale."""

MAX_VOICES = 64
"""Sounds at the same time; more would only be noise, and take longer to add up than they last."""

TONE_HZ = 25
TONE_LEVEL = 12
"""About 68 dB under full scale, at a pitch that small loudspeakers do not give."""


class PlayingSound:
    """A sound on its way through the stream."""

    def __init__(self, samples: array[int], *, is_speech: bool = False) -> None:
        self.is_speech = is_speech
        self._samples = samples
        self._position = 0
        self._is_fading = False

    @property
    def is_over(self) -> bool:
        """Whether all of it has been given out."""
        return self._position >= len(self._samples)

    def fade(self) -> None:
        """Let it die away from where it stands."""
        if not self._is_fading:
            self._is_fading = True
            rest = self._samples[self._position : self._position + FADE]
            faded = (int(value * (1 - i / FADE)) for i, value in enumerate(rest))
            self._samples, self._position = array("h", faded), 0

    def add_to(self, total: list[int], start: int) -> None:
        """Add its next samples to a block, from a frame of the block on."""
        part = self._samples[self._position : self._position + len(total) - start]
        self._position += len(part)
        end = start + len(part)
        total[start:end] = map(add, total[start:end], part)


class Mixer:
    """One stream of samples made of all sounds that were placed in it."""

    def __init__(self, *, tone: bool = False) -> None:
        self._voices: list[PlayingSound] = []
        self._gain = 1.0
        self._target = 1.0
        self._tone = _tone_table() if tone else None
        self._tone_position = 0

    @property
    def is_silent(self) -> bool:
        """Whether nothing sounds but the tone."""
        return not self._voices

    def set_gain(self, gain: float) -> None:
        """Change the loudness of everything, in a short ramp."""
        self._target = gain

    def fade_all(self) -> None:
        """Let everything that sounds die away."""
        for voice in self._voices:
            voice.fade()

    def fade_speech(self) -> None:
        """Let a spoken phrase die away; cues go on."""
        for voice in self._voices:
            if voice.is_speech:
                voice.fade()

    def pull(self, frames: int, placed: Sequence[tuple[int, PlayingSound]] = ()) -> array[int]:
        """Return the next block, with new sounds that begin at frames of it."""
        if not placed and self.is_silent:
            self._gain = self._target
            return self._with_tone(silence(frames))
        placed = placed[: MAX_VOICES - len(self._voices)]
        total = [0] * frames
        for voice in self._voices:
            voice.add_to(total, 0)
        for start, voice in placed:
            voice.add_to(total, start)
        self._voices = [
            voice for voice in (*self._voices, *(voice for _, voice in placed)) if not voice.is_over
        ]
        return self._with_tone(array("h", _limited(self._amplified(total))))

    def _amplified(self, total: list[int]) -> list[int]:
        if self._gain == self._target:
            return total if self._gain == 1.0 else [int(value * self._gain) for value in total]
        ramp = min(RAMP, len(total))
        start, step = self._gain, (self._target - self._gain) / ramp
        self._gain = self._target
        return [
            int(value * (start + step * min(i, ramp))) for i, value in enumerate(total, start=1)
        ]

    def _with_tone(self, block: array[int]) -> array[int]:
        if self._tone is None:
            return block
        frames = len(block)
        period = len(self._tone)
        repeats = self._tone * (frames // period + 2)
        tone = repeats[self._tone_position : self._tone_position + frames]
        self._tone_position = (self._tone_position + frames) % period
        return array("h", _limited(list(map(add, block, tone))))


def amplified(samples: array[int], gain: float) -> array[int]:
    """Return a sound louder or quieter."""
    return samples if gain == 1.0 else array("h", (int(value * gain) for value in samples))


def _limited(total: list[int]) -> list[int]:
    """Bend what lies above the knee, leaving the rest as it is."""
    if max(total, default=0) <= KNEE and min(total, default=0) >= -KNEE:
        return total
    return [value if -KNEE <= value <= KNEE else _bent(value) for value in total]


def _bent(value: int) -> int:
    room = FULL_SCALE - KNEE
    bent = KNEE + int(room * math.tanh((abs(value) - KNEE) / room))
    return bent if value > 0 else -bent


def _tone_table() -> array[int]:
    period = RATE // TONE_HZ
    return array("h", (round(TONE_LEVEL * math.sin(math.tau * i / period)) for i in range(period)))
