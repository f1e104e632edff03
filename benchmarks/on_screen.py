"""The real program on a screen that nobody looks at."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ROWS, COLUMNS = 36, 120


@dataclass(frozen=True)
class Program:
    """A session that has been opened, and its keyboard."""

    pid: int
    terminal: int
    is_read: threading.Event

    def look_away(self) -> None:
        """Read nothing of the terminal any more: it fills up, and whoever writes to it waits."""
        self.is_read.clear()

    def press(self, keys: str) -> None:
        """Type, as a terminal sends it."""
        os.write(self.terminal, keys.encode())


@contextmanager
def on_screen(session: Path, environment: Mapping[str, str]) -> Iterator[Program]:
    """Open a session until the end of the block; then the program is killed."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "benchside", "run", str(session)],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**environment, "TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(follower)
    is_read = threading.Event()
    is_read.set()
    threading.Thread(target=_look_on, args=(leader, is_read), daemon=True).start()
    try:
        yield Program(process.pid, leader, is_read)
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def _look_on(terminal: int, is_read: threading.Event) -> None:
    """Take what the program draws, so that it never waits for its screen, while it is read."""
    try:
        while is_read.is_set() and os.read(terminal, 1 << 16):
            pass
    except OSError:
        return
