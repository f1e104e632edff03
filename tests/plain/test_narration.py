"""What is told of two views that follow each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchside.plain.narration import narrate
from benchside.view.view import TIMED_ACTIVITIES, Activity
from tests.tui import views


def test_a_set_of_as_many_reps_as_possible_says_that_they_are_to_be_counted() -> None:
    before = replace(views.PREPARE, set=views.MAX.set)

    assert list(narrate(before, views.MAX)) == ["Go. Count your reps."]


def test_a_finished_hold_tells_how_long_it_was_held() -> None:
    last = replace(
        views.LAST,
        exercise="Side plank",
        reps=None,
        counts_reps=False,
        load=None,
        held_ms=(20_000, 20_000),
    )
    now = replace(views.REST, last=last, set=views.SIDE_PLANK)

    told = list(narrate(replace(views.HOLD, last=None), now))

    assert told[0] == "Set 1 of 5 done: 20 seconds each side."


@pytest.mark.parametrize("mood", sorted(TIMED_ACTIVITIES))
def test_the_last_ten_seconds_of_any_timed_work_are_told(mood: Activity) -> None:
    before = replace(views.HOLD, mood=mood, seconds=11)
    now = replace(before, seconds=10)

    assert list(narrate(before, now)) == ["10 seconds left."]
