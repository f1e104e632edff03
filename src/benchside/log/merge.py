"""Adding the lines of other files to the log, and tidying what has been superseded.

The log is a set: of each session one line holds (`log/revisions.py`), and a line that cannot be
read, or that a later version has written, is in it once, told apart by its bytes. Merging adds
what is missing, so it does not matter what is merged into what, in which order or how often. Only
`tidy` writes a file anew. Killed at any instant, both leave a log that says what it said, and doing
it again ends what was begun.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING, Final

from benchside.log.files import MERGED_SUFFIX, is_conflict_copy, log_files, own_file
from benchside.log.lines import file_lines, plain, read_line
from benchside.log.logbook import append_lines, opened_alone
from benchside.log.problems import LineProblem
from benchside.log.reading import decoded
from benchside.log.revisions import Latest, rank_of
from benchside.storage import force_folder, replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from benchside.log.lines import FileLine, Place

BATCH_BYTES: Final = 16 << 20
"""Lines are forced to disk together up to so many bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeResult:
    """What merging has come to."""

    into: Path
    added: int
    """Lines that the log did not have."""
    known: int
    """Lines that it had, or has something newer for."""
    renamed: tuple[tuple[Path, Path], ...]
    """Conflict copies with their new names; other files stay what they are."""
    problems: tuple[tuple[Path, LineProblem], ...]
    """Lines that cannot be copied, with their files; such a file is not renamed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TidyResult:
    """What tidying has come to."""

    path: Path
    kept: int
    removed: int
    """Lines that were superseded, or there twice."""
    problems: tuple[LineProblem, ...] = ()
    """Lines that cannot be copied; where there is one nothing is changed."""


class LineSet:
    """The lines of files as a set."""

    def __init__(self) -> None:
        self._latest: Latest[Place] = Latest(read_line)
        self._unreadable: dict[bytes, Place] = {}
        self.count = 0
        """How many were added, those that are superseded or there twice included."""

    def add_file(self, path: Path) -> tuple[LineProblem, ...]:
        """Add the lines of a file; returns those that cannot even be copied. Raises OSError."""
        problems = []
        for line in file_lines(path):
            if line.problem:
                problems.append(LineProblem(line.number, line.problem))
            else:
                self._add(line)
        return tuple(problems)

    def places(self) -> list[Place]:
        """Return where the lines of the set are, in the order of their files."""
        return sorted((*self._latest.places(), *self._unreadable.values()))

    def _add(self, line: FileLine) -> None:
        """Add a line; the first of equal ones stays."""
        self.count += 1
        entry = decoded(line)
        if isinstance(entry, LineProblem):
            key = blake2b(_kept_bytes(line.text), digest_size=16).digest()
            self._unreadable.setdefault(key, line.place)
        else:
            self._latest.take(entry.id, rank_of(entry), line.place)


def merge(path: Path, files: Sequence[Path], *, machine: str = "") -> MergeResult:
    """Add what files have and the log at `path` lacks to the file of this machine.

    Conflict copies in the folder of the log are renamed afterwards, not removed, for their lines
    would be read twice. Raises OSError, and ValueError where a file is the one that is added to.
    """
    own = own_file(path, machine)
    files = list({file.resolve(): file for file in files}.values())
    for file in files:
        if own.exists() and file.samefile(own):
            raise ValueError(f"{file} is the file that this machine adds to")
    lines = LineSet()
    for file in log_files(path):
        if not (file.exists() and any(file.samefile(other) for other in files)):
            lines.add_file(file)
    before = lines.count
    problems = [(file, problem) for file in files for problem in lines.add_file(file)]
    missing = [place for place in lines.places() if place.path in files]
    for batch in _batches(missing):
        append_lines(own, batch)
    whole = [file for file in files if all(file != marred for marred, _ in problems)]
    return MergeResult(
        into=own,
        added=len(missing),
        known=lines.count - before - len(missing),
        renamed=tuple((file, _set_aside(file)) for file in whole if _is_in_the_way(file, path)),
        problems=tuple(problems),
    )


def tidy(path: Path, *, machine: str = "", tries: bool = False) -> TidyResult:
    """Write the file of this machine anew, without lines that others in it have superseded.

    What is read stays the same; but a deletion or a correction cannot be taken back afterwards.
    With `tries` nothing is written. Raises OSError; then nothing is changed.
    """
    own = own_file(path, machine)
    if not own.exists():
        return TidyResult(path=own, kept=0, removed=0)
    with opened_alone(own) as stream:
        lines = LineSet()
        problems = lines.add_file(own)
        places = lines.places()
        if len(places) < lines.count and not (problems or tries):
            with replacing(own.resolve(), mode=0o600) as draft:
                with draft.open("wb") as tidied:
                    tidied.writelines(_copied(places))
                if sys.platform == "win32":  # replaces no file that is open
                    stream.close()
    removed = lines.count - len(places)
    return TidyResult(path=own, kept=len(places), removed=removed, problems=problems)


def _batches(places: Iterable[Place]) -> Iterator[list[bytes]]:
    """Copy lines, as many at once as are to be forced to disk together."""
    batch: list[bytes] = []
    size = 0
    for line in _copied(places):
        batch.append(line)
        size += len(line)
        if size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    yield batch


def _copied(places: Iterable[Place]) -> Iterator[bytes]:
    """Read lines again as they are copied, with their ends; those of one file in a row."""
    for path, group in groupby(places, key=lambda place: place.path):
        with path.open("rb") as stream:
            for place in group:
                stream.seek(place.offset)
                line = stream.read(place.length)
                yield _kept_bytes(plain(line), line) + b"\n"


def _kept_bytes(text: bytes, line: bytes = b"\0") -> bytes:
    """Return what is kept of a line: of one of nothing but NULs these, for it would be blank."""
    return text or line.rstrip(b"\r\n")


def _is_in_the_way(file: Path, path: Path) -> bool:
    return file.parent.samefile(path.parent) and is_conflict_copy(file, path)


def _set_aside(file: Path) -> Path:
    """Rename a file, so that it is no part of the log any more; return its new name."""
    aside = file.with_name(file.name + MERGED_SUFFIX)
    number = 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"{file.name}-{number}{MERGED_SUFFIX}")
    file.rename(aside)
    force_folder(file.parent)
    return aside
