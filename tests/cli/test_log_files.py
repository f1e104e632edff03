"""`benchside log merge` and `tidy`: the files of the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

import pytest

from benchside.log.files import own_file
from benchside.log.reading import read_log
from benchside.log.record import encode_record
from benchside.storage.jsonl import encode_line
from benchside.testing import A_MOMENT, a_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Benchside: TypeAlias = Callable[..., Answer]

MONDAY = a_record()
TUESDAY = a_record(started=A_MOMENT + timedelta(days=1))


@pytest.fixture
def log(home: Path) -> Path:
    path = home / "log.jsonl"
    path.write_bytes(encode_line(encode_record(MONDAY)))
    return path


def test_copies_that_a_synchroniser_has_set_aside_are_merged(
    benchside: Benchside, log: Path
) -> None:
    copy = log.with_name("log.sync-conflict-20261126-044212-ABCDEFG.jsonl")
    copy.write_bytes(encode_line(encode_record(MONDAY)) + encode_line(encode_record(TUESDAY)))
    own = own_file(log)

    answer = benchside("log", "merge")

    assert answer.status == 0
    assert answer.out.splitlines() == [
        f"1 line added to {own}; 1 known before",
        f"{copy.name} is {copy.name}.merged now",
    ]
    assert read_log(log).records == (MONDAY, TUESDAY)


def test_without_a_copy_there_is_nothing_to_merge(benchside: Benchside, log: Path) -> None:
    answer = benchside("log", "merge")

    assert (answer.status, answer.out) == (
        0,
        "there is no copy of the log that a synchroniser has set aside\n",
    )


def test_a_file_from_a_backup_is_merged_and_stays(
    benchside: Benchside, log: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup" / "log.jsonl"
    backup.parent.mkdir()
    backup.write_bytes(encode_line(encode_record(TUESDAY)))

    answer = benchside("log", "merge", str(backup), str(backup))

    assert answer.out == f"1 line added to {log}; 0 known before\n"
    assert backup.exists()
    assert read_log(log).records == (MONDAY, TUESDAY)


def test_a_file_that_is_not_there_is_said(benchside: Benchside, log: Path) -> None:
    answer = benchside("log", "merge", "nowhere.jsonl")

    assert answer.status == 2
    assert 'there is no file "nowhere.jsonl"' in answer.err


def test_the_log_is_not_merged_into_itself(benchside: Benchside, log: Path) -> None:
    answer = benchside("log", "merge", str(log))

    assert answer.status == 3
    assert "is the file that this machine adds to" in answer.err


def test_a_line_that_cannot_be_copied_is_told(benchside: Benchside, log: Path) -> None:
    copy = log.with_name("log 2.jsonl")
    copy.write_bytes("\ufeff{}\n".encode("utf-16-le"))

    answer = benchside("log", "merge")

    assert answer.status == 1
    assert answer.err == (
        f"{copy}:1: this is UTF-16 text; save the log as UTF-8; the file stays where it is\n"
    )
    assert copy.exists()


def test_tidying_says_first_what_it_would_remove(benchside: Benchside, log: Path) -> None:
    changed = replace(MONDAY, rev=1, amended=A_MOMENT, note="warm")
    with log.open("ab") as more:
        more.write(encode_line(encode_record(changed)))
    before = log.read_bytes()

    trial = benchside("log", "tidy", "--dry-run")
    after_trial = log.read_bytes()
    done = benchside("log", "tidy")

    assert trial.out == f"1 line would be removed from {log}; 1 kept\n"
    assert after_trial == before
    assert done.out == f"1 line removed from {log}; 1 kept\n"
    assert log.read_bytes() == encode_line(encode_record(changed))


def test_a_log_that_cannot_be_copied_is_not_tidied(benchside: Benchside, log: Path) -> None:
    log.write_bytes("\ufeff{}\n{}\n".encode("utf-16-le"))
    before = log.read_bytes()

    answer = benchside("log", "tidy")

    assert answer.status == 1
    assert "nothing is removed" in answer.err
    assert log.read_bytes() == before
