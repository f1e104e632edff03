"""The real program on a screen that nobody looks at; run by itself it compares eye and ear.

A tempo set is led with the real program in a pseudo-terminal, and played to a virtual sound card.
Each phase begins with another hint on the screen and with a sound. Both are timed on one clock: the
hint when its bytes come out of the terminal, the sound when its first sample is at the monitor of
the card. Printed is how much later the sound is. What a real terminal takes to draw, and a real
card to sound, is not in it.

    python benchmarks/on_screen.py [REPS]
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROWS, COLUMNS = 36, 120


@dataclass(frozen=True)
class Program:
    """A session that has been opened, and its keyboard."""

    pid: int
    terminal: int
    is_read: threading.Event
    drawn: list[tuple[int, bytes]] = field(default_factory=list)
    """What was drawn, with its moment on the monotonic clock in nanoseconds."""

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
    program = Program(process.pid, leader, is_read)
    threading.Thread(target=_look_on, args=(program,), daemon=True).start()
    try:
        yield program
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def _look_on(program: Program) -> None:
    """Take what the program draws, so that it never waits for its screen, while it is read."""
    try:
        while program.is_read.is_set() and (piece := os.read(program.terminal, 1 << 16)):
            program.drawn.append((time.monotonic_ns(), piece))
    except OSError:
        return


HINTS: Final = re.compile(rb"squeeze|stay \w+|(?:one|two) seconds? (?:up|down)")
"""What stands below the large word in each phase of a hip thrust at this tempo."""
SESSION: Final = """
name = "Eye and ear"
[[block]]
name = "Beat"
  [[block.exercise]]
  name    = "Barbell hip thrust"
  sets    = 1
  reps    = {reps}
  tempo   = "2-1-1-1"
  prepare = "6s"
"""
REP_S: Final = 5
NEAR_NS: Final = 400_000_000
"""A sound that is further from a look belongs to another one."""


def looks_of(drawn: list[tuple[int, bytes]]) -> list[int]:
    """Return the moments at which another hint was drawn."""
    found, before = [], b""
    for at_ns, piece in drawn:
        for hint in HINTS.findall(piece):
            if hint != before:
                found.append(at_ns)
                before = hint
    return found


def main() -> None:
    """Lead through a set, and print how much later each sound is than its look."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from benchmarks.click_pack import write_clicks
    from benchmarks.tempo_set import SETTINGS
    from benchmarks.virtual_card import RATE, find_onsets, recording, virtual_card, why_not

    if missing := why_not():
        sys.exit(missing)
    reps = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "settings.toml").write_text(SETTINGS)
        write_clicks(home / "sounds")
        session = home / "eye.toml"
        session.write_text(SESSION.format(reps=reps))
        with virtual_card(home / "card") as card, recording(card) as recorder:
            environment = {**os.environ, **card.environment, "BENCHSIDE_HOME": folder}
            with on_screen(session, environment) as program:
                time.sleep(5)
                program.press(" ")
                time.sleep(8 + reps * REP_S)
            looks = looks_of(program.drawn)
            zero_ns = recorder.offset_ns()
            sounds = [zero_ns + at * 10**9 // RATE for at in find_onsets(recorder.samples)]
    later_ms = [
        (nearest - look) / 1e6
        for look in looks
        for nearest in [min(sounds, key=lambda at, look=look: abs(at - look))]  # type: ignore[misc]
        if abs(nearest - look) < NEAR_NS
    ]
    print(f"{len(looks)} looks, {len(later_ms)} with a sound; the sound is later by, in ms:")
    ordered = sorted(later_ms)
    middle = statistics.median(ordered)
    within = sum(abs(each) <= 20 for each in ordered) / len(ordered)
    print(f"median {middle:.1f}, from {ordered[0]:.1f} to {ordered[-1]:.1f}")
    print(f"within 20 ms of each other: {100 * within:.0f} %")


if __name__ == "__main__":
    main()
