"""The index of the log: answers at once where reading every line would take seconds.

It lies beside the log, can be thrown away at any time, and is never in the way: where it is damaged
it is built anew; where it is locked, cannot be written or belongs to somebody else, one in memory
does its work. It is believed as long as size and time of each file of the log are those that it has
read, and grows by what has been added: lines are only added. A file whose beginning, or whose last
part that was read, is another one now has been edited, and everything is read anew.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, suppress
from hashlib import blake2b
from io import FileIO
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeVar

from benchside.log.files import log_files
from benchside.log.index_rows import row_of
from benchside.log.index_store import (
    IndexedFile,
    IndexKind,
    IndexStore,
    StaleIndexError,
    connect_index,
    create_tables,
    is_busy,
    kind_of,
)
from benchside.log.indexed_history import IndexedHistory
from benchside.log.lines import file_lines
from benchside.log.problems import LineProblem, UnreadableLine
from benchside.storage import force_folder, force_stream, make_folder, try_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchside.log.history import History
    from benchside.log.index_rows import IndexRow
    from benchside.log.lines import Place

AnswerT = TypeVar("AnswerT")

DIGEST_BYTES: Final = 64 << 10
"""How much of a file's beginning, and of the end of what was read, tells whether it was edited."""

BATCH_LINES: Final = 500
"""Lines that are added to the index at once."""

_ATHLETES: Final = (
    "SELECT DISTINCT athlete FROM session WHERE started_us IS NOT NULL ORDER BY athlete"
)


class LogIndex:
    """The log of a folder, ready to be asked. Threads take turns."""

    def __init__(self, log: Path, index: Path | None) -> None:
        """Read nothing yet. Without a file for the index it is in memory, for this object alone."""
        self._log = log
        self._path = index
        self._store: IndexStore | None = None
        self._turn = RLock()

    def of(self, athlete: str | None) -> History:
        """Return the log of an athlete; None means everybody's."""
        return IndexedHistory(self.ask, self._log, athlete)

    def athletes(self) -> tuple[str, ...]:
        """Return whose sessions the log has, by name. Raises OSError."""
        rows = self.ask(lambda store: store.ask(_ATHLETES))
        return tuple(name for (name,) in rows)

    def ask(self, question: Callable[[IndexStore], AnswerT]) -> AnswerT:
        """Return the answer to a question, from the log as it is now. Raises OSError."""
        with self._turn:
            try:
                return question(self._fresh())
            except (sqlite3.Error, StaleIndexError, ValueError, TypeError) as wrong:
                self.close()
                if is_busy(wrong):  # nothing is wrong with it, but another program has it
                    self._path = None
            self._store = self._built()
            return question(self._store)

    def close(self) -> None:
        """Let go of the index; the next question opens it again."""
        with self._turn:
            if self._store is not None:
                self._store.close()
            self._store = None

    def _fresh(self) -> IndexStore:
        """Return the index with what is new in the log; raises StaleIndexError, sqlite3.Error."""
        if self._store is None:
            self._store = self._opened() or self._built()
        if what_is_new(self._store.files(), self._files(), self._log.parent):
            try:
                self._read_new(self._store)
            except sqlite3.OperationalError:  # locked, or the disk is full or cannot be written
                on_disk, self._store = self._store, self._store.in_memory()
                on_disk.close()
                self._read_new(self._store)
        return self._store

    def _opened(self) -> IndexStore | None:
        """Open the index of an earlier time; None where there is none that can be used."""
        if self._path is None or not self._path.exists():
            return None
        try:
            connection = connect_index(self._path)
        except sqlite3.OperationalError:  # no file at all
            self._path = None
            return None
        kind = kind_of(connection)
        if kind is IndexKind.OURS:
            return IndexStore(connection, self._log.parent)
        connection.close()
        if kind is IndexKind.FOREIGN:
            self._path = None
        return None

    def _built(self) -> IndexStore:
        """Read the whole log; raises OSError where that fails."""
        if self._path is not None:
            with suppress(OSError, sqlite3.Error):
                self._build_on_disk(self._path)
                return IndexStore(connect_index(self._path), self._log.parent)
        store = IndexStore(create_tables(connect_index(None)), self._log.parent)
        self._read_new(store)
        return store

    def _build_on_disk(self, path: Path) -> None:
        """Build an index beside its place, and put it there whole; raises OSError, sqlite3.Error.

        What a killed program has left of one is begun again.
        """
        make_folder(path.parent)
        draft = path.with_name(f"{path.name}.draft")
        with FileIO(os.open(f"{draft}.lock", os.O_RDWR | os.O_CREAT, 0o600), "r+") as turn:
            if not try_lock(turn):
                raise OSError(errno.EBUSY, "another program is building the index", str(path))
            os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
            connection = create_tables(connect_index(draft, is_draft=True))
            with closing(IndexStore(connection, self._log.parent)) as store:
                self._read_new(store)
            with FileIO(draft, "r+") as stream:
                force_stream(stream)
            for rest in (path, path.with_name(f"{path.name}-journal")):  # which belong together
                rest.unlink(missing_ok=True)
            draft.replace(path)
            force_folder(path.parent)

    def _read_new(self, store: IndexStore) -> None:
        """Read what is new in the log in one transaction; raises StaleIndexError."""
        with store.changing():
            known, found = store.files(), self._files()
            for name in what_is_new(known, found, self._log.parent):
                _read_file(store, self._log.with_name(name), known.get(name), found[name])

    def _files(self) -> dict[str, os.stat_result]:
        """Return size and time of the files of the log, by their names."""
        return {file.name: file.stat() for file in log_files(self._log) if file.exists()}


def what_is_new(
    known: Mapping[str, IndexedFile], found: Mapping[str, os.stat_result], folder: Path
) -> list[str]:
    """Return the files that are new, or to which something was added since they were read.

    Raises StaleIndexError where one was edited or is gone.
    """
    if not known.keys() <= found.keys():
        raise StaleIndexError("a file is gone")
    new = []
    for name, status in found.items():
        one = known.get(name)
        if one is None:
            new.append(name)
        elif (status.st_size, status.st_mtime_ns) != (one.size, one.changed_ns):
            if status.st_size <= one.size or not _begins_as_read(folder / name, one):
                raise StaleIndexError(f"{name} was edited")
            new.append(name)
    return new


def _begins_as_read(path: Path, known: IndexedFile) -> bool:
    """Return whether a file that is longer now was only added to, as far as can be seen."""
    if digests(path, known.read_bytes) != (known.head, known.tail):
        return False
    if not known.ends_open:
        return True
    with path.open("rb") as stream:
        stream.seek(known.size)
        return stream.read(1) in b"\r\n"


def digests(path: Path, end: int) -> tuple[bytes, bytes]:
    """Return digests of a file's beginning and of the last bytes before its byte `end`."""
    with path.open("rb") as stream:
        head = stream.read(min(end, DIGEST_BYTES))
        stream.seek(max(end - DIGEST_BYTES, 0))
        tail = stream.read(min(end, DIGEST_BYTES))
    return blake2b(head, digest_size=16).digest(), blake2b(tail, digest_size=16).digest()


def _read_file(
    store: IndexStore, path: Path, known: IndexedFile | None, status: os.stat_result
) -> None:
    """Read a file from where it was read before, in batches, so that memory is bounded."""
    end, number = (known.read_bytes, known.read_lines) if known else (0, 0)
    ends_open = False
    no = store.begin_file(path.name, after=end)
    rows: list[tuple[IndexRow, Place]] = []
    problems: list[tuple[int, LineProblem]] = []
    for line in file_lines(path, start=end, number=number):
        try:
            rows.append((row_of(line.text), line.place))
            ends_open = not line.is_whole
        except UnreadableLine as unreadable:
            problem = LineProblem(line.number, line.problem or str(unreadable))
            problems.append((line.place.offset, problem))
        if line.is_whole:  # else it is read once more, with what is added to it
            end, number = line.place.offset + line.place.length, line.number
        if len(rows) + len(problems) >= BATCH_LINES:
            store.add(no, rows)
            store.add_problems(no, problems)
            rows, problems = [], []
    store.add(no, rows)
    store.add_problems(no, problems)
    size, changed_ns = status.st_size, status.st_mtime_ns
    store.end_file(
        IndexedFile(no, path.name, size, changed_ns, end, number, ends_open, *digests(path, end))
    )
