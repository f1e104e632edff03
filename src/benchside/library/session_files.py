"""Session files of a folder by their names: `legs`, and `strength/legs` in a sub-folder.

A name is the path below the folder, with `/` and without `.toml`. Two files never share one: where
`legs.toml` and `legs.TOML` lie side by side, the second is called `legs.TOML`. What is hidden is no
session, and a link to a folder is not followed, so that no name leads outside. A folder that cannot
be read is a problem, never an exception.
"""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from benchside.session import Problem, printable
from benchside.storage import Stamp, is_plain_name, stamp

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX: Final = ".toml"

FIRST_SESSION: Final = "first-session"
"""It shows every kind of set, so it leads what ships."""

MAX_FOLDERS: Final = 1_000
"""Sub-folders that are looked into; a library has a few."""


class Listing(NamedTuple):
    """What a folder holds."""

    files: dict[str, Path]
    """Session files by their names, those of the folder itself first."""
    problems: tuple[Problem, ...]
    """Folders that cannot be read."""


def is_session_file(name: str) -> bool:
    """Return whether a file of this name is a session: `legs.toml`, `Legs.TOML`."""
    return name.lower().endswith(SUFFIX) and not name.startswith(".")


def without_suffix(name: str) -> str:
    """Return a name without `.toml`, however it is spelled."""
    return name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name


def paths_in_order(own_folder: Path, shipped_folder: Path) -> dict[str, Path]:
    """Return every session's file by its name, in the order of the library."""
    own, shipped = session_files(own_folder).files, session_files(shipped_folder).files
    names = sorted(shipped.keys() - own.keys(), key=lambda name: (name != FIRST_SESSION, name))
    return own | {name: shipped[name] for name in names}


def session_files(folder: Path) -> Listing:
    """Return the session files of a folder and of all its sub-folders."""
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    waiting = [(folder, "")]
    looked_into = 0
    while waiting:
        here, above = waiting.pop(0)
        looked_into += 1
        if looked_into > MAX_FOLDERS:
            what = f"the folder has more than {MAX_FOLDERS:,} sub-folders; the others are left out"
            problems.append(Problem(file=printable(str(folder)), message=what))
            break
        try:
            found, folders = _look_into(here)
        except OSError as error:
            problems += _unreadable(here, error, is_sub_folder=bool(above))
            continue
        files |= {above + name: path for name, path in found.items()}
        waiting += [(path, f"{above}{path.name}/") for path in folders]
    return Listing(files, tuple(problems))


def neighbours(folder: Path) -> dict[str, Path]:
    """Return the session files of a folder alone by their names; none where it cannot be read."""
    try:
        return _look_into(folder)[0]
    except OSError:
        return {}


def session_file(folder: Path, name: str, stamps: dict[Path, Stamp]) -> Path | None:
    """Return the file of a name; None where there is none.

    Notes the stamp of all that the answer depends on.
    """
    *folders, last = name.split("/")
    if not all(is_plain_name(part) and not part.startswith(".") for part in (*folders, last)):
        return None
    for part in folders:
        folder /= part
        if folder.is_symlink():
            return None
    stamps[folder] = stamp(folder)
    found = neighbours(folder)
    path = found.get(same_form(last)) or found.get(same_form(without_suffix(last)))
    if path is not None:
        stamps[path] = stamp(path)
    return path


def same_form(name: str) -> str:
    """Return a name with its accents in one form; keyboards and disks differ in that."""
    return unicodedata.normalize("NFC", name)


def _look_into(folder: Path) -> tuple[dict[str, Path], list[Path]]:
    """Return session files and sub-folders, both sorted; raises OSError."""
    with os.scandir(folder) as scanned:
        entries = sorted((entry for entry in scanned if entry.name[:1] != "."), key=_by_spelling)
    files: dict[str, Path] = {}
    folders = []
    for entry in entries:
        path = folder / entry.name
        if is_session_file(entry.name):
            stem = without_suffix(entry.name)
            names = (same_form(stem), stem, same_form(entry.name), entry.name)
            name = next((name for name in names if name not in files), entry.name)
            files[name] = path
        elif entry.is_dir(follow_symlinks=False):
            folders.append(path)
    return files, folders


def _by_spelling(entry: os.DirEntry[str]) -> tuple[str, bool, str]:
    """Names in their order; of two that are alike the one with the usual ending comes first."""
    return (without_suffix(entry.name), not entry.name.endswith(SUFFIX), entry.name)


def _unreadable(folder: Path, error: OSError, *, is_sub_folder: bool) -> list[Problem]:
    """Return a folder that cannot be read; one that is not there is none, unless a link says so."""
    what = f"the folder cannot be read: {error.strerror or error}"
    if isinstance(error, NotADirectoryError):
        what = "this is not a folder"
    elif isinstance(error, FileNotFoundError):
        if is_sub_folder or not folder.is_symlink():
            return []
        what = "the link leads nowhere"
    return [Problem(file=printable(str(folder)), message=what, hint="its sessions are not listed")]
