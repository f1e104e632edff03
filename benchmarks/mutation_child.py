"""The child of `mutations.py`: opens mutated inputs one after another and tells how each went.

    python -m benchmarks.mutation_child KIND SEED START END [FILE [PLACE]]

It has a limit of memory, and its parent has a watch. With a FILE that alone is opened; with a PLACE
it is made as short as it can be while the program still fails there.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.mutation_kinds import KINDS, OPENINGS_S
from benchmarks.mutator import mutated, shrunk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutation_kinds import Kind, Run

MAX_BYTES: Final = 1 << 30
"""Of address space."""


def main() -> None:
    name, seed, start, end, *file = sys.argv[1:]
    kind = KINDS[name]
    reports = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a command prints is no report
    faulthandler.enable(open(os.dup(2), "wb"))  # noqa: PTH123, SIM115 - for as long as the process

    def tell(**report: object) -> None:
        os.write(reports, json.dumps(report).encode() + b"\n")

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        os.environ["BENCHSIDE_HOME"] = str(home)
        with kind.opened(home) as run:
            resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))
            good = kind.good()
            for data in good:  # what is loaded once is loaded now
                tell(baseline=True, **_tried(run, data))
            tell(ready=True)
            if len(file) > 1:
                tell(short=_shortest(run, *file))
                os._exit(0)
            for number, data in _inputs(kind, good, seed, int(start), int(end), file):
                tell(begins=number)
                tell(ended=number, bytes=len(data), **_tried(run, data))
    tell(done=True)
    os._exit(0)  # whatever threads are left


def _inputs(
    kind: Kind, good: list[bytes], seed: str, start: int, end: int, file: list[str]
) -> Iterator[tuple[int, bytes]]:
    if file:
        yield 0, Path(file[0]).read_bytes()
        return
    for number in range(start, end):
        yield number, mutated(f"{kind.name}/{seed}/{number}", good, kind.tokens, kind.max_bytes)


def place_of(what: str, told: str) -> str:
    """Return what is the same for failures of the same cause, as far as that can be told."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    places = [line for line in lines if line.startswith("File ")]
    own = [line for line in places if "/benchside/" in line] or places
    last = lines[-1].partition(":")[0] if lines else ""
    return f"{what} {own[-1] if own else ''} {last}"


def _shortest(run: Run, file: str, place: str) -> list[int]:
    """Shorten an input while it fails in the same place; as numbers, for JSON has no bytes."""

    def still_fails(data: bytes) -> bool:
        error = _tried(run, data)["error"]
        return bool(error) and place_of("traceback", str(error)) == place

    return list(shrunk(Path(file).read_bytes(), still_fails))


def _tried(run: Run, data: bytes) -> dict[str, object]:
    """Open one input; tell what it cost, of several openings the slowest, and how it failed."""
    _forget_peak()
    OPENINGS_S.clear()
    before_kb, began_s = _memory_kb("VmRSS"), time.process_time()
    error, cost = "", None
    try:
        cost = run(data)
    except (Exception, SystemExit):  # noqa: BLE001 - any of them is what is looked for
        error = traceback.format_exc(limit=-12)
    if cost is not None:  # of another process
        return {"cpu_s": cost.cpu_s, "memory_kb": cost.memory_kb, "error": error}
    return {
        "cpu_s": max(OPENINGS_S, default=time.process_time() - began_s),
        "memory_kb": _memory_kb("VmHWM") - before_kb,
        "error": error,
    }


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _memory_kb(what: str) -> int:
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(what):
                return int(line.split()[1])
    return 0


if __name__ == "__main__" and len(sys.argv) > 1:
    main()
