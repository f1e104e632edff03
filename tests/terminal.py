"""The real command in a pseudo-terminal, with what a person would see on it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE_S = 60.0
"""How long anything may take on a busy machine before the test gives up; nothing is measured."""

WRITTEN_TWICE = re.compile(rb"\x1b\[([\d;]+)m[^\x1b]*\x1b\[0m(?:\x1b\[\d+;\d+H)?\x1b\[\1m")
"""A style that is reset and written again, in the same place or after a move."""


class Terminal:
    """A running `benchside` with a keyboard and a screen."""

    def __init__(self, home: Path, *arguments: str, columns: int = 100, lines: int = 30) -> None:
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self.before = termios.tcgetattr(self._leader)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "benchside", *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env={**os.environ, "TERM": "xterm-256color", "BENCHSIDE_HOME": str(home)},
            start_new_session=True,
        )
        os.close(follower)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._leader)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def is_clean(self) -> bool:
        """Whether the terminal is as it was: line mode, main screen, cursor shown, mouse off."""
        ends = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
        starts = (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?1000h")
        pairs = zip(ends, starts, strict=True)
        is_left = all(self.written.rfind(end) >= self.written.rfind(start) for end, start in pairs)
        return is_left and termios.tcgetattr(self._leader)[3] == self.before[3]

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self._leader, keys.encode())

    def wait_for(self, is_there: Callable[[str], bool] | str) -> str:
        """Read the screen until it holds a text, or satisfies a condition."""
        sought = (lambda text: is_there in text) if isinstance(is_there, str) else is_there
        deadline = time.monotonic() + PATIENCE_S
        while not sought(self.text):
            assert time.monotonic() < deadline, f"waited for {is_there!r}, saw:\n{self.text}"
            self._read()
        return self.text

    def wait_for_end(self) -> int:
        """Read on until the program has ended; its exit status."""
        deadline = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
            self._read()
        while self._read():
            pass
        return self.process.returncode

    def interrupt(self) -> int:
        """Press ctrl-C until the program has ended; its exit status.

        More than once, because Python may miss a signal that comes just before it waits for a line.
        """
        deadline = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
            self.process.send_signal(signal.SIGINT)
            for _ in range(20):
                self._read()
        return self.wait_for_end()

    def _read(self) -> bool:
        if not select.select([self._leader], [], [], 0.05)[0]:
            return False
        try:
            data = os.read(self._leader, 65536)
        except OSError:  # the other end is closed
            return False
        self.written += data
        self._stream.feed(data)
        return bool(data)
