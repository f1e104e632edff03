"""Measure what the pacer costs: processor and bytes of an app with it, beside the same app without.

Both run in a pseudo-terminal of 120 by 36 in turn, in one run, through reps of a tempo: once one
with pauses and an explosive concentric, once one that never stands still. The app holds nothing but
a band with a word and the pacer, so what is printed is what the pacer adds. Nothing here is a gate:
machines differ.

    python benchmarks/pacer.py [SECONDS]
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static

from benchside.session.exercises.entry import Motion
from benchside.session.values.tempo import Phase, StartsWith, parse_tempo
from benchside.tui.widgets.pacer import Pacer, PacerLook

if TYPE_CHECKING:
    from textual.app import ComposeResult

SIZE: Final = struct.pack("HHHH", 36, 120, 0, 0)
TEMPOS: Final = ("2-1-X-1", "3-0-2-0")
MOTIONS: Final = (Motion.LIFT, Motion.SQUAT)
WARM_UP_S: Final = 12.0
"""Start of the program, and the first reps, in which the frames are drawn."""


@dataclass(frozen=True, slots=True)
class Span:
    """A phase with its time."""

    kind: Phase
    started_ms: int
    ends_ms: int
    is_explosive: bool


class Reps(App[None]):
    """Reps without end, one after the other."""

    CSS = """
    Horizontal { height: 14; background: $success-muted; color: $text-success; }
    Static { width: 1fr; height: 1fr; }
    """

    def __init__(self, tempo: str, motion: str, look: str) -> None:
        super().__init__()
        read = parse_tempo(tempo)
        self._is_explosive = read.is_explosive
        phases = read.phases(StartsWith.CONCENTRIC)
        self._phases = cycle([(kind, ms) for kind, ms in phases if ms])
        self._word = Static()
        self._pacer = Pacer(lambda: time.monotonic() * 1000)
        self._pacer.motion = Motion(motion)
        self._pacer.look = PacerLook(look)
        self._due_ms = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self._word
            yield self._pacer
        yield Static("a set")

    def on_mount(self) -> None:
        self._due_ms = round(time.monotonic() * 1000)
        self._begin_phase()

    def _begin_phase(self) -> None:
        kind, length_ms = next(self._phases)
        started_ms, self._due_ms = self._due_ms, self._due_ms + length_ms
        self._word.update(kind.upper())
        self._pacer.phase = Span(kind, started_ms, self._due_ms, self._is_explosive)
        self.set_timer(self._due_ms / 1000 - time.monotonic(), self._begin_phase)


@dataclass(frozen=True, slots=True)
class Cost:
    """What an app used while it was watched."""

    core: float
    """Percent of one core."""
    kilobytes: float
    """A second, of 1000 bytes."""


def cost_of(tempo: str, motion: Motion, look: PacerLook, watched_s: float) -> Cost:
    """Run the app, and watch it once its frames are drawn."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, SIZE)
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.pacer", "--child", tempo, motion, look],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        start_new_session=True,
    )
    os.close(follower)
    try:
        _read_for(leader, WARM_UP_S)
        used_s, at = _used_s(process.pid), time.monotonic()
        read = _read_for(leader, watched_s)
        used_s, took_s = _used_s(process.pid) - used_s, time.monotonic() - at
    finally:
        process.kill()
        process.wait()
        os.close(leader)
    return Cost(100 * used_s / took_s, read / took_s / 1000)


def _read_for(terminal: int, seconds: float) -> int:
    """Take what the program draws, and count its bytes."""
    count, ends = 0, time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            count += len(os.read(terminal, 1 << 16))
    return count


def _used_s(pid: int) -> float:
    """Return for how long all threads of a process were on a core, to the nanosecond."""
    threads = Path("/proc", str(pid)).glob("task/[0-9]*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def main() -> None:
    """Print both apps and their difference."""
    watched_s = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    print(f"{'tempo':8}  {'motion':6}  {'pacer':6}  {'core':>6}  {'kB/s':>5}")
    for tempo in TEMPOS:
        for motion in MOTIONS:
            without = cost_of(tempo, motion, PacerLook.OFF, watched_s)
            with_it = cost_of(tempo, motion, PacerLook.FIGURE, watched_s)
            added = Cost(with_it.core - without.core, with_it.kilobytes - without.kilobytes)
            for name, cost in (("off", without), ("figure", with_it), ("adds", added)):
                shown = f"{cost.core:5.1f}%  {cost.kilobytes:5.1f}"
                print(f"{tempo:8}  {motion:6}  {name:6}  {shown}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        Reps(*sys.argv[2:]).run()
    else:
        main()
