"""Which files of a folder are the log, and which of them a machine adds to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.log.files import conflict_copies, index_file, log_files, own_file
from benchside.log.logbook import FileLogbook
from benchside.log.reading import read_log
from benchside.log.record import encode_record
from benchside.testing import A_MOMENT, a_record, a_set_record

if TYPE_CHECKING:
    from pathlib import Path

CONFLICTS = (
    "log.sync-conflict-20261126-044212-ABCDEFG.jsonl",  # Syncthing
    "log (Ada's conflicted copy 2026-11-26).jsonl",  # Dropbox
    "log (conflicted copy 2026-11-26 044212).jsonl",  # Nextcloud
    "log (1).jsonl",  # Google Drive
    "log 2.jsonl",  # iCloud
    "log.jsonl.conflict1",  # rclone
    "log-laptop.sync-conflict-20261126-044212-ABCDEFG.jsonl",
    "log-laptop (1).jsonl",
)
MACHINES = ("log-laptop.jsonl", "log-DESKTOP-7.jsonl", "log-gym-pc.jsonl")
NO_LOGS = (
    "logbook.jsonl",
    "Logik.jsonl",
    "logé.jsonl",
    "log.json",
    "journal.jsonl",
    "log (1).jsonl.merged",
    ".log.jsonl.x1y2",
    "catalog.jsonl",
    "log.jsonl.orig",
)

MONDAY = a_record(a_set_record(reps=8))
TUESDAY = a_record(started=A_MOMENT + timedelta(days=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.jsonl"


def test_conflict_copies_and_files_of_other_machines_are_part_of_the_log(path: Path) -> None:
    for name in ("log.jsonl", *CONFLICTS, *MACHINES, *NO_LOGS):
        path.with_name(name).touch()

    assert [file.name for file in log_files(path)] == ["log.jsonl", *sorted(CONFLICTS + MACHINES)]
    assert [file.name for file in conflict_copies(path)] == sorted(CONFLICTS)


def test_a_folder_or_a_pipe_with_the_name_of_a_log_is_none(path: Path) -> None:
    path.with_name("log-laptop.jsonl").mkdir()

    assert log_files(path) == (path,)


def test_one_machine_writes_one_file(path: Path) -> None:
    assert own_file(path, "laptop") == path
    path.touch()
    assert own_file(path, "laptop") == path


@pytest.mark.parametrize("other", [*CONFLICTS, *MACHINES])
def test_where_there_are_several_machines_each_writes_its_own_file(path: Path, other: str) -> None:
    path.with_name(other).touch()

    assert own_file(path, "Gym PC.local").name == "log-gym-pc-local.jsonl"


@pytest.mark.parametrize(
    ("machine", "name"),
    [
        ("LAPTOP", "log-laptop.jsonl"),
        ("../../etc", "log-etc.jsonl"),
        ("日本", "log-machine.jsonl"),
        ("x" * 300, f"log-{'x' * 40}.jsonl"),
    ],
)
def test_the_name_of_a_machine_makes_a_plain_name_of_a_file(
    path: Path, machine: str, name: str
) -> None:
    path.with_name("log 2.jsonl").touch()

    assert own_file(path, machine) == path.with_name(name)


def test_each_machine_has_an_index_of_its_own_beside_the_log(path: Path) -> None:
    here, there = index_file(path, "Laptop"), index_file(path, "Desktop")

    assert here == path.parent / "cache" / "log-laptop.sqlite"
    assert here != there
    assert here not in log_files(path)


def test_several_files_are_read_as_one_log(path: Path) -> None:
    here, there = FileLogbook(path, machine="here"), FileLogbook(path, machine="there")
    path.with_name("log-elsewhere.jsonl").touch()

    here.append(encode_record(TUESDAY))
    there.append(encode_record(MONDAY))

    assert not path.exists()
    assert [file.name for file in log_files(path)[1:]] == [
        "log-elsewhere.jsonl",
        "log-here.jsonl",
        "log-there.jsonl",
    ]
    assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_session_is_corrected_and_deleted_wherever_it_was_logged(path: Path) -> None:
    FileLogbook(path, machine="here").append(encode_record(MONDAY))
    path.with_name("log-there.jsonl").touch()
    before = path.read_bytes()
    there = FileLogbook(path, machine="there")

    changed = there.amend(replace(MONDAY, note="warm"), at=A_MOMENT)
    after_change = read_log(path)
    there.delete(MONDAY.id, at=A_MOMENT)

    assert after_change.records == (changed,)
    assert read_log(path).records == ()
    assert path.read_bytes() == before


def test_a_session_that_was_saved_before_another_machine_came_is_not_saved_again(
    path: Path,
) -> None:
    here = FileLogbook(path, machine="here")
    here.append(encode_record(MONDAY))
    path.with_name("log-there.jsonl").touch()

    here.append(encode_record(MONDAY))

    assert here.holds(MONDAY.id)
    assert not path.with_name("log-here.jsonl").exists()


def test_a_line_that_cannot_be_read_is_told_with_its_file(path: Path) -> None:
    path.write_text("{\n")
    path.with_name("log 2.jsonl").write_text("\nnonsense\n")

    assert [str(problem) for problem in read_log(path).problems] == [
        "line 1: it is not whole JSON",
        "log 2.jsonl: line 2: it is not whole JSON",
    ]
