"""Leads through one long tempo set with the real program on a screen that nobody looks at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.click_pack import PACK, write_clicks
from benchmarks.on_screen import on_screen
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.virtual_card import VirtualCard

SESSION = """
name = "Beat"
[defaults]
prepare = "6s"
rest    = "60s"
[[block]]
name = "Beat"
kind = "main"
  [[block.exercise]]
  name  = "Barbell hip thrust"
  sets  = [{{ reps = {reps}, tempo = "1-1-1-1" }}, {{ reps = 1 }}]
"""

SETTINGS = f'volume = 100\nkeep_awake = false\nsounds = "{PACK}"\n'
REST_S = 25.0
"""Of the rest after the set, for the second figure of the processor's time; no cue is in it."""


class Processor:
    """The processor time of the program and of its speaker, as shares of one core."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._used, self._at = self._now(), time.monotonic()

    def shares(self) -> str:
        """Return what was used since this was made."""
        took_s = time.monotonic() - self._at
        own, children = (
            100 * (now - before) / took_s
            for now, before in zip(self._now(), self._used, strict=True)
        )
        return f"{own + children:.1f} % of a core (speaker {children:.1f})"

    def _now(self) -> tuple[float, float]:
        own = _used_s(Path("/proc", str(self._pid)))
        return own, sum(_used_s(child) for child in _children(self._pid))


def _used_s(process: Path) -> float:
    """Return for how long a process was on a core, all its threads, to the nanosecond."""
    threads = process.glob("task/[0-9]*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def _children(pid: int) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:  # it has ended meanwhile
            continue
        if int(parent) == pid:
            yield process


def lead_through(
    card: VirtualCard, reps: int, *, is_read: bool = True
) -> tuple[Sequence[Cue], str]:
    """Play the set; returns the cues that were planned, and what the processor did.

    Where the terminal is not read from the first key on, the program has no screen to write to.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "settings.toml").write_text(SETTINGS)
        write_clicks(home / "sounds")
        session = home / "beat.toml"
        session.write_text(SESSION.format(reps=reps))
        environment = {**os.environ, **card.environment, "BENCHSIDE_HOME": folder}
        cues = _planned(session, environment)
        return cues, _run(session, environment, cues[-1].at_ms / 1000, is_read=is_read)


def _planned(session: Path, environment: dict[str, str]) -> list[Cue]:
    """Ask the program for its cues, up to the end of the first set."""
    command = [sys.executable, "-m", "benchside", "show", str(session), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    shown = json.loads(done.stdout)
    return [
        Cue(cue["at_ms"], CueKind(cue["cue"]), cue["count"])
        for step in shown["steps"][:2]
        for cue in step["cues"]
    ]


def _run(session: Path, environment: dict[str, str], set_s: float, *, is_read: bool) -> str:
    with on_screen(session, environment) as program:
        time.sleep(5)
        program.press(" ")
        if not is_read:
            program.look_away()
        in_set = Processor(program.pid)
        time.sleep(set_s + 1)
        working = in_set.shares()
        in_rest = Processor(program.pid)
        time.sleep(REST_S)
        resting = in_rest.shares()
    return f"in the set {working}, in the rest after it {resting}"
