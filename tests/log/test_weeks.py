"""Weeks, streaks, the calendar, and sets for each muscle."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from benchside.log.muscles import MuscleReport, sets_per_muscle
from benchside.log.weeks import calendar_of, monday_of, streak_of, week_name, weeks_of
from benchside.runner.results import SetStatus
from benchside.session.exercises.entry import Muscle, MusclesTrained
from benchside.session.values.vocabulary import SetType
from tests.log.facts import a_fact, a_session_of, day

if TYPE_CHECKING:
    from benchside.log.facts import SetFact

MONDAY = date(2026, 1, 12)
"""Of the week in which everything in these tests begins."""


def trains(exercise: str) -> MusclesTrained | None:
    """What some exercises train."""
    return {
        "Bench press": MusclesTrained((Muscle.CHEST,), (Muscle.TRICEPS,)),
        "Dip": MusclesTrained((Muscle.TRICEPS, Muscle.CHEST), (Muscle.CHEST,)),
    }.get(exercise)


def counts(report: MuscleReport) -> dict[str, float]:
    return {one.muscle: float(one.sets) for one in report.muscles}


def test_four_sets_of_the_bench_press_are_four_for_the_chest_and_two_for_the_triceps() -> None:
    report = sets_per_muscle([a_fact(exercise="Bench press")] * 4, trains)

    assert counts(report) == {"chest": 4, "triceps": 2}


def test_a_muscle_that_is_named_twice_is_trained() -> None:
    assert counts(sets_per_muscle([a_fact(exercise="Dip")], trains)) == {"chest": 1, "triceps": 1}


@pytest.mark.parametrize(
    "uncounted",
    [
        a_fact(exercise="Dip", set_type=SetType.WARM_UP),
        a_fact(exercise="Dip", is_ramp=True),
        a_fact(exercise="Dip", status=SetStatus.ASSUMED),
        a_fact(exercise="Dip", status=SetStatus.SKIPPED),
        a_fact(exercise="Dip", status=SetStatus.CUT),
    ],
)
def test_warm_ups_and_sets_that_nobody_answered_for_count_for_no_muscle(
    uncounted: SetFact,
) -> None:
    assert sets_per_muscle([uncounted], trains).muscles == ()


def test_a_set_of_two_sides_is_one_set() -> None:
    assert counts(sets_per_muscle([a_fact(sides=(8, 8), exercise="Dip")], trains))["chest"] == 1


def test_an_exercise_that_nobody_knows_is_named_once() -> None:
    sets = [a_fact(exercise="Frobnicate"), a_fact(exercise="frobnicate "), a_fact(exercise="Dip")]

    report = sets_per_muscle(sets, trains)

    assert [name.strip().casefold() for name in report.unknown] == ["frobnicate"]


def test_the_days_of_a_muscle_are_days_and_not_sessions() -> None:
    sets = [a_fact(exercise="Dip"), a_fact(exercise="Bench press"), a_fact(exercise="Dip", on=2)]

    assert {one.muscle: one.days for one in sets_per_muscle(sets, trains).muscles} == {
        "chest": 2,
        "triceps": 2,
    }


def test_a_week_adds_up_its_sessions_and_an_empty_one_is_there() -> None:
    monday = a_session_of(a_fact(8), a_fact(8, status=SetStatus.SKIPPED), planned_sets=3)
    friday = a_session_of(a_fact(5, "110 kg", on=4), minutes=None)
    later = a_session_of(a_fact(10, on=15))

    first, empty, last = weeks_of([later, friday, monday], trains)

    assert (first.monday, first.name, first.sessions, first.days) == (MONDAY, "2026-W03", 2, 2)
    assert (first.sets, first.done_sets, first.planned_sets) == (2, 2, 4)
    assert first.volume_kg == 8 * 100 + 5 * 110
    assert first.duration_ms == 45 * 60_000
    assert (empty.monday, empty.sessions, empty.sets) == (MONDAY + timedelta(7), 0, 0)
    assert (last.name, float(last.volume_kg)) == ("2026-W05", 1_000)


def test_what_a_time_cap_cut_off_was_lifted_but_is_no_whole_set() -> None:
    (week,) = weeks_of([a_session_of(a_fact(3, status=SetStatus.CUT))], trains)

    assert (week.sets, float(week.volume_kg)) == (0, 300)


def test_no_session_is_no_week() -> None:
    assert weeks_of([], trains) == ()


def test_a_late_sunday_belongs_to_the_week_of_the_place_where_it_was() -> None:
    """Where it was Sunday evening it is Monday in UTC."""
    honolulu = timezone(timedelta(hours=-10))
    late = datetime(2026, 1, 18, 22, 0, tzinfo=honolulu)
    session = replace(a_session_of(a_fact()), started=late)

    assert late.astimezone(UTC).date() == date(2026, 1, 19)
    assert [week.name for week in weeks_of([session], trains)] == ["2026-W03"]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "2026-W01"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_weeks_are_numbered_by_iso(day: date, name: str) -> None:
    assert week_name(day) == name


def test_a_streak_goes_up_to_this_week_or_to_the_last_one() -> None:
    days = {MONDAY, MONDAY + timedelta(9), MONDAY + timedelta(14)}

    assert streak_of(days, today=MONDAY + timedelta(20)).current == 3
    assert streak_of(days, today=MONDAY + timedelta(27)).current == 3
    assert streak_of(days, today=MONDAY + timedelta(28)).current == 0


def test_the_longest_streak_may_lie_behind() -> None:
    days = {MONDAY + timedelta(7 * week) for week in (0, 1, 2, 5, 6)}

    streak = streak_of(days, today=MONDAY + timedelta(7 * 6))

    assert (streak.current, streak.longest) == (2, 3)
    assert streak_of((), today=MONDAY).longest == 0


def test_the_calendar_has_every_day_with_its_level() -> None:
    sessions = [
        a_session_of(a_fact()),
        a_session_of(*[a_fact(on=2)] * 4),
        a_session_of(*[a_fact(on=3)] * 6),
    ]

    days = calendar_of(sessions, first=MONDAY, last=MONDAY + timedelta(6))

    assert [one.level for one in days] == [1, 0, 2, 2, 0, 0, 0]
    assert [one.sets for one in days] == [1, 0, 4, 6, 0, 0, 0]
    assert days[0].day == MONDAY


def test_two_sessions_of_a_day_are_one_day() -> None:
    morning = a_session_of(a_fact())
    evening = replace(morning, id="evening", started=day(0) + timedelta(hours=3))

    (only,) = calendar_of([morning, evening], first=MONDAY, last=MONDAY)

    assert only.sets == 2


@given(st.lists(st.integers(0, 400), max_size=30))
def test_weeks_follow_each_other_without_a_gap_and_lose_no_session(offsets: list[int]) -> None:
    sessions = [a_session_of(a_fact(on=offset)) for offset in offsets]

    weeks = weeks_of(sessions, trains)

    mondays = [week.monday for week in weeks]
    assert sum(week.sessions for week in weeks) == len(sessions)
    assert sum((week.volume_kg for week in weeks), Decimal(0)) == 500 * len(sessions)
    assert all(monday == monday_of(monday) for monday in mondays)
    assert all(after - before == timedelta(7) for before, after in pairwise(mondays))
    assert not weeks or (weeks[0].sessions and weeks[-1].sessions)
