"""The real program on a pseudo-terminal, that is fed with whatever a terminal may say.

One program takes many inputs; keys that are meant to end it are left out of them. One that ends
all the same is started again; one that ends otherwise than by a key has crashed.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LEAVING: Final = bytes.maketrans(b"q\x03\x11\x1a", b"    ")
"""Keys that end the program or stop it, as spaces."""

ENDS: Final = frozenset({0, 130})

IDLE_S: Final = 0.02
"""A program that has neither written nor worked for so long has dealt with its input."""

QUIETS: Final = 2
"""So many times in a row: on a busy machine it may only wait for the processor."""

BUSY_S: Final = 20.0
"""One that is busy for so long hangs."""

START_S: Final = 30.0

PIECE: Final = 1_024
"""Bytes written at once; a terminal's own queue holds 4,096."""


class Cost(NamedTuple):
    """What an input cost the program."""

    cpu_s: float
    memory_kb: int


class _Program:
    """A running `benchside` and its terminal."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        variables = {"TERM": "xterm-256color", "BENCHSIDE_HOME": str(home), "EDITOR": "true"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchside", *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env={**os.environ, **variables},
            start_new_session=True,
        )
        os.close(follower)
        os.set_blocking(self._leader, False)
        self._written = b""
        deadline_s = time.monotonic() + START_S
        while b"\x1b[?2004h" not in self._written and time.monotonic() < deadline_s:
            self._read(0.1)
        self.settle()

    @property
    def status(self) -> int | None:
        """The exit status; None while it runs."""
        return self._process.poll()

    def cpu_s(self) -> float:
        """The processor's time that it has taken."""
        fields = self._stat()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0

    def _stat(self) -> list[str]:
        with suppress(OSError):
            stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii")
            return stat.rpartition(")")[2].split()
        return []

    def memory_kb(self) -> int:
        """The memory that it has."""
        with suppress(OSError):
            status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
            found = [line for line in status.splitlines() if line.startswith("VmRSS")]
            return int(found[0].split()[1]) if found else 0
        return 0

    def type(self, data: bytes) -> None:
        """Write to its terminal, as fast as it takes it."""
        deadline_s = time.monotonic() + BUSY_S
        while data and self.status is None and time.monotonic() < deadline_s:
            with suppress(BlockingIOError):
                data = data[os.write(self._leader, data[:PIECE]) :]
            self._read(0)

    def settle(self) -> bool:
        """Wait until it is idle or gone; False if it is neither after a long time."""
        deadline_s = time.monotonic() + BUSY_S
        worked_s, quiet = -1.0, 0
        while time.monotonic() < deadline_s:
            if self.status is not None:
                return True
            is_still = not self._read(IDLE_S) and self.cpu_s() == worked_s
            quiet = quiet + 1 if is_still and self._stat()[:1] == ["S"] else 0
            if quiet == QUIETS:
                return True
            worked_s = self.cpu_s()
        return False

    def end(self) -> str:
        """End it; return the last of what it has written."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        while self._read(0):
            pass
        os.close(self._leader)
        return self._written[-3_000:].decode(errors="replace")

    def _read(self, wait_s: float) -> bool:
        if not select.select([self._leader], [], [], wait_s)[0]:
            return False
        try:
            data = os.read(self._leader, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self._written = (self._written + data)[-10_000:]
        return bool(data)


def _taken(folder: Path) -> str:
    """Read what is in a folder, and remove it."""
    texts = []
    for path in sorted(folder.glob("*.txt")):
        texts.append(path.read_text("utf-8"))
        path.unlink()
    return "".join(texts)


@contextmanager
def running_app(home: Path) -> Iterator[Callable[[bytes], Cost]]:
    """Have a program run that takes inputs: by turns in a session and in the library."""
    (home / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n', encoding="utf-8")
    turns = 0
    program = _Program(home, "run", "first-session")

    def run(data: bytes) -> Cost:
        nonlocal program, turns
        before = Cost(program.cpu_s(), program.memory_kb())
        program.type(data.translate(LEAVING))
        is_settled = program.settle()
        after = Cost(program.cpu_s(), program.memory_kb())
        status = program.status
        if status is None and is_settled:
            return Cost(after.cpu_s - before.cpu_s, after.memory_kb - before.memory_kb)
        last = program.end()
        (home / "journal.jsonl").unlink(missing_ok=True)
        turns += 1
        program = _Program(home, *(() if turns % 2 else ("run", "first-session")))
        if not is_settled:
            raise AssertionError(f"it hangs; the last of its screen:\n{last}")
        if status not in ENDS:
            reports = _taken(home / "crashes")
            raise AssertionError(f"it ended with {status}:\n{last}\n{reports}")
        return Cost(0, 0)

    try:
        yield run
    finally:
        program.end()
