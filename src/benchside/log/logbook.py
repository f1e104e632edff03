"""The log: every finished session, a line each, in a file that is only ever added to.

A session is on disk when `append` returns, and never there twice. A line that cannot be read is
told with its number and left in place; the rest is used.
"""

from __future__ import annotations

import codecs
import errno
import json
import os
from dataclasses import dataclass
from io import FileIO
from typing import TYPE_CHECKING, Final

from benchside.log.problems import LineProblem, UnreadableLine
from benchside.log.record import decode
from benchside.storage.jsonl import encode_line, force, force_folder, make_folder, write_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from io import BufferedReader
    from pathlib import Path

    from benchside.log.record import Record

LOOK_BACK_BYTES: Final = 4 << 20
"""How much of the log's end is searched for a session that was logged already: some 400 of them."""


MAX_LINE_BYTES: Final = 4 << 20
"""A session has 10,000 steps at most, so some 3,000 sets of less than 1 kB each."""

MAX_PROBLEMS: Final = 1_000
"""Lines that cannot be read and are told one by one."""

_UTF_16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogReading:
    """The log as far as it can be read."""

    records: tuple[Record, ...]
    """In the order they were written, the oldest first."""
    problems: tuple[LineProblem, ...]


class FileLogbook:
    """The log in a file; it is made, with its folder, by the first session."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, line: Mapping[str, object]) -> None:
        """Append one session and force it to disk, unless one with its `id` is there already.

        A log that is made here, and its folder, are for nobody else to read: it tells of health.
        """
        make_folder(self._path.parent)
        with FileIO(self._path, "r+", opener=_open_private) as stream:
            tail = _tail(stream)
            if _holds(tail, line.get("id")):
                force(stream)  # written by a program that was killed before it was on disk
            else:
                _append(stream, tail, encode_line(line))
        force_folder(self._path.parent)

    def holds(self, record_id: str) -> bool:
        """Whether a session was logged lately: then only its journal is left to be removed."""
        try:
            with FileIO(self._path) as stream:
                return _holds(_tail(stream), record_id)
        except FileNotFoundError:
            return False


def read_log(path: Path) -> LogReading:
    """Read the whole log; one that does not exist yet is empty. Raises OSError."""
    records: list[Record] = []
    problems: list[LineProblem] = []
    more = 0
    for one in stream_log(path):
        if not isinstance(one, LineProblem):
            records.append(one)
        elif len(problems) < MAX_PROBLEMS:
            problems.append(one)
        else:
            more, last = more + 1, one.line
    if more:
        problems.append(LineProblem(last, f"it and {more - 1:,} before it cannot be read, either"))
    return LogReading(records=tuple(records), problems=tuple(problems))


def stream_log(path: Path) -> Iterator[Record | LineProblem]:
    """Read the log line by line, the oldest first. Raises OSError."""
    if not path.exists():
        return
    if not (path.is_file() or path.is_dir()):  # opening a pipe would wait for its writer
        raise OSError(errno.EINVAL, "this is not a file", str(path))
    with path.open("rb") as stream:
        is_utf_16 = False
        for number, line in _numbered_lines(stream):
            if number == 1 and line.startswith(_UTF_16_MARKS):
                is_utf_16 = True
                yield LineProblem(1, "this is UTF-16 text; save the log as UTF-8")
            if is_utf_16 and b"\0" in line and not _plain(line).startswith(b'{"'):
                continue  # told already; a line that was added since is read
            if len(line) > MAX_LINE_BYTES:
                yield LineProblem(number, f"it is longer than {MAX_LINE_BYTES >> 20} MiB")
            elif not _is_blank(line):
                yield _decoded(number, _plain(line))


def _numbered_lines(stream: BufferedReader) -> Iterator[tuple[int, bytes]]:
    """Read lines with their numbers; of one that is too long only the beginning is held."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and len(rest) > MAX_LINE_BYTES:
            rest = stream.readline(MAX_LINE_BYTES + 1)
        yield number, line


def _is_blank(line: bytes) -> bool:
    """Whether nothing was ever written there; where NULs are, something is lost."""
    return not line.removeprefix(codecs.BOM_UTF8).strip()


def _plain(line: bytes) -> bytes:
    """A line without what an editor (a byte order mark) or a power cut (NULs) has put before it."""
    return line.lstrip(b"\0").removeprefix(codecs.BOM_UTF8)


def _decoded(number: int, line: bytes) -> Record | LineProblem:
    try:
        return decode(line)
    except UnreadableLine as unreadable:
        return LineProblem(number, str(unreadable))


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CREAT, 0o600)


def _append(stream: FileIO, tail: bytes, data: bytes) -> None:
    """Write a line at the end; where it was begun before, by a disk that was full, complete it."""
    end = stream.seek(0, os.SEEK_END)
    torn = tail[tail.rfind(b"\n") + 1 :]
    if data.startswith(torn):
        write_at(stream, end - len(torn), data)
    else:
        write_at(stream, end, b"\n" + data)


def _tail(stream: FileIO) -> bytes:
    """The end of the file, whole lines as far as they are not torn."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(end - LOOK_BACK_BYTES, 0))
    return stream.readall()


def _holds(tail: bytes, record_id: object) -> bool:
    return isinstance(record_id, str) and any(
        _id_of(line) == record_id for line in tail.split(b"\n") if record_id.encode() in line
    )


def _id_of(line: bytes) -> object:
    try:
        record = json.loads(_plain(line))
    except (ValueError, RecursionError):
        return None
    return record.get("id") if isinstance(record, dict) else None
