"""The week of today: on which days there was a session, and what they came to.

Pure: the history is asked, and answers from wherever it is. Raises OSError where the log cannot be
read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from benchside.log.as_facts import facts_of
from benchside.log.weeks import monday_of, streak_of, weeks_of

if TYPE_CHECKING:
    from benchside.log.history import History
    from benchside.log.muscles import MuscleLookup
    from benchside.log.weeks import WeekSum


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisWeek:
    """The week from its Monday to today."""

    today: date
    days: frozenset[date]
    """The days of this week with a session."""
    sum: WeekSum | None
    """None as long as there was no session."""
    streak: int
    """Weeks in a row with a session, up to this one, or to the last one while this has none."""


def this_week_of(history: History, lookup: MuscleLookup, *, today: date) -> ThisWeek | None:
    """Return the week of today; None where nothing was done in it nor in the one before."""
    every = {one.day for one in history.calendar(date.min, today)}
    streak = streak_of(every, today=today).current
    if not streak:
        return None
    monday = monday_of(today)
    sessions = history.sessions(since=monday, until=today)
    records = history.records(one.id for one in sessions)
    weeks = weeks_of([facts_of(record) for record in records], lookup)
    return ThisWeek(
        today=today,
        days=frozenset(day for day in every if day >= monday),
        sum=weeks[-1] if weeks else None,
        streak=streak,
    )
