"""What the log knows, for whoever asks: the library at once, a session as soon as it is read."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from benchside.library import Entry
    from benchside.log import Habits, History, LoggedSession, LogIndex, SessionMemory
    from benchside.session import Plan


class BackgroundRecall:
    """Reads what the log knows of a session on a thread of its own, so that nothing waits for it.

    Where the log cannot be read nothing is remembered; its problems are told where it is asked.
    """

    def __init__(self, read: Callable[[], SessionMemory]) -> None:
        self._read = read
        self._memory: SessionMemory | None = None
        self._thread = threading.Thread(target=self._run, name="recall", daemon=True)
        self._thread.start()

    def __call__(self) -> SessionMemory | None:
        """Return what was read; None as long as it is not there."""
        return self._memory

    def wait(self, seconds: float) -> None:
        """Wait until it is there, at most so long."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self._memory = self._read()
        except (OSError, sqlite3.Error):
            return


class LogMemory:
    """Asks the log of one folder. Reads nothing before it is asked; threads take turns."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._index: LogIndex | None = None
        self._recall: BackgroundRecall | None = None

    def of(self, athlete: str | None) -> History:
        """Return the history of an athlete, by the name that the log has; None is everybody's."""
        return self.index.of(athlete)

    @property
    def index(self) -> LogIndex:
        """What answers; loaded when the log is asked for the first time."""
        from benchside.log import LogIndex, index_file

        if self._index is None:
            self._index = LogIndex(self._log, index_file(self._log))
        return self._index

    def recall(self, plan: Plan, *, file: str, athlete: str) -> SessionMemory:
        """Return what the log knows of a session; takes as long as it takes, raises OSError."""
        from benchside.log import NO_MEMORY, recall

        if self.is_empty:
            return NO_MEMORY
        return recall(plan, self.of(athlete), athlete=athlete, file=file)

    def begin(self, plan: Plan, *, file: str, athlete: str) -> BackgroundRecall:
        """Begin to read what the log knows of a session that is opened."""
        self._recall = BackgroundRecall(lambda: self.recall(plan, file=file, athlete=athlete))
        return self._recall

    def wait(self, seconds: float) -> None:
        """Wait until the session that was opened last remembers, at most so long."""
        if self._recall is not None:
            self._recall.wait(seconds)

    def sessions(self, athlete: str) -> tuple[LoggedSession, ...]:
        """Return the athlete's sessions, the latest first. Raises OSError."""
        return () if self.is_empty else self.of(athlete).sessions()

    def habits(self, entries: Sequence[Entry], *, athlete: str, today: date) -> Habits:
        """Return when each session was done, and what is due today. Raises OSError."""
        from benchside.log import Habits, KnownSession, habits_of

        if self.is_empty:
            return Habits()
        known = [KnownSession(str(entry.path), entry.title) for entry in entries]
        return habits_of(self.of(athlete), known, today=today)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever logged here, so that no index has to be made."""
        from benchside.log import log_files

        return not any(file.exists() for file in log_files(self._log))
