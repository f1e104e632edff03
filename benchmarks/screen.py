"""Measure what the session's screen costs, and how soon it answers a key.

The real program runs in a pseudo-terminal of 120 by 36, or of another size, without sound, through
a tempo set with the pacer and through the rest after it. In each the processor's time and the bytes
are taken while nobody touches a key; then keys are pressed and timed until the screen has answered.
With another checkout's `src` both programs take turns in one run. Of the bytes more than half are
the band's, which is painted anew with every phase and again when its cue is over, a third those of
the figure. Nothing here is a gate: machines differ.

    python benchmarks/screen.py [--size 120x36] [--seconds 20] [--keys 40] [--against ANOTHER/src]
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE: Final = (120, 36)
"""Columns and rows of the terminal."""
SETTINGS: Final = 'sound = "silent"\nkeep_awake = false\nvolume = 50\n'
SESSION: Final = """
name = "Screen"
[[block]]
name = "Strength"
  [[block.exercise]]
  name    = "Barbell hip thrust"
  sets    = 3
  reps    = 200
  tempo   = "2-1-X-1"
  load    = "100 kg"
  rest    = "10m"
  prepare = "3s"
"""
WARM_UP_S: Final = 14.0
"""The count-in, and the first reps, in which the frames of the figure are drawn."""
SETTLED_S: Final = 4.0
"""After the set, until the rest stands."""
BETWEEN_S: Final = 0.37
"""Between two keys: no multiple of the figure's frames or of a second."""
LIMIT_S: Final = 5.0
OWN: Final = Path(__file__).resolve().parents[1] / "src"


@dataclass(frozen=True, slots=True)
class Cost:
    """What the program used while it was watched."""

    core: float
    """Percent of one core."""
    kilobytes: float
    """A second, of 1000 bytes."""
    answers_ms: tuple[float, ...]
    """From each key to the first of its answer on the screen."""

    def line(self, name: str) -> str:
        """Return a row of the table."""
        ordered = sorted(self.answers_ms)
        high = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
        median = statistics.median(ordered)
        return f"{name:24} {self.core:6.2f} % {self.kilobytes:6.1f} {median:8.1f} {high:8.1f}"


class Screen:
    """The program in its terminal."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: int) -> None:
        self._process = process
        self._terminal = terminal

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self._terminal, key.encode())

    def read_for(self, seconds: float) -> int:
        """Take what the program draws, and return how many bytes it were."""
        count, ends = 0, time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                count += len(os.read(self._terminal, 1 << 16))
        return count

    def answer_ms(self, key: str, shows: bytes) -> float:
        """Press a key, and return how long it takes until a text is drawn."""
        started, seen = time.monotonic(), b""
        self.press(key)
        while shows not in seen:
            if time.monotonic() - started > LIMIT_S:
                raise TimeoutError(f"{key!r} was not answered by {shows!r}")
            if select.select([self._terminal], [], [], 0.1)[0]:
                seen = seen[-64:] + os.read(self._terminal, 1 << 16)
        return (time.monotonic() - started) * 1_000

    def cost(self, seconds: float, keys: int) -> Cost:
        """Watch for some seconds, then press keys that change the volume to and fro."""
        used_s, at = self._used_s(), time.monotonic()
        count = self.read_for(seconds)
        used_s, took_s = self._used_s() - used_s, time.monotonic() - at
        answers = []
        for number in range(keys):
            self.read_for(BETWEEN_S)
            answers.append(self.answer_ms(",."[number % 2], b"volume"))
        return Cost(100 * used_s / took_s, count / took_s / 1_000, tuple(answers))

    def _used_s(self) -> float:
        threads = Path("/proc", str(self._process.pid)).glob("task/[0-9]*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


@contextmanager
def opened(source: Path, size: tuple[int, int]) -> Iterator[Screen]:
    """Open the session with the program of a checkout; it is killed at the end."""
    columns, rows = size
    with tempfile.TemporaryDirectory() as home:
        Path(home, "settings.toml").write_text(SETTINGS)
        session = Path(home, "screen.toml")
        session.write_text(SESSION)
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "benchside", "run", str(session)],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env={
                **os.environ,
                "BENCHSIDE_HOME": home,
                "COLORTERM": "truecolor",
                "PYTHONPATH": str(source),
                "TERM": "xterm-256color",
            },
            start_new_session=True,
        )
        os.close(follower)
        try:
            yield Screen(process, leader)
        finally:
            process.kill()
            process.wait()
            os.close(leader)


def measured(source: Path, size: tuple[int, int], seconds: float, keys: int) -> tuple[Cost, Cost]:
    """Return what a set costs, and the rest after it."""
    with opened(source, size) as screen:
        screen.read_for(3)
        screen.press(" ")
        screen.read_for(WARM_UP_S)
        in_set = screen.cost(seconds, keys)
        screen.press(" ")
        screen.read_for(SETTLED_S)
        return in_set, screen.cost(seconds, keys)


def _size(text: str) -> tuple[int, int]:
    """Return the columns and rows of `120x36`; ValueError where they are not two numbers."""
    columns, rows = text.split("x")
    return int(columns), int(rows)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=_size, default=SIZE, metavar="COLUMNSxROWS")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--against", type=Path)
    asked = parser.parse_args()
    print(f"{'':24} {'core':>8} {'kB/s':>6} {'key, ms':>8} {'p95':>8}")
    others = [("before", asked.against)] if asked.against else []
    for name, source in [*others, ("now", OWN)]:
        in_set, in_rest = measured(source, asked.size, asked.seconds, asked.keys)
        print(in_set.line(f"{name}, tempo set"))
        print(in_rest.line(f"{name}, rest"))


if __name__ == "__main__":
    main()
