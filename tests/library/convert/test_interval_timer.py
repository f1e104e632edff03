"""Interval lists: every second where it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
import tomli_w

from benchside.library.convert import convert, convert_intervals
from benchside.report.report import report_on
from benchside.session.read import read
from benchside.session.values.errors import InvalidValueError
from benchside.timeline.agenda import agenda_of
from benchside.timeline.steps import Work

TABATA = {
    "title": "Tabata",
    "sets": [
        {"repetitions": 1, "exercises": [{"name": "Jog", "duration": 60}]},
        {"repetitions": 1, "exercises": [{"name": "Rest", "duration": 20}]},
        {
            "repetitions": 3,
            "name": "Core",
            "exercises": [{"name": "Burpee", "duration": 20}, {"name": "Rest", "duration": 10}],
        },
        {
            "repetitions": 2,
            "exercises": [{"name": "Plank", "duration": 30}, {"name": "Squat", "duration": 30}],
        },
    ],
}


def tables(workout: dict[str, Any]) -> dict[str, Any]:
    [session] = convert(json.dumps(workout), title="").sessions
    return session.tables


def test_intervals_keep_their_moments() -> None:
    reading = read(tomli_w.dumps(tables(TABATA)), file="tabata.toml")
    assert reading.plan is not None, reading.problems

    report = report_on(agenda_of(reading.plan))

    work = [one for one in report.schedule.steps if isinstance(one.step, Work)]
    starts = [one.start_ms // 1_000 - 10 for one in work]
    assert starts == [0, 80, 110, 140, 170, 200, 230, 260]
    assert report.totals.duration_ms == 300_000


def test_a_set_with_repetitions_is_a_block_with_rounds() -> None:
    core = tables(TABATA)["block"][1]

    assert core["name"] == "Core"
    assert core["rounds"] == 3
    assert core["round_rest"] == 10
    assert [one["name"] for one in core["exercise"]] == ["Burpee"]


def test_a_rest_before_the_first_exercise_is_listed() -> None:
    workout = {
        "title": "Late",
        "sets": [
            {
                "repetitions": 1,
                "exercises": [{"name": "rest", "duration": 5}, {"name": "Jog", "duration": 60}],
            }
        ],
    }

    conversion = convert(json.dumps(workout), title="")

    assert conversion.left_out == ("Late: the rest of 5 s before the first exercise",)


def test_a_backup_is_as_many_sessions() -> None:
    other = TABATA | {"title": "Other"}

    conversion = convert(json.dumps({"workouts": [TABATA, other]}), title="")

    assert [session.title for session in conversion.sessions] == ["Tabata", "Other"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "the file is not whole JSON"),
        ("[" * 100_000, "the file is not whole JSON"),
        ("{}", "it is no interval list"),
        ('{"title": "A", "sets": []}', '"A" has no exercises'),
        ('{"title": "", "sets": []}', 'title "" is not text'),
        ('{"title": "A", "sets": [1]}', "a set has no exercises"),
        (
            '{"title": "A", "sets": [{"repetitions": true, "exercises": []}]}',
            "repetitions true is not a whole number above 0",
        ),
        (
            '{"title": "A", "sets": [{"repetitions": 1, "exercises": [{"name": 1}]}]}',
            "name 1 is not text",
        ),
        (
            '{"title": "A", "sets": [{"repetitions": 1, "exercises": [{"name": "B"}]}]}',
            "duration None is not a whole number above 0",
        ),
        ('{"title": "A", "sets": [{"repetitions": 1, "exercises": ["B"]}]}', "is no exercise"),
    ],
)
def test_what_is_no_interval_list_says_why(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        convert(text, title="")


HUGE = "9" * 4000


@pytest.mark.parametrize(
    ("repetitions", "name", "duration"),
    [(HUGE, "Squat", "30"), ("1", "Squat", HUGE), (HUGE, "rest", HUGE), ("86401", "Squat", "30")],
)
def test_a_number_beyond_a_day_is_a_mistake(repetitions: str, name: str, duration: str) -> None:
    exercise = f'{{"name": "{name}", "duration": {duration}}}'
    text = (
        f'{{"title": "T", "sets": [{{"repetitions": {repetitions}, "exercises": [{exercise}]}}]}}'
    )

    with pytest.raises(InvalidValueError, match="is too large"):
        convert_intervals(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * (1 << 20), "not whole JSON"),
        ('{"a":' * 200_000, "not whole JSON"),
        ('{"title": "T", "sets": [' + "9" * 5000 + "]}", "not whole JSON"),
        ("[]", "it has no workouts"),
        ('{"workouts": []}', "it has no workouts"),
        (json.dumps([{"title": "T", "sets": []}] * 251), "it has more than 250 sessions"),
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_backup_or_too_much_of_one_is_a_mistake(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        convert_intervals(text)
