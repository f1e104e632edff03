"""Changing what comes by words."""

from __future__ import annotations

import pytest

from benchside.testing import a_block, a_set, an_agenda
from tests.plain.leading import LedSession, lead

THREE = an_agenda(
    a_block(
        a_set("Back squat", load="80 kg", prepare="0s", rest="2m+"),
        a_set("Back squat", load="80 kg", prepare="0s", rest="2m+"),
        a_set("Lunge", prepare="0s", rest="2m+"),
    )
)
FIRST_DONE = ((0, ""), (5_000, ""))
"""Set 1 is begun and done; its rest has begun."""


def said(*words: str) -> LedSession:
    """Say these words in the first rest, then stop for today."""
    presses = [(6_000 + 1_000 * place, word) for place, word in enumerate((*words, "quit"))]
    return lead(THREE, *FIRST_DONE, *presses)


def test_every_set_is_listed_done_and_to_come_with_its_number() -> None:
    assert said("sets").lines[-3:] == [
        "1: Back squat, set 1 of 2: 5 reps, 80 kg.",
        "2: Back squat, set 2 of 2: 5 reps, 80 kg (now)",
        "3: Lunge, set 1 of 1: 5 reps",
    ]


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("jump 3", "Next: Lunge, set 1 of 1: 5 reps."),
        ("later", "Next: Lunge, set 1 of 1: 5 reps."),
        ("drop 2", "Next: Lunge, set 1 of 1: 5 reps."),
        ("add", "Next: Back squat, set 2 of 3: 5 reps, 80 kg."),
        ("take 85 kg", "Next: Back squat, set 2 of 2: 5 reps, 85 kg, 25 + 5 + 2.5 kg each side."),
        ("take 85 all", "Next: Back squat, set 2 of 2: 5 reps, 85 kg, 25 + 5 + 2.5 kg each side."),
        ("swap goblet squat", "Next: Goblet squat, set 2 of 2: 5 reps."),
    ],
)
def test_a_word_changes_what_comes_and_what_comes_is_read_back(word: str, answer: str) -> None:
    [*_, last] = said(word).lines

    assert last.split(", plates")[0].rstrip(".") == answer.split(", plates")[0].rstrip(".")


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("jump 1", "That set is over; it can be corrected."),
        ("jump 9", 'there is no set "9"; "sets" lists those there are'),
        ("jump", '"jump" needs a value; write "jump 4"'),
        ("later 3", "No other exercise comes after it."),
        ("drop 1", "That set is over or going on."),
        ("take heavy water", "Next: Back squat, set 2 of 2: 5 reps, heavy water."),
        ("take 12", "Next: Back squat, set 2 of 2: 5 reps, 12 kg."),
        (
            "swap gobelt squat",
            '"gobelt squat" is not in the catalogue; did you mean "Goblet squat"?',
        ),
    ],
)
def test_a_word_that_cannot_be_done_says_why(word: str, answer: str) -> None:
    assert said(word).lines[-1] == answer


def test_a_set_that_is_done_again_is_told() -> None:
    led = said("again")

    assert led.view.set.number == 1
    assert led.view.state == "working"


def test_a_set_to_come_has_no_reps_to_correct_yet() -> None:
    assert said("set 2 reps 4").lines[-1] == ('there is no set 2 yet; "sets" lists those there are')


def test_the_log_has_what_was_planned_and_what_was_lifted_after_a_change() -> None:
    led = lead(
        THREE,
        *FIRST_DONE,
        (6_000, "later"),
        (7_000, ""),
        (20_000, ""),
        (21_000, "take 90 kg"),
        (22_000, ""),
        (30_000, ""),
        (32_000, ""),
    )

    told = [(one["exercise"], one.get("target_load"), one.get("actual_load")) for one in led.sets]
    assert told == [
        ("Back squat", "80 kg", "80 kg"),
        ("Lunge", None, None),
        ("Back squat", "90 kg", "90 kg"),
    ]
