"""Whether folders can be used, where they lie, and how full their disk is. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.doctor.result import CheckResult, CheckState, fault, ok, skipped, warning

if TYPE_CHECKING:
    from collections.abc import Sequence

MIB: Final = 1 << 20

FULL_BYTES: Final = 2 * MIB
"""With less than that left, the journal of a long session may not fit."""

NEARLY_FULL_BYTES: Final = 100 * MIB

_NETWORK: Final = frozenset(
    {"afs", "ceph", "cifs", "davfs", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "nfs", "nfs4"}
    | {"fuse.gvfsd-fuse", "smb3", "smbfs"}
)
_IN_MEMORY: Final = frozenset({"ramfs", "tmpfs"})

_SYNCHRONISED: Final = {
    "box": "Box",
    "cloudstorage": "a cloud service",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "onedrive": "OneDrive",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
}
"""Names of folders that a program keeps the same on several machines, in small letters."""


@dataclass(frozen=True, slots=True)
class FolderRole:
    """What a folder is for."""

    name: str
    """Of the check."""
    holds: str
    if_unwritable: CheckState
    """How bad it is when no file can be made there."""
    keeps_sessions: bool = False
    """The journal and the log are in it."""


CONFIG: Final = FolderRole("config folder", "settings", CheckState.WARNING)
DATA: Final = FolderRole("data folder", "log and journal", CheckState.FAULT, keeps_sessions=True)
SESSIONS: Final = FolderRole("sessions folder", "your own sessions", CheckState.WARNING)
ATHLETES: Final = FolderRole("athletes folder", "athletes", CheckState.OK)
SOUNDS: Final = FolderRole("sounds folder", "your own sound packs", CheckState.OK)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFacts:
    """A folder as it was found."""

    path: str
    is_there: bool = True
    unreadable: str = ""
    """Why its files cannot be listed; empty where they can."""
    unwritable: str = ""
    """Why no file can be made in it; empty where one can."""
    filesystem: str = ""
    """As the system calls it, such as `ext4`; empty where it does not tell."""
    is_shared_by_syncthing: bool = False


@dataclass(frozen=True, slots=True)
class DiskFacts:
    """The room on a disk."""

    free_bytes: int
    total_bytes: int


def judge_folder(role: FolderRole, facts: FolderFacts) -> CheckResult:
    """Return whether a folder can be read and written, and whether others write it too."""
    if facts.unreadable:
        return fault(
            role.name,
            f"{facts.path} cannot be read: {facts.unreadable}",
            "give yourself the right to read it, or set BENCHSIDE_HOME to another folder",
        )
    if facts.unwritable and role.if_unwritable is not CheckState.OK:
        return CheckResult(
            role.name,
            role.if_unwritable,
            f"{facts.path}: no file can be made there: {facts.unwritable}",
            f"it holds {role.holds}; make room or give yourself the right to write there, "
            "or set BENCHSIDE_HOME to another folder",
        )
    place = _place_of(facts)
    where = f"{facts.path}, {place}" if place else facts.path
    told = where if facts.is_there else f"{where} is not there yet; it is made when it is needed"
    if not (place and role.keeps_sessions):
        return ok(role.name, told)
    return warning(role.name, told, _hint_for(facts))


def judge_disk(facts: DiskFacts) -> CheckResult:
    """Return how much room is left for sessions."""
    if not facts.total_bytes:
        return skipped("disk", "the file system does not tell how much room it has")
    told = f"{size_of(facts.free_bytes)} free of {size_of(facts.total_bytes)}"
    if facts.free_bytes < FULL_BYTES:
        return fault("disk", told, "make room: a session might not be kept")
    if facts.free_bytes < NEARLY_FULL_BYTES:
        return warning("disk", f"nearly full, {told}", "make room before the next session")
    return ok("disk", told)


def size_of(count: int) -> str:
    """Return a number of bytes to be read: `512 kB`, `1.5 GB`."""
    size = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1_000:
            return f"{size:.{1 if size < 10 and unit != 'bytes' else 0}f} {unit}"
        size /= 1_000
    return f"{size:.1f} TB"


def filesystem_of(path: str, mounts: str) -> str:
    """Return the type of the file system that a path lies on, by the text of Linux's `mountinfo`.

    The last of the longest mount points counts; empty where none fits.
    """
    best, found = 0, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(), after.split()
        if len(fields) < 5 or not kinds:
            continue
        point = _unescaped(fields[4])
        inside = point if point.endswith("/") else f"{point}/"
        if f"{path}/".startswith(inside) and len(point) >= best:
            best, found = len(point), kinds[0]
    return found


def service_of(parts: Sequence[str]) -> str:
    """Return which service synchronises a folder, by the names on its path; empty for none."""
    for part in parts:
        word = part.casefold()
        plain = re.split(r" ?[-(]", word, maxsplit=1)[0].strip()  # "OneDrive - Company"
        if service := _SYNCHRONISED.get(word) or _SYNCHRONISED.get(plain):
            return service
    return ""


def _place_of(facts: FolderFacts) -> str:
    """Return where a folder lies, if that is not simply the disk of this machine."""
    if facts.filesystem in _IN_MEMORY:
        return f"in memory ({facts.filesystem})"
    if facts.filesystem in _NETWORK or facts.path.startswith("\\\\"):
        return f"on the network ({facts.filesystem or 'a share'})"
    service = service_of(re.split(r"[/\\]", facts.path))
    if not service and facts.is_shared_by_syncthing:
        service = "Syncthing"
    return f"synchronised by {service}" if service else ""


def _hint_for(facts: FolderFacts) -> str:
    if facts.filesystem in _IN_MEMORY:
        return "it is gone when the machine is off; set BENCHSIDE_HOME to a folder on a disk"
    return (
        "lead sessions on one machine at a time: the log may be doubled or torn; "
        "BENCHSIDE_HOME names another folder"
    )


def _unescaped(field: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)
