"""Schemes: lists of sets by name, of the session itself or of the week of a program."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from benchside.session.file.model import Session
from benchside.session.read import Options, read
from tests.session.told import Rounds, block_of, hints_of, plan_of, problems_of, told, whole_reading

if TYPE_CHECKING:
    from benchside.session.file.asked import SetEntry

MAIN = '[scheme]\nmain = ["65% x 5", "85% x 5+"]\n'
LIFT = '[[block]]\n[[block.exercise]]\nname = "Bench press"\nsets = "main"\n'


def schemes_of(text: str) -> dict[str, tuple[SetEntry, ...]]:
    session = whole_reading(f'name = "A"\n{text}\n[[block]]\ninclude = "x"\n').session
    assert session is None  # there is no library
    return Session.model_validate(
        {"name": "A", "block": [], "scheme": {"main": ["70% x 3", {"reps": 1}]}}
    ).schemes


WEEK = Options(schemes=MappingProxyType(schemes_of(MAIN)))


def test_sets_are_those_of_the_scheme_that_they_name() -> None:
    (one, two) = plan_of(MAIN + LIFT).blocks[0].exercises[0].sets

    assert [told(one), told(two)] == ["5 · 65%", "5+ · 85%"]
    assert [one.number, two.of] == [1, 2]


def test_the_scheme_of_the_week_wins() -> None:
    sets = plan_of(MAIN + LIFT, options=WEEK).blocks[0].exercises[0].sets

    assert [told(one) for one in sets] == ["3 · 70%", "1"]


def test_a_session_without_a_scheme_of_its_own_takes_that_of_the_week() -> None:
    assert len(plan_of(LIFT, options=WEEK).blocks[0].exercises[0].sets) == 2


def test_a_scheme_may_say_the_rounds_and_may_be_named_by_the_block() -> None:
    block = block_of(
        "[scheme]\ndown = [{ reps = 21 }, { reps = 15 }, { reps = 9 }]\n"
        '[[block]]\nrounds = 3\nsets = "down"\n[[block.exercise]]\nname = "A"\n'
        '[[block.exercise]]\nname = "B"\nsets = 2\nreps = 5\n'
    )

    assert Rounds(block).told() == ["A 21, B 5", "A 15, B 5", "A 9"]


def test_a_scheme_that_is_not_here_is_a_problem_that_a_program_can_mend() -> None:
    reading = read(f'name = "A"\n{LIFT}', file="a.toml")

    assert [str(one.message) for one in reading.problems] == [
        'sets "main" is a scheme that is not here'
    ]
    assert reading.plan is None
    assert reading.missing_schemes == ("main",)
    assert reading.is_whole_but_for_schemes


def test_what_a_session_lacks_beside_its_scheme_no_program_can_mend() -> None:
    reading = whole_reading(f'name = "A"\n{LIFT}reps = "5-x"\n')

    assert not reading.is_whole_but_for_schemes


def test_the_schemes_that_are_asked_for_are_told() -> None:
    reading = whole_reading(f'name = "A"\n{MAIN}{LIFT}')

    assert reading.asked_schemes == ("main",)
    assert reading.missing_schemes == ()


def test_an_included_session_brings_its_own_schemes() -> None:
    inner = f'name = "B"\n{MAIN}{LIFT}'
    outer = '[scheme]\nmain = [{ reps = 1 }]\n[[block]]\ninclude = "b"\n'

    alone = plan_of(outer, include=lambda _: inner)
    in_a_week = plan_of(outer, include=lambda _: inner, options=WEEK)

    assert [told(one) for one in alone.blocks[0].exercises[0].sets] == ["5 · 65%", "5+ · 85%"]
    assert [told(one) for one in in_a_week.blocks[0].exercises[0].sets] == ["3 · 70%", "1"]


@pytest.mark.parametrize(
    ("text", "problem", "hint"),
    [
        (
            MAIN + LIFT.replace('"main"', '"mian"'),
            '7:8: sets "mian" is a scheme that is not here',
            'did you mean "main"?',
        ),
        (
            LIFT,
            '5:8: sets "main" is a scheme that is not here',
            'write [scheme] with main = ["65% x 5"], or run it in a program that has it',
        ),
        (
            MAIN.replace("65% x 5", "65% 5") + LIFT,
            '3:9: main "65% 5" is not a set',
            'write "65% x 5": load and reps, or { reps = 5 }',
        ),
        (
            MAIN.replace("main", '"my sets"'),
            '3:1: scheme "my sets" is not the name of a scheme',
            'begin with a letter, then letters, digits, "-" and "_"',
        ),
        ("[scheme]\nmain = []\n" + LIFT, "3:8: main is empty", 'write ["65% x 5"]'),
        (
            "[scheme]\nmain = 3\n" + LIFT,
            "3:8: main 3 is not a list",
            'write ["65% x 5", "75% x 5"]',
        ),
        (
            "[scheme]\nmain = [5]\n" + LIFT,
            "3:9: main 5 is not a table",
            'write { reps = 5 }, or a line such as "65% x 5"',
        ),
        ("scheme = 3\n" + LIFT, "2:10: scheme 3 is not a table", "write [scheme]"),
        (
            "[scheme]\nmain = [{ rep = 5 }]\n" + LIFT,
            '3:11: unknown key "rep"; did you mean "reps"?',
            "",
        ),
        (
            '[scheme]\nmain = [{ time = "30s", tempo = "3110" }]\n' + LIFT,
            "3:25: tempo excludes time",
            "a tempo cues reps, a time ends by itself",
        ),
        (
            '[scheme]\nmain = [{ load = "80%" }]\n' + LIFT,
            '3:9: missing key "reps" or "time"',
            'write reps = 8, or time = "45s"',
        ),
        (
            MAIN + LIFT.replace('"main"', '"3x5"'),
            '7:8: sets "3x5" is not the name of a scheme',
            "write sets = 3 and reps = 5",
        ),
        (
            MAIN + LIFT.replace('"main"', '"65% x 5"'),
            '7:8: sets "65% x 5" is not the name of a scheme',
            'write a list: sets = ["65% x 5"]',
        ),
        (
            MAIN + LIFT.replace('"main"', '"3"'),
            '7:8: sets "3" is not the name of a scheme',
            "write sets = 3",
        ),
        (
            MAIN + LIFT.replace("[[block]]", "[[block]]\nrounds = 1"),
            "8:8: sets has 2 for 1 round",
            "write rounds = 2, or fewer sets",
        ),
    ],
)
def test_wrong_schemes_are_told_with_their_place(text: str, problem: str, hint: str) -> None:
    if "my sets" in text:
        text += LIFT.replace('"main"', "1\nreps = 5")

    assert problems_of(text) == [problem]
    assert hints_of(text) == [hint]


def test_a_wrong_set_of_a_scheme_hides_no_other_problem() -> None:
    text = MAIN.replace("65% x 5", "65% 5") + LIFT.replace(
        "[[block]]", '[[block]]\nrounds = 2\nkind = "warmup"'
    )

    assert problems_of(text) == [
        '3:9: main "65% 5" is not a set',
        '6:8: kind "warmup" is not known here',
    ]
