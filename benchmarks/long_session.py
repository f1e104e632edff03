"""Lead a session of an hour at real speed, on the screen and on plain lines at the same time.

A set of ten seconds twice a minute. Measured are how late a set is on disk, how long each one
lasted, and what the program holds in memory, threads and files at the first minute and the last.

    python benchmarks/long_session.py                 an hour
    python benchmarks/long_session.py --minutes 10
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.hostile import child
from benchmarks.hostile.faults import a_home
from benchmarks.hostile.leading import begin, journal_of, lines_of

if TYPE_CHECKING:
    from benchmarks.hostile.child import Running

SESSION = """
name = "Chaos"

[[block]]
name = "Main"
prepare = "0.1s"
rest = "20s"

  [[block.exercise]]
  name = "Glute bridge"
  sets = {sets}
  reps = 5
  tempo = "1-0-1-0"
"""


@dataclass
class Watched:
    """A running session, and what was seen of it."""

    home: Path
    running: Running
    late_ms: list[int] = field(default_factory=list)
    starts_ms: list[int] = field(default_factory=list)

    def look(self) -> None:
        """See which sets are new in the journal, and how late."""
        self.running.read(0.0)
        self.running.written = b""
        lines = lines_of(journal_of(self.home))
        ends = [one for one in lines if "set" in one and one["set"].get("rest_ms") is None]
        began_s = datetime.fromisoformat(lines[0]["started"]).timestamp()
        now_ms = (time.time() - began_s) * 1_000
        for one in ends[len(self.late_ms) :]:
            self.late_ms.append(int(now_ms - one["at_ms"]))
            self.starts_ms.append(one["set"]["started_ms"])

    @property
    def holds(self) -> tuple[float, int, int]:
        """Its memory in MB, its threads and its open files."""
        process = Path(f"/proc/{self.running.pid}")
        status = dict(
            line.split(":", 1)
            for line in (process / "status").read_text().splitlines()
            if ":" in line
        )
        memory = int(status["VmRSS"].split()[0]) / 1_000
        return memory, int(status["Threads"]), len(list((process / "fd").iterdir()))


def main() -> None:
    """Lead both, and print a row for each."""
    parser = argparse.ArgumentParser(description="Lead a long session at real speed.")
    parser.add_argument("--minutes", type=int, default=60)
    minutes = parser.parse_args().minutes
    child.load()
    with a_home() as one, a_home() as other:
        for home in (one, other):
            (home / "chaos.toml").write_text(SESSION.format(sets=2 * minutes + 4))
        both = [
            Watched(home, begin(home, on_screen=on_screen))
            for home, on_screen in ((one, True), (other, False))
        ]
        time.sleep(1)
        first = watch(both, 60)
        last = watch(both, (minutes - 1) * 60)
        print(f"| {minutes} min | sets | latest on disk | drift | memory, MB | threads | files |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        for name, watched, a, b in zip(("screen", "plain lines"), both, first, last, strict=True):
            drift_ms = max(
                abs(at - watched.starts_ms[0] - 30_000 * i)
                for i, at in enumerate(watched.starts_ms)
            )
            held = " | ".join(
                f"{before:.0f} → {after:.0f}" for before, after in zip(a, b, strict=True)
            )
            print(
                f"| {name} | {len(watched.late_ms)} | {max(watched.late_ms)} ms "
                f"| {drift_ms} ms | {held} |"
            )
        for watched in both:
            watched.running.end()


def watch(both: list[Watched], seconds: float) -> list[tuple[float, int, int]]:
    """Look on for so long; what each holds at the end."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for watched in both:
            watched.look()
        time.sleep(0.05)
    return [watched.holds for watched in both]


if __name__ == "__main__":
    main()
