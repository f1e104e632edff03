"""The journal in a file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchside.log.entries import CommandEntry, JournalEntry, StepEntry, encode_entry
from benchside.log.journal import (
    MAX_LINES,
    MAX_PROBLEMS,
    FileJournal,
    JournalInUse,
    JournalLeftOver,
    read_journal,
)
from benchside.runner.commands import Go
from benchside.timeline.steps import StepKind
from tests.builders import SET_1
from tests.log.leading import HEADER

LINES: list[JournalEntry] = [
    CommandEntry(0, Go()),
    StepEntry(0, StepKind.PREPARE, SET_1),
    StepEntry(10_000, StepKind.WORK, SET_1),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.jsonl"


def left(path: Path, *lines: JournalEntry) -> bytes:
    """Leave a journal behind, as a program does that is killed."""
    journal = FileJournal(path)
    for line in lines:
        journal.write(encode_entry(line))
    journal.close()
    return path.read_bytes()


def left_over_bytes(line: JournalEntry) -> bytes:
    return json.dumps(encode_entry(line)).encode() + b"\n"


def test_where_no_session_was_interrupted_nothing_is_left(path: Path) -> None:
    assert read_journal(path) is None


def test_what_was_written_is_read_again_and_stays(path: Path) -> None:
    written = left(path, HEADER, *LINES)

    leftover = read_journal(path)

    assert leftover is not None
    assert leftover.header == HEADER
    assert leftover.lines == tuple(LINES)
    assert leftover.problems == ()
    assert path.read_bytes() == written


def test_a_journal_cut_off_anywhere_has_every_line_that_was_whole(path: Path) -> None:
    written = left(path, HEADER, *LINES)
    cuts = range(len(written) + 1)

    read = []
    for cut in cuts:
        path.write_bytes(written[:cut])
        leftover = read_journal(path)
        read.append([leftover.header, *leftover.lines] if leftover else [])

    every = [HEADER, *LINES]
    assert read == [every[: written[:cut].count(b"\n")] for cut in cuts]


def test_a_damaged_line_is_told_by_its_number_and_the_others_are_used(path: Path) -> None:
    lines = left(path, HEADER, *LINES).splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b'{"at_ms":0,"st\n', *lines[3:]]))

    leftover = read_journal(path)

    assert leftover is not None
    assert leftover.lines == (LINES[0], LINES[2])
    assert [str(problem) for problem in leftover.problems] == ["line 3: it is not whole JSON"]


def test_a_journal_without_its_header_says_so(path: Path) -> None:
    lines = left(path, HEADER, *LINES).splitlines(keepends=True)
    path.write_bytes(b"".join([b"{}\n", *lines[1:]]))

    leftover = read_journal(path)

    assert leftover is not None
    assert leftover.header is None
    assert leftover.problems[0].line == 1


def test_a_session_goes_on_behind_the_last_whole_line(path: Path) -> None:
    written = left(path, HEADER, *LINES)
    path.write_bytes(written[:-5])
    journal = FileJournal(path, goes_on=True)

    journal.write(encode_entry(LINES[2]))
    journal.close()

    assert path.read_bytes() == written


def test_a_new_session_does_not_begin_over_an_interrupted_one(path: Path) -> None:
    written = left(path, HEADER)

    with pytest.raises(JournalLeftOver, match="an interrupted session waits in"):
        FileJournal(path)

    assert path.read_bytes() == written


def test_a_session_that_was_never_written_down_does_not_stand_in_the_way(path: Path) -> None:
    written = left(path, HEADER)
    path.write_bytes(written[:-1])

    journal = FileJournal(path)
    journal.write(encode_entry(HEADER))
    journal.close()

    assert path.read_bytes() == written


def test_two_programs_do_not_lead_a_session_at_once(path: Path) -> None:
    journal = FileJournal(path)
    journal.write(encode_entry(HEADER))

    with pytest.raises(JournalInUse, match="another Benchside is leading a session"):
        FileJournal(path, goes_on=True)
    with pytest.raises(JournalInUse):
        read_journal(path)

    journal.close()


def test_the_journal_of_a_killed_program_is_free(path: Path) -> None:
    kill_itself = (
        "import os, signal, sys; from pathlib import Path\n"
        "from benchside.log.journal import FileJournal\n"
        "FileJournal(Path(sys.argv[1])).write({'v': 1})\n"
        "os.kill(os.getpid(), signal.SIGTERM)"
    )
    subprocess.run([sys.executable, "-c", kill_itself, str(path)], check=False, timeout=60)

    FileJournal(path, goes_on=True).close()

    assert path.read_bytes() == b'{"v":1}\n'


def test_a_discarded_journal_is_gone_and_free(path: Path) -> None:
    journal = FileJournal(path)
    journal.write(encode_entry(HEADER))

    journal.discard()
    journal.close()

    assert not path.exists()
    FileJournal(path).close()


def test_journals_that_are_set_aside_are_kept_beside_each_other(path: Path) -> None:
    places = []
    for _ in range(2):
        left(path, HEADER)
        places.append(Path(FileJournal(path, goes_on=True).set_aside()))

    assert not path.exists()
    assert {kept.parent.name for kept in places} == {"set-aside"}
    assert len({kept.read_bytes() for kept in places}) == 1
    assert len(set(places)) == 2


def test_text_that_no_file_could_hold_is_still_written(path: Path) -> None:
    journal = FileJournal(path)

    journal.write({"file": "caf\udce9.toml", "note": "größer"})
    journal.close()

    assert path.read_text(encoding="utf-8") == '{"file":"caf?.toml","note":"größer"}\n'


def test_of_many_damaged_lines_a_thousand_are_told_and_the_others_are_used(path: Path) -> None:
    header = left(path, HEADER)
    last = left_over_bytes(LINES[-1])
    path.write_bytes(header + b"\n" * 2_000 + last)

    leftover = read_journal(path)

    assert leftover is not None
    assert len(leftover.problems) == MAX_PROBLEMS
    assert leftover.lines == (LINES[-1],)


@pytest.mark.slow
def test_a_journal_of_more_lines_than_a_day_has_is_read_in_part(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\n" * MAX_LINES + left_over_bytes(LINES[-1]))

    leftover = read_journal(path)

    assert leftover is not None
    assert leftover.lines == ()
