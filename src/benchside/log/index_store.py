"""The index as a database: what the lines of the log say, where they are, and how far it has read.

It is disposable: whatever is wrong with it, the log can tell again. A change of it is one
transaction, so what was killed in its middle has not happened.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import finalize

from benchside.log.index_rows import SESSION_COLUMNS
from benchside.log.lines import Place, read_line
from benchside.log.problems import MAX_PROBLEMS, LineProblem
from benchside.log.revisions import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from benchside.log.index_rows import AnswerRow, IndexRow

APPLICATION: Final = 0x42656E63
"""Marks a database as ours: `Benc`."""

FORM: Final = 4
"""Changes with the tables and with which lines are read; an index of another form is built anew."""

BUSY_S: Final = 0.5
"""How long another program that changes the index is waited for."""

WORK_BITS: Final = 16
"""A session has fewer than 65,536 exercises, for its line has 4 MiB at most."""

_TABLES: Final = f"""
CREATE TABLE file (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER,
  changed_ns INTEGER, read_bytes INTEGER, read_lines INTEGER, ends_open INTEGER, head BLOB,
  tail BLOB);
CREATE TABLE problem (file INTEGER, offset INTEGER, line INTEGER, message TEXT);
CREATE TABLE exercise (no INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE);
CREATE TABLE work (no INTEGER PRIMARY KEY, exercise INTEGER, athlete TEXT, started_us INTEGER);
CREATE TABLE last (athlete TEXT, source TEXT, name TEXT, no INTEGER, ended_us INTEGER,
  times INTEGER, PRIMARY KEY (athlete, source, name)) WITHOUT ROWID;
CREATE TABLE session (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev INTEGER,
  changed_us INTEGER, file INTEGER, offset INTEGER, length INTEGER, {", ".join(SESSION_COLUMNS)});
"""
_INDEXES: Final = """
CREATE INDEX IF NOT EXISTS session_by_time ON session (started_us);
CREATE INDEX IF NOT EXISTS work_by_time ON work (exercise, athlete, started_us);
"""
_NO_SESSION: Final = (None,) * len(SESSION_COLUMNS)
_ADD_SESSION: Final = f"INSERT INTO session VALUES ({', '.join('?' * (7 + len(SESSION_COLUMNS)))})"
_ADD_WORK: Final = "INSERT INTO work VALUES (?, ?, ?, ?)"
_ADD_LAST: Final = """
INSERT INTO last
SELECT athlete, source, name, no, max(coalesce(finished_us, started_us)) AS ended_us, count(*)
FROM session WHERE no > ? AND started_us IS NOT NULL GROUP BY athlete, source, name
ON CONFLICT DO UPDATE SET times = last.times + excluded.times,
no = iif(excluded.ended_us > last.ended_us, excluded.no, last.no),
ended_us = max(excluded.ended_us, last.ended_us)"""


class StaleIndexError(Exception):
    """The index was made from other lines than those that are there."""


class IndexedFile(NamedTuple):
    """A file of the log as far as the index has read it."""

    no: int
    name: str
    size: int
    changed_ns: int
    read_bytes: int
    """Up to the end of the last line that has its end."""
    read_lines: int
    ends_open: bool
    """The last line has no end yet, but says all that it has to."""
    head: bytes
    """Digest of its first bytes."""
    tail: bytes
    """Digest of the last ones before `read_bytes`."""


class IndexStore:
    """One connection to an index. Methods raise sqlite3.Error where it is damaged or locked."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path,
        read: Callable[[Place], bytes] = read_line,
    ) -> None:
        """Use a database whose tables are there; `folder` is that of the log.

        `read` returns the line at a place, and raises OSError.
        """
        self.read = read
        self._connection = connection
        self._close = finalize(self, connection.close)  # whoever forgets to, leaves nothing open
        self._close.atexit = False  # a thread may still be in it: closed then, it is a crash
        self._folder = folder
        self._exercises: dict[str, int] = {}
        self._last = 0
        self._has_replaced = False

    def in_memory(self) -> IndexStore:
        """Return a copy in memory."""
        self._connection.backup(copy := connect_index(None))
        return IndexStore(copy, self._folder, self.read)

    def close(self) -> None:
        """Close the connection."""
        self._close()

    def ask(
        self, question: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> list[AnswerRow]:
        """Return the rows that answer a question in SQL."""
        return self._connection.execute(question, values).fetchall()

    def each(self, question: str, values: Mapping[str, object]) -> Generator[AnswerRow, None, None]:
        """Yield the rows that answer a question, as far as they are asked for."""
        yield from self._connection.execute(question, values)

    def files(self) -> dict[str, IndexedFile]:
        """Return the files that were read, by their names."""
        rows = self.ask("SELECT * FROM file")
        return {row[1]: IndexedFile(*row) for row in rows}

    def place(self, file: int, offset: int, length: int) -> Place:
        """Return where a line is."""
        [(name,)] = self.ask("SELECT name FROM file WHERE no = ?", (file,))
        return Place(self._folder / name, offset, length)

    def problems(self) -> list[tuple[str, LineProblem]]:
        """Return the lines that cannot be read, with the names of their files."""
        rows = self.ask(
            "SELECT name, line, message FROM problem JOIN file ON file.no = problem.file"
            " ORDER BY name, line"
        )
        return [(name, LineProblem(line, message)) for name, line, message in rows]

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Change the index in one transaction, or not at all."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._exercises = dict(self.ask("SELECT folded, no FROM exercise"))
            [(self._last,)] = self.ask("SELECT coalesce(max(no), 0) FROM session")
            self._has_replaced, before = False, self._last
            yield
            if self._has_replaced:
                self._connection.execute("DELETE FROM last")
            self._connection.execute(_ADD_LAST, (0 if self._has_replaced else before,))
            for statement in filter(str.strip, _INDEXES.split(";")):
                self._connection.execute(statement)
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def begin_file(self, name: str, *, after: int) -> int:
        """Return the number of a file, whose problems behind the byte `after` are forgotten."""
        self._connection.execute("INSERT OR IGNORE INTO file (name) VALUES (?)", (name,))
        [(no,)] = self.ask("SELECT no FROM file WHERE name = ?", (name,))
        self._connection.execute("DELETE FROM problem WHERE file = ? AND offset >= ?", (no, after))
        return int(no)

    def end_file(self, file: IndexedFile) -> None:
        """Say how far a file was read."""
        slots = ", ".join("?" * len(file))
        self._connection.execute(f"REPLACE INTO file VALUES ({slots})", file)

    def add_problems(self, file: int, problems: Sequence[tuple[int, LineProblem]]) -> None:
        """Add lines that cannot be read, with their offsets; no more than are told, and one."""
        [(count,)] = self.ask("SELECT count(*) FROM problem WHERE file = ?", (file,))
        self._connection.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?)",
            [
                (file, at, one.line, one.message)
                for at, one in problems[: max(MAX_PROBLEMS + 1 - count, 0)]
            ],
        )

    def add(self, file: int, rows: Sequence[tuple[IndexRow, Place]]) -> None:
        """Add lines of a file; of two of one session the newer one stays."""
        numbered = list(enumerate(rows, self._last + 1))
        self._last += len(rows)
        sessions = [_values(no, row, file, place) for no, (row, place) in numbered]
        work = [one for no, (row, _) in numbered for one in self._work(no, row)]
        self._connection.execute("SAVEPOINT batch")
        try:
            self._connection.executemany(_ADD_SESSION, sessions)
            self._connection.executemany(_ADD_WORK, work)
        except sqlite3.IntegrityError:  # a session is there already: look at each
            self._connection.execute("ROLLBACK TO batch")
            for no, (row, place) in numbered:
                self._add_one(no, file, row, place)
        self._connection.execute("RELEASE batch")

    def _add_one(self, no: int, file: int, row: IndexRow, place: Place) -> None:
        """Add a line, in the place of an older one of its session."""
        known = self.ask(
            "SELECT no, rev, changed_us, file, offset, length FROM session WHERE id = ?", (row.id,)
        )
        if known:
            [(no, rev, changed_us, *held)] = known
            if not self._is_newer(row, place, (rev, changed_us), self.place(*held)):
                return
            self._has_replaced = True
            first, last = no << WORK_BITS, (no + 1) << WORK_BITS
            self._connection.execute("DELETE FROM work WHERE no >= ? AND no < ?", (first, last))
            self._connection.execute("DELETE FROM session WHERE no = ?", (no,))
        self._connection.execute(_ADD_SESSION, _values(no, row, file, place))
        self._connection.executemany(_ADD_WORK, self._work(no, row))

    def _is_newer(self, row: IndexRow, place: Place, rank: tuple[int, int], held: Place) -> bool:
        if (row.rev, row.changed_us) != rank:
            return (row.rev, row.changed_us) > rank
        return place != held and canonical(self.read(place)) > canonical(self.read(held))

    def _work(self, no: int, row: IndexRow) -> list[tuple[object, ...]]:
        if row.session is None:
            return []
        athlete, started_us, *_ = row.session
        return [
            (work, self._exercise(folded), athlete, started_us)
            for work, folded in enumerate(row.exercises, no << WORK_BITS)
        ]

    def _exercise(self, folded: str) -> int:
        """Return the number of an exercise."""
        known = self._exercises.get(folded)
        if known is None:
            known = len(self._exercises) + 1
            self._connection.execute("INSERT INTO exercise VALUES (?, ?)", (known, folded))
            self._exercises[folded] = known
        return known


class IndexKind(Enum):
    """What a file is that lies where the index should."""

    OURS = auto()
    USELESS = auto()
    """Empty, damaged, or of another form."""
    FOREIGN = auto()
    """A database of another program, or one that another program has locked: it is left alone."""


def connect_index(path: Path | None, *, is_draft: bool = False) -> sqlite3.Connection:
    """Open a database, in memory where there is no path; of a draft nothing is forced to disk."""
    connection = sqlite3.connect(
        ":memory:" if path is None else path,
        timeout=BUSY_S,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA trusted_schema = OFF")  # it may come from a folder that is shared
    if is_draft:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
    return connection


def create_tables(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Make the tables of an empty database; return it."""
    connection.executescript(_TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORM}")
    return connection


def is_busy(error: Exception) -> bool:
    """Return whether all that is wrong is that another program has the index."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def kind_of(connection: sqlite3.Connection) -> IndexKind:
    """Return what a database is."""
    try:
        [(application,)] = connection.execute("PRAGMA application_id").fetchall()
        [(form,)] = connection.execute("PRAGMA user_version").fetchall()
        [(tables,)] = connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.DatabaseError as error:
        return IndexKind.FOREIGN if is_busy(error) else IndexKind.USELESS
    if application == APPLICATION:
        return IndexKind.OURS if form == FORM else IndexKind.USELESS
    return IndexKind.FOREIGN if tables else IndexKind.USELESS


def _values(no: int, row: IndexRow, file: int, place: Place) -> tuple[object, ...]:
    where = (no, row.id, row.rev, row.changed_us, file, place.offset, place.length)
    return where + (row.session or _NO_SESSION)
