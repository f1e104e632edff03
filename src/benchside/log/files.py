"""Which files of a folder make up the log, and which of them this machine adds to.

One machine writes `log.jsonl`. Where a folder is kept the same on several machines, each adds to
a file of its own, `log-MACHINE.jsonl`, so that none of them is ever changed in two places; and
what a synchroniser sets aside as a conflict is part of the log as well. Nothing is lost by
reading too much: lines are told apart by their `id`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from benchside.storage import CACHE_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

MERGED_SUFFIX: Final = ".merged"
"""Ends the name of a conflict copy whose lines have been added to the log."""

MAX_MACHINE: Final = 40
"""Characters of a machine's name in the name of a file."""

_CONFLICTS: Final = (
    r"\.sync-conflict-.+{suffix}",  # Syncthing
    r" \(.*conflicted copy.*\){suffix}",  # Dropbox, Nextcloud
    r" \([0-9]+\){suffix}",  # Google Drive, iCloud, browsers
    r" [0-9]+{suffix}",  # iCloud
    r"{suffix}\.conflict[0-9]+",  # rclone
)
"""What the names of conflict copies have between and behind their stem and suffix.

OneDrive writes `log-MACHINE.jsonl`, which looks like the file of another machine: it is read, and
merged when it is named.
"""


def log_files(path: Path) -> tuple[Path, ...]:
    """Return the files of a log, `path` first, there or not, then the others by name.

    Raises OSError where its folder cannot be listed.
    """
    try:
        names = {found.name for found in path.parent.iterdir()}
    except (FileNotFoundError, NotADirectoryError):
        return (path,)
    others = sorted(name for name in names if name != path.name and _belongs(name, path))
    return (path, *(path.with_name(name) for name in others if path.with_name(name).is_file()))


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Return the copies that a synchroniser has set aside, of any file of a log. Raises OSError."""
    return tuple(found for found in log_files(path)[1:] if is_conflict_copy(found, path))


def is_conflict_copy(copy: Path, path: Path) -> bool:
    """Return whether a file is what a synchroniser has set aside of a file of the log at `path`."""
    suffix = re.escape(path.suffix)
    marks = "|".join(mark.format(suffix=suffix) for mark in _CONFLICTS)
    pattern = rf"{re.escape(path.stem)}(?:-[^ .]+)?(?:{marks})"
    return re.fullmatch(pattern, copy.name, re.IGNORECASE) is not None


def own_file(path: Path, machine: str = "") -> Path:
    """Return the file that a machine adds to: `path`, or one of its own where there are several.

    There are several where one of another machine, or a conflict copy, is there. `machine` is the
    name of this one where it is left empty. Raises OSError where the folder cannot be listed.
    """
    own = path.with_name(f"{path.stem}-{_plain_name(machine or this_machine())}{path.suffix}")
    return own if len(log_files(path)) > 1 else path


def index_file(path: Path, machine: str = "") -> Path:
    """Return where a machine keeps the index of the log, in a folder that can be removed.

    Each machine has its own, for a synchroniser would never stop carrying one to and fro.
    """
    name = f"{path.stem}-{_plain_name(machine or this_machine())}.sqlite"
    return path.parent / CACHE_FOLDER / name


def this_machine() -> str:
    """Return the name of this machine in the network."""
    import platform  # when the log is written: the library has no time for it

    return platform.node()


def _belongs(name: str, path: Path) -> bool:
    """Return whether a name is that of the log with something behind it that is no longer word."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    pattern = rf"{stem}(?![^\W\d_]).*{suffix}(?:\.conflict[0-9]+)?"
    return re.fullmatch(pattern, name, re.IGNORECASE | re.DOTALL) is not None


def _plain_name(machine: str) -> str:
    """Return a machine's name as it can stand in the name of a file on every system."""
    plain = re.sub(r"[^a-z0-9]+", "-", machine.casefold())[:MAX_MACHINE].strip("-")
    return plain or "machine"
