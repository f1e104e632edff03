"""Does a change to a log again and again, and is killed at each of its file operations in turn.

    python -m tests.log.dying CHANGE FOLDER

FOLDER has a folder `before` with a log; beside it comes one for each instant, as the dead process
has left it: `3-in` was killed in the middle of the third operation, `done` came to its end.
A process without threads forks the ones that die, so that each has the program loaded already.
"""

from __future__ import annotations

import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.hostile.disk import Plan, install
from benchside.log.files import index_file
from benchside.log.index import LogIndex
from benchside.log.logbook import FileLogbook
from benchside.log.merge import merge, tidy
from benchside.log.reading import read_log
from benchside.log.record import encode_record
from benchside.testing import A_MOMENT, a_record, a_set_record

if TYPE_CHECKING:
    from collections.abc import Callable

MACHINE: Final = "here"

MONDAY: Final = a_record(a_set_record("Squat", reps=5, load_kg=100))
CORRECTED: Final = a_record(a_set_record("Squat", reps=6, load_kg=100))
"""The same session, as it should have been logged."""
TUESDAY: Final = a_record(
    a_set_record("Squat", reps=5, load_kg=105), started=A_MOMENT + timedelta(days=1)
)
LATER: Final = A_MOMENT + timedelta(days=2)

HOW: Final = ("before", "in", "after")
MAX_OPERATIONS: Final = 60
"""A change that has more of them never ends."""


def amend(log: Path) -> None:
    FileLogbook(log, machine=MACHINE).amend(CORRECTED, at=LATER)


def delete(log: Path) -> None:
    FileLogbook(log, machine=MACHINE).delete(MONDAY.id, TUESDAY.id, at=LATER)


def take_back(log: Path) -> None:
    FileLogbook(log, machine=MACHINE).undelete(MONDAY.id, at=LATER)


def merge_copies(log: Path) -> None:
    copies = [path for path in log.parent.glob("log*.jsonl") if " " in path.name]
    merge(log, copies, machine=MACHINE)


def tidy_up(log: Path) -> None:
    tidy(log, machine=MACHINE)


def ask_index(log: Path) -> None:
    LogIndex(log, index_file(log, MACHINE)).of(None).sessions()


def add_and_ask_index(log: Path) -> None:
    if TUESDAY not in read_log(log).records:
        FileLogbook(log, machine=MACHINE).append(encode_record(TUESDAY))
    ask_index(log)


CHANGES: Final[dict[str, Callable[[Path], None]]] = {
    "amend": amend,
    "delete": delete,
    "take back": take_back,
    "merge": merge_copies,
    "tidy": tidy_up,
    "ask the index": ask_index,
    "add and ask the index": add_and_ask_index,
}


def die(change: Callable[[Path], None], home: Path, plan: Plan) -> bool:
    """Change the log of a folder in a child; returns whether that came to its end."""
    child = os.fork()
    if not child:
        try:
            install(home, plan)
            change(home / "log.jsonl")
        except BaseException as wrong:  # noqa: BLE001 - the child must not go on as its parent
            sys.stderr.write(f"{home.name}: {wrong!r}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code > 0:
        raise SystemExit(f"{home.name}: the change failed")
    return code == 0


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    for number in range(1, MAX_OPERATIONS):
        for how in HOW:
            home = folder / f"{number}-{how}"
            shutil.copytree(folder / "before", home)
            if die(CHANGES[name], home, Plan(die_at=number, die=how)):
                home.rename(folder / "done")
                return
    raise SystemExit("it never came to its end")


if __name__ == "__main__":
    main()
