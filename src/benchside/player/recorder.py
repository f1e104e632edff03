"""Writes what is done to disk before the session goes on.

A sink of the player: it turns events into lines of the journal and, at the end, into one line of
the log. A disk that fails does not stop the session: the problem is told, and what could not be
written is tried again, with every further line and whenever `retry` is called.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, assert_never

from benchside.log import (
    CommandEntry,
    EndEntry,
    Header,
    ResultEntry,
    ReviewEntry,
    SessionSource,
    StepEntry,
    build_record,
    encode_entry,
    encode_record as encode_record,
)
from benchside.runner import (
    CueReached,
    CuesChanged,
    ReviewStarted,
    SessionFinished,
    SessionStatus,
    SetFinished,
    SetWithdrawn,
    StepStarted,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from benchside.log import JournalEntry, Record
    from benchside.player.ports import Journal, Logbook
    from benchside.runner import Command, Event, RunState


class SessionRecorder:
    """Records one session. Without a journal and a logbook (a rehearsal) it writes nothing."""

    def __init__(
        self,
        *,
        journal: Journal | None,
        logbook: Logbook | None,
        header: Callable[[datetime], Header],
        fault: str = "",
    ) -> None:
        self._journal = journal
        self._logbook = logbook
        self._make_header = header
        self._header: Header | None = None
        self._unwritten: list[
            JournalEntry
        ] = []  # a full disk may have room again; a replay needs each
        self._early: list[
            JournalEntry
        ] = []  # what was changed of the plan before the session began
        self._unlogged: Record | None = None
        self._reason = ""
        self._fault = fault
        self.record: Record | None = None
        """The session as it was logged; None before it is."""

    @property
    def problem(self) -> str:
        """Why something is not safe on disk, and since when; empty where all is."""
        if self._unwritten:
            return f"not saved since {self._since()}: {self._reason}"
        if self._fault and self._header is None:
            return f"nothing of a session can be saved now: {self._fault}"
        if self._unlogged is not None:
            return f"not in the log yet, the journal has it: {self._reason}"
        return ""

    @property
    def started(self) -> datetime | None:
        """When the session began; None before it has."""
        return None if self._header is None else self._header.started

    @property
    def is_on_disk(self) -> bool:
        """Whether what was done is in the journal or in the log."""
        return not self._unwritten

    def begin(self, started: datetime) -> None:
        """Write the first line of the journal: all that is needed to take the session up again."""
        self._header = self._make_header(started)
        early, self._early = self._early, []
        self._write(self._header, *early)

    def take_up(self, header: Header) -> None:
        """Go on with the journal that begins with this header."""
        self._header = header

    def write_command(self, command: Command, at_ms: int) -> None:
        """Write a command down with its moment, in milliseconds since the session began."""
        line = CommandEntry(at_ms, command)
        if self._header is None:
            self._early.append(line)
        else:
            self._write(line)

    def handle(self, event: Event, run: RunState) -> None:
        """Write down what has to be on disk; log a session that is over, or set it aside."""
        match event:
            case StepStarted(at_ms, kind, set_id, side):
                self._write(StepEntry(at_ms, kind, set_id, side))
            case SetFinished(at_ms, result):
                self._write(ResultEntry(at_ms, result))
            case ReviewStarted(at_ms):
                self._write(ReviewEntry(at_ms))
            case SessionFinished(at_ms, status):
                self._finish(run, status, at_ms)
            case SetWithdrawn() | CueReached() | CuesChanged():
                pass  # the command that withdraws a set is in the journal; cues are not kept
            case _:
                assert_never(event)

    def draft(self, run: RunState, *, status: SessionStatus) -> Record | None:
        """Return the session as it would be logged now; None before it has begun."""
        if self._header is None:
            return None
        header = self._header
        return build_record(
            run.agenda,
            run.outcome,
            status=status,
            started=header.started,
            source=SessionSource(name=header.session, file=header.file, digest=header.digest),
            athlete=header.athlete,
            program=header.program,
        )

    def _finish(self, run: RunState, status: SessionStatus, at_ms: int) -> None:
        """Log the session and only then remove its journal; one given up is set aside."""
        self._write(EndEntry(at_ms, status))
        if status is SessionStatus.ABANDONED:
            self._set_aside()
            return
        self._unlogged = self.draft(run, status=status)
        self._log()

    def retry(self) -> None:
        """Try once more what could not be written."""
        if self._unwritten:
            self._write()
        if self._unlogged is not None:
            self._log()

    def close(self) -> None:
        """Let go of the journal, which stays if a session was begun and is not finished."""
        if self._journal is None:
            return
        if self._header is None:
            self._journal.discard()
        self._journal.close()

    def _log(self) -> None:
        record = self._unlogged
        try:
            if record is not None and self._logbook is not None:
                self._logbook.append(encode_record(record))
            self.record, self._unlogged = record, None
            self._unwritten.clear()
            if self._journal is not None:
                self._journal.discard()
        except OSError as error:
            self._reason = _reason(error)

    def _set_aside(self) -> None:
        if self._journal is None:
            return
        try:
            if self._header is None:
                self._journal.discard()
            else:
                self._journal.set_aside()
        except OSError as error:
            self._reason = _reason(error)

    def _write(self, *lines: JournalEntry) -> None:
        if self._journal is None:
            return
        self._unwritten.extend(lines)
        try:
            while self._unwritten:
                self._journal.write(encode_entry(self._unwritten[0]))
                del self._unwritten[0]
        except OSError as error:
            self._reason = _reason(error)

    def _since(self) -> str:
        """Return the time of day of the first line that is not on disk: `18:05`."""
        first = self._unwritten[0]
        if self._header is None or isinstance(first, Header):
            return "the start"
        since = self._header.started + timedelta(milliseconds=first.at_ms)
        return f"{since:%H:%M}"


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
