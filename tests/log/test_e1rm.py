"""The estimated one-rep maximum: Epley's column of the table, and where there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from benchside.log.e1rm import e1rm_kg, epley
from benchside.log.words import e1rm_words, two_places
from tests.log.facts import a_fact


@pytest.mark.parametrize(
    ("reps", "expected"),
    [(1, "100"), (2, "106.67"), (3, "110"), (5, "116.67"), (8, "126.67"), (10, "133.33")],
)
def test_it_is_what_epley_gives_for_a_hundred_kilograms(reps: int, expected: str) -> None:
    found = epley(Decimal(100), reps)

    assert found is not None
    assert two_places(found) == Decimal(expected)


@pytest.mark.parametrize("reps", [0, -1, 11, 30])
def test_there_is_none_outside_one_to_ten_reps(reps: int) -> None:
    assert epley(Decimal(100), reps) is None


@pytest.mark.parametrize(
    ("load", "body_kg"),
    [
        ("bodyweight - 20 kg", 80),
        ("bodyweight - 20 kg", None),
        ("bodyweight", None),
        ("bodyweight + 10 kg", None),
        ("band", 80),
        ("80%", 80),
        (None, 80),
    ],
)
def test_there_is_none_for_help_nor_where_the_load_is_no_number(
    load: str | None, body_kg: int | None
) -> None:
    assert e1rm_kg(a_fact(5, load, body_kg=body_kg)) is None


def test_there_is_none_where_nobody_counted_the_reps() -> None:
    assert e1rm_kg(a_fact(None)) is None


def test_it_is_said_in_the_unit_of_the_load() -> None:
    assert e1rm_words(a_fact(5, "225 lb")) == "262.50 lb"
    assert e1rm_words(a_fact(8, "2 x 24 kg")) == "60.80 kg"
    assert e1rm_words(a_fact(8, "bodyweight", body_kg=80)) == "101.33 kg"
    assert e1rm_words(a_fact(12)) == ""
