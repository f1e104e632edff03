"""Weeks of training: what each came to, how many in a row, and a calendar of days.

Weeks are those of ISO 8601, from Monday on; a session belongs to the day on which it began in the
zone where it was done.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, Final

from benchside.log.muscles import MuscleReport, sets_per_muscle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from benchside.log.facts import SessionFact
    from benchside.log.muscles import MuscleLookup

WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSum:
    """One week; all of it is 0 where nothing was done."""

    monday: date
    sessions: int
    days: int
    """On how many days there was a session."""
    sets: int
    """Sets of work that the athlete answered for."""
    volume_kg: Decimal
    tension_ms: int
    duration_ms: int
    planned_sets: int
    """Sets that its sessions asked for, warm-ups and ramp sets among them."""
    done_sets: int
    """Those of them that were done."""
    muscles: MuscleReport

    @property
    def name(self) -> str:
        """The week by its number: `2026-W03`."""
        return week_name(self.monday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """Weeks in a row with at least one session."""

    current: int
    """Up to this week, or to the last one while this one has no session yet."""
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLevel:
    """A day of the calendar."""

    day: date
    sets: int
    """Sets of work that the athlete answered for."""
    level: int
    """0 without a session, 1 with fewer sets than the median of trained days, else 2."""


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_name(day: date) -> str:
    """Return the number of a day's week: `2026-W03`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def weeks_of(sessions: Iterable[SessionFact], lookup: MuscleLookup) -> tuple[WeekSum, ...]:
    """Return the weeks from the first session's to the last one's, the oldest first."""
    by_week: dict[date, list[SessionFact]] = {}
    for session in sessions:
        by_week.setdefault(monday_of(session.day), []).append(session)
    if not by_week:
        return ()
    first, last = min(by_week), max(by_week)
    mondays = (first + number * WEEK for number in range((last - first) // WEEK + 1))
    return tuple(_week(monday, by_week.get(monday, ()), lookup) for monday in mondays)


def streak_of(days: Collection[date], *, today: date) -> Streak:
    """Return how many weeks in a row had a session; the current one is still to come."""
    trained = {monday_of(day) for day in days}
    longest = max((_length(trained, monday) for monday in trained), default=0)
    this_week = monday_of(today)
    last = this_week if this_week in trained else this_week - WEEK
    return Streak(current=_length(trained, last), longest=longest)


def calendar_of(
    sessions: Iterable[SessionFact], *, first: date, last: date
) -> tuple[DayLevel, ...]:
    """Return every day from `first` to `last`, both included, with how much was done on it."""
    sets: dict[date, int] = {}
    for session in sessions:
        counted = sum(one.is_counted for one in session.sets)
        sets[session.day] = sets.get(session.day, 0) + counted
    return levels_of(sets, first=first, last=last)


def levels_of(sets: Mapping[date, int], *, first: date, last: date) -> tuple[DayLevel, ...]:
    """Return every day from `first` to `last`, by the sets of each day with a session."""
    middle = median(sets.values()) if sets else 0
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(
        DayLevel(
            day=day,
            sets=sets.get(day, 0),
            level=0 if day not in sets else 1 if sets[day] < middle else 2,
        )
        for day in days
    )


def _week(monday: date, sessions: Collection[SessionFact], lookup: MuscleLookup) -> WeekSum:
    sets = [one for session in sessions for one in session.sets]
    lifted = [one for one in sets if one.is_lifted]
    return WeekSum(
        monday=monday,
        sessions=len(sessions),
        days=len({session.day for session in sessions}),
        sets=sum(one.is_counted for one in sets),
        volume_kg=sum((one.volume_kg for one in lifted), Decimal(0)),
        tension_ms=sum(one.tension_ms for one in lifted),
        duration_ms=sum(session.duration_ms or 0 for session in sessions),
        planned_sets=sum(session.planned_sets for session in sessions),
        done_sets=sum(one.is_done for one in sets),
        muscles=sets_per_muscle(sets, lookup),
    )


def _length(trained: Collection[date], last: date) -> int:
    """Count the weeks in a row that end with this one."""
    count = 0
    while last in trained:
        last, count = last - WEEK, count + 1
    return count
