"""The journal: the session that is going on, on disk, line by line.

A line is on disk when `write` returns. One program at a time has the journal. It stays until it is
discarded by name: reading it changes nothing, and a new session does not begin over one that was
left. A last line without its end was cut off while it was written, so nothing that followed from
it has happened: it is dropped.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import BytesIO, FileIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from benchside.log.aside import move_aside
from benchside.log.entries import Header, decode
from benchside.log.problems import LineProblem, UnreadableLine
from benchside.storage import (
    encode_line,
    force_folder,
    force_stream,
    make_folder,
    try_lock,
    write_at,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchside.log.entries import JournalEntry


MAX_BYTES: Final = 64 << 20
"""A day of one-second sets needs a third of it."""

MAX_LINES: Final = 500_000
"""Of a journal that is read; the same day has some 400,000."""

MAX_PROBLEMS: Final = 1_000
"""Damaged lines that are told; the others are passed over."""

TOO_LARGE: Final = "the file is larger than the journal of any session"


class JournalInUse(OSError):  # noqa: N818 - nothing failed: another program is at work
    """Another running program has the journal."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"another Benchside is leading a session ({path}); end it first")


class JournalLeftOver(OSError):  # noqa: N818 - nothing failed: a session waits
    """The journal holds an interrupted session; nothing of it is overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"an interrupted session waits in {path}; resume, save or discard it")


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReading:
    """What an interrupted session has left."""

    header: Header | None
    """None where it cannot be read: the session cannot be resumed or saved then."""
    lines: tuple[JournalEntry, ...]
    """All that could be read after the header, in order."""
    problems: tuple[LineProblem, ...]
    """Damaged lines; one cut off at the very end is none."""


class FileJournal:
    """The journal in a file, kept to ourselves until `close` or `discard`.

    `goes_on` takes up the journal of an interrupted session; without it there must be none.
    Raises JournalInUse, JournalLeftOver or OSError.
    """

    def __init__(self, path: Path, *, goes_on: bool = False) -> None:
        self._path = path
        self._stream = _open_alone(path)
        try:
            whole = _whole_length(self._stream)
            if whole and not goes_on:
                raise JournalLeftOver(path)
            self._stream.truncate(whole)
            self._end = whole  # of the lines that are safe; a refused one is written there again
            force_stream(self._stream)
            force_folder(path.parent)
        except BaseException:
            self._stream.close()
            raise

    def write(self, line: Mapping[str, object]) -> None:
        """Append one line and force it to disk."""
        self._end = write_at(self._stream, self._end, encode_line(line))

    def discard(self) -> None:
        """Remove the journal: the session is in the log, or was given up on purpose."""
        if os.name == "nt":  # an open file cannot be removed there
            self._stream.close()
        self._path.unlink(missing_ok=True)
        self._stream.close()
        force_folder(self._path.parent)

    def set_aside(self) -> str:
        """Move the journal to where journals of given up sessions are kept; returns its place."""
        if os.name == "nt":
            self._stream.close()
        kept = move_aside(self._path)
        self._stream.close()
        force_folder(self._path.parent)
        return str(kept)

    def close(self) -> None:
        """Let other programs have the journal; what is in it stays."""
        self._stream.close()


class LateJournal:
    """The journal of a session that began where none could be made: tried again with each line.

    Raises OSError, as long as there is none; nothing of what was refused is kept here.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal: FileJournal | None = None

    def write(self, line: Mapping[str, object]) -> None:
        """Append one line and force it to disk."""
        if self._journal is None:
            self._journal = FileJournal(self._path)
        self._journal.write(line)

    def discard(self) -> None:
        """Remove the journal, if there is one by now."""
        if self._journal is not None:
            self._journal.discard()

    def set_aside(self) -> str:
        """Move the journal to those that were given up; returns its place, empty where none is."""
        return "" if self._journal is None else self._journal.set_aside()

    def close(self) -> None:
        """Let other programs have the journal; what is in it stays."""
        if self._journal is not None:
            self._journal.close()


def read_journal(path: Path) -> JournalReading | None:
    """Read what an interrupted session has left, if there is anything; it stays where it is.

    Raises JournalInUse where the session is not interrupted at all, and OSError.
    """
    if not path.exists():
        return None
    with FileIO(path, "r+") as stream:
        if not try_lock(stream):
            raise JournalInUse(path)
        if stream.seek(0, os.SEEK_END) > MAX_BYTES:
            return JournalReading(header=None, lines=(), problems=(LineProblem(1, TOO_LARGE),))
        stream.seek(0)
        data = stream.readall()
    return _leftover(data)


def read_journal_aside(path: Path) -> JournalReading | None:
    """Read a journal that was set aside; nobody writes it. None where it cannot be read."""
    try:
        return None if path.stat().st_size > MAX_BYTES else _leftover(path.read_bytes())
    except OSError:
        return None


def _leftover(data: bytes) -> JournalReading | None:
    whole, end, _ = data.rpartition(b"\n")
    if not end:
        return None
    lines: list[JournalEntry] = []
    problems: list[LineProblem] = []
    for number, written in enumerate(islice(BytesIO(whole), MAX_LINES), start=1):
        try:
            lines.append(decode(written))
        except UnreadableLine as unreadable:
            if len(problems) < MAX_PROBLEMS:
                problems.append(LineProblem(number, str(unreadable)))
    headers = [line for line in lines if isinstance(line, Header)]
    return JournalReading(
        header=headers[0] if headers else None,
        lines=tuple(line for line in lines if not isinstance(line, Header)),
        problems=tuple(problems),
    )


def _open_alone(path: Path) -> FileIO:
    """Open the journal, making it and its folder if there is none, and keep others out."""
    make_folder(path.parent)
    while True:
        stream = FileIO(os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600), "r+")
        if not try_lock(stream):
            stream.close()
            raise JournalInUse(path)
        if _is_still_at(path, stream):
            return stream
        stream.close()


def _is_still_at(path: Path, stream: FileIO) -> bool:
    """Return whether the file is still there: another program may remove it before it is locked."""
    try:
        return os.path.samestat(path.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False


def _whole_length(stream: FileIO) -> int:
    """Length of all lines that have their end."""
    stream.seek(0)
    return stream.readall().rfind(b"\n") + 1


_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows would write line ends of its own."""
