"""Interval lists: every second where it was, every rest known as one."""

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
from tests.library.convert.conversions import blocks_of, converted, lost

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


def workout(*sets: tuple[int, list[tuple[str, int]]], title: str = "W") -> dict[str, Any]:
    """A workout of sets, each with its repetitions and intervals."""
    return {
        "title": title,
        "sets": [
            {
                "repetitions": repetitions,
                "exercises": [{"name": name, "duration": seconds} for name, seconds in intervals],
            }
            for repetitions, intervals in sets
        ],
    }


def moments(data: dict[str, Any]) -> tuple[list[tuple[int, str]], int]:
    """When work begins, in seconds, and how long everything lasts."""
    [session] = converted(json.dumps(data)).sessions
    plan = read(tomli_w.dumps(session.tables), file="w.toml").plan
    assert plan is not None
    report = report_on(agenda_of(plan))
    work = [one for one in report.schedule.steps if isinstance(one.step, Work)]
    starts = [(one.start_ms // 1_000, one.planned.exercise) for one in work]
    return starts, report.totals.duration_ms // 1_000


def test_intervals_keep_their_moments_after_ten_seconds_of_lead_in() -> None:
    starts, duration_s = moments(TABATA)

    assert [start - 10 for start, _ in starts] == [0, 80, 110, 140, 170, 200, 230, 260]
    assert duration_s == 300


@pytest.mark.parametrize(
    ("rest_s", "expected"), [(15, [10, 55, 100]), (5, [10, 45, 80]), (2, [10, 42, 74])]
)
def test_the_lead_in_is_kept_however_short_the_rests_between_rounds_are(
    rest_s: int, expected: list[int]
) -> None:
    starts, _ = moments(workout((3, [("A", 30), ("Отдых", rest_s)])))

    assert starts == [(start, "A") for start in expected]


def test_rounds_without_a_rest_follow_each_other_at_once() -> None:
    starts, duration_s = moments(workout((2, [("A", 30), ("B", 20)])))

    assert starts == [(10, "A"), (40, "B"), (60, "A"), (90, "B")]
    assert duration_s == 110


def test_a_rest_before_the_first_exercise_is_a_longer_lead_in() -> None:
    starts, _ = moments(workout((1, [("Rest", 5), ("Jog", 60)]), (1, [("Row", 30)])))
    again, _ = moments(workout((2, [("Rest", 5), ("Jog", 60)])))

    assert starts == [(15, "Jog"), (75, "Row")]
    assert again == [(15, "Jog"), (80, "Jog")]


def test_a_set_with_repetitions_is_a_block_with_rounds() -> None:
    core = blocks_of(converted(json.dumps(TABATA)))[1]

    assert core["name"] == "Core"
    assert core["rounds"] == 3
    assert core["round_rest"] == 10
    assert [one["name"] for one in core["exercise"]] == ["Burpee"]


@pytest.mark.parametrize(
    "rest",
    [
        *("Rest", "Pause", "Repos", "Riposo", "Отдых", "Dinlenme"),  # the app's own words
        *("Pausa", "short rest", "Rest 15s", "REST (15 sec)", "Long break", "Kurze Pause"),
        *("Rest between sets", "Отдых 15 с", "休息", "Petit repos"),
        "\x1eB4KE",  # what the app's export makes of its Russian word
    ],
)
def test_a_rest_is_known_by_its_word(rest: str) -> None:
    conversion = converted(json.dumps(workout((2, [("A", 30), (rest, 15)]))))

    [block] = blocks_of(conversion)
    assert [one["name"] for one in block["exercise"]] == ["A"]
    assert block["round_rest"] == 15
    assert lost(conversion) == []


@pytest.mark.parametrize("name", ["Active rest", "Pause squat", "Breaking ball", "15", "Short"])
def test_an_exercise_is_no_rest_for_a_word_in_its_name(name: str) -> None:
    conversion = converted(json.dumps(workout((1, [("A", 30), (name, 15)]))))

    assert [one["name"] for one in blocks_of(conversion)[0]["exercise"]] == ["A", name]


def test_a_rest_is_known_by_its_place_between_different_exercises() -> None:
    first = workout((1, [("A", 30), ("Nix", 15), ("B", 30), ("Nix", 15), ("C", 30)]))
    leading = workout((1, [("Nix", 5), ("A", 30), ("Nix", 15), ("B", 30)]), (1, [("Nix", 60)]))

    conversion = converted(json.dumps(first))

    assert [one["name"] for one in blocks_of(conversion)[0]["exercise"]] == ["A", "B", "C"]
    assert lost(conversion) == ['W: "Nix" is taken for a rest, by its place']
    assert moments(leading)[0] == [(15, "A"), (60, "B")]


@pytest.mark.parametrize(
    "intervals",
    [
        [("A", 30), ("B", 15), ("A", 30), ("B", 15)],
        [("A", 30), ("Nix", 15), ("B", 30)],
        [("A", 30), ("Nix", 15), ("B", 30), ("C", 15)],
        [("A", 30), ("Nix", 15), ("B", 30), ("Nix", 15), ("Rest", 5)],
    ],
)
def test_what_may_be_an_exercise_is_taken_for_one(intervals: list[tuple[str, int]]) -> None:
    conversion = converted(json.dumps(workout((1, intervals))))

    names = [one["name"] for one in blocks_of(conversion)[0]["exercise"]]
    assert names == [name for name, _ in intervals if name != "Rest"]
    assert lost(conversion) == []


def test_a_backup_is_as_many_sessions() -> None:
    other = TABATA | {"title": "Other"}

    conversion = converted(json.dumps({"workouts": [TABATA, other]}))

    assert [session.title for session in conversion.sessions] == ["Tabata", "Other"]
    assert conversion.program is None


def test_one_broken_workout_leaves_the_others_be() -> None:
    broken = {"title": "Broken", "sets": [{"repetitions": 0, "exercises": []}]}

    conversion = converted(json.dumps([broken, TABATA, 3]))

    assert [session.title for session in conversion.sessions] == ["Tabata"]
    assert lost(conversion) == [
        'workout 1: repetitions 0 is not a whole number above 0; write "repetitions": 30',
        'workout 3: it is no interval list; an interval list has a "title" and "sets"',
    ]


def test_an_exercise_without_a_name_keeps_its_time() -> None:
    data = workout((1, [("A", 30), (" ", 20)]))
    data["sets"][0]["exercises"].append({"duration": 10.0})

    conversion = converted(json.dumps(data))

    assert [(one["name"], one["time"]) for one in blocks_of(conversion)[0]["exercise"]] == [
        ("A", 30),
        ("Exercise", 20),
        ("Exercise", 10),
    ]
    assert lost(conversion) == [
        f'W: set 1, exercise {number}: it has no name, and is "Exercise"' for number in (2, 3)
    ]


def test_letters_that_the_app_lost_are_told() -> None:
    name = "".join(chr(ord(mark) & 0xFF) for mark in "Мост")

    conversion = converted(json.dumps(workout((1, [(name, 30)]))))

    assert lost(conversion) == [
        'W: set 1, exercise 1: letters of "\ufffd>AB" were lost in the export; '
        "sharing the workout keeps them"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "the file is not whole JSON: expecting property name .* in line 1, column 2"),
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
            '{"title": "A", "sets": [{"repetitions": 1, "exercises": [{"name": "B"}]}]}',
            "duration None is not a whole number above 0",
        ),
        (
            '{"title": "A", "sets": [{"repetitions": 1, "exercises": '
            '[{"name": "B", "duration": 1.5}]}]}',
            "duration 1.5 is not a whole number above 0",
        ),
        ('{"title": "A", "sets": [{"repetitions": 1, "exercises": ["B"]}]}', "is no exercise"),
        (
            '{"title": "A", "sets": [{"repetitions": 1, "exercises": '
            '[{"name": "Rest", "duration": 5}]}]}',
            '"A" has no exercises',
        ),
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
        (json.dumps(workout((1, [("A", 1)] * 2001))), "it has more than 2,000 exercises"),
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_backup_or_too_much_of_one_is_a_mistake(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        convert_intervals(text)
