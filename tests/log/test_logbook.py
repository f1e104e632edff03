"""The log in a file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.log.logbook import FileLogbook, read_log
from benchside.log.record import encode
from benchside.testing import A_MOMENT, a_record

if TYPE_CHECKING:
    from pathlib import Path

MONDAY = a_record(started=A_MOMENT)
TUESDAY = a_record(started=A_MOMENT + timedelta(days=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "log.jsonl"


def test_before_the_first_session_the_log_is_empty(path: Path) -> None:
    reading = read_log(path)

    assert reading.records == ()
    assert reading.problems == ()
    assert not FileLogbook(path).holds(MONDAY.id)


def test_sessions_are_read_in_the_order_they_were_logged(path: Path) -> None:
    logbook = FileLogbook(path)

    logbook.append(encode(MONDAY))
    logbook.append(encode(TUESDAY))

    assert read_log(path).records == (MONDAY, TUESDAY)
    assert logbook.holds(MONDAY.id)


def test_a_session_is_never_logged_twice(path: Path) -> None:
    logbook = FileLogbook(path)

    for record in (MONDAY, TUESDAY, MONDAY, TUESDAY):
        logbook.append(encode(record))

    assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_line_that_cannot_be_read_is_told_and_left_in_place(path: Path) -> None:
    logbook = FileLogbook(path)
    logbook.append(encode(MONDAY))
    with path.open("a", encoding="utf-8") as log:
        log.write('{"v":1}\n\n{"v":2}\n')
    before = path.read_bytes()

    logbook.append(encode(TUESDAY))

    reading = read_log(path)
    assert reading.records == (MONDAY, TUESDAY)
    assert [str(problem) for problem in reading.problems] == [
        "line 2: id: field required",
        "line 4: it has version 2, this program reads version 1",
    ]
    assert path.read_bytes().startswith(before)


def test_a_session_whose_line_was_cut_off_anywhere_is_logged_once(path: Path) -> None:
    logbook = FileLogbook(path)
    logbook.append(encode(MONDAY))
    before = path.read_bytes()
    logbook.append(encode(TUESDAY))
    line = path.read_bytes().removeprefix(before)

    for cut in (*range(0, len(line), 5), len(line) - 1):
        path.write_bytes(before + line[:cut])
        logbook.append(encode(TUESDAY))

        assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_line_without_its_end_does_not_swallow_the_next(path: Path) -> None:
    logbook = FileLogbook(path)
    logbook.append(encode(MONDAY))
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))

    logbook.append(encode(TUESDAY))

    assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_log_that_cannot_be_written_is_an_error_that_the_player_can_tell(path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(OSError, match=r"log\.jsonl"):
        FileLogbook(path).append(encode(MONDAY))
