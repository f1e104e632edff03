"""The log in a file."""

from __future__ import annotations

import json
import os
import stat
import tracemalloc
from codecs import BOM_UTF8
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.log.lines import MAX_LINE_BYTES
from benchside.log.logbook import FileLogbook
from benchside.log.problems import MAX_PROBLEMS
from benchside.log.reading import LogReading, read_log
from benchside.log.record import encode_record
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

    logbook.append(encode_record(MONDAY))
    logbook.append(encode_record(TUESDAY))

    assert read_log(path).records == (MONDAY, TUESDAY)
    assert logbook.holds(MONDAY.id)


def test_a_session_is_never_logged_twice(path: Path) -> None:
    logbook = FileLogbook(path)

    for record in (MONDAY, TUESDAY, MONDAY, TUESDAY):
        logbook.append(encode_record(record))

    assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_line_that_cannot_be_read_is_told_and_left_in_place(path: Path) -> None:
    logbook = FileLogbook(path)
    logbook.append(encode_record(MONDAY))
    with path.open("a", encoding="utf-8") as log:
        log.write('{"v":1}\n\n{"v":3}\n')
    before = path.read_bytes()

    logbook.append(encode_record(TUESDAY))

    reading = read_log(path)
    assert reading.records == (MONDAY, TUESDAY)
    assert [str(problem) for problem in reading.problems] == [
        "line 2: id: field required",
        "line 4: it has version 3, this program reads versions up to 2",
    ]
    assert path.read_bytes().startswith(before)


def test_a_session_whose_line_was_cut_off_anywhere_is_logged_once(path: Path) -> None:
    logbook = FileLogbook(path)
    logbook.append(encode_record(MONDAY))
    before = path.read_bytes()
    logbook.append(encode_record(TUESDAY))
    line = path.read_bytes().removeprefix(before)

    for cut in (*range(0, len(line), 5), len(line) - 1):
        path.write_bytes(before + line[:cut])
        logbook.append(encode_record(TUESDAY))

        assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_line_without_its_end_does_not_swallow_the_next(path: Path) -> None:
    logbook = FileLogbook(path)
    logbook.append(encode_record(MONDAY))
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))

    logbook.append(encode_record(TUESDAY))

    assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_line_that_a_full_disk_has_cut_off_is_completed_where_it_begins(path: Path) -> None:
    logbook = FileLogbook(path)
    logbook.append(encode_record(MONDAY))
    before = path.read_bytes()
    logbook.append(encode_record(TUESDAY))
    whole = path.read_bytes()
    path.write_bytes(whole[: (len(before) + len(whole)) // 2])

    logbook.append(encode_record(TUESDAY))

    assert path.read_bytes() == whole


def test_a_log_that_cannot_be_written_is_an_error_that_the_player_can_tell(path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(OSError, match=r"log\.jsonl"):
        FileLogbook(path).append(encode_record(MONDAY))


LINE = json.dumps(encode_record(MONDAY)).encode()


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(BOM_UTF8 + LINE + b"\n", id="byte order mark"),
        pytest.param(BOM_UTF8 + LINE + b"\r\n\r\n", id="both from Windows"),
        pytest.param(b"\0\0\0" + LINE + b"\n", id="NULs of a power cut"),
        pytest.param(b"\n \n" + LINE, id="blank lines and no end"),
    ],
)
def test_what_an_editor_or_a_power_cut_put_beside_a_line_is_read_over(
    path: Path, written: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(written)

    FileLogbook(path).append(encode_record(MONDAY))

    reading = read_log(path)
    assert reading.records == (MONDAY,)
    assert reading.problems == ()


def test_a_file_of_nothing_but_a_byte_order_mark_is_an_empty_log(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(BOM_UTF8)

    assert read_log(path) == LogReading(records=(), problems=())


def test_a_line_of_nothing_but_nuls_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\0\0\0\n" + LINE + b"\n")

    reading = read_log(path)

    assert reading.records == (MONDAY,)
    assert [problem.line for problem in reading.problems] == [1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_log_in_utf_16_is_told_once_and_what_is_added_is_read(path: Path, encoding: str) -> None:
    text = LINE.decode() + "\n"
    path.parent.mkdir()
    mark = "" if encoding == "utf-16" else "\ufeff"
    path.write_bytes((mark + text * 3).encode(encoding))

    FileLogbook(path).append(encode_record(TUESDAY))

    reading = read_log(path)
    assert reading.records == (TUESDAY,)
    assert [str(problem) for problem in reading.problems] == [
        "line 1: this is UTF-16 text; save the log as UTF-8"
    ]


def test_a_line_that_is_too_long_is_told_and_the_next_one_is_read(path: Path) -> None:
    path.parent.mkdir()
    with path.open("wb") as log:
        for length, record in ((MAX_LINE_BYTES + 1, MONDAY), (3 * MAX_LINE_BYTES, TUESDAY)):
            log.write(b" " * length + b"\n" + json.dumps(encode_record(record)).encode() + b"\n")
    before = path.read_bytes()

    reading = read_log(path)

    assert reading.records == (MONDAY, TUESDAY)
    assert [str(problem) for problem in reading.problems] == [
        "line 1: it is longer than 4 MiB",
        "line 3: it is longer than 4 MiB",
    ]
    assert path.read_bytes() == before


def test_a_line_that_never_ends_is_never_held_whole(path: Path) -> None:
    path.parent.mkdir()
    with path.open("wb") as log:
        log.truncate(64 * MAX_LINE_BYTES)
    tracemalloc.start()

    reading = read_log(path)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [problem.line for problem in reading.problems] == [1]
    assert most < 5 * MAX_LINE_BYTES


def test_a_deep_line_with_the_same_name_does_not_keep_a_session_from_the_log(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"[" * 100_000 + MONDAY.id.encode() + b"\n")

    FileLogbook(path).append(encode_record(MONDAY))

    assert read_log(path).records == (MONDAY,)


def test_a_pipe_is_no_log_and_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)

    with pytest.raises(OSError, match="this is not a file"):
        read_log(path)


def test_the_log_is_for_its_owner_alone(path: Path) -> None:
    FileLogbook(path).append(encode_record(MONDAY))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_log_that_is_there_keeps_its_mode(path: Path) -> None:
    path.parent.mkdir(mode=0o755)
    path.touch()
    path.chmod(0o644)

    FileLogbook(path).append(encode_record(MONDAY))

    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755


def test_of_many_lines_that_cannot_be_read_the_first_thousand_are_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("[]\n" * (MAX_PROBLEMS + 5))

    reading = read_log(path)

    assert len(reading.problems) == MAX_PROBLEMS + 1
    assert str(reading.problems[-1]) == "line 1005: it and 4 before it cannot be read, either"
