"""A disk that fails: what a child process puts between the program and its files.

Pure Python, for one process only: `install` wraps the calls that the journal, the log and what is
set aside are written by, before the program runs. Nothing of it ships. Every call on a path below
the home is an operation with a number; a plan says which of them fail, at which one the process
dies, and whether all are written down with their data.
"""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ALL: Final = frozenset(
    {"open", "write", "fsync", "truncate", "rename", "unlink", "mkdir", "fsync-folder"}
)
"""Every kind of operation that is counted; `open` only where it makes a file or may change it."""

FOR_EVER: Final = 1 << 30


@dataclass(frozen=True)
class Plan:
    """What happens to the operations of one process, which are counted from 1."""

    die_at: int = 0
    """The operation at which the process is killed; 0 means never."""
    die: str = "before"
    """`before`, `in` (half of a write is there) or `after` it; `told`: told to end, not killed."""
    fails: frozenset[str] = field(default_factory=frozenset)
    """The kinds that fail."""
    number: int = errno.ENOSPC
    """The error that they fail with."""
    first: int = 1
    """The operation from which on they fail."""
    times: int = 0
    """How many of them fail."""
    leaves_half: bool = False
    """Whether a write that fails has written half."""
    slow_s: float = 0.0
    """How long every fsync takes."""
    record: str = ""
    """The file that every operation is written to with its data; empty for none."""


class Disk:
    """Counts operations below a folder and does to them what the plan says."""

    def __init__(self, home: Path, plan: Plan) -> None:
        self._home = str(home)
        self._plan = plan
        self._count = 0
        self._failed = 0
        self._notes = None if not plan.record else open(plan.record, "a", encoding="utf-8")  # noqa: SIM115, PTH123

    def holds(self, path: str) -> bool:
        """Whether a path is below the folder."""
        return path == self._home or path.startswith(self._home + "/")

    def note(self, kind: str, **what: object) -> None:
        """Write down what has happened."""
        if self._notes is not None:
            self._notes.write(json.dumps({"kind": kind, **what}) + "\n")
            self._notes.flush()

    def do(
        self, kind: str, act: Callable[[], Any], half: Callable[[], object] | None = None
    ) -> Any:
        """Carry an operation out, fail, or die."""
        plan = self._plan
        self._count += 1
        dies = self._count == plan.die_at
        if dies and plan.die == "before":
            _die()
        if dies and plan.die == "in" and half is not None:
            half()
            _die()
        if kind in plan.fails and self._count >= plan.first and self._failed < plan.times:
            self._failed += 1
            if half is not None and plan.leaves_half:
                half()
            raise OSError(plan.number, os.strerror(plan.number))
        result = act()
        if dies and plan.die == "told":
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.05)
        elif dies:
            _die()
        return result


def install(home: Path, plan: Plan) -> None:
    """Let everything that this process does to files below the home go through a `Disk`."""
    disk = Disk(home, plan)
    _wrap_os(disk, plan)
    hostile = _file_type(disk)
    for name, module in list(sys.modules.items()):
        if name.startswith("benchside") and getattr(module, "FileIO", None) is io.FileIO:
            module.FileIO = hostile  # type: ignore[attr-defined]
    if plan.record:
        _note_lines(disk)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


def _path_of(descriptor: int) -> str:
    return str(Path(f"/proc/self/fd/{descriptor}").readlink()).removesuffix(" (deleted)")


def _file_type(disk: Disk) -> type[io.FileIO]:
    """A `FileIO` whose changes go through the disk."""

    class HostileFile(io.FileIO):
        def __init__(self, file: Any, mode: str = "r", *, opener: Any = None) -> None:
            is_ours = isinstance(file, str | Path) and disk.holds(str(file))
            if not is_ours or opener is not None or mode in ("r", "r+"):  # `os.open` counts it
                super().__init__(file, mode, opener=opener)
                return
            path, is_new = str(file), not os.path.lexists(file)
            disk.do("open", lambda: super(HostileFile, self).__init__(file, mode, opener=opener))
            if is_new:
                disk.note("create", path=path, file=os.fstat(self.fileno()).st_ino)

        def write(self, data: Any) -> int:
            raw = bytes(data)
            if not disk.holds(_path_of(self.fileno())):
                return super().write(raw)

            def put(part: bytes) -> int:
                where = os.fstat(self.fileno())
                at = where.st_size if "a" in self.mode else self.tell()
                count = io.FileIO.write(self, part) or 0
                disk.note("write", file=where.st_ino, at=at, data=part[:count].hex())
                return count

            result: int = disk.do(
                "write", lambda: put(raw), lambda: put(raw[: len(raw) // 2]) and None
            )
            return result

        def truncate(self, size: int | None = None) -> int:
            if not disk.holds(_path_of(self.fileno())):
                return super().truncate(size)
            length = self.tell() if size is None else size
            result: int = disk.do("truncate", lambda: io.FileIO.truncate(self, length))
            disk.note("truncate", file=os.fstat(self.fileno()).st_ino, size=length)
            return result

    return HostileFile


def _wrap_os(disk: Disk, plan: Plan) -> None:
    """Wrap the calls of `os` that change folders, or force anything to the medium."""
    real_open, real_fsync = os.open, os.fsync

    def open_(path: Any, flags: int, mode: int = 0o777, **options: Any) -> int:
        changes = flags & (os.O_CREAT | os.O_TRUNC)
        if not changes or not disk.holds(os.fspath(path)):
            return real_open(path, flags, mode, **options)
        is_new = not os.path.lexists(path)
        descriptor: int = disk.do("open", lambda: real_open(path, flags, mode, **options))
        file = os.fstat(descriptor).st_ino
        if is_new:
            disk.note("create", path=os.fspath(path), file=file)
        elif flags & os.O_TRUNC:
            disk.note("truncate", file=file, size=0)
        return descriptor

    def fsync(descriptor: int) -> None:
        path = _path_of(descriptor)
        if not disk.holds(path):
            real_fsync(descriptor)
            return
        time.sleep(plan.slow_s)
        if Path(path).is_dir():
            disk.do("fsync-folder", lambda: real_fsync(descriptor))
            disk.note("fsync-folder", path=path)
        else:
            disk.do("fsync", lambda: real_fsync(descriptor))
            disk.note("fsync", file=os.fstat(descriptor).st_ino)

    def changing(name: str, kind: str) -> None:
        real = getattr(os, name)

        def call(*paths: Any, **options: Any) -> Any:
            named = [os.fspath(path) for path in paths if isinstance(path, str | os.PathLike)]
            if not disk.holds(named[-1]):
                return real(*paths, **options)
            result = disk.do(kind, lambda: real(*paths, **options))
            disk.note(kind, paths=named)
            return result

        setattr(os, name, call)

    os.open = open_
    os.fsync = fsync  # type: ignore[assignment]
    for name, kind in {
        "rename": "rename",
        "replace": "rename",
        "unlink": "unlink",
        "remove": "unlink",
        "mkdir": "mkdir",
    }.items():
        changing(name, kind)


def _note_lines(disk: Disk) -> None:
    """Write down what the athlete is told, between the operations."""
    real = sys.stdout.write

    def write(text: str) -> int:
        disk.note("told", text=text)
        return real(text)

    sys.stdout.write = write  # type: ignore[method-assign]
