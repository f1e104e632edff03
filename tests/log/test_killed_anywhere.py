"""Killed before, in or after any file operation, the log is whole and the next try completes it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import benchside
from benchside.log.files import index_file
from benchside.log.index import LogIndex
from benchside.log.logbook import FileLogbook
from benchside.log.reading import read_log
from benchside.log.record import Record, encode_record
from benchside.storage.jsonl import encode_line
from benchside.testing import a_record, a_set_record
from tests.log import dying
from tests.log.dying import CORRECTED, LATER, MACHINE, MONDAY, TUESDAY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")

ROOT = Path(__file__).parents[2]
OTHER_FILE = "log-elsewhere.jsonl"
COPY = "log 2.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    before = tmp_path / "before"
    before.mkdir()
    (before / "log.jsonl").write_bytes(line(MONDAY) + line(TUESDAY))
    return tmp_path


def line(record: Record) -> bytes:
    return encode_line(encode_record(record))


def log_before(folder: Path) -> Path:
    return folder / "before" / "log.jsonl"


def killed(folder: Path, change: str) -> list[Path]:
    """The log in every instant in which the change may have been killed."""
    package = Path(benchside.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", dying.__name__, change, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(package)},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "done").is_dir()
    instants = [home / "log.jsonl" for home in folder.iterdir() if "-" in home.name]
    assert len(instants) > len(dying.HOW), "it has more than one operation"
    return instants


def sessions(log: Path) -> tuple[Record, ...]:
    return read_log(log).records


def lines_of(folder: Path) -> set[bytes]:
    """Every whole line of every file of a log."""
    return {one for path in folder.glob("log*.jsonl*") for one in path.read_bytes().splitlines()}


@pytest.mark.slow
@pytest.mark.parametrize("has_other_files", [False, True])
@pytest.mark.parametrize("change", ["amend", "delete", "take back"])
def test_killed_anywhere_in_a_change_the_log_says_what_it_said_or_what_it_was_to_say(
    folder: Path, change: str, has_other_files: bool
) -> None:
    if has_other_files:
        (folder / "before" / OTHER_FILE).write_bytes(line(CORRECTED))
    if change == "take back":
        FileLogbook(log_before(folder), machine=MACHINE).delete(MONDAY.id, at=LATER)
    whole = lines_of(folder / "before")

    instants = killed(folder, change)

    before, after = sessions(log_before(folder)), sessions(folder / "done" / "log.jsonl")
    assert before != after
    for log in instants:
        assert whole <= lines_of(log.parent), "nothing that was there is lost"
        found = sessions(log)
        if change == "delete":  # of two sessions, one line each
            assert found in (before, before[1:], after), log.parent.name
        else:
            assert found in (before, after), log.parent.name


@pytest.mark.parametrize("change", ["amend", "take back"])
def test_killed_anywhere_a_change_is_completed_by_the_next_try(folder: Path, change: str) -> None:
    if change == "take back":
        FileLogbook(log_before(folder), machine=MACHINE).delete(MONDAY.id, at=LATER)

    for log in killed(folder, change):
        dying.CHANGES[change](log)

        sets = [one.sets for one in sessions(log)]
        assert sets == [one.sets for one in sessions(folder / "done" / "log.jsonl")]


@pytest.mark.slow
def test_killed_anywhere_in_a_merge_no_session_is_lost_and_the_next_merge_completes_it(
    folder: Path,
) -> None:
    third = a_record(a_set_record("Row"), started=LATER)
    (folder / "before" / COPY).write_bytes(line(MONDAY) + line(third))
    (folder / "before" / "log 3.jsonl").write_bytes(line(CORRECTED))
    read = sessions(log_before(folder))
    assert len(read) == 3

    for log in killed(folder, "merge"):
        assert sessions(log) == read, log.parent.name

        dying.merge_copies(log)

        assert sessions(log) == read
        assert sorted(path.name for path in log.parent.glob("log*.jsonl")) in (
            ["log-here.jsonl", "log.jsonl"],
            ["log.jsonl"],
        )


def test_killed_anywhere_while_it_is_tidied_the_log_says_the_same(folder: Path) -> None:
    logbook = FileLogbook(log_before(folder), machine=MACHINE)
    logbook.amend(CORRECTED, at=LATER)
    logbook.delete(TUESDAY.id, at=LATER)
    read = sessions(log_before(folder))

    for log in killed(folder, "tidy"):
        assert sessions(log) == read, log.parent.name

        dying.tidy_up(log)

        assert sessions(log) == read
        assert len(log.read_bytes().splitlines()) == 2


@pytest.mark.slow
@pytest.mark.parametrize("change", ["ask the index", "add and ask the index"])
def test_killed_anywhere_while_it_makes_or_grows_the_index_the_log_is_answered_for_rightly(
    folder: Path, change: str
) -> None:
    if change == "add and ask the index":
        log_before(folder).write_bytes(line(MONDAY))
        dying.ask_index(log_before(folder))

    for log in killed(folder, change):
        index = index_file(log, MACHINE)
        told = LogIndex(log, index).of(None)

        assert told.sessions() == LogIndex(log, None).of(None).sessions(), log.parent.name
        assert {one.id for one in told.sessions()} == {one.id for one in sessions(log)}
        dying.CHANGES[change](log)
        assert len(LogIndex(log, index).of(None).sessions()) == 2
