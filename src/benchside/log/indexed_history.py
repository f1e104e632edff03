"""The history of one athlete, answered by the index and by the lines that it leads to."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from benchside.log.answers import ANY_TEMPO, TimesDone
from benchside.log.index_answers import (
    is_asked_for,
    known_exercise,
    logged_exercise,
    logged_session,
    sets_of,
    told_problems,
    totals_from,
    training_day,
)
from benchside.log.index_lines import record_at
from benchside.log.index_rows import fold, microseconds, moment_of
from benchside.log.index_store import WORK_BITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from benchside.log.answers import (
        ExerciseTotals,
        KnownExercise,
        LoggedExercise,
        LoggedSession,
        TrainingDay,
    )
    from benchside.log.history import KeepTotals
    from benchside.log.index_rows import AnswerRow
    from benchside.log.index_store import IndexStore
    from benchside.log.problems import LineProblem
    from benchside.log.record import Record

AnswerT = TypeVar("AnswerT")

_SESSION_OF_WORK: Final = f"work JOIN session ON session.no = work.no >> {WORK_BITS}"
_OF_EXERCISE: Final = "work.exercise = (SELECT no FROM exercise WHERE folded = :exercise)"
_WITHIN: Final = (
    "session.started_us > :after_us AND session.started_us < :before_us"
    " AND session.day BETWEEN :since AND :until"
)
"""The first line leads to the rows, the second one knows the zone of the place."""

SESSION: Final = (
    "SELECT session.id, name, source, session.started_us, zone_s, finished_us, status,"
    " session.athlete, more, away_ms, volume_kg, tut_ms, done, assumed, planned"
)
_DAYS: Final = """
SELECT day, count(*), sum(counted), sum(volume_kg),
  sum(max((coalesce(finished_us, started_us) - started_us) / 1000 - away_ms, 0)) FROM session"""
_DAY_US: Final = 86_400_000_000
_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()


class Ask(Protocol):
    """Puts a question to the index as it is now."""

    def __call__(self, question: Callable[[IndexStore], AnswerT]) -> AnswerT:
        """Return the answer; raises OSError."""
        ...


class IndexedHistory:
    """`History` of one athlete, or of everybody where that is None."""

    def __init__(self, ask: Ask, log: Path, athlete: str | None) -> None:
        """Ask of the log at `log`."""
        self._ask = ask
        self._log = log
        self._athlete = athlete

    def sessions(
        self,
        *,
        limit: int | None = None,
        session: str | None = None,
        file: str | None = None,
        exercise: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[LoggedSession, ...]:
        """Return the last sessions, the latest first."""
        values = self._within(since, until, exercise) | {
            "name": session,
            "file": file,
            "limit": -1 if limit is None else limit,
        }
        source, of_exercise, time = self._sources(exercise)
        question = (
            f"{SESSION} FROM {source} WHERE {of_exercise} {_WITHIN}"
            " AND (:name IS NULL OR name = :name) AND (:file IS NULL OR source = :file)"
            f" ORDER BY {time} DESC, session.id DESC LIMIT :limit"
        )
        rows = self._ask(lambda store: store.ask(question, values))
        return tuple(logged_session(row) for row in rows)

    def record(self, record_id: str) -> Record | None:
        """Return a session with its sets; None where there is none that can be read."""
        return next(iter(self.records([record_id])), None)

    def records(self, record_ids: Iterable[str]) -> tuple[Record, ...]:
        """Return sessions with their sets, in this order, without those that cannot be read."""
        question = (
            "SELECT id, file, offset, length FROM session"
            f" WHERE {self._own} started_us IS NOT NULL AND id = :id"
        )
        wanted = [{"athlete": self._athlete, "id": one} for one in record_ids]

        def read(store: IndexStore) -> tuple[Record, ...]:
            rows = (row for values in wanted for row in store.ask(question, values))
            found = (record_at(store, row) for row in rows)
            return tuple(record for record in found if record is not None)

        return self._ask(read)

    def times_done(self) -> tuple[TimesDone, ...]:
        """Return how often each session was done, the latest first."""
        mine = "" if self._athlete is None else "WHERE last.athlete = :athlete"
        question = (
            "SELECT last.name, last.source, sum(times), max(ended_us) AS ended, zone_s FROM last"
            f" JOIN session ON session.no = last.no {mine}"
            " GROUP BY last.name, last.source ORDER BY ended DESC, last.source"
        )
        rows = self._ask(lambda store: store.ask(question, {"athlete": self._athlete}))
        return tuple(
            TimesDone(session=name, file=file, times=times, last=moment_of(ended_us, zone_s))
            for name, file, times, ended_us, zone_s in rows
        )

    def last_time(
        self, exercise: str, *, tempo: str | None = ANY_TEMPO, before: datetime | None = None
    ) -> LoggedExercise | None:
        """Return an exercise as it was done last: at this tempo, or at another if never at this."""
        found = self.attempts(exercise, tempo=tempo, limit=1, before=before)
        if not found and tempo != ANY_TEMPO:
            found = self.attempts(exercise, limit=1, before=before)
        return found[0] if found else None

    def attempts(
        self,
        exercise: str,
        *,
        tempo: str | None = ANY_TEMPO,
        limit: int,
        before: datetime | None = None,
    ) -> tuple[LoggedExercise, ...]:
        """Return the last sessions of an exercise at this tempo alone, the latest first."""

        def read(store: IndexStore) -> tuple[LoggedExercise, ...]:
            found: list[LoggedExercise] = []
            for row in self._of_exercise(store, exercise, tempo, before):
                if len(found) == limit:
                    break
                record = record_at(store, row)
                sets = () if record is None else sets_of(record, exercise, tempo)
                if record is not None and sets:
                    found.append(logged_exercise(record, sets))
            return tuple(found)

        return self._ask(read)

    def series(
        self,
        exercise: str | None = None,
        *,
        tempo: str | None = ANY_TEMPO,
        since: date | None = None,
        until: date | None = None,
        keep: KeepTotals = iter,
    ) -> tuple[ExerciseTotals, ...]:
        """Return what an exercise came to in each session, the oldest first; None means all."""
        source, of_exercise, time = self._sources(exercise)
        question = (
            f"SELECT id, session.started_us, zone_s, session.work FROM {source}"
            f" WHERE {of_exercise} {_WITHIN} ORDER BY {time}, id"
        )
        values = self._within(since, until, exercise)

        def read(store: IndexStore) -> tuple[ExerciseTotals, ...]:
            with closing(store.each(question, values)) as rows:
                found = (
                    totals_from(work, record_id, moment)
                    for record_id, started_us, zone_s, text in rows
                    for moment in (moment_of(started_us, zone_s),)
                    for work in json.loads(text)
                    if is_asked_for(work, exercise, tempo) and work[2]
                )
                return tuple(keep(found))

        return self._ask(read)

    def exercises(self) -> tuple[KnownExercise, ...]:
        """Return every exercise that was trained, the latest first."""
        mine = "WHERE athlete = :athlete" if self._athlete is not None else ""
        question = (
            "SELECT folded, sessions, latest_us, zone_s, session.work FROM"
            " (SELECT exercise, count(*) AS sessions, max(started_us) AS latest_us, no FROM work"
            f" {mine} GROUP BY exercise)"
            f" AS latest JOIN session ON session.no = latest.no >> {WORK_BITS}"
            " JOIN exercise ON exercise.no = latest.exercise ORDER BY latest_us DESC, folded"
        )
        rows = self._ask(lambda store: store.ask(question, {"athlete": self._athlete}))
        return tuple(known_exercise(row) for row in rows)

    def calendar(self, since: date, until: date | None = None) -> tuple[TrainingDay, ...]:
        """Return the days with sessions, the first one first; `since` and `until` included."""
        question = f"{_DAYS} WHERE {self._own} {_WITHIN} GROUP BY day ORDER BY day"
        values = self._within(since, until)
        rows = self._ask(lambda store: store.ask(question, values))
        return tuple(training_day(row) for row in rows)

    def problems(self) -> tuple[LineProblem, ...]:
        """Return the lines that cannot be read, the first thousand of them."""
        found = self._ask(lambda store: store.problems())
        return told_problems(found, self._log.name)

    @property
    def _own(self) -> str:
        """Say in SQL whose sessions are meant."""
        return "" if self._athlete is None else "athlete = :athlete AND"

    def _sources(self, exercise: str | None) -> tuple[str, str, str]:
        """Return where sessions are looked up, with what condition, and what they are ordered by.

        Sessions of an exercise lie in its own order of time, so the last ones are found at once.
        """
        if exercise is None:
            return "session", self._own, "session.started_us"
        mine = "" if self._athlete is None else "work.athlete = :athlete AND"
        return _SESSION_OF_WORK, f"{mine} {_OF_EXERCISE} AND", "work.started_us"

    def _within(
        self, since: date | None, until: date | None, exercise: str | None = None
    ) -> dict[str, object]:
        """Return the values of a question about some days."""
        first, last = (since or date.min).toordinal(), (until or date.max).toordinal()
        return {
            "athlete": self._athlete,
            "since": first,
            "until": last,
            "after_us": (first - _EPOCH_DAY - 2) * _DAY_US,
            "before_us": (last - _EPOCH_DAY + 2) * _DAY_US,
            "exercise": None if exercise is None else fold(exercise),
        }

    def _of_exercise(
        self, store: IndexStore, exercise: str, tempo: str | None, before: datetime | None
    ) -> Iterator[AnswerRow]:
        """Yield the lines of the sessions that have an exercise at a tempo, the latest first."""
        source, of_exercise, time = self._sources(exercise)
        question = (
            f"SELECT id, file, offset, length, session.work FROM {source} WHERE {of_exercise}"
            f" (:before IS NULL OR {time} < :before) ORDER BY {time} DESC, id DESC"
        )
        values = {
            "athlete": self._athlete,
            "exercise": fold(exercise),
            "before": None if before is None else microseconds(before),
        }
        with closing(store.each(question, values)) as rows:
            for row in rows:
                if any(is_asked_for(work, exercise, tempo) for work in json.loads(row[4])):
                    yield row[:4]
