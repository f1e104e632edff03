"""Program files: those of the athlete and those that ship, each read with the library's sessions.

A program of the athlete's stands in place of one that ships under the same name. What cannot be
read is listed with its problems. A file is a program by its keys, wherever it lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.library.session_files import session_files
from benchside.session import Problem, printable
from benchside.storage import glance, is_there, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchside.library.library import Entry, Library
    from benchside.session import TrainingProgram


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramEntry:
    """A program file as it was read: a program, or the problems that forbid one."""

    name: str
    """Its file without `.toml`, with the folder before it: what a program is called by."""
    path: Path
    is_own: bool
    program: TrainingProgram | None = None
    """None where the file has problems."""
    problems: tuple[Problem, ...] = ()
    """In the order of the file; empty where all is well."""
    days: tuple[str, ...] = ()
    """The sessions that it names, also where it has problems."""


class ProgramFiles:
    """The programs of two folders, the athlete's own and those that ship."""

    def __init__(self, own: Path, shipped: Path, library: Library) -> None:
        self._own = own
        self._shipped = shipped
        self._library = library

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Folders that cannot be read, so that programs in them are missing from the list."""
        return program_problems(self._own)

    def entries(self) -> tuple[ProgramEntry, ...]:
        """Return every program: the athlete's own by name, then what ships."""
        own = session_files(self._own).files
        paths = own | {
            name: path
            for name, path in session_files(self._shipped).files.items()
            if name not in own
        }
        return tuple(
            self._entry(name, path, str(path), is_own=name in own) for name, path in paths.items()
        )

    def at(self, path: Path, *, file: str) -> ProgramEntry | None:
        """Read the program at a path; `file` is what its problems call it.

        None where the file is no program, or is none that can be read.
        """
        from benchside.session import is_program

        text = read_text(path) if is_there(path) else None
        if not isinstance(text, str) or not is_program(text):
            return None
        return self._entry(path.stem, path, file, is_own=path.is_relative_to(self._own))

    def _entry(self, name: str, path: Path, file: str, *, is_own: bool) -> ProgramEntry:
        text = read_text(path)
        if isinstance(text, Problem):
            return ProgramEntry(name=name, path=path, is_own=is_own, problems=(text,))
        reading = self._library.read_program(text, file=printable(file))
        return ProgramEntry(
            name=name,
            path=path,
            is_own=is_own,
            program=reading.program,
            problems=reading.problems,
            days=reading.days,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramLabel:
    """A program at a glance, before it is checked."""

    name: str
    title: str
    """Its name where it says none."""
    days: int | None
    """None where that cannot be told."""
    weeks: int | None
    path: Path
    is_own: bool


def program_labels(own: Path, shipped: Path) -> tuple[ProgramLabel, ...]:
    """Return the names of every program at a glance, in the order of `ProgramFiles.entries`."""
    mine, theirs = session_files(own).files, session_files(shipped).files
    paths = mine | {name: path for name, path in theirs.items() if name not in mine}
    return tuple(_label(name, path, is_own=name in mine) for name, path in paths.items())


def program_problems(own: Path) -> tuple[Problem, ...]:
    """Return the folders of own programs that cannot be read."""
    return session_files(own).problems


def _label(name: str, path: Path, *, is_own: bool) -> ProgramLabel:
    data = glance(path)
    title, days, weeks = data.get("name"), data.get("days"), data.get("week", [])
    return ProgramLabel(
        name=name,
        title=title if isinstance(title, str) else name,
        days=len(days) if isinstance(days, list) else None,
        weeks=len(weeks) if data and isinstance(weeks, list) else None,
        path=path,
        is_own=is_own,
    )


def problems_outside_programs(
    entry: Entry, programs: Iterable[ProgramEntry]
) -> tuple[Problem, ...]:
    """Return what is wrong with a session, but for schemes that it gets as a day of a program.

    Where a program lacks them, that is a problem of the program.
    """
    reading = entry.reading
    is_for_programs = reading is not None and reading.is_whole_but_for_schemes
    if is_for_programs and any(entry.name in each.days for each in programs):
        return ()
    return entry.problems
