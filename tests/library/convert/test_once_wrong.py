"""Lines of real plans that once came out wrong: each is right, or refused with its reason."""

from __future__ import annotations

from typing import Any

import pytest

from tests.library.convert.conversions import blocks_of, converted, exercise, lost

RAMP = ["30% x 5", "50% x 5", "80% x 5"]
RUSSIAN_REST = (
    '{"title": "W", "sets": [{"repetitions": 3, "exercises":'
    ' [{"name": "A", "duration": 30}, {"name": "Отдых", "duration": 15}]}]}'
)


@pytest.mark.parametrize(
    ("text", "table", "told"),
    [
        (
            "Squat / 5x3 / 6x2 / 10x1 / 100kg",
            {"name": "Squat", "ramp": RAMP, "sets": 5, "reps": 3, "load": "100 kg"},
            [
                '1: Squat: the other scheme of sets "6x2"; the current one is "5x3"',
                '1: Squat: the other scheme of sets "10x1"; the current one is "5x3"',
            ],
        ),
        (
            "Squat / 3x8 / ! 4x8 / 5x8",
            {"name": "Squat", "sets": 4, "reps": 8},
            [
                '1: Squat: the other scheme of sets "3x8"; the current one is "4x8"',
                '1: Squat: the other scheme of sets "5x8"; the current one is "4x8"',
            ],
        ),
        (
            "Squat | ! Pistol Squat / 3x8",
            {"name": "Pistol Squat", "sets": 3, "reps": 8},
            ["1: Pistol Squat: the other movements to choose from: Squat"],
        ),
        (
            "Squat / 3x8 100kg 90s 120s",
            {
                "name": "Squat",
                "ramp": RAMP,
                "sets": 3,
                "reps": 8,
                "load": "100 kg",
                "rest": "90s",
            },
            ['1: Squat: "120s": of two that say the same the first holds'],
        ),
        (
            "Squat / 3x5 80kg @8+",
            {"name": "Squat", "ramp": RAMP, "sets": 3, "reps": 5, "load": "80 kg", "rpe": 8},
            ['1: Squat: "+" behind an RPE asks for it: here every set\'s RPE can be entered'],
        ),
        (
            "// ...t1\nSquat / 3x5",
            {"name": "Squat", "sets": 3, "reps": 5},
            ['1: the description "...t1" leads nowhere'],
        ),
        (
            "Plank / 3x1 60s|30s",
            {"name": "Plank", "sets": 3, "time": "60s", "rest": "30s"},
            [],
        ),
        (
            "Squat / 3x5 \\\n  / 100kg",
            {"name": "Squat", "ramp": RAMP, "sets": 3, "reps": 5, "load": "100 kg"},
            [],
        ),
        (RUSSIAN_REST, {"name": "A", "time": 30, "rest": 15, "prepare": 10}, []),
    ],
)
def test_a_line_of_a_real_plan_comes_out_right_and_what_is_not_taken_over_is_told(
    text: str, table: dict[str, Any], told: list[str]
) -> None:
    assert exercise(text) == table
    assert lost(converted(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Row / 1x500m",
            '1: the line "Row / 1x500m": "1x500m" may be metres or minutes;'
            ' a hold is written in seconds: "3x45s"',
        ),
        (
            "Farmer Carry / 4x1 40m",
            '1: the line "Farmer Carry / 4x1 40m": "40m" may be metres or minutes;'
            ' a rest is written in seconds: "90s"',
        ),
    ],
)
def test_a_line_that_may_mean_metres_or_minutes_is_refused(text: str, told: str) -> None:
    conversion = converted(text)

    assert conversion.sessions == ()
    assert lost(conversion) == [told]


def test_a_label_with_a_hyphen_is_the_name_of_its_block() -> None:
    (block,) = blocks_of(converted("t1-a: Squat / 3x5 100kg"))

    assert block["name"] == "t1-a"
    assert block["exercise"][0]["name"] == "Squat"


def test_the_description_of_another_line_is_taken_from_it() -> None:
    plan = "// Brace\nt1: Squat / 3x5\n// ...t1: Squat\nBench Press / 3x5"

    cues = [block["exercise"][0]["cues"] for block in blocks_of(converted(plan))]

    assert cues == [["Brace"], ["Brace"]]
