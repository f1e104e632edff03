"""Open ten thousand mutations of everything that may come from a stranger, and count what fails.

Good sessions, journals, logs, settings, athletes, exercises, packs, imports, lines of the speaker's
protocol and what a terminal sends are changed by chance and go in where they go in in the program;
of the inputs to the real screens, which take their time, there are a twentieth. Counted are
tracebacks, signals, what takes longer than a second of the processor's time beyond the good files,
and what takes more than 200 MB of memory. Exit status 1 where one of them is not 0.

    python benchmarks/mutations.py                   10,000 of each kind, about an hour
    python benchmarks/mutations.py --quick           200 of each
    python benchmarks/mutations.py log --seed 7      one kind, other mutations
    python benchmarks/mutations.py log --only 4711   one mutation, written to a file

A failure is printed once for each place in the program, with its number and the shortest input.
"""

from __future__ import annotations

import argparse
import json
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.mutation_child import place_of  # noqa: E402
from benchmarks.mutation_kinds import KINDS  # noqa: E402
from benchmarks.mutator import mutated, shrunk  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.mutation_kinds import Kind

COUNT: Final = 10_000
QUICK: Final = 200
SEED: Final = "2026"

MAX_CPU_S: Final = 1.0
"""Beyond what the slowest good file takes."""

MAX_MEMORY_KB: Final = 200_000
"""Beyond what the process had before the input."""

PATIENCE_S: Final = 30.0
"""A child that says nothing for so long hangs; on a busy machine a second is no measure."""

MAX_SHOWN: Final = 400
"""Bytes of an input that are printed."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What one input did."""

    number: int
    what: str
    """`traceback`, `signal`, `slow` or `memory`."""
    told: str

    @property
    def place(self) -> str:
        """Where the program failed."""
        return place_of(self.what, self.told)


@dataclass(slots=True)
class Outcome:
    """How a kind did."""

    kind: str
    count: int = 0
    slowest_s: float = 0.0
    good_s: float = 0.0
    most_kb: int = 0
    failures: list[Failure] = field(default_factory=list)

    def of(self, what: str) -> int:
        """Count the failures of one sort."""
        return sum(failure.what == what for failure in self.failures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} of each kind")
    parser.add_argument("--count", type=int, default=0, help="so many of each kind")
    parser.add_argument("--seed", default=SEED, help="other mutations")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="open one mutation again")
    asked = parser.parse_args()
    if unknown := set(asked.kinds) - set(KINDS):
        parser.error(f"there is no kind {', '.join(unknown)}; there are {', '.join(KINDS)}")
    kinds = [KINDS[name] for name in asked.kinds or KINDS]
    if asked.only is not None:
        _open_again(kinds[0], asked.seed, asked.only)
        return
    count = asked.count or (QUICK if asked.quick else COUNT)
    outcomes = []
    for kind in kinds:
        outcomes.append(run_kind(kind, seed=asked.seed, count=count))
        print(_row(outcomes[-1]), flush=True)
        _tell_failures(kind, asked.seed, outcomes[-1])
    print("\n" + _table(outcomes))
    sys.exit(any(outcome.failures for outcome in outcomes))


def run_kind(kind: Kind, *, seed: str, count: int) -> Outcome:
    """Open so many mutations of a kind, in as many children as it takes."""
    outcome = Outcome(kind.name)
    start, count = 0, max(count // kind.share, 1)
    while start < count:
        start = _run_child(kind, seed, (start, count), outcome)
    return outcome


def _run_child(kind: Kind, seed: str, part: tuple[int, int], outcome: Outcome) -> int:
    """Run one child until it is done or has died; returns where the next one goes on."""
    number = part[0] - 1
    for report in _reports(kind, seed, *part):
        match report:
            case {"begins": begun}:
                number = begun
            case {"baseline": True}:
                outcome.good_s = max(outcome.good_s, report["cpu_s"])
                if report["error"]:
                    raise AssertionError(f"a good file of {kind.name} fails: {report['error']}")
            case {"ended": ended}:
                outcome.count += 1
                outcome.slowest_s = max(outcome.slowest_s, report["cpu_s"])
                outcome.most_kb = max(outcome.most_kb, report["memory_kb"])
                outcome.failures += _judged(ended, report, outcome.good_s)
            case {"died": how, "told": told}:
                if number < part[0]:
                    raise AssertionError(f"{kind.name} does not begin: {told}")
                outcome.count += 1
                outcome.failures.append(Failure(number, how, told))
                return number + 1
    return part[1]


def _judged(number: int, report: dict[str, Any], good_s: float) -> Iterator[Failure]:
    if error := report["error"]:
        yield Failure(number, "memory" if "MemoryError" in error else "traceback", error)
    elif report["cpu_s"] > good_s + MAX_CPU_S:
        yield Failure(number, "slow", f"{report['cpu_s']:.1f} s of {report['bytes']:,} bytes")
    elif report["memory_kb"] > MAX_MEMORY_KB:
        yield Failure(number, "memory", f"{report['memory_kb'] // 1000:,} MB")


def _reports(kind: Kind, seed: str, start: int, end: int, *file: str) -> Iterator[dict[str, Any]]:
    """Return what a child tells; last of all how it died, if it did."""
    child = [sys.executable, "-m", "benchmarks.mutation_child"]
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [*child, kind.name, seed, str(start), str(end), *file],
            cwd=HERE.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
        )
        is_done = False
        how = ""
        for line in _lines(process):
            if line is None:
                process.send_signal(signal.SIGABRT)  # its traceback tells where it hangs
                how = "slow"
                break
            report = json.loads(line)
            is_done = "done" in report
            yield report
        process.wait()
        errors.seek(0)
        told = errors.read()[-6_000:].decode(errors="replace")
        if how or not is_done or process.returncode:
            died = how or ("signal" if process.returncode < 0 else "traceback")
            yield {"died": died, "told": f"{told}\nstatus {process.returncode}"}


def _lines(process: subprocess.Popen[bytes]) -> Iterator[bytes | None]:
    """Return the lines of a child; None where it says nothing any more."""
    assert process.stdout is not None
    with selectors.DefaultSelector() as selector, process.stdout as stream:
        selector.register(stream, selectors.EVENT_READ)
        half = b""
        deadline_s = time.monotonic() + 2 * PATIENCE_S
        while selector.select(max(deadline_s - time.monotonic(), 0)):
            data = stream.read1(1 << 16)  # type: ignore[attr-defined]
            if not data:
                return
            *lines, half = (half + data).split(b"\n")
            yield from lines
            deadline_s = time.monotonic() + PATIENCE_S
        yield None


def _tell_failures(kind: Kind, seed: str, outcome: Outcome) -> None:
    """Print a failure of each place, with the shortest input that does the same."""
    places: dict[str, list[Failure]] = {}
    for failure in outcome.failures:
        places.setdefault(failure.place, []).append(failure)
    good = kind.good()
    for place, failures in places.items():
        first = failures[0]
        data = mutated(f"{kind.name}/{seed}/{first.number}", good, kind.tokens, kind.max_bytes)
        short = _shortest(kind, data, place)
        print(f"  {len(failures)} x {place}")
        print(f"    {first.told.strip()[-1500:]}".replace("\n", "\n    "))
        print(f"    number {first.number}, seed {seed}; the shortest input, {len(short):,} bytes:")
        print(f"    {short[:MAX_SHOWN]!r}", flush=True)


def _shortest(kind: Kind, data: bytes, place: str) -> bytes:
    """Shorten an input in a child; one that ends its child takes a child for every try."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        for report in _reports(kind, "", 0, 1, file.name, place):
            if "short" in report and place.startswith("traceback"):
                return bytes(report["short"])
    return shrunk(data, lambda shorter: place in _places_of(kind, shorter), tries=30)


def _places_of(kind: Kind, data: bytes) -> set[str]:
    """Open one input in a child of its own and tell where it fails."""
    outcome = Outcome(kind.name)
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        for report in _reports(kind, "", 0, 1, file.name):
            match report:
                case {"ended": ended}:
                    outcome.failures += _judged(ended, report, outcome.good_s)
                case {"baseline": True}:
                    outcome.good_s = max(outcome.good_s, report["cpu_s"])
                case {"died": how, "told": told}:
                    outcome.failures.append(Failure(0, how, told))
    return {failure.place for failure in outcome.failures}


def _open_again(kind: Kind, seed: str, number: int) -> None:
    data = mutated(f"{kind.name}/{seed}/{number}", kind.good(), kind.tokens, kind.max_bytes)
    path = Path(tempfile.gettempdir()) / f"{kind.name}-{seed}-{number}"
    path.write_bytes(data)
    print(f"{path}: {len(data):,} bytes")
    for report in _reports(kind, seed, 0, 1, str(path)):
        print(report)


def _row(outcome: Outcome) -> str:
    whats = ("traceback", "signal", "slow", "memory")
    counts = "".join(f"{outcome.of(what):>11,}" for what in whats)
    slowest_ms, good_ms = outcome.slowest_s * 1000, outcome.good_s * 1000
    most_mb = outcome.most_kb / 1000
    return (
        f"{outcome.kind:<14}{outcome.count:>9,}{counts}"
        f"{good_ms:>10,.0f} ms{slowest_ms:>9,.0f} ms{most_mb:>9,.0f} MB"
    )


def _table(outcomes: Sequence[Outcome]) -> str:
    heads = "".join(f"{head:>11}" for head in ("tracebacks", "signals", "slow", "memory"))
    head = f"{'kind':<14}{'inputs':>9}{heads}{'good file':>13}{'slowest':>12}{'most':>12}"
    return "\n".join((head, *(_row(outcome) for outcome in outcomes)))


if __name__ == "__main__":
    main()
