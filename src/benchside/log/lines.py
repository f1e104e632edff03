"""The lines of a file of the log, as they stand there.

Bytes are read, and a line is never held that is longer than a session can be. What an editor or a
power cut has put before a line is read over.
"""

from __future__ import annotations

import codecs
import errno
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_LINE_BYTES: Final = 4 << 20
"""A session has 10,000 steps at most, so some 3,000 sets of less than 1 kB each."""

_BUFFER_BYTES: Final = 256 << 10
"""A line of 20 sets is longer than the usual 8 KiB."""

_TAIL_BYTES: Final = 256 << 10
"""How much is read first where only the last lines are asked for."""

_HEAD_BYTES: Final = 64
"""Text in UTF-16 that is a log has a NUL in the first line, that soon."""

_UTF_16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Place(NamedTuple):
    """Where a line stands."""

    path: Path
    offset: int
    length: int
    """Its end included, as far as it has one."""


class FileLine(NamedTuple):
    """A line that is not blank."""

    number: int
    """Counts from 1."""
    place: Place
    text: bytes
    """Without its end, and without what stands before it that is none of it; empty where the line
    cannot be read."""
    problem: str = ""
    """Why it cannot be read as text; empty where it can."""
    is_whole: bool = True
    """It has its end; the last one may be torn, or be written right now."""


def file_lines(path: Path, *, start: int = 0, number: int = 0) -> Iterator[FileLine]:
    """Read the lines of a file from the byte `start` on, before which there are `number` lines.

    A file that does not exist has none. Raises OSError.
    """
    if not path.exists():
        return
    if not (path.is_file() or path.is_dir()):  # opening a pipe would wait for its writer
        raise OSError(errno.EINVAL, "this is not a file", str(path))
    with path.open("rb", buffering=_BUFFER_BYTES) as stream:
        head = stream.readline(_HEAD_BYTES)
        is_utf_16 = head.startswith(_UTF_16_MARKS) and b"\0" in head
        stream.seek(start)
        for place, line, is_whole in _placed_lines(path, stream, start):
            number += 1
            if line.startswith(b"{") and len(line) <= MAX_LINE_BYTES and not is_utf_16:
                yield FileLine(number, place, line.rstrip(b"\r\n"), "", is_whole)
                continue
            if is_utf_16 and number == 1:
                yield FileLine(1, place, b"", "this is UTF-16 text; save the log as UTF-8")
            if is_utf_16 and b"\0" in line and not plain(line).startswith(b'{"'):
                continue  # told already; a line that was added since is read
            if len(line) > MAX_LINE_BYTES:
                problem = f"it is longer than {MAX_LINE_BYTES >> 20} MiB"
                yield FileLine(number, place, b"", problem, is_whole)
            elif not _is_blank(line):
                yield FileLine(number, place, plain(line), is_whole=is_whole)


def read_line(place: Place) -> bytes:
    """Read the line at a place again, as `FileLine.text` had it. Raises OSError."""
    with place.path.open("rb") as stream:
        stream.seek(place.offset)
        return plain(stream.read(place.length))


def plain(line: bytes) -> bytes:
    """Return a line without what an editor (a byte order mark) or a power cut (NULs) has added."""
    return line.rstrip(b"\r\n").lstrip(b"\0").removeprefix(codecs.BOM_UTF8)


def _placed_lines(path: Path, stream: BinaryIO, offset: int) -> Iterator[tuple[Place, bytes, bool]]:
    """Read lines with their places; of one that is too long only the beginning is held.

    The last value says whether it has its end.
    """
    while line := stream.readline(MAX_LINE_BYTES + 1):
        rest, length = line, len(line)
        while not rest.endswith(b"\n") and len(rest) > MAX_LINE_BYTES:
            rest = stream.readline(MAX_LINE_BYTES + 1)
            length += len(rest)
        yield Place(path, offset, length), line, rest.endswith(b"\n")
        offset += length


def _is_blank(line: bytes) -> bool:
    """Return whether nothing was ever written there; where NULs are, something is lost."""
    return not line.removeprefix(codecs.BOM_UTF8).strip()


def last_lines(path: Path, count: int) -> list[FileLine]:
    """Return the last lines of a file, in order, without their numbers; it is read from its end.

    Raises OSError.
    """
    if not path.exists():
        return []
    size = path.stat().st_size
    length = _TAIL_BYTES
    while True:
        start = max(size - length, 0)
        lines = _lines_behind(path, start)
        if len(lines) >= count or not start or length > count * MAX_LINE_BYTES:
            return lines[-count:]
        length *= 4


def _lines_behind(path: Path, start: int) -> list[FileLine]:
    """Return the lines that begin behind a byte, or at the very beginning."""
    lines = list(file_lines(path, start=start))
    is_cut = start > 0 and lines and lines[0].place.offset == start
    return lines[1:] if is_cut else lines
