"""The library: the session files that can be run by name, the athlete's own and those that ship.

An own session stands in place of one that ships under the same name, and says so. What cannot be
read is listed with its problems, never hidden and never an exception. A name leads to a file of
these folders and to nothing else; only a path that somebody typed leads anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.library.session_files import (
    SUFFIX,
    neighbours,
    paths_in_order,
    same_form,
    session_file,
    session_files,
    without_suffix,
)
from benchside.session import Problem, printable
from benchside.storage import Stamp, is_there, read_text, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchside.session import DueDay, Options, Plan, ProgramReading, Reading, SetEntry
    from benchside.timeline import Agenda

MAX_NEAR = 5
"""More names are no help to somebody who mistyped one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A session file as it was read: with a plan to run, or with the problems that forbid one."""

    name: str
    path: Path
    is_own: bool
    """It lies in the athlete's own folder."""
    is_in_place_of_shipped: bool = False
    """It is an own session, and one that ships has its name."""
    text: str | None = None
    """None where the file could not be read as text."""
    reading: Reading | None = None
    """None where there is no text."""
    problems: tuple[Problem, ...] = ()
    """In the order of the file; empty where all is well."""
    due: DueDay | None = None
    """The day of a program that it is done as; None where it is done alone."""

    @property
    def title(self) -> str:
        """What the session calls itself; its name in the library where it has problems."""
        session = self.reading.session if self.reading else None
        return self.name if session is None else session.name

    @property
    def plan(self) -> Plan | None:
        """What the session asks for; None where it has problems."""
        return self.reading.plan if self.reading else None

    def agenda(self) -> Agenda | None:
        """Return the sets of the session in order; None where it has problems."""
        from benchside.timeline import agenda_of

        return None if self.plan is None else agenda_of(self.plan)


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry, and the stamps of every file that it depends on, those not there included."""

    entry: Entry
    stamps: dict[Path, Stamp]

    def is_fresh(self) -> bool:
        return all(stamp(path) == seen for path, seen in self.stamps.items())


class Library:
    """The sessions of two folders; a file is read again when it, or what it includes, changed."""

    def __init__(self, own: Path, shipped: Path, options: Options) -> None:
        self._own = own
        self._shipped = shipped
        self._options = options
        self._kept: dict[tuple[str, Path], _Kept] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Folders that cannot be read, so that sessions in them are missing from the list."""
        return session_files(self._own).problems

    def entries(self) -> tuple[Entry, ...]:
        """Return every session: the athlete's own by name, then what ships."""
        paths = paths_in_order(self._own, self._shipped)
        return tuple(self._entry(name, path, path) for name, path in paths.items())

    def find(self, name_or_path: str) -> Entry | tuple[str, ...]:
        """Return a session by its name or its path; tell the near names where there is none.

        A name of the library goes before a file of the same name in the folder one stands in,
        unless it is written as a path or with `.toml`.
        """
        paths = paths_in_order(self._own, self._shipped)
        typed = same_form(name_or_path)
        if typed in paths and not typed.lower().endswith(SUFFIX):
            return self._entry(typed, paths[typed], paths[typed])
        path = Path(name_or_path)
        if is_there(path):
            name, place = self._place_of(path)
            return self._entry(name, place, path)
        for name in (typed, without_suffix(typed)):
            if name in paths:
                return self._entry(name, paths[name], paths[name])
        return _near(path.stem, tuple(paths))

    def include(self, name: str) -> str | None:
        """Give the text of the library's session of this name; None where there is none to read."""
        return _included(name, (self._own, self._shipped), {})

    def for_week(self, schemes: Mapping[str, tuple[SetEntry, ...]]) -> Library:
        """Return the same sessions, read with the schemes of a week of a program."""
        return Library(self._own, self._shipped, replace(self._options, schemes=schemes))

    def read_program(self, text: str, *, file: str) -> ProgramReading:
        """Read a program whose days are sessions of the library."""
        from benchside.session import read_program

        return read_program(
            text,
            file=file,
            include=self.include,
            names=lambda: paths_in_order(self._own, self._shipped),
            options=self._options,
        )

    def _place_of(self, path: Path) -> tuple[str, Path]:
        """Return name and place of a file found by its path: those of the library, if it has it."""
        try:
            real = path.parent.resolve() / path.name
            for folder in (self._own, self._shipped):
                if real.is_relative_to(home := folder.resolve()):
                    place = folder / real.relative_to(home)
                    for name, known in session_files(folder).files.items():
                        if known == place:
                            return name, place
        except OSError:  # a link that leads to itself
            pass
        return path.stem, path.absolute()

    def _entry(self, name: str, place: Path, path: Path) -> Entry:
        """Read a session that lies at a place; `path` is what its problems call it."""
        kept = self._kept.get((name, path))
        if kept is None or not kept.is_fresh():
            kept = self._kept[name, path] = self._read(name, place, path)
        return kept.entry

    def _read(self, name: str, place: Path, path: Path) -> _Kept:
        is_own = place.is_relative_to(self._own)
        is_listed = is_own or place.is_relative_to(self._shipped)
        folders = () if is_listed else (place.parent,)
        stamps = {place: stamp(place)}
        twin = session_file(self._shipped, name, stamps) if is_own else None
        entry = Entry(name=name, path=place, is_own=is_own, is_in_place_of_shipped=twin is not None)
        text = read_text(place)
        if isinstance(text, Problem):
            return _Kept(replace(entry, problems=(text,)), stamps)
        reading = self._reading_of(text, printable(str(path)), folders, stamps)
        read = replace(entry, text=text, reading=reading, problems=reading.problems)
        return _Kept(read, stamps)

    def _reading_of(
        self, text: str, file: str, beside: tuple[Path, ...], stamps: dict[Path, Stamp]
    ) -> Reading:
        from benchside.session import read  # the models take their time to load

        def names() -> list[str]:
            known = [name for folder in beside for name in neighbours(folder)]
            return known + list(paths_in_order(self._own, self._shipped))

        return read(
            text,
            file=file,
            include=lambda name: _included(name, (*beside, self._own, self._shipped), stamps),
            names=names,
            options=self._options,
        )


def is_written_as_path(name: str) -> bool:
    """Return whether a name leads to a file wherever it is: it has a folder, or the ending."""
    path = Path(name)
    return path.suffix == SUFFIX or path.name != name


def _included(name: str, folders: Iterable[Path], stamps: dict[Path, Stamp]) -> str | None:
    """Look a name up, the first folder wins; note the stamp of every place that was looked at."""
    for folder in folders:
        if path := session_file(folder, name, stamps):
            text = read_text(path)
            return text if isinstance(text, str) else None
    return None


def _near(typed: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names that were perhaps meant: those that hold what was typed, then those spelled alike."""
    word = typed.casefold()
    holding = [name for name in names if word and word in name.casefold()]
    alike = get_close_matches(word, names, n=MAX_NEAR, cutoff=0.5)
    return tuple(dict.fromkeys(holding + alike))[:MAX_NEAR]
