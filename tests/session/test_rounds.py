"""Rounds that differ, rounds for time and sets on the clock: what is refused, and where."""

from __future__ import annotations

import pytest

from tests.session.told import Rounds, block_of, hints_of, problems_of

BLOCK = '[[block]]\n{}\n[[block.exercise]]\nname = "A"\n{}\n'


@pytest.mark.parametrize(
    ("block", "exercise", "problem"),
    [
        (
            "rounds = 2",
            "sets = [{ reps = 5 }, { reps = 5 }, { reps = 5 }]",
            "6:8: sets has 3 for 2 rounds",
        ),
        ("rounds = 2", "sets = 3\nreps = 5", "6:8: sets has 3 for 2 rounds"),
        ("rounds = 2\nsets = 3", "reps = 5", "4:8: sets has 3 for 2 rounds"),
        ("rounds = 4", "sets = 3\nreps = 5", "3:10: rounds 4 has no set for round 4"),
        ('time_cap = "9m"', "sets = 3\nreps = 5", "6:1: sets excludes time_cap of its block"),
        ('time_cap = "9m"\nsets = 3', "reps = 5", "4:1: sets excludes time_cap"),
        ('every_set = "2m"\nevery = "1m"', "reps = 5", "4:1: every excludes every_set"),
        ('every_set = "2m"\ntime_cap = "9m"', "reps = 5", "4:1: time_cap excludes every_set"),
        (
            'rounds = 3\nevery_set = "2m"\nround_rest = 9',
            "reps = 5",
            "5:1: round_rest excludes every_set",
        ),
        ('rest = "1m"\nevery_set = "2m"', "reps = 5", "4:1: every_set excludes rest"),
        ('every_set = "2m"', "reps = 5\nrest = 60", "7:1: rest excludes every_set of its block"),
        (
            'every_set = "2m"',
            "sets = [{ reps = 5, rest = 60 }]",
            "6:21: rest excludes every_set of its block",
        ),
        (
            'every_set = "2m"',
            'reps = 5\nload = "100 kg"\nramp = ["50% x 5"]',
            "8:1: ramp excludes every_set of its block",
        ),
        ("every = '1m'", "reps = 5", "3:1: every needs rounds"),
    ],
)
def test_shapes_that_cannot_be_are_told_at_the_later_key(
    block: str, exercise: str, problem: str
) -> None:
    found = problems_of(BLOCK.format(block, exercise))

    assert problem in found
    assert len(found) <= 2


def test_a_straight_block_on_the_clock_is_what_every_without_rounds_may_have_meant() -> None:
    hints = hints_of(BLOCK.format("every = '1m'", "reps = 5"))

    assert hints == ["write rounds = 10, or every_set for straight sets on the clock"]


def test_defaults_of_straight_sets_mean_nothing_for_rounds() -> None:
    block = block_of(
        "[defaults]\nsets = [{ reps = 1 }]\nreps = 5\n" + BLOCK.format("rounds = 2", "")
    )

    assert Rounds(block).told() == ["A 5", "A 5"]
    assert block.exercises[0].rounds is None


def test_a_wrong_exercise_of_a_circuit_is_the_only_problem() -> None:
    text = BLOCK.format("rounds = 3", 'reps = "5-x"') + (
        '[[block.exercise]]\nname = "B"\nsets = 2\nreps = 5\n'
    )

    assert problems_of(text) == ['6:8: reps "5-x" is not a rep target']


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ("rounds = 9_999\nsets = 9_999", "3:10: the session has more than 10,000 steps"),
        ('rounds = 1_000\nevery_set = "2m"', "3:10: the session is longer than 24 hours"),
        ('every_set = "13h"\nsets = 2', "3:13: the session is longer than 24 hours"),
        ('rounds = 4_000\ntime_cap = "1h"', "3:10: the session has more than 10,000 steps"),
    ],
)
def test_new_shapes_are_bounded_as_all_others(block: str, problem: str) -> None:
    assert problems_of(BLOCK.format(block, "reps = 5\nprepare = 5")) == [problem]


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ('time = "100 x 1s"\nsets = 100', "7:8: the session has more than 10,000 steps"),
        ('time = "100 x 14m"\nsets = 2', "7:8: the session is longer than 24 hours"),
        ('reps = "1+1"\npart_rest = "13h"\nsets = 2', "8:8: the session is longer than 24 hours"),
        ('time = "10h-11h"\nsets = 3', "7:8: the session is longer than 24 hours"),
        ('time = "10h+"\nsets = 3', "7:8: the session is longer than 24 hours"),
    ],
)
def test_parts_and_open_times_are_bounded_too(keys: str, problem: str) -> None:
    assert problems_of(BLOCK.format("", keys)) == [problem]
