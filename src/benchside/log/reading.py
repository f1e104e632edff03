"""The whole log read at once, or counted.

A line that cannot be read is told with its file and number and left in place; the rest is used.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.log.files import log_files
from benchside.log.lines import file_lines, read_line
from benchside.log.problems import LineProblem, ProblemList, UnreadableLine
from benchside.log.record import Record
from benchside.log.revisions import Latest, LogEntry, decode_entry, rank_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from benchside.log.lines import FileLine, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LogReading:
    """The log as far as it can be read."""

    records: tuple[Record, ...]
    """The sessions as they are now, each once, the oldest first."""
    problems: tuple[LineProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCount:
    """How much of the log can be read."""

    sessions: int
    problems: tuple[LineProblem, ...]
    is_cut_short: bool
    """Counting took too long, and was ended."""


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Keep the cycle collector out: records have no cycles, and looking for some takes a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_log(path: Path) -> LogReading:
    """Read all files of the log as one; one that does not exist yet is empty. Raises OSError."""
    latest: Latest[Place] = Latest(read_line)
    records: dict[str, Record] = {}
    problems = ProblemList()
    with nothing_collected():
        for place, one in stream_log(path):
            if isinstance(one, LineProblem):
                problems.add(one)
            elif latest.take(one.id, rank_of(one), place):
                records.pop(one.id, None)
                if isinstance(one, Record):
                    records[one.id] = one
    ordered = sorted(records.values(), key=lambda record: (record.started, record.id))
    return LogReading(records=tuple(ordered), problems=problems.told())


def count_sessions(path: Path, *, goes_on: Callable[[], bool]) -> LogCount:
    """Count what can be read, line by line as long as that `goes_on`. Raises OSError."""
    latest: Latest[Place] = Latest(read_line)
    deleted: dict[str, bool] = {}
    problems = ProblemList()
    is_cut_short = False
    for place, one in stream_log(path):
        if isinstance(one, LineProblem):
            problems.add(one)
        elif latest.take(one.id, rank_of(one), place):
            deleted[one.id] = not isinstance(one, Record)
        if not goes_on():
            is_cut_short = True
            break
    sessions = len(deleted) - sum(deleted.values())
    return LogCount(sessions=sessions, problems=problems.told(), is_cut_short=is_cut_short)


def stream_log(path: Path) -> Iterator[tuple[Place, LogEntry | LineProblem]]:
    """Read all lines of the log with their places, superseded ones too. Raises OSError."""
    for file in log_files(path):
        name = "" if file == path else file.name
        for line in file_lines(file):
            yield line.place, decoded(line, name)


def decoded(line: FileLine, name: str = "") -> LogEntry | LineProblem:
    """Return what a line says, or why it cannot be read; `name` is that of its file."""
    if line.problem:
        return LineProblem(line.number, line.problem, name)
    try:
        return decode_entry(line.text)
    except UnreadableLine as unreadable:
        return LineProblem(line.number, str(unreadable), name)
