"""The log read from its end, and counted for as long as there is time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from benchside.log.lines import MAX_LINE_BYTES, file_lines, last_lines
from benchside.log.logbook import FileLogbook
from benchside.log.newest import newest_history
from benchside.log.reading import count_sessions, read_log
from benchside.log.record import encode_record
from benchside.storage.jsonl import encode_line
from benchside.testing import A_MOMENT, a_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _pytest.tmpdir import TempPathFactory

    from benchside.log.record import Record


def session(number: int, note: str = "") -> Record:
    record = a_record(started=A_MOMENT + timedelta(days=number))
    return replace(record, id=f"session {number}", note=note)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.jsonl"
    long_note = "x" * 5_000
    path.write_bytes(
        b"".join(encode_line(encode_record(session(n, long_note))) for n in range(300))
    )
    return path


def newest_ids(log: Path, count: int) -> list[str]:
    """The sessions that the last lines of each file tell, the latest first."""
    return [one.id for one in newest_history(log, count, athlete=None).sessions()]


def test_the_newest_sessions_are_read_from_the_end(log: Path) -> None:
    assert newest_ids(log, 3) == ["session 299", "session 298", "session 297"]


def test_more_sessions_than_there_are_is_all_of_them(log: Path) -> None:
    assert newest_ids(log, 1_000) == [one.id for one in read_log(log).records[::-1]]


def test_the_newest_sessions_are_as_they_were_changed_last(log: Path) -> None:
    logbook = FileLogbook(log)
    changed = logbook.amend(session(298, "warm"), at=A_MOMENT)
    logbook.delete("session 299", at=A_MOMENT)

    newest = newest_history(log, 10, athlete=None)

    assert newest.sessions()[0].id == changed.id
    assert newest.record(changed.id) == changed
    assert "session 299" not in newest_ids(log, 10)


def test_the_newest_sessions_of_several_machines_stand_together(log: Path) -> None:
    other = log.with_name("log-there.jsonl")
    other.write_bytes(encode_line(encode_record(session(500))) + b"nonsense\n")

    assert newest_ids(log, 2) == ["session 500", "session 299", "session 298"]


def test_before_the_first_session_there_is_no_newest(tmp_path: Path) -> None:
    assert newest_ids(tmp_path / "log.jsonl", 10) == []


def test_an_end_without_lines_is_not_read_for_ever(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_bytes(encode_line(encode_record(session(1))) + b" " * (3 * MAX_LINE_BYTES))

    assert newest_ids(log, 1) == []


@pytest.fixture(scope="module")
def root(tmp_path_factory: TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lines")


lines = st.lists(
    st.sampled_from(
        [b"\n", b"\r\n", b"\0\n", b"abc\n", b"x" * 100_000 + b"\n", b"y" * 300_000 + b"\n"]
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(lines=lines, end=st.sampled_from([b"", b"torn"]), count=st.integers(1, 5))
def test_the_last_lines_are_those_that_reading_all_of_them_ends_with(
    root: Path, lines: list[bytes], end: bytes, count: int
) -> None:
    path = root / "lines"
    path.write_bytes(b"".join(lines) + end)

    last, every = last_lines(path, count), list(file_lines(path))

    assert [(one.place, one.text) for one in last] == [
        (one.place, one.text) for one in every[-count:]
    ]


def test_sessions_are_counted_as_they_are_now(log: Path) -> None:
    logbook = FileLogbook(log)
    logbook.amend(session(3), at=A_MOMENT)
    logbook.delete("session 4", at=A_MOMENT)

    counted = count_sessions(log, goes_on=lambda: True)

    assert (counted.sessions, counted.is_cut_short) == (299, False)


def test_counting_ends_when_there_is_no_time_left(log: Path) -> None:
    time_left: Iterator[bool] = iter([True] * 10 + [False])

    counted = count_sessions(log, goes_on=lambda: next(time_left))

    assert (counted.sessions, counted.is_cut_short) == (11, True)
