"""What an athlete types in training, on the screen and on plain lines alike."""

from __future__ import annotations

from decimal import Decimal

import pytest

from benchside.session.values.answers import MAX_NOTE, read_load, read_note, read_reps, read_rpe
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.load import format_load, parse_load


@pytest.mark.parametrize(
    ("typed", "like", "meant"),
    [
        ("62.5", "60 kg", "62.5 kg"),
        ("62,5", "60 kg", "62.5 kg"),
        ("62,5 kg", "60 kg", "62.5 kg"),
        ("105", "225 lb", "105 lb"),
        ("26", "2 x 24 kg", "2 x 26 kg"),
        ("15", "bodyweight + 10 kg", "bodyweight + 15 kg"),
        ("0", "bodyweight + 10 kg", "bodyweight"),
        ("225 lb", "100 kg", "225 lb"),
        ("red band", "100 kg", "red band"),
    ],
)
def test_a_load_takes_its_unit_and_form_from_the_one_it_corrects(
    typed: str, like: str, meant: str
) -> None:
    assert format_load(read_load(typed, like=parse_load(like))) == meant


@pytest.mark.parametrize("like", [None, "band", "bodyweight"])
def test_a_bare_number_that_corrects_no_weight_asks_for_its_unit(like: str | None) -> None:
    with pytest.raises(InvalidValueError, match="has no unit") as mistake:
        read_load("105", like=None if like is None else parse_load(like))

    assert mistake.value.expected == 'write "105 kg" or "105 lb"'


def test_a_load_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="weighs nothing"):
        read_load("0", like=parse_load("100 kg"))


@pytest.mark.parametrize(("typed", "rpe"), [("8", "8"), (" 8.5 ", "8.5"), ("8,5", "8.5")])
def test_an_rpe_may_be_written_with_a_comma(typed: str, rpe: str) -> None:
    assert read_rpe(typed) == Decimal(rpe)


@pytest.mark.parametrize("typed", ["", "hard", "8,5,5", "11", "8.25", "-8", "1e1", "nan"])
def test_what_is_no_rpe_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError, match="is not an RPE"):
        read_rpe(typed)


@pytest.mark.parametrize("typed", ["", "-1", "5.5", "5-8", "８", "99999999999999999999", "five"])
def test_what_is_no_number_of_reps_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a number of reps"):
        read_reps(typed)


def test_reps_are_read() -> None:
    assert read_reps(" 12 ") == 12


def test_the_lines_of_a_note_are_joined() -> None:
    assert read_note("left heel\nlifts\r\n  a bit") == "left heel lifts a bit"


def test_a_note_that_is_a_diary_is_refused_whole() -> None:
    with pytest.raises(InvalidValueError, match="more than"):
        read_note("x" * (MAX_NOTE + 1))


def test_a_note_commands_no_terminal() -> None:
    with pytest.raises(InvalidValueError, match="control character"):
        read_note("a\x1b[2Jb")
