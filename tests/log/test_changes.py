"""Sessions that are corrected, deleted and taken back: the log is only ever added to."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from benchside.log.logbook import FileLogbook, UnknownRecordError, opened_alone
from benchside.log.reading import read_log
from benchside.log.record import encode_record
from benchside.storage.jsonl import encode_line
from benchside.testing import A_MOMENT, a_record, a_set_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchside.log.record import Record

MONDAY = a_record(a_set_record(reps=8), a_set_record(reps=7, number=2))
TUESDAY = a_record(started=A_MOMENT + timedelta(days=1))
AN_HOUR_LATER = A_MOMENT + timedelta(hours=1)
A_DAY_LATER = A_MOMENT + timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.jsonl"


@pytest.fixture
def logbook(path: Path) -> FileLogbook:
    logbook = FileLogbook(path)
    logbook.append(encode_record(MONDAY))
    logbook.append(encode_record(TUESDAY))
    return logbook


def with_reps(record: Record, reps: int) -> Record:
    first, *others = record.sets
    return replace(record, sets=(replace(first, actual_reps=reps), *others))


def test_a_corrected_session_is_read_as_it_was_corrected(path: Path, logbook: FileLogbook) -> None:
    before = path.read_bytes()

    changed = logbook.amend(with_reps(MONDAY, 6), at=AN_HOUR_LATER)

    assert read_log(path).records == (changed, TUESDAY)
    assert (changed.rev, changed.amended) == (1, AN_HOUR_LATER)
    assert changed.sets[0].actual_reps == 6
    assert path.read_bytes().startswith(before)


def test_a_session_is_corrected_as_often_as_one_likes(path: Path, logbook: FileLogbook) -> None:
    once = logbook.amend(with_reps(MONDAY, 6), at=A_DAY_LATER)

    twice = logbook.amend(with_reps(once, 5), at=AN_HOUR_LATER)  # the clock was set back

    assert twice.rev == 2
    assert read_log(path).records == (twice, TUESDAY)


def test_a_deleted_session_is_gone_and_can_be_taken_back(path: Path, logbook: FileLogbook) -> None:
    before = path.read_bytes()

    logbook.delete(MONDAY.id, at=AN_HOUR_LATER)
    after_deletion = read_log(path)
    back = logbook.undelete(MONDAY.id, at=A_DAY_LATER)

    assert after_deletion.records == (TUESDAY,)
    assert after_deletion.problems == ()
    assert read_log(path).records == (back, TUESDAY)
    assert replace(back, rev=0, amended=None) == MONDAY
    assert path.read_bytes().startswith(before)


def test_what_is_taken_back_is_the_session_as_it_was_last(path: Path, logbook: FileLogbook) -> None:
    changed = logbook.amend(with_reps(MONDAY, 6), at=AN_HOUR_LATER)
    logbook.delete(MONDAY.id, at=AN_HOUR_LATER)

    back = logbook.undelete(MONDAY.id, at=A_DAY_LATER)

    assert back.sets == changed.sets
    assert back.rev == 3


def test_taking_back_what_was_never_deleted_changes_nothing(
    path: Path, logbook: FileLogbook
) -> None:
    before = path.read_bytes()

    assert logbook.undelete(MONDAY.id, at=A_DAY_LATER) == MONDAY
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda logbook: logbook.amend(replace(MONDAY, id="never"), at=A_DAY_LATER),
        lambda logbook: logbook.delete(TUESDAY.id, "never", at=A_DAY_LATER),
        lambda logbook: logbook.undelete("never", at=A_DAY_LATER),
    ],
)
def test_a_session_that_never_was_logged_cannot_be_changed(
    path: Path, logbook: FileLogbook, change: Callable[[FileLogbook], object]
) -> None:
    before = path.read_bytes()

    with pytest.raises(UnknownRecordError, match="never"):
        change(logbook)
    assert path.read_bytes() == before


def test_a_session_is_not_deleted_twice(path: Path, logbook: FileLogbook) -> None:
    logbook.delete(MONDAY.id, at=AN_HOUR_LATER)

    with pytest.raises(UnknownRecordError):
        logbook.delete(MONDAY.id, at=A_DAY_LATER)


def test_a_correction_keeps_what_a_later_program_has_written(path: Path) -> None:
    line = encode_record(MONDAY)
    first, second = json.loads(json.dumps(line["sets"]))
    line |= {"weather": "rain", "sets": [first | {"bar_speed": 0.4}, second | {"bar_speed": 0.3}]}
    path.write_text(json.dumps(line) + "\n")

    FileLogbook(path).amend(replace(MONDAY, sets=MONDAY.sets[:1]), at=AN_HOUR_LATER)

    written = json.loads(path.read_text().splitlines()[-1])
    assert written["weather"] == "rain"
    assert [one["bar_speed"] for one in written["sets"]] == [0.4]


def test_a_correction_is_newer_than_a_line_that_only_a_later_program_can_read(path: Path) -> None:
    path.write_text(
        json.dumps(encode_record(MONDAY))
        + "\n"
        + json.dumps({"v": 3, "id": MONDAY.id, "rev": 7})
        + "\n"
    )

    assert FileLogbook(path).amend(MONDAY, at=AN_HOUR_LATER).rev == 8


def killed_at_any_byte(path: Path, change: Callable[[FileLogbook], object]) -> None:
    """Cut the line that a change adds off everywhere: it is there whole or not at all."""
    before, read_before = path.read_bytes(), read_log(path)
    change(FileLogbook(path))
    after, read_after = path.read_bytes(), read_log(path)
    assert after.startswith(before)
    for cut in (*range(len(before), len(after), 7), len(after) - 1):
        path.write_bytes(after[:cut])
        killed = read_log(path)

        assert killed.records == (read_after if cut == len(after) - 1 else read_before).records

        change(FileLogbook(path))

        mended = read_log(path)
        assert len(mended.records) == len(read_after.records)
        assert [record.sets for record in mended.records] == [
            record.sets for record in read_after.records
        ]


def test_killed_at_any_instant_of_a_correction_the_log_is_whole(
    path: Path, logbook: FileLogbook
) -> None:
    killed_at_any_byte(path, lambda again: again.amend(with_reps(MONDAY, 6), at=AN_HOUR_LATER))


def test_killed_at_any_instant_of_a_deletion_the_log_is_whole(
    path: Path, logbook: FileLogbook
) -> None:
    def delete(again: FileLogbook) -> None:
        if MONDAY in read_log(path).records:
            again.delete(MONDAY.id, at=AN_HOUR_LATER)

    killed_at_any_byte(path, delete)


def test_killed_at_any_instant_of_taking_back_the_log_is_whole(
    path: Path, logbook: FileLogbook
) -> None:
    logbook.delete(MONDAY.id, at=AN_HOUR_LATER)

    killed_at_any_byte(path, lambda again: again.undelete(MONDAY.id, at=AN_HOUR_LATER))


def test_two_programs_that_write_at_once_take_turns(path: Path, logbook: FileLogbook) -> None:
    with opened_alone(path) as stream, pytest.raises(OSError, match="another program"):
        wait_no_longer(path)
    assert stream.closed
    logbook.delete(MONDAY.id, at=AN_HOUR_LATER)

    assert read_log(path).records == (TUESDAY,)


def test_a_program_waits_until_another_has_written_its_line(
    path: Path, logbook: FileLogbook
) -> None:
    other = Thread(target=lambda: logbook.delete(MONDAY.id, at=AN_HOUR_LATER))
    with opened_alone(path) as stream:
        other.start()
        stream.seek(0, os.SEEK_END)
        stream.write(encode_line(encode_record(replace(MONDAY, id="another"))))
    other.join()

    assert [record.id for record in read_log(path).records] == ["another", TUESDAY.id]
    assert read_log(path).problems == ()


def wait_no_longer(path: Path) -> None:
    with opened_alone(path, patience_s=0):
        pytest.fail("two programs have the log")
