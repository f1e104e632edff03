"""A key that is pressed, and one that is held down."""

from __future__ import annotations

import pytest

from benchside.player.key_repeat import KeyRepeat
from benchside.runner.commands import AddTime, Back, Go, Note, Pause, Skip
from tests.builders import SET_1


def acts(command: object, *moments_ms: int) -> list[int]:
    """When a key acts that is pressed at these moments."""
    keys = KeyRepeat()
    return [at_ms for at_ms in moments_ms if keys.is_pressed(command, at_ms)]


@pytest.mark.parametrize("every_ms", [10, 33, 91, 300, 499, 690])
@pytest.mark.parametrize("delay_ms", [150, 250, 500, 660])
@pytest.mark.parametrize("command", [Go(), Skip()])
def test_a_held_key_acts_once_however_fast_it_repeats(
    command: object, delay_ms: int, every_ms: int
) -> None:
    assert acts(command, 0, *range(delay_ms, 60_000, every_ms)) == [0]


def test_a_key_pressed_after_a_silence_acts_again() -> None:
    assert acts(Go(), 0, 33, 66, 99, 5_000, 5_700) == [0, 5_000, 5_700]


def test_a_key_that_bounces_acts_once() -> None:
    assert acts(Go(), 0, 5, 12) == [0]


def test_who_presses_in_vain_is_heard_at_the_third_time() -> None:
    assert acts(Go(), 0, 350, 670, 1_040) == [0, 1_040]


def test_pause_and_back_may_follow_themselves_sooner() -> None:
    assert acts(Pause(), 0, 310) == [0, 310]
    assert acts(Back(), 0, 33, 66, 400) == [0, 400]


def test_a_press_that_did_nothing_may_be_tried_again_soon() -> None:
    keys = KeyRepeat()
    assert keys.is_pressed(Go(), 0)

    keys.had_no_effect(Go())

    assert not keys.is_pressed(Go(), 200)
    assert keys.is_pressed(Go(), 510)


def test_keys_that_may_follow_each_other_quickly_all_act() -> None:
    assert acts(AddTime(15_000), 0, 90, 180) == [0, 90, 180]
    assert acts(Note(SET_1, "x"), 0, 1) == [0, 1]


def test_one_key_does_not_hold_up_another() -> None:
    keys = KeyRepeat()
    keys.is_pressed(Go(), 0)

    assert keys.is_pressed(Skip(), 10)
