"""The history of one athlete, answered by the index and by the lines that it leads to."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from benchside.log.answers import ANY_TEMPO
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
from benchside.log.index_rows import fold, microseconds, moment_of
from benchside.log.index_store import WORK_BITS, StaleIndexError
from benchside.log.lines import read_line
from benchside.log.problems import UnreadableLine
from benchside.log.record import Record
from benchside.log.revisions import decode_entry, identity_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import datetime
    from pathlib import Path

    from benchside.log.answers import (
        ExerciseTotals,
        KnownExercise,
        LoggedExercise,
        LoggedSession,
        TrainingDay,
    )
    from benchside.log.index_rows import Answer
    from benchside.log.index_store import IndexStore
    from benchside.log.problems import LineProblem

AnswerT = TypeVar("AnswerT")

_OWN: Final = "started_us IS NOT NULL AND (:athlete IS NULL OR athlete = :athlete)"
_WITHIN: Final = f"{_OWN} AND day BETWEEN :since AND :until"
_HAS_EXERCISE: Final = (
    f"session.no IN (SELECT no >> {WORK_BITS} FROM work WHERE exercise IN"
    " (SELECT no FROM exercise WHERE folded = :exercise))"
)
SESSION: Final = (
    "SELECT id, name, source, started_us, zone_s, finished_us, status, athlete, more, away_ms,"
    " volume_kg, tut_ms, done, assumed, planned FROM session"
)
_DAYS: Final = f"""
SELECT day, count(*), sum(counted), sum(volume_kg),
  sum(max((coalesce(finished_us, started_us) - started_us) / 1000 - away_ms, 0))
FROM session WHERE {_WITHIN} GROUP BY day ORDER BY day"""
_EXERCISES: Final = f"""
SELECT exercise.name, count(DISTINCT session.no), max(started_us), zone_s
FROM work JOIN exercise ON exercise.no = work.exercise
JOIN session ON session.no = work.no >> {WORK_BITS}
WHERE {_OWN} GROUP BY folded ORDER BY max(started_us) DESC, folded"""
_LAST_OF_EACH: Final = f"""
SELECT no, source, name, max(coalesce(finished_us, started_us)) FROM session
WHERE {_OWN} GROUP BY source, name"""


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
        self._last_of_each: tuple[IndexStore, int, list[Answer]] | None = None

    def sessions(
        self,
        *,
        limit: int | None = None,
        session: str | None = None,
        exercise: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[LoggedSession, ...]:
        """Return the last sessions, the latest first."""
        values = self._within(since, until, exercise) | {
            "name": session,
            "limit": -1 if limit is None else limit,
        }
        of_exercise = f"AND {_HAS_EXERCISE}" if exercise is not None else ""
        question = (
            f"{SESSION} WHERE {_WITHIN} AND (:name IS NULL OR name = :name) {of_exercise}"
            " ORDER BY started_us DESC, id DESC LIMIT :limit"
        )
        rows = self._ask(lambda store: store.ask(question, values))
        return tuple(logged_session(row) for row in rows)

    def record(self, record_id: str) -> Record | None:
        """Return a session with its sets; None where there is none that can be read."""

        def read(store: IndexStore) -> Record | None:
            question = f"SELECT id, file, offset, length FROM session WHERE {_OWN} AND id = :id"
            rows = store.ask(question, {"athlete": self._athlete, "id": record_id})
            return _record(store, rows[0]) if rows else None

        return self._ask(read)

    def last_session(
        self, session: str, *, file: str, others: Collection[str] = (), is_only: bool = True
    ) -> LoggedSession | None:
        """Return the session of a file that was finished last, as `history.last_done` finds it."""

        def find(store: IndexStore) -> list[Answer]:
            ended = [
                (ended_us, no)
                for no, source, name, ended_us in self._lasts(store)
                if source == file or (is_only and name == session and source not in others)
            ]
            no = max(ended, default=(0, None))[1]
            return store.ask(f"{SESSION} WHERE no = ?", (no,))

        rows = self._ask(find)
        return logged_session(rows[0]) if rows else None

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
                record = _record(store, row)
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
    ) -> tuple[ExerciseTotals, ...]:
        """Return what an exercise came to in each session, the oldest first; None means all."""
        of_exercise = f"AND {_HAS_EXERCISE}" if exercise is not None else ""
        question = (
            f"SELECT id, started_us, zone_s, work FROM session WHERE {_WITHIN} {of_exercise}"
            " ORDER BY started_us, id"
        )
        values = self._within(since, until, exercise)
        return tuple(
            self._ask(
                lambda store: [
                    totals_from(work, record_id, moment)
                    for record_id, started_us, zone_s, text in store.ask(question, values)
                    for moment in (moment_of(started_us, zone_s),)
                    for work in json.loads(text)
                    if is_asked_for(work, exercise, tempo) and work[2]
                ]
            )
        )

    def exercises(self) -> tuple[KnownExercise, ...]:
        """Return every exercise that was trained, the latest first."""
        rows = self._ask(lambda store: store.ask(_EXERCISES, {"athlete": self._athlete}))
        return tuple(known_exercise(row) for row in rows)

    def calendar(self, since: date, until: date | None = None) -> tuple[TrainingDay, ...]:
        """Return the days with sessions, the first one first; `since` and `until` included."""
        rows = self._ask(lambda store: store.ask(_DAYS, self._within(since, until)))
        return tuple(training_day(row) for row in rows)

    def problems(self) -> tuple[LineProblem, ...]:
        """Return the lines that cannot be read, the first thousand of them."""
        found = self._ask(lambda store: store.problems())
        return told_problems(found, self._log.name)

    def _within(
        self, since: date | None, until: date | None, exercise: str | None = None
    ) -> dict[str, object]:
        """Return the values of a question about some days."""
        return {
            "athlete": self._athlete,
            "since": (since or date.min).toordinal(),
            "until": (until or date.max).toordinal(),
            "exercise": None if exercise is None else fold(exercise),
        }

    def _of_exercise(
        self, store: IndexStore, exercise: str, tempo: str | None, before: datetime | None
    ) -> Iterator[Answer]:
        """Yield the lines of the sessions that have an exercise at a tempo, the latest first."""
        question = (
            f"SELECT no FROM session WHERE {_OWN} AND {_HAS_EXERCISE}"
            " AND (:before IS NULL OR started_us < :before) ORDER BY +started_us DESC, id DESC"
        )
        values = {
            "athlete": self._athlete,
            "exercise": fold(exercise),
            "before": None if before is None else microseconds(before),
        }
        for (no,) in store.ask(question, values):
            [row] = store.ask(
                "SELECT id, file, offset, length, work FROM session WHERE no = ?", (no,)
            )
            if any(is_asked_for(work, exercise, tempo) for work in json.loads(row[4])):
                yield row[:4]

    def _lasts(self, store: IndexStore) -> list[Answer]:
        """Return the last session of each file and name; looked up once for all of a library."""
        known = self._last_of_each
        if known is None or known[0] is not store or known[1] != store.changes:
            rows = store.ask(_LAST_OF_EACH, {"athlete": self._athlete})
            known = self._last_of_each = store, store.changes, rows
        return known[2]


def _record(store: IndexStore, row: Answer) -> Record | None:
    """Read a session where the index says it is; None where another key of it is wrong."""
    record_id, *where = row
    try:
        line = read_line(store.place(*where))
    except FileNotFoundError as gone:
        raise StaleIndexError(str(gone)) from None
    identity = identity_of(line)
    if identity is None or identity[0] != record_id:
        raise StaleIndexError(f"{record_id} is not where it was")
    try:
        entry = decode_entry(line)
    except UnreadableLine:
        return None
    return entry if isinstance(entry, Record) else None
