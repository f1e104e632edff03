"""Sessions of a few seconds that are led, taken up again, and compared with their log.

What was led is known from outside: by what the program has told, by what was typed, and by what
stood in the journal at the moment of the fault. It is compared with the log once everything has
been taken up, finished or saved.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, cycle
from typing import TYPE_CHECKING, Any, Final

from benchmarks.hostile.child import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from benchmarks.hostile.disk import Plan

SETS: Final = 4
SET_S: Final = 2
"""A set of a second and the rest after it."""

SESSION: Final = f"""
name = "Chaos"

[[block]]
name = "Main"
prepare = "0.1s"
rest = "1s"

  [[block.exercise]]
  name = "Glute bridge"
  sets = {SETS}
  reps = 1
  tempo = "0-0-1-0"
"""

EARLIER: Final = '{"v":1,"id":"earlier","written":"by hand"}\n'
"""A line that stands in the log before: it must stay as it is."""

WAY_OUT_S: Final = 5.0
"""A way out that takes longer hangs."""

PATIENCE_S: Final = 60.0

KEY_S: Final = 0.8
"""A key so long after another is none that is held down, or meant for what has just ended."""

LATE_S: Final = 1.5
"""So much later than it is due the end of a set may come on a busy machine."""

_OVER: Final = re.compile(r"Set (\d) of \d is over|set (\d) of \d is over")
_ANSWERS: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("set 1 rpe 8", "set 1 note abc"),
    2: ("set 2 reps 3",),
    3: ("set 3 reps 5", "undo"),
}
"""What is typed in the rest after each set."""


@dataclass
class Led:
    """What is known of a session from outside."""

    sets: set[int] = field(default_factory=set)
    """Sets that the program has told to be over, or that stood in the journal."""
    typed: list[str] = field(default_factory=list)
    confirmed: set[str] = field(default_factory=set)
    """What was typed and confirmed."""
    most: int = SETS
    """No more sets than these can be over."""
    until: float = float("inf")
    """When it was interrupted, as the wall clock tells."""
    began: float = 0.0
    is_first: bool = False
    """Whether there was no log before."""
    holds_only_saved: bool = False
    """Whether it was killed with a disk that fails: what was told to be unsaved is lost then."""

    def told(self, text: str) -> None:
        """Take in what the program has written."""
        at_risk = text.rfind("not saved since")
        if self.holds_only_saved and at_risk > text.rfind("safe on disk again"):
            text = text[:at_risk]
        self.sets |= {int(one or other) for one, other in _OVER.findall(text)}
        marks = {
            "set 1 rpe 8": "RPE 8",
            "set 1 note abc": "set 1 of 4: abc",
            "set 2 reps 3": "set 2 of 4: 3 reps",
            "set 3 reps 5": "set 3 of 4: 5 reps",
            "undo": "Undone.",
        }
        self.confirmed |= {typed for typed, mark in marks.items() if mark in text}

    def passed(self, seconds: float) -> None:
        """Take in how long the session has gone on, where nothing is told on plain lines."""
        self.sets |= {one for one in range(1, SETS + 1) if one * SET_S - 1 + LATE_S < seconds}

    def stands(self, journal: Path) -> None:
        """Take in what stands in the journal."""
        for line in lines_of(journal):
            if "set" in line:
                self.sets.add(line["set"]["set"]["number"])


@dataclass
class Verdict:
    """What a fault has cost."""

    lost: int = 0
    doubled: int = 0
    invented: int = 0
    changed: int = 0
    unreadable: int = 0
    hung: int = 0
    crashed: int = 0
    silent: int = 0
    """A session that no disk has taken, with status 0 or without its line on standard error."""
    told: list[str] = field(default_factory=list)

    @property
    def is_fine(self) -> bool:
        """Whether nothing was lost and nothing hung."""
        return not any(self.figures())

    def figures(self) -> tuple[int, ...]:
        """List the figures in the order of the table."""
        return (
            self.lost,
            self.doubled,
            self.invented,
            self.changed,
            self.unreadable,
            self.hung,
            self.crashed,
            self.silent,
        )

    def add(self, other: Verdict) -> None:
        """Add what another fault has cost."""
        for name in ("lost", "doubled", "invented", "changed", "unreadable", "hung", "crashed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.silent += other.silent
        self.told += other.told


def journal_of(home: Path) -> Path:
    """Where the journal lies."""
    return home / "data" / "benchside" / "journal.jsonl"


def log_of(home: Path) -> Path:
    """Where the log lies."""
    return home / "data" / "benchside" / "log.jsonl"


def furnish(home: Path, *, is_first: bool = False) -> Path:
    """Make a home with a session and a log of before; no log, and no folder, for the first one."""
    settings = home / "config" / "benchside" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('sound = "silent"\nkeep_awake = false\n')
    (home / "chaos.toml").write_text(SESSION)
    if not is_first:
        log_of(home).parent.mkdir(parents=True)
        log_of(home).write_text(EARLIER)
    return home


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Read whole lines of JSON; what is none is left out."""
    lines = []
    with suppress(OSError):
        for line in path.read_bytes().rpartition(b"\n")[0].split(b"\n"):
            with suppress(ValueError):
                value = json.loads(line)
                if isinstance(value, dict):
                    lines.append(value)
    return lines


def begin(home: Path, *, plan: Plan | None = None, on_screen: bool, **how: bool) -> Running:
    """Open the session and press its first key."""
    options = () if on_screen else ("--plain",)
    running = Running(home, "run", str(home / "chaos.toml"), *options, plan=plan, **how)
    mark = "Glute bridge" if on_screen else "Press enter"
    running.wait_until(lambda: mark in running.text, PATIENCE_S)
    if on_screen:  # keys of the first half second are those of the screen before
        running.wait_until(lambda: False, 0.6)
    running.press("\r" if on_screen else "go\n")
    return running


def lead(running: Running, led: Led, *, on_screen: bool, until: Callable[[], bool]) -> None:
    """Lead a session on until it is over, or something is so."""
    led.began = led.began or time.time()
    lead_on = _on_screen if on_screen else _on_lines
    lead_on(running, led, until)


def _on_lines(running: Running, led: Led, until: Callable[[], bool]) -> None:
    answered: set[int] = set()
    deadline = time.monotonic() + PATIENCE_S
    confirms = float("inf")
    while not until() and not running.has_ended() and time.monotonic() < deadline:
        running.read()
        led.told(running.text)
        for number in sorted(led.sets - answered):
            answered.add(number)
            for line in _ANSWERS.get(number, ()):
                led.typed.append(line)
                running.press(f"{line}\n")
            if number == SETS:
                confirms = time.monotonic()
        if time.monotonic() > confirms:
            confirms = time.monotonic() + KEY_S
            running.press("go\n")
    running.read(0.0)
    led.told(running.text)


def _on_screen(running: Running, _led: Led, until: Callable[[], bool]) -> None:
    over = time.monotonic() + SETS * SET_S
    deadline = over + PATIENCE_S
    keys = chain("\r" * 4, cycle("\x1b\r"))  # a disk that stays full is waited for until escape
    while not until() and not running.has_ended() and time.monotonic() < deadline:
        running.read()
        if time.monotonic() > over:
            over = time.monotonic() + KEY_S
            running.press(next(keys))
    running.read(0.0)


def take_up(home: Path, *, way: str, plan: Plan | None = None) -> Running:
    """Take up what was interrupted: `save`, `resume` to its end, `discard`, or bring `back`."""
    if way == "back":
        return _bring_back(home, plan)
    if way != "resume":
        option = "--discard-leftover" if way == "discard" else "--save-leftover"
        running = Running(home, "run", option, plan=plan)
        running.wait_until(lambda: False, PATIENCE_S)
        return running
    running = Running(home, "run", "--resume", "--plain", plan=plan)
    marks = {"Press enter to go on": PATIENCE_S, "Get ready": 2.0}
    for mark, seconds in marks.items():  # the second go leaves the count-in out
        if running.wait_until(lambda mark=mark: mark in running.text, seconds):  # type: ignore[misc]
            running.wait_until(lambda: False, 0.4)
            running.press("go\n")
    running.wait_until(lambda: _is_at_its_end(running.text), PATIENCE_S)
    for _ in range(int(WAY_OUT_S / KEY_S)):
        running.wait_until(lambda: False, KEY_S)
        running.press("go\n")
    return running


def aside_of(home: Path) -> list[str]:
    """Name what was set aside."""
    return sorted(path.stem for path in (journal_of(home).parent / "set-aside").glob("*.jsonl"))


def _bring_back(home: Path, plan: Plan | None) -> Running:
    """Bring back what was given up and finish it where it stands; save what was not given up."""
    if journal_of(home).exists():
        running = take_up(home, way="save", plan=plan)
        if "no session was interrupted" not in running.text:
            return running
        running.end()  # its giving up was completed just now
    names = aside_of(home)
    name = names[-1] if names else "none"
    running = Running(home, "run", "--resume", name, "--plain", plan=plan)
    for mark, line in (("Press enter to go on", "finish"), ("All sets are over", "close")):
        running.wait_until(lambda mark=mark: mark in running.text, 5.0)  # type: ignore[misc]
        running.press(f"{line}\n")
    running.wait_until(lambda: False, WAY_OUT_S)
    return running


def _is_at_its_end(text: str) -> bool:
    return f"et {SETS} of {SETS} is over" in text or "ogged in" in text or "to save" in text


def verdict_of(
    home: Path, led: Led, *, way: str, printed: Sequence[dict[str, Any]] = ()
) -> Verdict:
    """Compare the log, and lines that were printed instead, with what was led."""
    verdict = Verdict()
    log = log_of(home).read_text(errors="replace") if log_of(home).exists() else ""
    if not led.is_first and not log.startswith(EARLIER):
        verdict.changed += 1
        verdict.told.append("the log's first line has changed")
    sessions = []
    for line in log.removeprefix(EARLIER).splitlines():
        with suppress(ValueError):
            sessions.append(json.loads(line.lstrip("\0")))
    if printed:  # the line that was printed stands for the session; the journal had less of it
        sessions = [*printed]
    if len(sessions) > 1:
        verdict.doubled += len(sessions) - 1
    _compare(verdict, [one for session in sessions for one in session["sets"]], led, way=way)
    return verdict


def _compare(verdict: Verdict, sets: list[dict[str, Any]], led: Led, *, way: str) -> None:
    numbers = [one["number"] for one in sets]
    verdict.doubled += len(numbers) - len(set(numbers))
    known = {one["number"]: one for one in sets}
    for number in sorted(led.sets):
        one = known.get(number)
        if one is None or one["status"] in ("skipped", "cut"):
            verdict.lost += 1
            verdict.told.append(f"set {number} is lost")
        elif datetime.fromisoformat(one["started"]).timestamp() > led.until:
            verdict.lost += 1
            verdict.told.append(f"set {number} was done again")
        elif wrong := _wrong(number, one, led):
            verdict.changed += 1
            verdict.told.append(f"set {number}: {wrong}")
    for number, one in known.items():
        if way == "save" and number > led.most and one["status"] in ("done", "assumed"):
            verdict.invented += 1
            verdict.told.append(f"set {number} was never done")


def _wrong(number: int, one: Mapping[str, Any], led: Led) -> str:
    """What of a set is otherwise than it was led."""
    allowed: dict[str, set[Any]] = {"actual_reps": {1}, "actual_rpe": {None}, "note": {None}}
    told = {1: {"set 1 rpe 8": ("actual_rpe", 8), "set 1 note abc": ("note", "abc")}}
    told |= {2: {"set 2 reps 3": ("actual_reps", 3)}, 3: {"set 3 reps 5": ("actual_reps", 5)}}
    for typed, (key, value) in told.get(number, {}).items():
        if typed in led.confirmed and not (number == 3 and "undo" in led.typed):
            allowed[key] = {value}
        elif typed in led.typed:
            allowed[key] |= {value}
        if number == 3 and "undo" in led.confirmed:
            allowed[key] = {1}
    for key, values in allowed.items():
        if one.get(key) not in values:
            return f"{key} is {one.get(key)!r}, not {values}"
    is_whole = one["work_ms"] == 1_000 and one["exercise"] == "Glute bridge"
    return "" if is_whole and one["of"] == SETS else f"{one}"


def copy_of(home: Path, to: Path) -> Path:
    """Copy a home, for a second fault from the same state."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(home, to)
    return to
