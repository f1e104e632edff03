"""The log: every finished session, a line each, in a file that is only ever added to.

A session is on disk when `append` returns, and never there twice. A line that cannot be read is
told with its number and left in place; the rest is used.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from io import FileIO
from typing import TYPE_CHECKING, Final

from benchside.log.disk import append_line, force_folder
from benchside.log.record import decode
from benchside.log.trouble import LineProblem, UnreadableLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from benchside.log.record import Record

LOOK_BACK_BYTES: Final = 4 << 20
"""How much of the log's end is searched for a session that was logged already: some 400 of them."""


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
        """Append one session and force it to disk, unless one with its `id` is there already."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not self._path.exists()
        with FileIO(self._path, "a+") as stream:
            tail = _tail(stream)
            if not _holds(tail, line.get("id")):
                is_torn = bool(tail) and not tail.endswith(b"\n")
                append_line(stream, line, before=b"\n" if is_torn else b"")
        if is_new:
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
    records = []
    problems = []
    for one in stream_log(path):
        match one:
            case LineProblem():
                problems.append(one)
            case _:
                records.append(one)
    return LogReading(records=tuple(records), problems=tuple(problems))


def stream_log(path: Path) -> Iterator[Record | LineProblem]:
    """Read the log line by line, the oldest first. Raises OSError."""
    if not path.exists():
        return
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.isspace():
                continue
            try:
                yield decode(line)
            except UnreadableLine as unreadable:
                yield LineProblem(number, str(unreadable))


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
        record = json.loads(line)
    except ValueError:
        return None
    return record.get("id") if isinstance(record, dict) else None
