"""Kill real sessions, cut the power, fill the disk and take the terminal away; compare the logs.

Sessions of a few seconds are led in pseudo-terminals, on the screen and on plain lines, then taken
up again and finished or saved. Every row of the table is a kind of fault, every figure is to be 0.

    python benchmarks/chaos.py            everything, about half an hour on two cores
    python benchmarks/chaos.py --quick    some of each, about a minute and a half
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

from benchmarks.hostile import child, faults, power, terminals
from benchmarks.hostile.leading import Verdict

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

SEED: Final = 20260112

FEW: Final = 16
"""So many of each kind in a quick run."""

STALLED_S: Final = 60.0

AT_ONCE: Final = 3
"""So many terminals that go away at once, per core: each way out has five seconds."""

GONE: Final = "terminal gone"

HEAD: Final = (
    "| fault | runs | lost | doubled | invented | changed | unreadable | hung | crashed "
    "| not saved, not told | done after, min |\n|---|" + "--:|" * 10
)


class Case(Protocol):
    """One fault, and what it costs."""

    def run(self) -> Verdict:
        """Let it happen, and compare."""
        ...


@dataclass(frozen=True)
class Prepared:
    """Sessions that were led without a fault: how many operations they have, and with what data."""

    lines: int
    screen: int
    saving: int
    resuming: int
    giving_up: int
    bringing_back: int
    recordings: tuple[power.Recording, power.Recording]
    """With a log and a folder of before, and without."""


def prepare(pool: Pool) -> Prepared:
    """Lead them, all at the same time."""
    counts = pool.map_async(_count_operations, COUNTED, chunksize=1)
    recordings = pool.map_async(power.record, (False, True), chunksize=1)
    with_log, without = recordings.get()
    lines, screen, saving, resuming, giving_up, bringing_back = counts.get()
    return Prepared(lines, screen, saving, resuming, giving_up, bringing_back, (with_log, without))


COUNTED: Final = (
    (False, ""),
    (True, ""),
    (False, "save"),
    (False, "resume"),
    (False, "discard"),
    (False, "back"),
)


def _count_operations(of: tuple[bool, str]) -> int:
    return len(faults.operations(on_screen=of[0], in_recovery=of[1]))


def rows(prepared: Prepared, chance: random.Random, *, is_quick: bool) -> dict[str, list[Case]]:
    """Give every kind of fault with its cases."""
    count = FEW if is_quick else 1_000
    every = 15 if is_quick else 1
    cuts, kills, given_up = [], [], []
    for recording in prepared.recordings:
        cuts += [recording.cuts("save"), recording.cuts("resume")]
        kills += recording.cuts_after_a_kill("save", every=every)
    for way in ("discard", "back"):
        given_up += prepared.recordings[0].cuts_after_a_kill(way, every=5 * every)
    return {
        "killed at a random instant": [*faults.kills(count, chance)],
        "death or signal at every operation": [*faults.deaths(prepared.lines)],
        "the same, on the screen": [*faults.deaths(prepared.screen, on_screen=True)],
        "death while saving": [*faults.deaths_in_recovery(prepared.saving, "save")],
        "death while resuming": [*faults.deaths_in_recovery(prepared.resuming, "resume")],
        "death while giving up": [*faults.deaths_in_recovery(prepared.giving_up, "discard")],
        "death while bringing back": [*faults.deaths_in_recovery(prepared.bringing_back, "back")],
        "told to end, slow disk": [*faults.told_to_end(max(count // 3, FEW), chance)],
        "errors, once, ten times, for ever": [*faults.errors(prepared.lines)],
        "errors while saving": [*faults.errors_in_recovery(prepared.saving, "save")],
        "errors while resuming": [*faults.errors_in_recovery(prepared.resuming, "resume")],
        "power cut, then saved": [*cuts[0], *cuts[2]],
        "power cut, then resumed": [*cuts[1], *cuts[3]],
        "kill, power cut while saving": [*kills],
        "kill, power cut while giving up or bringing back": [*given_up],
        GONE: [*terminals.gone(2 if is_quick else 50, chance)],
    }


def run_one(numbered: tuple[str, Case]) -> tuple[str, Verdict]:
    """Run a case, in a process of its own."""
    row, case = numbered
    return row, case.run()


def measure(table: dict[str, list[Case]], pool: Pool) -> bool:
    """Run every case and print each row when it is complete; whether all figures are 0."""
    begun = time.monotonic()
    left = {name: len(cases) for name, cases in table.items()}
    totals = {name: Verdict() for name in table}
    tasks = [(name, case) for name, cases in table.items() for case in cases]
    for name, verdict in pool.imap_unordered(run_one, tasks):
        left[name] -= 1
        totals[name].add(verdict)
        for told in verdict.told:
            print(f"    {told}", file=sys.stderr, flush=True)
        if not left[name]:
            figures = " | ".join(map(str, totals[name].figures()))
            minutes = (time.monotonic() - begun) / 60
            print(f"| {name} | {len(table[name])} | {figures} | {minutes:.1f} |", flush=True)
    return all(total.is_fine for total in totals.values())


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
    parser.add_argument("--few", type=int, default=FEW, help="how many that are, 16")
    parser.add_argument("--workers", type=int, default=16 * (os.cpu_count() or 1))
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    child.load()
    print(f"seed {options.seed}, {options.workers} sessions at once")
    with multiprocessing.get_context("fork").Pool(options.workers) as pool:
        table = rows(prepare(pool), chance, is_quick=options.quick)
        if options.words:
            words = options.words
            table = {n: c for n, c in table.items() if any(word in n for word in words)}
        if options.quick:
            table = {n: chance.sample(c, min(options.few, len(c))) for n, c in table.items()}
        print(HEAD, flush=True)
        gone = {name: table.pop(name) for name in (GONE,) if name in table}
        is_fine = measure(table, pool)
    with multiprocessing.get_context("fork").Pool(AT_ONCE * (os.cpu_count() or 1)) as pool:
        is_fine = measure(gone, pool) and is_fine
    if not options.words or "stalled" in options.words:
        is_fine = measure_stalled(10.0 if options.quick else STALLED_S) and is_fine
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
