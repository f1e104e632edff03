"""Liftosaur's lines: what a session says of them, and what is listed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from benchside.library.convert import convert
from benchside.library.convert.liftosaur import convert_liftosaur, convert_line
from benchside.session.read import read
from benchside.session.values.errors import InvalidValueError

if TYPE_CHECKING:
    from benchside.library.convert import Conversion


def converted(text: str) -> Conversion:
    conversion = convert(text, title="Mine")
    for session in conversion.sessions:
        reading = read(tomli_w.dumps(session.tables), file="mine.toml")
        assert reading.problems == ()
    return conversion


def exercise(line: str) -> dict[str, Any]:
    conversion = converted(line)
    [block] = _blocks(conversion)
    [table] = block["exercise"]
    assert isinstance(table, dict)
    return table


def _blocks(conversion: Conversion, session: int = 0) -> list[dict[str, Any]]:
    blocks = conversion.sessions[session].tables["block"]
    assert isinstance(blocks, list)
    return blocks


@pytest.mark.parametrize(
    ("line", "table"),
    [
        ("Bench Press / 3x8", {"sets": 3, "reps": 8}),
        ("Bench Press / 3x8-12", {"sets": 3, "reps": "8-12"}),
        ("Bench Press / 3x8+", {"sets": 3, "reps": "8+"}),
        ("Bench Press / 3x8 60kg", {"sets": 3, "reps": 8, "load": "60 kg"}),
        ("Bench Press / 3x8 132.5lb", {"sets": 3, "reps": 8, "load": "132.5 lb"}),
        ("Bench Press / 3x8 80%", {"sets": 3, "reps": 8, "load": "80%"}),
        ("Bench Press / 3x8 @8.5", {"sets": 3, "reps": 8, "rpe": 8.5}),
        ("Bench Press / 3x8 @8+", {"sets": 3, "reps": 8, "rpe": 8}),
        ("Bench Press / 3x8 / 90s 60kg", {"sets": 3, "reps": 8, "rest": "90s", "load": "60 kg"}),
        (
            "Bench Press / 3x8-12 @8 60kg 90s",
            {"sets": 3, "reps": "8-12", "rpe": 8, "load": "60 kg", "rest": "90s"},
        ),
        ("Bench Press / 2x5, 1x5", {"sets": 3, "reps": 5}),
        ("Bench Press / 3x5 / warmup: none", {"sets": 3, "reps": 5}),
    ],
)
def test_a_line_becomes_an_exercise(line: str, table: dict[str, Any]) -> None:
    assert exercise(line) == {"name": "Bench Press", **table}


def test_sets_that_differ_stand_one_by_one() -> None:
    table = exercise("Squat / 1x5 @8, 2x3 50% / 2m 100kg")

    assert table["sets"] == [
        {"reps": 5, "rpe": 8, "rest": "2m", "load": "100 kg"},
        {"reps": 3, "load": "50%", "rest": "2m"},
        {"reps": 3, "load": "50%", "rest": "2m"},
    ]


def test_warm_ups_in_percent_are_a_ramp() -> None:
    table = exercise("Squat / 5x5 100kg / warmup: 2x5 50%, 1x3 80%")

    assert table["ramp"] == ["50% x 5", "50% x 5", "80% x 3"]


def test_warm_ups_with_a_weight_are_sets_of_their_own() -> None:
    table = exercise("Squat / 1x5 100kg / warmup: 1x5 45lb")

    assert table["sets"] == [
        {"reps": 5, "load": "45 lb", "type": "warm-up"},
        {"reps": 5, "load": "100 kg"},
    ]


def test_equipment_is_a_part_of_the_name() -> None:
    assert exercise("Bench Press, Dumbbell / 3x5")["name"] == "Bench Press (Dumbbell)"


def test_a_comment_is_a_coaching_cue() -> None:
    table = exercise("// Pause **2 seconds** at the bottom\nSquat / 3x5")

    assert table["cues"] == ["Pause 2 seconds at the bottom"]


def test_a_superset_is_a_circuit() -> None:
    conversion = converted("Row / 3x10 / superset: A\nCurl / 3x12 60s / superset: A\nSquat / 3x5")

    circuit, straight = _blocks(conversion)
    assert circuit == {
        "name": "Superset A",
        "rounds": 3,
        "exercise": [
            {"name": "Row", "reps": 10},
            {"name": "Curl", "reps": 12, "rest": "60s"},
        ],
    }
    assert [one["name"] for one in straight["exercise"]] == ["Squat"]


def test_a_superset_of_unequal_exercises_is_listed() -> None:
    conversion = converted("Row / 3x10 / superset: A\nCurl / 4x12 / superset: A")

    [block] = _blocks(conversion)
    assert [one["name"] for one in block["exercise"]] == ["Row", "Curl"]
    assert conversion.left_out == ("superset A: its exercises differ in their sets",)


def test_every_day_is_a_session() -> None:
    conversion = converted("# Week 1\n## Push\nBench Press / 3x5\n## Pull\nRow / 3x5")

    assert [session.title for session in conversion.sessions] == ["Week 1: Push", "Week 1: Pull"]


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("Squat / 3x5 / progress: lp(5lb)", "Squat: progress: lp(5lb)"),
        ("main: Squat / 3x5", "Squat: label main"),
        ("Squat[1-4] / 3x5", "Squat: [1-4]"),
        ("Squat / 3x5 (Main)", "Squat: label (Main)"),
        ("Squat / 3+x5", 'Squat: "+" of 3+ sets'),
        ("Squat / 3x5 100kg+", 'Squat: "+" of 100kg+'),
        ("Squat / 3x5 / ...Bench Press", "Squat: ...Bench Press"),
        ("Squat / 3x5 fast", "Squat: fast"),
        ("Squat / 3x5 / warmup: 1x5 50%", "Squat: the warm-up with 50%"),
        ("Squat / 3x5 / update: custom() {~\n a / b\n~}", "1 script"),
        ("Squat / 3x5\nnonsense", 'the line "nonsense"'),
    ],
)
def test_what_a_session_cannot_say_is_listed(line: str, lost: str) -> None:
    assert lost in converted(line).left_out


@pytest.mark.parametrize("line", ["Squat / 999999x5", "Squat", "Squat / ...Row", "Squat / @8"])
def test_a_line_without_sets_is_no_exercise(line: str) -> None:
    with pytest.raises(InvalidValueError, match="no line is an exercise"):
        convert(line, title="Mine")


def test_a_line_may_ask_for_a_hold_with_a_tempo_of_its_own() -> None:
    hold, _ = convert_line("Plank / 3x45s 60s")
    tempo, _ = convert_line("Squat / 3x5 3-1-X-0 bodyweight")

    assert hold == {"name": "Plank", "sets": 3, "time": "45s", "rest": "60s"}
    assert tempo == {
        "name": "Squat",
        "sets": 3,
        "reps": 5,
        "tempo": "3-1-X-0",
        "load": "bodyweight",
    }


PIECES = st.sampled_from(
    [
        *"/:,x@%+-. \n#",
        "3x5",
        "warmup",
        "superset",
        "kg",
        "Squat",
        "...",
        "{~",
        "~}",
        "//",
        "²",
        "9999999",
    ]
)


@given(st.lists(PIECES).map("".join))
def test_any_text_is_sessions_or_a_mistake(text: str) -> None:
    try:
        conversion = convert(text, title="Mine")
    except InvalidValueError:
        return

    assert conversion.sessions


MEBIBYTE = 1 << 20


@pytest.mark.parametrize(
    "text",
    [
        "a" + "[" * MEBIBYTE,
        ("a,]" + "[" * 1990 + "/3x5\n") * 520,
        ("a/3x5 " + "(" * 1990 + "\n") * 520,
        "a/3x5\n{~" + "~{" * (MEBIBYTE // 2),
        "//a\n" * (MEBIBYTE // 4) + "a/1x1",
        "a:" * (MEBIBYTE // 2),
        "9" * MEBIBYTE,
        ("a/" + ",".join(["100x1"] * 300) + "\n") * 500,
        ("a/3x5/superset:A\n") * 1900,
    ],
    ids=lambda text: text[:12],
)
def test_a_text_of_a_mebibyte_is_read_once_and_not_again_and_again(text: str) -> None:
    with suppress(InvalidValueError):
        convert_liftosaur(text, title="T")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a/1x1\n" * 2001, "it has more than 2,000 exercises"),
        ("## Day\na/1x1\n" * 251, "it has more than 250 sessions"),
        ("a/50x1,49x2\n" * 102, "it has more than 10,000 sets"),
    ],
)
def test_a_program_of_more_than_a_year_is_refused(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        convert_liftosaur(text, title="T")


def test_a_line_that_is_too_long_is_left_out_and_told_in_part() -> None:
    text = f"Squat / 3x5\n{'a' * 3000} / 3x5"

    conversion = convert_liftosaur(text, title="T")

    assert len(conversion.sessions) == 1
    assert conversion.left_out == (f'a line of 3,006 characters, "{"a" * 40}…"',)


def test_more_sets_than_anybody_does_are_left_out() -> None:
    conversion = convert_liftosaur("Squat / 3x5\nPress / 60x1, 60x2", title="T")

    assert conversion.left_out == ("Press: it has more than 100 sets",)
