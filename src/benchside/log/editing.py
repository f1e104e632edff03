"""Changes of past sessions, each of which can be taken back.

A change adds a line to the log, and so does taking it back. A session that somebody else has
changed meanwhile is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from benchside.log.logbook import FileLogbook
    from benchside.log.record import Record


class ChangedMeanwhileError(Exception):
    """The log does not have a session any more as it was read."""

    def __init__(self, record: Record) -> None:
        super().__init__(f"{record.session.name} was changed meanwhile by another program")


@dataclass(frozen=True, slots=True)
class LogChange:
    """A change of a session."""

    before: Record
    after: Record | None
    """None where it was deleted."""


class LogEditor:
    """Changes sessions of the log, and takes the changes back, the last one first."""

    def __init__(
        self,
        logbook: FileLogbook,
        *,
        read: Callable[[str], Record | None],
        now: Callable[[], datetime],
    ) -> None:
        """Write to a logbook; `read` returns a session as it is now, None where there is none."""
        self._logbook = logbook
        self._read = read
        self._now = now
        self._changes: list[LogChange] = []

    @property
    def last(self) -> LogChange | None:
        """What `undo` would take back; None where that is nothing."""
        return self._changes[-1] if self._changes else None

    def amend(self, before: Record, after: Record) -> Record:
        """Log a session as it should have been; return it as the log has it now.

        Raises `ChangedMeanwhileError` and OSError.
        """
        self._need_unchanged(before)
        amended = self._logbook.amend(after, at=self._now())
        self._changes.append(LogChange(before, amended))
        return amended

    def delete(self, record: Record) -> None:
        """Delete a session. Raises `ChangedMeanwhileError` and OSError."""
        self._need_unchanged(record)
        self._logbook.delete(record.id, at=self._now())
        self._changes.append(LogChange(record, None))

    def undo(self) -> LogChange | None:
        """Take the last change back, and return it; None where there is none.

        Raises `ChangedMeanwhileError` where the session was changed since, and OSError; of these
        the first one forgets the change.
        """
        change = self.last
        if change is None:
            return None
        try:
            self._take_back(change)
        except ChangedMeanwhileError:
            self._changes.pop()
            raise
        self._changes.pop()
        return change

    def _take_back(self, change: LogChange) -> None:
        if change.after is not None:
            self._need_unchanged(change.after)
            restored = self._logbook.amend(change.before, at=self._now())
        else:
            if self._read(change.before.id) is not None:
                raise ChangedMeanwhileError(change.before)
            restored = self._logbook.undelete(change.before.id, at=self._now())
        self._follow(change.before, restored)

    def _follow(self, before: Record, restored: Record) -> None:
        """Let earlier changes of a session lead to what it is now: the same with a later `rev`."""
        self._changes = [
            replace(one, after=restored) if one.after == before else one for one in self._changes
        ]

    def _need_unchanged(self, record: Record) -> None:
        now = self._read(record.id)
        if now is None or (now.rev, now.amended) != (record.rev, record.amended):
            raise ChangedMeanwhileError(record)
