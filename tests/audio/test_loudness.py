from __future__ import annotations

import math
from array import array

import pytest

from benchside.audio.loudness import CEILING, MAX_LEVEL, MIN_LEVEL, as_loud_as, level_of, pack_level
from benchside.audio.samples import FULL_SCALE, RATE, silence

NEAR = 1.06
"""Half a decibel."""


def tone(peak: float, ms: int = 400) -> array[int]:
    return array(
        "h",
        (round(peak * FULL_SCALE * math.sin(i / 20)) for i in range(ms * RATE // 1_000)),
    )


def speech() -> array[int]:
    """Make something with the peaks of speech: a strong pulse in every ten milliseconds."""
    return array(
        "h",
        (
            round(0.8 * FULL_SCALE * math.exp(-(i % 480) / 60) * math.sin(i / 5))
            for i in range(RATE)
        ),
    )


def test_a_pause_between_two_words_makes_a_phrase_no_softer() -> None:
    word = tone(0.5)

    assert level_of(word + silence(RATE) + word) == pytest.approx(level_of(word), rel=0.01)


def test_silence_has_no_level_and_stays_silence() -> None:
    assert level_of(silence(RATE)) == level_of(array("h")) == 0
    assert as_loud_as(silence(100), 0.2) == silence(100)


@pytest.mark.parametrize("level", [0.08, 0.15, 0.3])
def test_speech_comes_to_the_level_that_is_asked_for(level: float) -> None:
    made = as_loud_as(speech(), level)

    assert level / NEAR < level_of(made) < level * NEAR


def test_the_peaks_of_speech_are_bent_and_not_clipped() -> None:
    made = as_loud_as(speech(), 1.0)

    assert max(made) < CEILING * FULL_SCALE
    assert MAX_LEVEL / NEAR < level_of(made) < MAX_LEVEL * NEAR


def test_speech_is_heard_with_a_pack_that_is_silent() -> None:
    assert level_of(as_loud_as(speech(), 0.0)) == pytest.approx(MIN_LEVEL, rel=0.06)


def test_the_level_of_a_pack_is_that_of_its_phases() -> None:
    sounds = {"go": tone(0.9), "eccentric": tone(0.4), "concentric": tone(0.4), "tick": tone(0.01)}

    assert pack_level(sounds) == pytest.approx(level_of(tone(0.4)))
