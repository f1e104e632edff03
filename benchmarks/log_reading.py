"""How long a log of ten years takes to be read, against `json.loads` of the same lines.

    python benchmarks/log_reading.py [SESSIONS]

Prints both times, their ratio, and the memory that the records take. The ratio is what to compare
between machines: what it costs that every value is checked and typed.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tracemalloc
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchside.log.reading import read_log
from benchside.log.record import encode
from benchside.testing import A_MOMENT, a_record, a_set_record

if TYPE_CHECKING:
    from collections.abc import Callable

SESSIONS = 4_000
"""Eight a week for ten years."""

EXERCISES = ("Back squat", "Romanian deadlift", "Barbell hip thrust", "Side plank")
SETS = 5
ROUNDS = 3
"""The best of so many is taken: what is slower was disturbed."""


def write_log(path: Path, sessions: int) -> None:
    with path.open("w", encoding="utf-8") as log:
        for number in range(sessions):
            started = A_MOMENT + timedelta(hours=21 * number)
            sets = (
                a_set_record(
                    exercise,
                    number=index + 1,
                    of=SETS,
                    started=started + timedelta(minutes=3 * index),
                    load_kg=f"{80 + number % 40}.5",
                    tempo="2-1-X-1",
                    rpe=8,
                )
                for exercise in EXERCISES
                for index in range(SETS)
            )
            log.write(json.dumps(encode(a_record(*sets, started=started))) + "\n")


def best_s(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def load_only(path: Path) -> list[object]:
    with path.open("rb") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        write_log(path, sessions)
        size_mb = path.stat().st_size / 1e6
        plain_s = best_s(lambda: load_only(path))
        checked_s = best_s(lambda: read_log(path))
        tracemalloc.start()
        reading = read_log(path)
        memory_mb = tracemalloc.get_traced_memory()[0] / 1e6
    assert len(reading.records) == sessions
    sets = len(EXERCISES) * SETS
    print(f"{sessions} sessions of {sets} sets, {size_mb:.0f} MB of log")
    print(f"json.loads only   {plain_s:6.2f} s")
    print(f"checked records   {checked_s:6.2f} s   {memory_mb:.0f} MB in memory")
    print(f"ratio             {checked_s / plain_s:6.2f}")


if __name__ == "__main__":
    main()
