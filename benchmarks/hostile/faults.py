"""Faults of one process: it is killed, its disk fails, it is told to end while a disk is slow."""

from __future__ import annotations

import errno
import json
import shutil
import signal
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.hostile.disk import ALL, FOR_EVER, Plan
from benchmarks.hostile.leading import (
    PATIENCE_S,
    SET_S,
    SETS,
    WAY_OUT_S,
    Led,
    Verdict,
    begin,
    furnish,
    journal_of,
    lead,
    lines_of,
    take_up,
    verdict_of,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from benchmarks.hostile.child import Running

LENGTH_S: Final = SETS * SET_S - 1

NOT_SAVED: Final = "this is its line for the log:"


@dataclass(frozen=True)
class Fault:
    """One fault in one session, and how that is taken up again."""

    plan: Plan = field(default_factory=Plan)
    on_screen: bool = False
    way: str = "save"
    """How it is taken up: `save`, or `resume` to its end."""
    after_s: float = 0.0
    """When the signal comes, in seconds since the first key; 0 means that none does."""
    number: int = signal.SIGKILL
    in_recovery: bool = False
    """Whether the disk's plan is for taking the session up, and a kill came before it."""
    finally_by: str = ""
    """How it is taken up in the end, where that is another way."""

    def run(self) -> Verdict:
        """Lead the session, let the fault happen, take it up, and compare."""
        with a_home() as home:
            led = Led(holds_only_saved=self._is_killed_unsaved)
            first = None if self.in_recovery else self.plan
            running = begin(home, plan=first, on_screen=self.on_screen)
            try:
                verdict = self._lead(running, led, journal_of(home))
            finally:
                running.end()
            printed = printed_by(running.text)
            if self.in_recovery:
                if self.way == "back":
                    take_up(home, way="discard").end()
                recovered = take_up(home, way=self.way, plan=self.plan)
                recovered.end()
                verdict.add(crashes(recovered, is_killed=self.plan.die_at > 0))
            taken_up = take_up(home, way=self.finally_by or self.way)
            taken_up.end()
            verdict.add(refusals(taken_up))
            verdict.add(verdict_of(home, led, way=self.finally_by or self.way, printed=printed))
            if printed and running.status == 0:
                verdict.silent += 1
                verdict.told.append("not saved, and status 0")
            if verdict.told:
                verdict.told.insert(0, f"{self}, status {running.status}")
        return verdict

    @property
    def _is_killed_unsaved(self) -> bool:
        return bool(self.plan.times and self.after_s and self.number == signal.SIGKILL)

    def _lead(self, running: Running, led: Led, journal: Path) -> Verdict:
        verdict = Verdict()
        begun = time.monotonic()
        ends_s = self.after_s or LENGTH_S + 4 + WAY_OUT_S + 2 * self.plan.slow_s * 60

        def is_time() -> bool:
            return time.monotonic() - begun > ends_s

        lead(running, led, on_screen=self.on_screen, until=is_time)
        elapsed_s = time.monotonic() - begun
        if self.after_s:
            verdict.add(self._signal(running))
        elif running.status is None:
            verdict.hung += 1
            verdict.told.append(f"still there: {running.text[-300:]!r}")
        running.end()
        led.until = time.time()
        led.told(running.text)
        if not (self.plan.times and self.plan.number):
            led.stands(journal)
        if self.on_screen and not self._is_killed_unsaved:
            led.passed(elapsed_s)
        led.most = min(SETS, int((elapsed_s + 1.5) / SET_S))
        verdict.add(crashes(running, is_killed=True))
        return verdict

    def _signal(self, running: Running) -> Verdict:
        verdict = Verdict()
        running.signal(self.number)
        if self.number != signal.SIGKILL and not running.wait_until(running.has_ended, WAY_OUT_S):
            verdict.hung += 1
            verdict.told.append(f"did not end: {running.text[-300:]!r}")
        return verdict


@contextmanager
def a_home(*, is_first: bool = False) -> Iterator[Path]:
    """A home that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    try:
        yield furnish(folder / "home", is_first=is_first)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def crashes(running: Running, *, is_killed: bool) -> Verdict:
    """Tracebacks, and a death that nobody caused."""
    verdict = Verdict()
    if "Traceback" in running.text or running.status in (1, 70):
        verdict.crashed += 1
        verdict.told.append(f"crashed: {running.text[-1500:]}")
    if not is_killed and (running.status or 0) < 0:
        verdict.crashed += 1
        verdict.told.append(f"died of {running.status}")
    return verdict


def refusals(taken_up: Running) -> Verdict:
    """A session that cannot be taken up, or that is told to be damaged."""
    verdict = crashes(taken_up, is_killed=False)
    for mark in ("damaged", "cannot go on", "cannot be taken up"):
        if mark in taken_up.text:
            verdict.unreadable += 1
            verdict.told.append(taken_up.text)
    return verdict


def printed_by(text: str) -> list[dict[str, Any]]:
    """Read the lines for the log that a program has printed because it could not write them."""
    lines = text.splitlines()
    printed = []
    for mark, line in pairwise(lines):
        if NOT_SAVED in mark:
            printed.append(json.loads(line))
    return printed


def kills(count: int, chance: random.Random) -> list[Fault]:
    """Kills at random instants, on both faces, taken up in both ways."""
    return [
        Fault(
            on_screen=index % 3 == 2,
            way=("save", "resume")[index % 2],
            after_s=chance.uniform(0.01, LENGTH_S + 1.5),
        )
        for index in range(count)
    ]


def told_to_end(count: int, chance: random.Random) -> list[Fault]:
    """Signals that come while the disk is slow, so often in the midst of a write."""
    return [
        Fault(
            plan=Plan(slow_s=0.06),
            on_screen=index % 4 == 3,
            way=("save", "resume")[index % 2],
            after_s=chance.uniform(0.05, LENGTH_S + 1.0),
            number=(signal.SIGTERM, signal.SIGINT, signal.SIGHUP)[index % 3],
        )
        for index in range(count)
    ]


def deaths(count: int, *, on_screen: bool = False) -> list[Fault]:
    """Deaths before, in and after every operation, and a signal in each."""
    return [
        Fault(
            plan=Plan(die_at=at, die=die),
            on_screen=on_screen,
            way=("save", "resume")[(at + turn) % 2],
        )
        for at in range(1, count + 1)
        for turn, die in enumerate(("before", "in", "after", "told"))
    ]


def deaths_in_recovery(count: int, way: str) -> list[Fault]:
    """Deaths at every operation of taking a session up."""
    finally_by = "back" if way == "discard" else ""
    return [
        Fault(
            plan=Plan(die_at=at, die=die),
            way=way,
            after_s=3.4,
            in_recovery=True,
            finally_by=finally_by,
        )
        for at in range(1, count + 1)
        for die in ("before", "in", "after")
    ]


ERRORS: Final = (
    frozenset({"write"}),
    frozenset({"fsync"}),
    frozenset({"write", "truncate"}),
    frozenset({"fsync", "truncate"}),
    frozenset({"rename", "unlink"}),
    frozenset({"fsync-folder"}),
    ALL,
)
"""What fails together."""

NUMBERS: Final = (errno.ENOSPC, errno.EIO, errno.EDQUOT)


def errors(count: int) -> list[Fault]:
    """Errors that begin at every operation and last once, ten times or for ever.

    Half of the sessions are led to their end, a quarter is killed two sets later, and a quarter is
    told to end then.
    """
    found: list[Fault] = []
    for first in range(1, count + 1):
        for kinds in ERRORS:
            for times in (1, 10, FOR_EVER):
                turn = len(found)
                after_s = 0.0 if turn % 2 else min(first / count * LENGTH_S + 3.0, LENGTH_S)
                plan = Plan(
                    fails=kinds,
                    number=NUMBERS[turn % 3],
                    first=first,
                    times=times,
                    leaves_half=turn % 4 > 1,
                )
                number = signal.SIGTERM if times == FOR_EVER or turn % 4 else signal.SIGKILL
                found.append(
                    Fault(
                        plan=plan,
                        on_screen=turn % 5 == 4,
                        way=("save", "resume")[turn // 2 % 2],
                        after_s=after_s,
                        number=number,
                    )
                )
    return found


def errors_in_recovery(count: int, way: str) -> list[Fault]:
    """Errors while a session is taken up."""
    return [
        Fault(
            plan=Plan(fails=kinds, number=NUMBERS[at % 3], first=at, times=times, leaves_half=half),
            way=way,
            after_s=3.4,
            in_recovery=True,
        )
        for at in range(1, count + 1)
        for kinds in ERRORS
        for times, half in ((1, True), (FOR_EVER, False))
    ]


def operations(*, on_screen: bool = False, in_recovery: str = "") -> list[str]:
    """List the kinds of operations of a session that is led to its end, or of taking one up."""
    with a_home() as home:
        record = home.parent / "record"
        plan = Plan(record=str(record))
        running = begin(home, plan=None if in_recovery else plan, on_screen=on_screen)
        ends = time.monotonic() + (3.4 if in_recovery else PATIENCE_S)
        lead(running, Led(), on_screen=on_screen, until=lambda: time.monotonic() > ends)
        running.end()
        if in_recovery:
            if in_recovery == "back":
                take_up(home, way="discard").end()
            take_up(home, way=in_recovery, plan=plan).end()
        notes = [line["kind"] for line in lines_of(record)]
    return [kind for kind in notes if kind != "told"]
