"""Lines of JSON at the end of a file, each safe on disk or not there at all."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Final

from benchside.storage.folders import force_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import FileIO
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NO_LOCKS_HERE = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL})
"""A file system without locks: better a session that is not guarded than none."""

_FAR_BEYOND_THE_END = 1 << 40
"""Windows locks bytes against reading as well, so the locked one is where no line will be."""


LOCK_PATIENCE_S: Final = 10.0
"""A line is written in milliseconds, a log of 1 GB tidied in some seconds."""

LOCK_RETRY_S: Final = 0.02


def encode_line(line: Mapping[str, object]) -> bytes:
    """Return a line as it stands in a file, its end included."""
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace") + b"\n"


def write_at(stream: FileIO, end: int, data: bytes) -> int:
    """Write where the whole lines end, force it to disk, and return where they end now.

    Where that fails nothing stays behind `end`, as far as the disk allows; written again from there
    it replaces what has stayed. Raises OSError.
    """
    stream.seek(end)
    left = data
    try:
        while left:
            left = left[stream.write(left) :]
        force_stream(stream)
    except OSError:
        with contextlib.suppress(OSError):
            stream.truncate(end)
        raise
    return end + len(data)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, as durable as what is written in it. Raises OSError."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        force_folder(folder.parent)


def force_stream(stream: FileIO) -> None:
    """Bring what was written to the medium, past the disk's own cache where that is possible."""
    handle = stream.fileno()
    if sys.platform == "darwin":
        with contextlib.suppress(OSError):  # a network folder cannot
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def wait_for_lock(stream: FileIO, *, patience_s: float = LOCK_PATIENCE_S) -> None:
    """Keep other programs out until the file is closed, waiting for one that keeps us out.

    Raises OSError where that takes too long.
    """
    deadline = time.monotonic() + patience_s
    while not try_lock(stream):
        if time.monotonic() > deadline:
            raise OSError(errno.EBUSY, "another program is writing to it", stream.name)
        time.sleep(LOCK_RETRY_S)


def try_lock(stream: FileIO) -> bool:
    """Keep other programs out until the file is closed; False if one keeps us out."""
    try:
        if sys.platform == "win32":
            stream.seek(_FAR_BEYOND_THE_END)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as refusal:
        return refusal.errno in _NO_LOCKS_HERE
    return True
