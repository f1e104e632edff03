"""Estimates for what only a key ends, and the reps that are cued and counted."""

from __future__ import annotations

import pytest

from benchside.timeline.estimate import (
    NOMINAL_OPEN_REPS,
    NOMINAL_REP_MS,
    OPEN_REPS,
    asks_reps,
    cued_reps,
    nominal_reps,
    nominal_side_ms,
    nominal_work_ms,
)
from tests.builders import a_set


@pytest.mark.parametrize("reps", ["5-8", "8+", "max"])
def test_reps_at_will_without_one_number_have_to_be_told(reps: str) -> None:
    assert asks_reps(a_set(reps))


def test_as_many_reps_as_possible_in_a_time_have_to_be_told() -> None:
    assert asks_reps(a_set("max", time="20s"))


def test_reps_that_are_planned_or_counted_or_not_there_need_not_be_told() -> None:
    assert not asks_reps(a_set(8))
    assert not asks_reps(a_set("5-8", tempo="2-0-1-0"))
    assert not asks_reps(a_set(time="30s"))


@pytest.mark.parametrize(
    ("reps", "cued", "counted"),
    [
        (8, 8, 8),
        ("5-8", 8, 8),
        ("8+", OPEN_REPS, 8),
        ("max", OPEN_REPS, NOMINAL_OPEN_REPS),
    ],
)
def test_a_target_is_cued_to_its_end_and_counted_as_planned(
    reps: int | str, cued: int, counted: int
) -> None:
    planned = a_set(reps, tempo="2-0-1-0")

    assert cued_reps(planned.reps) == cued
    assert nominal_reps(planned) == counted


def test_a_set_against_the_clock_counts_no_reps() -> None:
    assert cued_reps(a_set(time="30s").reps) == 0
    assert nominal_reps(a_set(time="30s")) == 0
    assert nominal_reps(a_set("max", time="30s")) == 0


def test_a_side_lasts_as_long_as_its_time_its_tempo_or_a_guess() -> None:
    assert nominal_side_ms(a_set(time="30s")) == 30_000
    assert nominal_side_ms(a_set(5, tempo="2-0-1-0")) == 15_000
    assert nominal_side_ms(a_set(5)) == 5 * NOMINAL_REP_MS


def test_a_set_lasts_as_long_as_its_sides_and_the_switches_between_them() -> None:
    assert nominal_work_ms(a_set(time="30s")) == 30_000
    assert nominal_work_ms(a_set(time="30s", sides=("left", "right"), switch="8s")) == 68_000
