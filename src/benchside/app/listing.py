"""The list of the library: what each session is and how long it takes.

To know that, every session is read and laid out. A list without a single problem is therefore kept
beside the log, with a fingerprint of all that it was made from: the files of this program, and the
athlete's and the shipped files of TOML. It holds for that fingerprint alone, and can be removed at
any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchside import __version__
from benchside.log import index_file
from benchside.storage import is_there, shipped, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.app.program import Program
    from benchside.library import Entry
    from benchside.storage import UserFolders

MAX_FILES: Final = 2_000
"""In one folder and below it; with more a fingerprint takes as long as the list."""

MAX_BYTES: Final = 1 << 20
"""Of one file; no larger one is read as TOML."""

_PACKAGE: Final = Path(__file__).parents[1]


class ListedSession(NamedTuple):
    """A session as it is listed; of one that cannot be led alone only the name is known.

    It has problems, or none where it is a day of a program that says its sets.
    """

    name: str
    title: str | None
    about: str | None
    goal: str | None
    duration_ms: int | None
    sets: int | None
    working_sets: int | None
    path: str
    is_own: bool
    is_in_place_of_shipped: bool
    problems: int


_TEXT, _COUNT = str | None, int | None
_KINDS: Final = (str, _TEXT, _TEXT, _TEXT, _COUNT, _COUNT, _COUNT, str, bool, bool, int)
"""Of the values of a `ListedSession`."""


def list_sessions(program: Program) -> tuple[ListedSession, ...]:
    """Read every session of the library and list it."""
    shelf = program.shelf
    return tuple(
        _listed(entry, 0 if shelf.is_day_only(entry) else len(entry.problems))
        for entry in shelf.entries()
    )


def kept_list(home: UserFolders, fingerprint: str | None) -> tuple[ListedSession, ...] | None:
    """Return the list that was kept for a fingerprint; None where there is none."""
    if fingerprint is None:
        return None
    try:
        kept = json.loads(_kept_at(home).read_text(encoding="utf-8"))
        if kept["fingerprint"] == fingerprint:
            return tuple(_sound(ListedSession(**one)) for one in kept["sessions"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):  # none, or a damaged one
        pass
    return None


def _sound(one: ListedSession) -> ListedSession:
    """Return a session whose every value is of its kind; raises TypeError for another one."""
    if not all(isinstance(value, kind) for value, kind in zip(one, _KINDS, strict=True)):
        raise TypeError("not a session as it is listed")
    return one


def keep_list(
    home: UserFolders, fingerprint: str | None, sessions: tuple[ListedSession, ...]
) -> None:
    """Keep a list for the next time, unless it has problems to be told anew each time.

    Makes no folder but its own; what cannot be written is not kept.
    """
    if fingerprint is None or not home.data.is_dir() or any(one.problems for one in sessions):
        return
    kept = {"fingerprint": fingerprint, "sessions": [one._asdict() for one in sessions]}
    with suppress(OSError):
        write_atomically(_kept_at(home), json.dumps(kept))


def fingerprint_of(home: UserFolders) -> str | None:
    """Return a fingerprint of all that a list is made from; None where that cannot be told.

    The program's own files count by their time and size, all others by what is in them. Whatever
    else a list comes to depend on belongs in here.
    """
    digest = hashlib.sha256(f"{__version__}\0{home}".encode("utf-8", "surrogateescape"))
    try:
        for path in _files_below(_PACKAGE, (".py", ".toml")):
            status = os.stat(path)  # noqa: PTH116 - there are hundreds, and a Path costs more
            digest.update(f"{path}\0{status.st_mtime_ns} {status.st_size}\0".encode())
        for path in _texts(home):
            digest.update(f"{path}\0".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(_bytes_of(Path(path))).digest())
    except OSError:
        return None
    return digest.hexdigest()


def _texts(home: UserFolders) -> Iterator[str]:
    """Yield the files that say what there is and how it is read; some are not there."""
    for path in (home.settings, home.hooks, home.exercises):
        if is_there(path):
            yield str(path)
    for folder in (home.athletes, home.sessions, shipped("sessions")):
        yield from _files_below(folder, (".toml",))


def _bytes_of(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        raise OSError("not a file that is read as TOML")
    return path.read_bytes()


def _files_below(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield every file with one of these endings, in a fixed order.

    Raises OSError, also for too many.
    """
    count = 0
    for where, folders, names in os.walk(folder, onerror=_raise):
        folders.sort()
        count += 1 + len(names)
        if count > MAX_FILES:
            raise OSError("too many files to look at")
        yield from (f"{where}/{name}" for name in sorted(names) if name.lower().endswith(endings))


def _raise(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _kept_at(home: UserFolders) -> Path:
    return index_file(home.log).with_suffix(".list.json")


def _listed(entry: Entry, problems: int) -> ListedSession:
    from benchside.timeline import schedule_of, totals_of

    agenda = entry.agenda()
    totals = totals_of(schedule_of(agenda)) if agenda else None
    plan = entry.plan
    return ListedSession(
        name=entry.name,
        title=plan.name if plan else None,
        about=plan.about if plan else None,
        goal=plan.goal if plan else None,
        duration_ms=totals.duration_ms if totals else None,
        sets=totals.sets if totals else None,
        working_sets=totals.working_sets if totals else None,
        path=str(entry.path),
        is_own=entry.is_own,
        is_in_place_of_shipped=entry.is_in_place_of_shipped,
        problems=problems,
    )
