"""How long a log of ten years takes to be read, indexed and asked, against `json.loads` of it.

    python benchmarks/log_reading.py             4,000 sessions, 39 MB
    python benchmarks/log_reading.py --large     100,000 sessions, 1 GB, in a folder under --folder

Prints processor time, and the ratio to `json.loads` of every line in the same run, which is what to
compare between machines; of asking, the time that somebody waits. Each figure is the best of three
rounds in a process of its own, so that memory is that of what is measured alone.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final

from benchside.app.history import LogHistory
from benchside.app.memory import LogMemory
from benchside.log.index import LogIndex
from benchside.log.newest import newest_history
from benchside.log.reading import read_log
from benchside.log.record import TutRecord, encode_record
from benchside.log.selection import LogFilter
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.storage.jsonl import encode_line
from benchside.testing import A_MOMENT, a_plan, a_record, a_set, a_set_record
from benchside.tui.history_reading import read_history

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SESSIONS: Final = 4_000
"""Eight a week for ten years."""

LARGE: Final = 100_000

EXERCISES: Final = ("Back squat", "Romanian deadlift", "Barbell hip thrust", "Side plank")
"""Of each other session four more, so that not all are in all."""

SETS: Final = 5
ROUNDS: Final = 3
"""The best of so many is taken: what is slower was disturbed."""


def write_log(path: Path, sessions: int) -> None:
    tut = TutRecord(
        eccentric_ms=10_000,
        pause_stretched_ms=5_000,
        concentric_ms=5_000,
        pause_contracted_ms=5_000,
    )
    with path.open("wb") as log:
        for number in range(sessions):
            started = A_MOMENT - timedelta(hours=21 * (sessions - number))
            suffix = " B" if number % 2 else ""
            sets = (
                replace(
                    a_set_record(
                        exercise + suffix,
                        number=index + 1,
                        of=SETS,
                        started=started + timedelta(minutes=3 * index),
                        reps=8 - (number + index) % 4,
                        load_kg=f"{80 + number % 40}.5",
                        tempo="2-1-X-1",
                        rpe=8,
                    ),
                    tut=tut,
                    planned_rest_ms=180_000,
                    taken_rest_ms=181_234,
                )
                for exercise in EXERCISES
                for index in range(SETS)
            )
            record = a_record(*sets, session=f"Day {number % 4}", started=started)
            log.write(encode_line(encode_record(record)))


def load_only(path: Path) -> object:
    with path.open("rb") as lines:
        return [json.loads(line) for line in lines]


def load_and_forget(path: Path) -> object:
    with path.open("rb") as lines:
        for line in lines:
            json.loads(line)
    return None


def read_all(path: Path) -> object:
    return read_log(path)


def read_newest(path: Path) -> object:
    return newest_history(path, 100, athlete="me").sessions()


def build_index(path: Path) -> object:
    index = path.with_suffix(".sqlite")
    index.unlink(missing_ok=True)
    return LogIndex(path, index).of("me").problems()


def open_history(path: Path) -> object:
    """Ask what the first screen and the history screen show, of an index that is there."""
    history = LogIndex(path, path.with_suffix(".sqlite")).of("me")
    today = A_MOMENT.date()
    return (
        history.sessions(limit=50),
        history.calendar(today - timedelta(weeks=53), today),
        history.exercises(),
        history.times_done(),
        history.last_time(EXERCISES[0], tempo="2-1-X-1"),
        history.series(EXERCISES[0], since=today - timedelta(weeks=53)),
    )


def whole_series(path: Path) -> object:
    return LogIndex(path, path.with_suffix(".sqlite")).of("me").series(EXERCISES[0])


def library_habits(path: Path) -> object:
    """Ask when each session was done, and what is due, as the library does."""
    return LogMemory(path).habits([], athlete="me", today=A_MOMENT.date())


def recall_session(path: Path) -> object:
    """Ask what the log knows of a session of four exercises, as is done when one is opened."""
    plan = a_plan(*(a_set(name, tempo="2-1-X-1") for name in EXERCISES))
    return LogMemory(path).recall(plan, file="a-session.toml", athlete="me")


def _history_screen(path: Path) -> Iterator[object]:
    past = LogHistory(
        LogMemory(path),
        log=path,
        own_name=lambda: "me",
        catalogue=lambda: SHIPPED_CATALOGUE,
        now=lambda: A_MOMENT,
    )
    return read_history(past, LogFilter())


def show_history(path: Path) -> object:
    """Read what the history screen shows first, once its index is there."""
    return next(_history_screen(path))


def show_whole_history(path: Path) -> object:
    """Read all that the history screen shows: every session, every trend, the weeks of a year."""
    return list(_history_screen(path))


MEASURED: Final[dict[str, Callable[[Path], object]]] = {
    "json.loads, kept": load_only,
    "json.loads, forgotten": load_and_forget,
    "checked records": read_all,
    "newest 100, from the end": read_newest,
    "index built": build_index,
    "index opened and asked": open_history,
    "series of an exercise, all": whole_series,
    "library, what is due": library_habits,
    "session, what is known of it": recall_session,
    "history screen, first": show_history,
    "history screen, whole": show_whole_history,
}
NOT_WHEN_LARGE: Final = ("json.loads, kept", "checked records")
"""They hold every line, which takes more memory than there is."""


def measure(name: str, path: Path, rounds: int) -> None:
    """Print the best processor time and waiting time of some rounds, and the memory they took."""
    times = []
    for _ in range(rounds):
        wall, used = perf_counter(), process_time()
        MEASURED[name](path)  # until what it returns is let go of, too
        times.append((process_time() - used, perf_counter() - wall))
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps([*map(min, zip(*times, strict=True)), memory_mb]))


def measured(name: str, path: Path, rounds: int) -> list[float]:
    """Measure in a process of its own, so that memory is that of what is measured."""
    command = [sys.executable, __file__, "--measure", name, "--folder", str(path.parent)]
    command += ["--rounds", str(rounds)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    values: list[float] = json.loads(told)
    return values


def report(path: Path, sessions: int, *, is_large: bool) -> None:
    size_mb = path.stat().st_size / 1e6
    print(f"{sessions:,} sessions of {len(EXERCISES) * SETS} sets, {size_mb:,.0f} MB of log")
    print(f"{'':28} {'processor':>10} {'waiting':>10} {'memory':>8} {'ratio':>7}")
    base = None
    for name in MEASURED:
        if is_large and name in NOT_WHEN_LARGE:
            continue
        used, wall, memory_mb = measured(name, path, 1 if is_large else ROUNDS)
        base = base or used
        print(
            f"{name:28} {used * 1e3:7,.0f} ms {wall * 1e3:7,.0f} ms {memory_mb:5.0f} MB"
            f" {used / base:7.3f}"
        )
    print(f"index {path.with_suffix('.sqlite').stat().st_size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("sessions", type=int, nargs="?", default=SESSIONS)
    parser.add_argument("--large", action="store_true", help=f"{LARGE:,} sessions")
    parser.add_argument("--folder", type=Path, help="where the log is written; a temporary one")
    parser.add_argument("--measure", choices=MEASURED, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(arguments.measure, arguments.folder / "log.jsonl", arguments.rounds)
        return
    sessions = LARGE if arguments.large else arguments.sessions
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        path = Path(folder) / "log.jsonl"
        write_log(path, sessions)
        report(path, sessions, is_large=arguments.large)


if __name__ == "__main__":
    main()
