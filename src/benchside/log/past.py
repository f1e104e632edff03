"""What the history shows: past sessions, exercises, weeks, and each of them in full.

Asks a `History` and puts together what it answers; every sum and record is worked out where the
commands have it from. Raises OSError where the log cannot be read.

Pure: the history answers from wherever it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from benchside.log.as_facts import facts_of, facts_of_exercise
from benchside.log.bests import bests_of
from benchside.log.facts import exercise_key, with_exercises
from benchside.log.last_time import last_time, last_times
from benchside.log.recall import MAX_RECALLED, ExerciseMemory, SessionMemory
from benchside.log.records import best_of_each, find_records, records_since
from benchside.log.review import review_of
from benchside.log.selection import LogFilter, has_words
from benchside.log.trends import trends_of
from benchside.log.weeks import WEEK, monday_of, weeks_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from benchside.log.answers import ExerciseTotals, KnownExercise, LoggedSession
    from benchside.log.bests import Bests
    from benchside.log.history import History
    from benchside.log.last_time import LastTime
    from benchside.log.muscles import MuscleLookup
    from benchside.log.record import Record
    from benchside.log.records import PersonalRecord
    from benchside.log.review import SessionReview
    from benchside.log.trends import ExerciseTrend
    from benchside.log.weeks import WeekSum

MAX_WEEKS: Final = 53
"""Weeks of which every session is read: a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTraining:
    """What a filter lets through."""

    sessions: tuple[LoggedSession, ...]
    """The latest first."""
    exercises: tuple[ExerciseTrend, ...]
    """The one that was done last first."""
    keys: frozenset[str]
    """Exercises by their `exercise_key` that words of the filter name; empty where none does."""
    sets: Mapping[date, int]
    """Counted sets of each day with a session."""
    duration_ms: int
    volume_kg: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSession:
    """An exercise in one session, at one tempo."""

    last: LastTime
    records: tuple[PersonalRecord, ...]
    """The last one of each kind; of reps that at each load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePast:
    """An exercise in its sessions."""

    exercise: str
    sessions: tuple[ExerciseSession, ...]
    """The latest first."""
    bests: tuple[Bests, ...]
    """Each tempo and sort of load apart; empty as long as not every session is read."""
    is_whole: bool
    """Every session that the filter lets through is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPast:
    """A session as the log has it, with what it came to."""

    record: Record
    review: SessionReview
    """Against what the log knew before it."""


def read_past(history: History, asked: LogFilter) -> PastTraining:
    """Return the sessions and exercises that a filter lets through, with their sums.

    Words pass the exercises that they name with their sessions, and the sessions of that name.
    """
    sessions = history.sessions(since=asked.since, until=asked.until)
    series = history.series(since=asked.since, until=asked.until)
    keys: frozenset[str] = frozenset()
    if asked.words:
        named = [one for one in history.exercises() if has_words(one.exercise, asked.words)]
        keys = frozenset(exercise_key(one.exercise) for one in named)
        with_them = _sessions_with(history, named, asked)
        sessions = tuple(
            one for one in sessions if one.id in with_them or has_words(one.session, asked.words)
        )
        series = _within(series, {one.id for one in sessions}, keys)
    sets = {one.started.date(): 0 for one in sessions}
    for totals in series:
        sets[totals.started.date()] += totals.sets
    measured: Iterable[ExerciseTotals | LoggedSession] = series if keys else sessions
    return PastTraining(
        sessions=sessions,
        exercises=trends_of(series),
        keys=keys,
        sets=sets,
        duration_ms=sum(one.duration_ms or 0 for one in sessions),
        volume_kg=sum((one.volume_kg for one in measured), Decimal(0)),
    )


def read_weeks(history: History, past: PastTraining, lookup: MuscleLookup) -> tuple[WeekSum, ...]:
    """Return the last weeks of what a filter has let through, the latest first."""
    if not past.sessions:
        return ()
    first = monday_of(past.sessions[0].started.date()) - WEEK * (MAX_WEEKS - 1)
    records = history.records(one.id for one in past.sessions if one.started.date() >= first)
    sessions = [facts_of(record) for record in records]
    if past.keys:
        sessions = [with_exercises(session, past.keys) for session in sessions]
    return weeks_of(sessions, lookup)[::-1]


def read_exercise(
    history: History, exercise: str, asked: LogFilter, *, limit: int | None = None
) -> ExercisePast:
    """Return an exercise in its last sessions, with the records that it broke in them."""
    found = history.sessions(exercise=exercise, since=asked.since, until=asked.until, limit=limit)
    records = history.records(one.id for one in found)
    key = exercise_key(exercise)
    facts = [
        one
        for record in records
        for one in facts_of(record).sets
        if exercise_key(one.exercise) == key
    ]
    is_whole = limit is None or len(found) < limit
    if is_whole and asked.since is None:
        broken = find_records(facts)
    else:
        first = min((one.date for one in facts), default=None)
        earlier = history.series(exercise, until=None if first is None else first.date())
        broken = records_since(
            [one for one in earlier if first is not None and one.started < first], facts
        )
    by_session: dict[tuple[str, str], list[PersonalRecord]] = {}
    for one in broken:
        by_session.setdefault((one.by.session, one.by.tempo), []).append(one)
    return ExercisePast(
        exercise=exercise,
        sessions=tuple(
            ExerciseSession(
                last=last,
                records=best_of_each(by_session.get((last.session, last.tempo), ())),
            )
            for last in last_times(facts, exercise)
        ),
        bests=bests_of(facts, exercise) if is_whole else (),
        is_whole=is_whole,
    )


def read_session(history: History, record_id: str) -> SessionPast | None:
    """Return a session against those before it; None where the log has it no more."""
    record = history.record(record_id)
    if record is None:
        return None
    work = [one for one in facts_of(record).sets if one.is_work]
    exercises = {(exercise_key(one.exercise), one.tempo): (one.exercise, one.tempo) for one in work}
    memory = SessionMemory(
        exercises={
            key: _before(history, record, exercise, tempo)
            for key, (exercise, tempo) in exercises.items()
        }
    )
    return SessionPast(record=record, review=review_of(record, memory))


def _before(history: History, record: Record, exercise: str, tempo: str) -> ExerciseMemory:
    """Return what the log knew of an exercise before a session."""
    asked, started = tempo or None, record.started
    attempts = history.attempts(exercise, tempo=asked, limit=MAX_RECALLED, before=started)
    facts = [
        one for logged in attempts for one in facts_of_exercise(logged, athlete=record.athlete)
    ]
    series = history.series(exercise, tempo=asked, until=started.date())
    return ExerciseMemory(
        exercise=exercise,
        last=last_time(facts, exercise, tempo=tempo),
        earlier=tuple(one for one in series if one.started < started),
    )


def _sessions_with(
    history: History, exercises: Iterable[KnownExercise], asked: LogFilter
) -> set[str]:
    """Return the ids of the sessions that have one of these exercises."""
    return {
        session.id
        for one in exercises
        for session in history.sessions(exercise=one.exercise, since=asked.since, until=asked.until)
    }


def _within(
    series: Iterable[ExerciseTotals], ids: Collection[str], keys: Collection[str]
) -> tuple[ExerciseTotals, ...]:
    """Return what these exercises came to in these sessions; no exercises mean all of them."""
    return tuple(
        one for one in series if one.id in ids and (not keys or exercise_key(one.exercise) in keys)
    )
