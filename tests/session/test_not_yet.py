"""What cannot be led yet is refused with its place; nothing else is."""

from __future__ import annotations

import pytest

from benchside.session.read import read
from tests.session.told import problems_of

BLOCK = '[[block]]\n{}\n[[block.exercise]]\nname = "A"\n{}\n'


def refused(text: str) -> list[str]:
    found = read(f'name = "A"\n{text}', file="a.toml").problems
    return [f"{one.line}:{one.column}: {one.message}" for one in found]


@pytest.mark.parametrize(
    ("block", "keys", "problem"),
    [
        ("", 'reps = "2+2+2"', "6:8: a set of parts cannot be led yet"),
        ("", 'time = "6 x 7s"', "6:8: a set of parts cannot be led yet"),
        ("", 'time = "30s+"', "6:8: a time that a key may end cannot be led yet"),
        ("", 'time = "60s-90s"', "6:8: a time that a key may end cannot be led yet"),
        ("", 'distance = "40 m"', "6:12: a distance cannot be led yet"),
        ("", "calories = 15", "6:12: a set for calories cannot be led yet"),
        (
            "",
            'sets = ["100 kg x 5", "-10% x 5"]',
            "6:23: a load relative to today's heaviest set cannot be led yet",
        ),
        ("", 'reps = 5\ntype = "easy"', "7:8: easy work cannot be led yet"),
        ("", 'reps = 5\nrep_time = "2s"', "7:12: a usual time of a rep cannot be led yet"),
        (
            "",
            'reps = 5\ntempo = "3110"\nwords = ["a", "b", "c", "d"]',
            "8:9: a rep in words of your own cannot be led yet",
        ),
        ("", 'reps = 5\nprogress = "+2.5 kg"', "7:12: a rule of progress cannot be led yet"),
        ('every_set = "2m"', "reps = 5", "3:13: each set on the clock cannot be led yet"),
        (
            'rounds = 3\ntime_cap = "9m"',
            "reps = 5",
            "4:12: so many rounds for time cannot be led yet",
        ),
        (
            'rounds = 3\nround_rest = "1m-2m"',
            "reps = 5",
            "4:14: a window of rest between rounds cannot be led yet",
        ),
        (
            "rounds = 3",
            'sets = ["5 kg x 1", "6 kg x 1", "7 kg x 1"]',
            "6:8: rounds that differ cannot be led yet",
        ),
    ],
)
def test_what_cannot_be_led_yet_is_refused_where_it_stands(
    block: str, keys: str, problem: str
) -> None:
    text = BLOCK.format(block, keys)

    assert refused(text) == [problem]
    assert problems_of(text) == []


def test_what_cannot_be_led_yet_is_told_where_it_is_inherited_from() -> None:
    text = '[defaults]\ndistance = "40 m"\n' + BLOCK.format("", "")

    assert refused(text) == ["3:12: a distance cannot be led yet"]


def test_a_key_that_no_set_takes_over_is_no_problem() -> None:
    text = '[defaults]\ndistance = "40 m"\npart_rest = "20s"\n' + BLOCK.format("", "reps = 5")

    assert refused(text) == []


def test_an_included_session_is_refused_where_it_is_included() -> None:
    inner = 'name = "B"\n' + BLOCK.format("", 'distance = "40 m"')
    outer = 'name = "A"\n[[block]]\ninclude = "b"\n'

    problems = read(outer, file="a.toml", include=lambda _: inner).problems

    assert [f"{one.line}:{one.column}: {one.message}" for one in problems] == [
        "3:11: a distance cannot be led yet"
    ]
