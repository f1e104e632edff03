"""Kill real sessions, cut the power, fill the disk and take the terminal away; compare the logs.

Sessions of a few seconds are led in pseudo-terminals, on the screen and on plain lines, then taken
up again and finished or saved. Every row of the table is a kind of fault, every figure is to be 0.

    python benchmarks/chaos.py            everything, about an hour
    python benchmarks/chaos.py --quick    some of each, about two minutes
    python benchmarks/chaos.py kill       only the rows whose name holds a word

Linux only: it looks into /proc. Nothing of it is in the package; see `benchmarks/hostile/`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.hostile import child, faults, power, terminals  # noqa: E402
from benchmarks.hostile.leading import Verdict  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEED: Final = 20260112

FEW: Final = 24
"""So many of each kind in a quick run."""

STALLED_S: Final = 45.0


class Case(Protocol):
    """One fault, and what it costs."""

    def run(self) -> Verdict:
        """Let it happen, and compare."""
        ...


@dataclass(frozen=True)
class Row:
    """A kind of fault."""

    name: str
    cases: Callable[[], Sequence[Case]]


def rows(chance: random.Random, *, is_quick: bool) -> list[Row]:
    """List every kind of fault; their cases are made when it is their turn."""
    count = FEW if is_quick else 1_000
    return [
        Row("killed at a random instant", lambda: faults.kills(count, chance)),
        Row("death or signal at every operation", _deaths),
        Row("the same, on the screen", lambda: _deaths(on_screen=True)),
        Row("death at every operation of saving", lambda: _deaths_in_recovery("save")),
        Row("death at every operation of resuming", lambda: _deaths_in_recovery("resume")),
        Row("told to end, slow disk", lambda: faults.told_to_end(max(count // 3, FEW), chance)),
        Row("errors, once, ten times, for ever", lambda: faults.errors(_count())),
        Row("errors while saving", lambda: _errors_in_recovery("save")),
        Row("errors while resuming", lambda: _errors_in_recovery("resume")),
        Row("power cut, then saved", lambda: _cuts("save")),
        Row("power cut, then resumed", lambda: _cuts("resume")),
        Row("kill, power cut while saving", lambda: _cuts_after_a_kill(7 if is_quick else 1)),
        Row("terminal gone", lambda: terminals.gone(2 if is_quick else 20, chance)),
    ]


def _count() -> int:
    return len(faults.operations())


def _deaths(*, on_screen: bool = False) -> Sequence[Case]:
    return faults.deaths(len(faults.operations(on_screen=on_screen)), on_screen=on_screen)


def _deaths_in_recovery(way: str) -> Sequence[Case]:
    return faults.deaths_in_recovery(len(faults.operations(in_recovery=way)), way)


def _errors_in_recovery(way: str) -> Sequence[Case]:
    return faults.errors_in_recovery(len(faults.operations(in_recovery=way)), way)


def _cuts(way: str) -> Sequence[Case]:
    return [cut for first in (False, True) for cut in power.Recording(is_first=first).cuts(way)]


def _cuts_after_a_kill(every: int) -> Sequence[Case]:
    return [
        cut
        for first in (False, True)
        for cut in power.Recording(is_first=first).cuts_after_a_kill("save", every=every)
    ]


def run_one(case: Case) -> Verdict:
    """Run a case, in a process of its own."""
    return case.run()


def measure(row: Row, *, workers: int, most: int, chance: random.Random) -> Verdict:
    """Run the cases of a row and print it."""
    begun = time.monotonic()
    cases = list(row.cases())
    if len(cases) > most:
        cases = chance.sample(cases, most)
    total = Verdict()
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for verdict in pool.imap_unordered(run_one, cases):
            total.add(verdict)
            for told in verdict.told:
                print(f"    {told}", file=sys.stderr, flush=True)
    figures = " | ".join(map(str, total.figures()))
    took_s = time.monotonic() - begun
    print(f"| {row.name} | {len(cases)} | {figures} | {took_s:.0f} s |", flush=True)
    return total


def measure_stalled(seconds: float) -> bool:
    """Print how late sets are on disk while nobody reads the terminal."""
    is_fine = True
    for on_screen in (True, False):
        sets, latest_ms = terminals.lag_of_stalled_ms(seconds, on_screen=on_screen)
        face = "screen" if on_screen else "plain lines"
        print(f"not read for {seconds:.0f} s, {face}: {sets} sets, the latest {latest_ms} ms late")
        is_fine = is_fine and latest_ms <= 1_000 and sets >= seconds / 2 - 2
    return is_fine


def main() -> int:
    """Print the table; the status is 1 where any figure is not 0."""
    parser = argparse.ArgumentParser(description="Break sessions in every way and compare the log.")
    parser.add_argument("words", nargs="*", help="only the rows whose name holds one of them")
    parser.add_argument("--quick", action="store_true", help="some of each kind")
    parser.add_argument("--workers", type=int, default=6 * (os.cpu_count() or 1))
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    child.load()
    print(f"seed {options.seed}, {options.workers} sessions at once")
    print("| fault | runs | lost | doubled | invented | changed | unreadable | hung", end=" ")
    print("| crashed | not saved, not told | took |\n|---|" + "--:|" * 10, flush=True)
    most = FEW if options.quick else sys.maxsize
    total = Verdict()
    for row in rows(chance, is_quick=options.quick):
        if not options.words or any(word in row.name for word in options.words):
            total.add(measure(row, workers=options.workers, most=most, chance=chance))
    is_fine = total.is_fine
    if not options.words or "stalled" in options.words:
        is_fine = measure_stalled(10.0 if options.quick else STALLED_S) and is_fine
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
