"""The library: the session files that can be run by name, the athlete's own and those that ship.

An own session shadows one that ships under the same name (the file's name without `.toml`). What
cannot be read is listed with its problems, never hidden and never an exception. A name leads to a
file of these folders and to nothing else; only a path that somebody typed leads anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.files import Stamp, glance, is_plain_name, read_text, stamp
from benchside.session.mistake import shown
from benchside.session.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.reading import Options, Reading
    from benchside.timeline.steps import Timeline

SUFFIX = ".toml"
FIRST = "first-session"
"""It shows every kind of set, so it leads what ships."""
MAX_NEAR = 5
"""More names are no help to somebody who mistyped one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A session file as it was read: with a plan to run, or with the problems that forbid one."""

    name: str
    path: Path
    is_own: bool
    """It lies in the athlete's own folder."""
    text: str | None = None
    """None where the file could not be read as text."""
    reading: Reading | None = None
    """None where there is no text."""
    problems: tuple[Problem, ...] = ()
    """In the order of the file; empty where all is well."""

    def timeline(self) -> Timeline | None:
        """Lay the session out in time; None where it has problems."""
        from benchside.timeline.compile import compile_plan

        plan = self.reading.plan if self.reading else None
        return None if plan is None else compile_plan(plan)


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
        self._folders = (own, shipped)
        self._options = options
        self._kept: dict[Path, _Kept] = {}

    def entries(self) -> tuple[Entry, ...]:
        """List every session: the athlete's own by name, then what ships."""
        return tuple(self._entry(path) for path in self._paths().values())

    def find(self, name_or_path: str) -> Entry | tuple[str, ...]:
        """Find a session by its name or its path; tell the near names where there is none.

        A name of the library goes before a file of the same name in the folder one stands in,
        unless it is written as a path or with `.toml`.
        """
        paths = self._paths()
        path = Path(name_or_path)
        if name_or_path in paths and not is_written_as_path(name_or_path):
            return self._entry(paths[name_or_path])
        if stamp(path) is not None:
            return self._entry(path)
        known = paths.get(name_or_path.removesuffix(SUFFIX))
        return self._entry(known) if known else _near(path.stem, tuple(paths))

    def include(self, name: str) -> str | None:
        """Give the text of the library's session of this name; None where there is none to read."""
        return _included(name, self._folders, {})

    def _paths(self) -> dict[str, Path]:
        """Every session's file by its name, in the order of the library."""
        return _paths_in(*self._folders)

    def _entry(self, path: Path) -> Entry:
        kept = self._kept.get(path)
        if kept is None or not kept.is_fresh():
            kept = self._kept[path] = self._read(path)
        return kept.entry

    def _read(self, path: Path) -> _Kept:
        own, _ = self._folders
        folder = path.absolute().parent
        folders = self._folders if folder in self._folders else (folder, *self._folders)
        stamps = {path: stamp(path)}
        text = read_text(path)
        if isinstance(text, Problem):
            entry = Entry(name=path.stem, path=path, is_own=folder == own, problems=(text,))
            return _Kept(entry, stamps)
        from benchside.session.reading import read  # the models take their time to load

        reading = read(
            text,
            file=shown(str(path)),
            include=lambda name: _included(name, folders, stamps),
            names=lambda: [name for each in folders for name in _session_files(each)],
            options=self._options,
        )
        entry = Entry(
            name=path.stem,
            path=path,
            is_own=folder == own,
            text=text,
            reading=reading,
            problems=reading.problems,
        )
        return _Kept(entry, stamps)


def is_written_as_path(name: str) -> bool:
    """Whether a name leads to a file wherever it is: it has a folder, or the ending."""
    path = Path(name)
    return path.suffix == SUFFIX or path.name != name


def titles(own: Path, shipped: Path) -> tuple[str, ...]:
    """Name every session at a glance, in the order of `Library.entries`; nothing is checked yet."""
    return tuple(_title(path) for path in _paths_in(own, shipped).values())


def _paths_in(own_folder: Path, shipped_folder: Path) -> dict[str, Path]:
    own, shipped = _session_files(own_folder), _session_files(shipped_folder)
    names = sorted(shipped.keys() - own.keys(), key=lambda name: (name != FIRST, name))
    return own | {name: shipped[name] for name in names}


def _title(path: Path) -> str:
    """What a session calls itself; the file's name where that cannot be told."""
    title = glance(path).get("name")
    return title if isinstance(title, str) else path.stem


def _included(name: str, folders: Iterable[Path], stamps: dict[Path, Stamp]) -> str | None:
    """Look a name up, the first folder wins; note the stamp of every place that was looked at."""
    if not is_plain_name(name):
        return None
    for path in (folder / f"{name}{SUFFIX}" for folder in folders):
        stamps[path] = stamp(path)
        if stamps[path] is not None:
            text = read_text(path)
            return text if isinstance(text, str) else None
    return None


def _session_files(folder: Path) -> dict[str, Path]:
    """The folder's session files by name; a folder that is not there has none."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return {}
    return {
        path.stem: path for path in paths if path.suffix == SUFFIX and not path.name.startswith(".")
    }


def _near(typed: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names that were perhaps meant: those that hold what was typed, then those spelled alike."""
    word = typed.casefold()
    holding = [name for name in names if word and word in name.casefold()]
    alike = get_close_matches(word, names, n=MAX_NEAR, cutoff=0.5)
    return tuple(dict.fromkeys(holding + alike))[:MAX_NEAR]
