"""What the athlete has done, as the library's screens ask it: answered by the index of the log."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from benchside.log.files import index_file
from benchside.log.habits import Habits, KnownSession, habits_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from benchside.library.library import Entry
    from benchside.log.answers import TrainingDay
    from benchside.log.history import History
    from benchside.log.record import Record


class TrainingLog:
    """The log of one athlete. Threads may ask it; every method raises OSError."""

    def __init__(self, log: Path, athlete: str) -> None:
        self._log = log
        self._athlete = athlete

    @cached_property
    def history(self) -> History:
        """The log, read when it is first asked."""
        from benchside.log.index import LogIndex

        return LogIndex(self._log, index_file(self._log)).of(self._athlete)

    def habits(self, entries: Sequence[Entry], *, today: date) -> Habits:
        """Return when each session of the library was done, and what is due today."""
        if not self._log.parent.is_dir():
            return Habits()
        known = [KnownSession(str(entry.path), entry.title) for entry in entries]
        return habits_of(self.history.sessions(), known, today=today)

    def record(self, record_id: str) -> Record | None:
        """Return a session of the log with its sets; None where there is none any more."""
        return self.history.record(record_id)

    def days(self, since: date) -> tuple[TrainingDay, ...]:
        """Return the days with sessions since a day, the first one first."""
        return self.history.calendar(since) if self._log.parent.is_dir() else ()
