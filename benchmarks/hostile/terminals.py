"""Terminals that go away in every way, or are not read for a while."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.hostile.faults import a_home, crashes, refusals
from benchmarks.hostile.leading import (
    PATIENCE_S,
    SET_S,
    SETS,
    WAY_OUT_S,
    Led,
    Verdict,
    begin,
    journal_of,
    lead,
    lines_of,
    take_up,
    verdict_of,
)

if TYPE_CHECKING:
    import random

    from benchmarks.hostile.child import Running

WAYS: Final = (
    "closed, with SIGHUP",
    "closed, not the controlling one",
    "closed, SIGHUP ignored",
    "SIGHUP",
    "SIGTERM",
    "shell killed",
)


@dataclass(frozen=True)
class Gone:
    """A terminal that goes away while a session is led."""

    way: str
    on_screen: bool
    after_s: float
    taken_up: str

    def run(self) -> Verdict:
        """Lead the session, let the terminal go, and take the session up."""
        with a_home() as home:
            led = Led()
            running = begin(
                home,
                on_screen=self.on_screen,
                controls=self.way != WAYS[1],
                ignores_hangup=self.way == WAYS[2],
                in_shell=self.way == WAYS[5],
            )
            try:
                verdict = self._go(running, led)
            finally:
                running.end()
            led.stands(journal_of(home))
            again = take_up(home, way=self.taken_up)
            again.end()
            if "another Benchside" in again.text:
                verdict.hung += 1
                verdict.told.append("the journal is still in use")
            verdict.add(refusals(again))
            verdict.add(verdict_of(home, led, way=self.taken_up))
        if verdict.told:
            verdict.told.insert(0, f"{self}, status {running.status}")
        return verdict

    def _go(self, running: Running, led: Led) -> Verdict:
        begun = time.monotonic()
        pid = _child_of(running.pid) if self.way == WAYS[5] else running.pid
        lead(
            running,
            led,
            on_screen=self.on_screen,
            until=lambda: time.monotonic() - begun > self.after_s,
        )
        elapsed_s = time.monotonic() - begun
        led.until = time.time()
        if self.on_screen:
            led.passed(elapsed_s)
        led.most = min(SETS, int((elapsed_s + 1.5) / SET_S))
        match self.way:
            case "SIGHUP" | "SIGTERM":
                running.signal(getattr(signal, self.way))
            case "shell killed":
                running.signal(signal.SIGKILL)
            case _:
                running.hang_up()
        verdict = Verdict()
        if not _has_gone(running, pid):
            verdict.hung += 1
            verdict.told.append("still there")
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        verdict.add(crashes(running, is_killed=True))
        return verdict


def _has_gone(running: Running, pid: int) -> bool:
    """Whether a process ends in time, and its shell with it."""
    deadline = time.monotonic() + WAY_OUT_S
    while not running.has_ended() or _lives(pid):
        if time.monotonic() > deadline:
            return False
        running.read()
        time.sleep(0.01)
    return True


def _child_of(pid: int) -> int:
    """Return the process that a shell runs."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return int(children.read_text().split()[0])


def _lives(pid: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(times: int, chance: random.Random) -> list[Gone]:
    """Every way, on both faces, so many times."""
    return [
        Gone(way, on_screen, chance.uniform(0.3, SETS * SET_S + 0.5), ("save", "resume")[turn % 2])
        for turn in range(times)
        for way in WAYS
        for on_screen in (False, True)
    ]


STALLED_SESSION: Final = """
name = "Chaos"

[[block]]
name = "Main"
prepare = "0.1s"
rest = "1s"

  [[block.exercise]]
  name = "Glute bridge"
  sets = 200
  reps = 1
  tempo = "0-0-1-0"
"""


def lag_of_stalled_ms(seconds: float, *, on_screen: bool) -> tuple[int, int]:
    """Leave a full terminal unread for so long; the sets on disk, and the latest of them."""
    with a_home() as home:
        (home / "chaos.toml").write_text(STALLED_SESSION)
        running = begin(home, on_screen=on_screen)
        try:
            journal = journal_of(home)
            running.wait_until(lambda: bool(_ends(journal)), PATIENCE_S)
            running.press("?" * 80 if on_screen else "help\n" * 100)
            return _lag(journal, seconds)
        finally:
            running.end()


def _lag(journal: Path, seconds: float) -> tuple[int, int]:
    began_s = datetime.fromisoformat(lines_of(journal)[0]["started"]).timestamp()
    seen, latest_ms = len(_ends(journal)), 0
    first, deadline = seen, time.monotonic() + seconds
    while time.monotonic() < deadline:
        ends = _ends(journal)
        now_ms = (time.time() - began_s) * 1_000
        latest_ms = max([latest_ms, *(int(now_ms - end) for end in ends[seen:])])
        seen = len(ends)
        time.sleep(0.02)
    return seen - first, latest_ms


def _ends(journal: Path) -> list[int]:
    """When each set ended that is in the journal; it is written again when its rest is over."""
    return [
        line["at_ms"]
        for line in lines_of(journal)
        if "set" in line and line["set"].get("rest_ms") is None
    ]
