"""Reads what the history shows, the newest first: each answer has more than the one before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from benchside.log import (
    MAX_WEEKS,
    WEEK,
    read_exercise,
    read_past,
    read_weeks,
    the_athlete,
    trends_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from benchside.log import (
        ExercisePast,
        ExerciseTrend,
        History,
        LineProblem,
        LogFilter,
        PastTraining,
        WeekSum,
    )
    from benchside.tui.services import PastSessions

NEWEST: Final = 100
"""Sessions that are shown before the log has an index."""

MANY: Final = 400
"""With more sessions than that the last year is shown before all of them."""

MOST: Final = 8_000
"""Sessions that are shown at once, the newest: three a week for fifty years. More take memory."""

FIRST: Final = 40
"""Sessions of an exercise that are shown before all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryNow:
    """What is known so far."""

    athletes: tuple[str, ...] = ()
    """Whose sessions the log has."""
    athlete: str | None
    """Whose are shown; None where the log has those of several others."""
    past: PastTraining | None = None
    weeks: tuple[WeekSum, ...] = ()
    problems: tuple[LineProblem, ...] = ()
    """Lines of the log that cannot be read."""
    left_out_before: date | None = None
    """There are sessions before that day that are not shown, for there are so many."""
    is_whole: bool = False
    """Nothing more comes than the weeks."""


@dataclass(frozen=True, slots=True)
class ExerciseNow:
    """What is known of an exercise so far."""

    trends: tuple[ExerciseTrend, ...]
    """At each tempo, the one of most sessions first."""
    past: ExercisePast


def read_history(past: PastSessions, asked: LogFilter, *, most: int = MOST) -> Iterator[HistoryNow]:
    """Yield what a filter lets through, of the newest sessions at `most`. Raises OSError."""
    wanted = asked.athlete or past.own_name
    newest = past.newest(NEWEST, athlete=wanted)
    if newest is not None:
        yield HistoryNow(athlete=wanted, past=read_past(newest, asked))
    athletes = past.athletes()
    athlete = asked.athlete or the_athlete(athletes, past.own_name)
    history = past.of(athlete)
    now = HistoryNow(athletes=athletes, athlete=athlete, problems=history.problems())
    if athlete is None:
        yield replace(now, is_whole=True)
        return
    if newest is None and asked.since is None and _has_many(history):
        since = past.today - WEEK * MAX_WEEKS
        yield replace(now, past=read_past(history, replace(asked, since=since)))
    first_day = _first_day_of_most(history, asked, most)
    found = read_past(history, replace(asked, since=first_day or asked.since))
    now = replace(now, past=found, left_out_before=first_day, is_whole=True)
    yield now
    yield replace(now, weeks=read_weeks(history, found, past.muscles))


def read_exercise_now(history: History, exercise: str, asked: LogFilter) -> Iterator[ExerciseNow]:
    """Yield an exercise, its last sessions first. Raises OSError."""
    series = history.series(exercise, since=asked.since, until=asked.until)
    tempos = trends_of(series)[0].tempos if series else ()
    trends = tuple(one for tempo in tempos for one in trends_of(series, tempo=tempo))
    first = read_exercise(history, exercise, asked, limit=FIRST)
    yield ExerciseNow(trends, first)
    if not first.is_whole:
        yield ExerciseNow(trends, read_exercise(history, exercise, asked))


def _first_day_of_most(history: History, asked: LogFilter, most: int) -> date | None:
    """Return the first day of which all sessions can be shown; None where all days can be."""
    sessions = history.sessions(limit=most + 1, since=asked.since, until=asked.until)
    return sessions[most - 1].started.date() if len(sessions) > most else None


def _has_many(history: History) -> bool:
    return len(history.sessions(limit=MANY + 1)) > MANY
