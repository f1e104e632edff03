"""A program file is a program, or all its problems with their places."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings, strategies as st

from benchside.session.program.model import TrainingProgram
from benchside.session.program.read import ProgramReading, is_program, read_program
from benchside.session.program.schema import program_schema
from benchside.session.values.reps import format_reps

DAY = 'name = "{}"\n[[block]]\n[[block.exercise]]\nname = "Bench press"\nsets = "main"\n'
SESSIONS = {
    "press": DAY.format("Press"),
    "squat": DAY.format("Squat"),
    "light": 'name = "Light"\n[[block]]\n[[block.exercise]]\nname = "Row"\nreps = 8\n',
    "own": DAY.format("Own").replace('"main"', '"back_off"') + '[scheme]\nback_off = ["50% x 8"]\n',
    "holds": DAY.format("Holds").replace("[[block]]", "[[block]]\nrounds = 2", 1),
    "broken": DAY.format("Broken") + 'reps = "5-x"\n',
}
PROGRAM = """
name = "Wave"
about = "Two weeks by percents."
days = ["press", "squat"]

[[week]]
name = "Fives"
main = ["65% x 5", "85% x 5+"]

[[week]]
main = ["70% x 3", { reps = "3+", load = "90%" }]
"""


def reading_of(text: str) -> ProgramReading:
    return read_program(
        text,
        file="wave.toml",
        include=SESSIONS.get,
        names=lambda: list(SESSIONS),
    )


def problems_of(text: str) -> list[str]:
    return [f"{one.line}:{one.column}: {one.message}" for one in reading_of(text).problems]


def test_a_program_is_days_in_turn_and_weeks_with_schemes() -> None:
    program = reading_of(PROGRAM).program

    assert program is not None
    assert (program.name, program.days) == ("Wave", ("press", "squat"))
    assert [week.name for week in program.weeks] == ["Fives", None]
    reps = [format_reps(one.reps) for one in program.weeks[1].schemes["main"] if one.reps]
    assert reps == ["3", "3+"]


def test_a_program_needs_no_weeks() -> None:
    program = reading_of('name = "A and B"\ndays = ["light", "own"]\n').program

    assert program is not None
    assert program.weeks == ()


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('name = "Wave"\n', "", '1:1: missing key "name"'),
        ("days =", "dayz =", '4:1: unknown key "dayz"; did you mean "days"?'),
        ('["press", "squat"]', "[]", "4:8: days is empty"),
        ('["press", "squat"]', '"press"', '4:8: days "press" is not a list'),
        ('"squat"]', "3]", "4:18: days 3 is not text"),
        ('"squat"]', '"../x"]', '4:18: days "../x" is not the name of a session'),
        ('"squat"]', '"sqat"]', '4:18: days "sqat" is no session of the library'),
        (
            '"squat"]',
            '"broken"]',
            '4:18: days "broken" has a problem of its own: reps "5-x" is not a rep target',
        ),
        ("65% x 5", "65% 5", '8:9: main "65% 5" is not a set'),
        ('name = "Fives"', "name = 5", "7:8: name 5 is not text"),
        ('name = "Fives"', 'nam = "Fives"', '7:7: nam "Fives" is not a list'),
        ("[[week]]\nname", "[[weeks]]\nname", '6:3: unknown key "weeks"; did you mean "week"?'),
        (
            'main = ["65%',
            '"my sets" = []\nmain = ["65%',
            '8:1: "my sets" is not the name of a scheme',
        ),
        ('main = ["65% x 5", "85% x 5+"]', "main = []", "8:8: main is empty"),
        (
            "{ reps",
            '{ time = "30s", reps',
            "11:36: reps excludes time",
        ),
        (
            'main = ["70%',
            'mian = ["70%',
            '11:1: no day asks for the scheme "mian"',
        ),
        (
            'main = ["70% x 3", { reps = "3+", load = "90%" }]',
            'name = "Deload"',
            '10:1: missing key "main"',
        ),
        (
            '{ reps = "3+", load = "90%" }',
            '{ load = "90%" }',
            '11:8: main does not go with "press": missing key "reps" or "time"',
        ),
        (
            '"squat"]',
            '"holds"]',
            None,
        ),
    ],
)
def test_every_problem_of_a_program_has_its_place(
    before: str, after: str, problem: str | None
) -> None:
    assert before in PROGRAM

    found = problems_of(PROGRAM.replace(before, after, 1))

    assert (problem in found) if problem else found == []


def test_a_scheme_that_does_not_go_with_the_rounds_of_a_day_is_told_at_the_week() -> None:
    text = PROGRAM.replace('"squat"', '"holds"').replace('"70% x 3"', '"70% x 3", "80% x 1"')

    assert problems_of(text) == ['11:8: main does not go with "holds": sets has 3 for 2 rounds']


def test_a_day_that_asks_for_a_scheme_needs_weeks() -> None:
    assert problems_of('name = "A"\ndays = ["light", "press"]\n') == [
        '2:18: days "press" asks for the scheme "main", and there are no weeks'
    ]


def test_a_misspelled_scheme_is_told_once() -> None:
    text = PROGRAM.replace("main", "mian")

    found = reading_of(text).problems

    assert [(one.line, one.hint) for one in found] == [
        (8, 'did you mean "main"?'),
        (11, 'did you mean "main"?'),
    ]


def test_too_many_days_or_weeks_are_a_problem() -> None:
    days = ", ".join(['"light"'] * 251)
    weeks = "[[week]]\n" * 105

    assert problems_of(f'name = "A"\ndays = [{days}]\n{weeks}') == [
        "2:8: days has more than 250",
        "3:1: week has more than 104",
    ]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (PROGRAM, True),
        ('days = ["a"]', True),
        ("[[week]]", True),
        (SESSIONS["press"], False),
        ("", False),
        ("no toml", False),
        ('days = ["a"]\n[[block]]', False),
    ],
)
def test_a_program_is_told_from_a_session_by_its_keys(text: str, is_one: bool) -> None:
    assert is_program(text) == is_one


def test_a_text_that_is_no_toml_gets_the_usual_problem() -> None:
    assert problems_of('name = "A\n') == ["1:8: not valid TOML: illegal character '\\n'"]


SHIPPED = Path(__file__).parents[3] / "programs"
VALIDATOR = jsonschema.Draft7Validator(program_schema())


def test_the_schema_is_one_and_the_one_that_ships_is_current() -> None:
    jsonschema.Draft7Validator.check_schema(program_schema())
    kept = (SHIPPED / "program.schema.json").read_text(encoding="utf-8")

    assert kept == json.dumps(program_schema(), indent=2, ensure_ascii=False) + "\n"


def test_a_program_is_right_by_the_schema() -> None:
    VALIDATOR.validate(tomllib.loads(PROGRAM))


@pytest.mark.parametrize(
    "text",
    [
        'name = "A"',
        'name = "A"\ndays = []',
        'name = "A"\ndays = ["../x"]',
        'name = "A"\ndays = ["a"]\nwek = 3',
        'name = "A"\ndays = ["a"]\n[[week]]\nmain = ["65% 5"]',
        'name = "A"\ndays = ["a"]\n[[week]]\n"my sets" = ["65% x 5"]',
        'name = "A"\ndays = ["a"]\n[[week]]\nmain = [{ time = "3s", tempo = "3110" }]',
    ],
)
def test_a_wrong_program_is_wrong_by_the_schema(text: str) -> None:
    data: dict[str, Any] = tomllib.loads(text)

    assert not VALIDATOR.is_valid(data)
    assert reading_of(text).problems


PIECES = ('"', "[", "]", "{", "}", "=", "\n", "#", ",", "\x1b", "true", "[[week]]", "main", "days")


@given(st.randoms(use_true_random=False), st.integers(1, 6))
@settings(max_examples=200, deadline=None)
def test_a_mutated_program_is_a_program_or_problems(chance: Any, changes: int) -> None:
    text = PROGRAM
    for _ in range(changes):
        at = chance.randrange(len(text) + 1)
        until = min(len(text), at + chance.choice([0, 0, 1, 2, 8, 40]))
        text = text[:at] + chance.choice(PIECES) + text[until:]

    reading = reading_of(text)

    assert (reading.program is None) == bool(reading.problems)


def test_a_program_that_is_built_in_code_is_the_same() -> None:
    built = TrainingProgram.model_validate({"name": "A", "days": ["light"], "week": []})

    assert built.weeks == ()


def test_a_wrong_set_of_a_week_hides_no_wrong_day_and_no_misspelled_scheme() -> None:
    text = (
        PROGRAM.replace("65% x 5", "65% 5", 1)
        .replace('"squat"]', '"sqat"]')
        .replace("main", "mian", 1)
    )

    assert problems_of(text) == [
        '4:18: days "sqat" is no session of the library',
        '8:1: no day asks for the scheme "mian"',
        '8:9: mian "65% 5" is not a set',
    ]


@pytest.mark.parametrize(
    "text",
    [
        'name = "A"\ndays = [3]\nweek = 3\n',
        'name = "A"\ndays = [[]]\nweek = [3, [], {}]\n',
        "days = {}\n[[week]]\nname = []\nmain = {}\n",
        'days = ["press"]\nweek = [{ main = [[]] }, { "" = 3 }]\n',
    ],
)
def test_a_program_of_the_wrong_types_gets_problems(text: str) -> None:
    assert problems_of(text)
