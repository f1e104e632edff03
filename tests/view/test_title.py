"""The state of a session in a few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchside.view.title import MAX_TITLE_LENGTH, title_of
from benchside.view.view import Activity
from tests.tui.views import CONCENTRIC


@pytest.mark.parametrize(
    ("mood", "title"),
    [
        (Activity.READY, "ready: Leg day"),
        (Activity.PREPARE, "get ready: Squat, set 2 of 5"),
        (Activity.CONCENTRIC, "Squat, set 2 of 5"),
        (Activity.HOLD, "Squat, set 2 of 5"),
        (Activity.SWITCH, "switch sides: Squat, set 2 of 5"),
        (Activity.REST, "rest before Squat, set 2 of 5"),
        (Activity.WAIT, "your turn: Squat, set 2 of 5"),
        (Activity.PAUSED, "paused: Squat, set 2 of 5"),
        (Activity.FINISHED, "done: Leg day"),
    ],
)
def test_the_title_says_what_is_going_on(mood: Activity, title: str) -> None:
    card = replace(CONCENTRIC.set, exercise="Squat", number=2, of=5)

    assert title_of(replace(CONCENTRIC, session="Leg day", mood=mood, set=card)) == title


@pytest.mark.parametrize("mood", Activity)
def test_a_title_is_short_and_free_of_control_characters(mood: Activity) -> None:
    name = "Squat \x1b]0;x\x07" * 50
    view = replace(CONCENTRIC, session=name, mood=mood, set=replace(CONCENTRIC.set, exercise=name))

    title = title_of(view)

    assert title.isprintable()
    assert len(title) <= MAX_TITLE_LENGTH


def test_a_second_that_passes_changes_no_title() -> None:
    later = replace(CONCENTRIC, seconds=3, bar=30, elapsed_s=CONCENTRIC.elapsed_s + 1)

    assert title_of(later) == title_of(CONCENTRIC)
