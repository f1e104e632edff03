"""The log of one athlete: what was done, when it was done last, and how it went since.

`History` is what screens and commands ask; `log/index.py` answers it from the files. Everything
here is pure.

    index = LogIndex(home.log, index_file(home.log))  # reads nothing until it is asked
    history = index.of("me")
    history.last_time("Back squat", tempo="2-1-X-1")
    history.series("Back squat", tempo="2-1-X-1")

Exercises are the same when their names are, upper and lower case and outer blanks aside. A tempo
is compared as it is written in the log, which has one form for each; None means sets without one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from benchside.log.answers import ANY_TEMPO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from benchside.log.answers import (
        ExerciseTotals,
        KnownExercise,
        LoggedExercise,
        LoggedSession,
        TimesDone,
        TrainingDay,
    )
    from benchside.log.problems import LineProblem
    from benchside.log.record import Record

    KeepTotals: TypeAlias = Callable[[Iterator[ExerciseTotals]], Iterable[ExerciseTotals]]


class History(Protocol):
    """The log of one athlete. Every method raises OSError where the log cannot be read."""

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
        """Return the last sessions, the latest first.

        They may be told by what they are called, their file, an exercise in them, and their first
        and last day.
        """
        ...

    def record(self, record_id: str) -> Record | None:
        """Return a session with its sets; None where there is none, or it was deleted."""
        ...

    def records(self, record_ids: Iterable[str]) -> tuple[Record, ...]:
        """Return sessions with their sets, in this order, without those that cannot be read."""
        ...

    def times_done(self) -> tuple[TimesDone, ...]:
        """Return how often each session was done, the latest first."""
        ...

    def last_time(
        self, exercise: str, *, tempo: str | None = ANY_TEMPO, before: datetime | None = None
    ) -> LoggedExercise | None:
        """Return an exercise as it was done last: at this tempo, or at another if never at this."""
        ...

    def attempts(
        self,
        exercise: str,
        *,
        tempo: str | None = ANY_TEMPO,
        limit: int,
        before: datetime | None = None,
    ) -> tuple[LoggedExercise, ...]:
        """Return the last sessions of an exercise at this tempo alone, the latest first."""
        ...

    def series(
        self,
        exercise: str | None = None,
        *,
        tempo: str | None = ANY_TEMPO,
        since: date | None = None,
        until: date | None = None,
        keep: KeepTotals = iter,
    ) -> tuple[ExerciseTotals, ...]:
        """Return what an exercise came to in each session, the oldest first; None means all.

        `keep` takes them one by one and returns those that are wanted, so that memory is bounded.
        """
        ...

    def exercises(self) -> tuple[KnownExercise, ...]:
        """Return every exercise that was trained, the latest first."""
        ...

    def calendar(self, since: date, until: date | None = None) -> tuple[TrainingDay, ...]:
        """Return the days with sessions, the first one first; `since` and `until` included."""
        ...

    def problems(self) -> tuple[LineProblem, ...]:
        """Return the lines that cannot be read, the first thousand of them."""
        ...
