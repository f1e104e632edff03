"""Looks at folders and their disk: whether files can be listed and made. Leaves nothing there."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchside.doctor.folder_verdict import DiskFacts, FolderFacts, filesystem_of
from benchside.doctor.result import reason_of

TRIAL: Final = b"\0" * 4096
"""Written to a file that is removed at once: a full disk takes names, but no text."""

MOUNTS: Final = Path("/proc/self/mountinfo")


def look_at_folder(path: Path) -> FolderFacts:
    """Return what can be done with a folder; raises nothing for what the system refuses."""
    is_there = os.path.lexists(path)
    present = path if is_there else _nearest_present(path)
    return FolderFacts(
        path=str(path),
        is_there=is_there,
        unreadable=_refusal_to_list(path) if is_there else "",
        unwritable=_refusal_to_write(present, is_there=is_there),
        filesystem=_filesystem(present),
        is_shared_by_syncthing=_has_marker(path),
    )


def look_at_disk(folder: Path) -> DiskFacts:
    """Return the room on the disk that a folder is, or will be, on; raises OSError."""
    usage = shutil.disk_usage(_nearest_present(folder))
    return DiskFacts(usage.free, usage.total)


def _has_marker(path: Path) -> bool:
    """Return whether Syncthing has left its mark in a folder or above it."""
    return any(os.path.exists(one / ".stfolder") for one in (path, *path.parents))  # noqa: PTH110 - never raises


def _nearest_present(path: Path) -> Path:
    """Return the folder itself, or the one above it in which it would be made."""
    return next((one for one in (path, *path.parents) if os.path.lexists(one)), Path(path.anchor))


def _refusal_to_list(path: Path) -> str:
    try:
        with os.scandir(path) as entries:
            next(entries, None)
    except OSError as refusal:
        return reason_of(refusal)
    return ""


def _refusal_to_write(path: Path, *, is_there: bool) -> str:
    """Return why no file can be made.

    Where the folder is not there yet only its rights are looked at.
    """
    if not is_there:
        if not path.is_dir():
            return f"{path} is not a folder"
        can_write = os.access(path, os.W_OK | os.X_OK)
        return "" if can_write else f"{path} does not let you make folders"
    try:
        with tempfile.TemporaryFile(dir=path, prefix=".benchside-doctor-") as trial:
            trial.write(TRIAL)
            trial.flush()
    except OSError as refusal:
        return reason_of(refusal)
    return ""


def _filesystem(path: Path) -> str:
    if not sys.platform.startswith("linux"):
        return ""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace")
        return filesystem_of(os.path.realpath(path), mounts)
    except OSError:
        return ""
