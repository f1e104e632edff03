"""Clock and screen."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import timedelta

import pytest

from benchside.doctor.machine import check_keep_awake, unknown_zone
from benchside.doctor.machine_verdict import ClockFacts, judge_clock, short_reason
from benchside.doctor.result import CheckState
from benchside.settings import Settings
from benchside.testing import A_MOMENT

NOW = ClockFacts(now=A_MOMENT, zone="CET", counts_sleep=True)


def test_the_time_is_told_with_its_zone() -> None:
    result = judge_clock(NOW)

    assert result.state is CheckState.OK
    assert result.told == (
        "2026-01-12 18:00 CET (UTC+01:00); "
        "a sleep of the machine is noticed by a clock that counts through it"
    )


def test_without_a_clock_that_counts_through_sleep_the_wall_clock_stands_in() -> None:
    assert "by the wall clock" in judge_clock(replace(NOW, counts_sleep=False)).told


@pytest.mark.parametrize("year", [1970, 1999, 2200])
def test_a_year_without_sessions_is_a_fault(year: int) -> None:
    result = judge_clock(replace(NOW, now=A_MOMENT.replace(year=year)))

    assert result.state is CheckState.FAULT


LATER = A_MOMENT + timedelta(days=40)


@pytest.mark.parametrize("facts", [replace(NOW, installed=LATER), replace(NOW, log_written=LATER)])
def test_a_clock_that_was_set_back_is_told(facts: ClockFacts) -> None:
    result = judge_clock(facts)

    assert result.state is CheckState.WARNING
    assert f"{LATER:%Y-%m-%d}" in result.told
    assert "set the clock" in result.hint


def test_some_hours_between_clock_and_files_are_nothing() -> None:
    facts = replace(NOW, log_written=A_MOMENT + timedelta(hours=3))

    assert judge_clock(facts).state is CheckState.OK


@pytest.mark.parametrize(
    ("zone", "unknown"),
    [
        ("", ""),
        ("UTC", ""),
        ("CET-1CEST,M3.5.0,M10.5.0/3", ""),
        (":/etc/localtime", ""),
        ("Nowhere/Land", "Nowhere/Land"),
        ("../etc/passwd", "../etc/passwd"),
    ],
)
def test_a_zone_that_nobody_knows_is_named(zone: str, unknown: str) -> None:
    assert unknown_zone({"TZ": zone}) == unknown


def test_an_unknown_zone_is_a_warning() -> None:
    result = judge_clock(replace(NOW, unknown_zone="Nowhere/Land"))

    assert result.state is CheckState.WARNING
    assert "Nowhere/Land" in result.told


def test_a_desktop_that_keeps_the_screen_on_is_well() -> None:
    assert check_keep_awake(Settings(), lambda: nullcontext("")).state is CheckState.OK


def test_a_desktop_that_cannot_is_a_warning_with_its_reason() -> None:
    result = check_keep_awake(Settings(), lambda: nullcontext("no desktop is running"))

    assert result.state is CheckState.WARNING
    assert result.told == "the screen may go dark in a session: no desktop is running"


def test_a_desktop_that_fails_is_a_warning_too() -> None:
    def broken() -> AbstractContextManager[str]:
        raise OSError("the bus is gone")

    result = check_keep_awake(Settings(), broken)

    assert result.state is CheckState.WARNING
    assert "the bus is gone" in result.told


def test_who_does_not_want_the_screen_on_is_not_asked() -> None:
    def unwanted() -> AbstractContextManager[str]:
        raise AssertionError

    assert check_keep_awake(Settings(keep_awake=False), unwanted).state is CheckState.OK


def test_of_a_long_report_the_first_answer_is_told() -> None:
    report = (
        'Could not activate! Tried Methods: (#1, org.a, Reason: DBusCallError("DBus call of '
        "method 'Inhibit' failed with message: The address is not set! To use dbus\")), (#2, b)"
    )

    assert short_reason(report) == "The address is not set"
    assert short_reason("no desktop") == "no desktop"
    assert len(short_reason("x" * 500)) == 100
