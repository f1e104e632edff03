"""Settings, athletes, log and journal."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchside.doctor.records import (
    check_aside,
    check_athletes,
    check_exercises,
    check_hooks,
    check_journal,
    check_log,
)
from benchside.doctor.records_verdict import LogFacts, judge_log, judge_settings
from benchside.doctor.result import CheckState
from benchside.log.entries import CommandEntry, StepEntry, encode_entry
from benchside.log.journal import FileJournal
from benchside.log.logbook import FileLogbook
from benchside.log.problems import LineProblem
from benchside.log.record import encode_record as encode_record
from benchside.runner.commands import Go
from benchside.settings import load_settings
from benchside.testing import a_record
from benchside.timeline.steps import StepKind
from tests.builders import SET_1
from tests.log.leading import HEADER

if TYPE_CHECKING:
    from pathlib import Path

HOLD_JOURNAL = """
import sys
from pathlib import Path
from benchside.log.journal import FileJournal

journal = FileJournal(Path(sys.argv[1]))
journal.write({"at_ms": 0, "step": 0})
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def interrupt(path: Path) -> None:
    """Leave a journal behind, as a program does that is killed."""
    stream = FileJournal(path)
    for line in (HEADER, CommandEntry(0, Go()), StepEntry(0, StepKind.PREPARE, SET_1)):
        stream.write(encode_entry(line))
    stream.close()


def a_log(path: Path, *, mode: int = 0o600) -> Path:
    FileLogbook(path).append(encode_record(a_record()))
    path.chmod(mode)
    return path


def test_where_nothing_was_interrupted_nothing_waits(journal: Path) -> None:
    result = check_journal(journal)

    assert (result.state, result.told) == (CheckState.OK, "no session was interrupted")


def test_a_session_that_waits_is_named_with_the_way_to_go_on(journal: Path) -> None:
    interrupt(journal)
    before = journal.read_bytes()

    result = check_journal(journal)

    assert result.state is CheckState.WARNING
    assert result.told == f"{HEADER.session} of {HEADER.started:%Y-%m-%d %H:%M} was interrupted"
    assert "--resume" in result.hint
    assert journal.read_bytes() == before


def test_a_journal_that_another_program_has_is_in_use(journal: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_JOURNAL, str(journal)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        result = check_journal(journal)

        holder.kill()
    assert result.state is CheckState.WARNING
    assert result.told == "another Benchside is leading a session"


def test_a_journal_of_another_version_says_which_and_who_can_read_it(journal: Path) -> None:
    journal.write_text(
        '{"v":99,"session":"Legs"}\n{"at_ms":0,"step":{"kind":"prepare","set":{"block":0,"exercise":0,"number":1}}}\n'
    )

    result = check_journal(journal)

    assert result.state is CheckState.FAULT
    assert "version 99" in result.told
    assert "another version of Benchside" in result.hint
    assert journal.exists()


def test_damaged_lines_of_the_journal_are_told_with_their_numbers(journal: Path) -> None:
    interrupt(journal)
    with journal.open("a") as lines:
        lines.write("".join(f"damaged {number}\n" for number in range(5)))

    result = check_journal(journal)

    assert result.state is CheckState.FAULT
    assert f"5 damaged lines in {journal}: line 4: it is not whole JSON" in result.told
    assert result.told.endswith("and 2 more")


def test_a_journal_without_its_first_line_cannot_be_taken_up(journal: Path) -> None:
    journal.write_text(
        '{"at_ms":0,"step":{"kind":"prepare","set":{"block":0,"exercise":0,"number":1}}}\n'
    )

    result = check_journal(journal)

    assert result.state is CheckState.FAULT
    assert "its first line is missing" in result.told


def test_a_folder_in_the_place_of_the_journal_is_refused_by_the_system(journal: Path) -> None:
    journal.mkdir()

    with pytest.raises(OSError, match="directory"):
        check_journal(journal)


def test_sessions_set_aside_are_counted(journal: Path) -> None:
    assert check_aside(journal).told == "no session was set aside"
    interrupt(journal)
    FileJournal(journal, goes_on=True).set_aside()

    result = check_aside(journal)

    assert result.state is CheckState.OK
    assert result.told.startswith(f"1 session in {journal.parent / 'set-aside'}, the latest ")


def test_a_log_that_is_not_there_yet_is_well(tmp_path: Path) -> None:
    assert check_log(tmp_path / "log.jsonl").state is CheckState.OK


def test_a_log_that_only_its_owner_reads_is_well(tmp_path: Path) -> None:
    result = check_log(a_log(tmp_path / "log.jsonl"))

    assert result.state is CheckState.OK
    assert result.told.startswith("1 session, every line can be read")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_log_that_others_may_read_is_a_warning(tmp_path: Path) -> None:
    result = check_log(a_log(tmp_path / "log.jsonl", mode=0o644))

    assert result.state is CheckState.WARNING
    assert "mode 644" in result.told
    assert "chmod 600" in result.hint


def test_lines_that_cannot_be_read_are_told_and_stop_nothing(tmp_path: Path) -> None:
    log = a_log(tmp_path / "log.jsonl")
    with log.open("a") as lines:
        lines.write("broken\n")

    result = check_log(log)

    assert result.state is CheckState.WARNING
    assert result.told == "1 session, 1 line cannot be read: line 2: it is not whole JSON"


def test_a_log_of_which_nothing_can_be_read_is_a_fault() -> None:
    facts = LogFacts(path="log", problems=(LineProblem(1, "it is not whole JSON"),), mode=0o600)

    assert judge_log(facts).state is CheckState.FAULT


def test_a_log_that_cannot_be_written_is_a_fault() -> None:
    result = judge_log(LogFacts(path="log.jsonl", sessions=3, can_append=False))

    assert result.state is CheckState.FAULT
    assert result.told == "3 sessions, but log.jsonl cannot be written"


def test_a_log_that_takes_too_long_says_how_far_it_was_read() -> None:
    result = judge_log(LogFacts(path="log", sessions=90_000, is_cut_short=True))

    assert result.told.startswith("the first 90000 sessions were read")


def test_settings_that_are_not_there_are_the_defaults(tmp_path: Path) -> None:
    _, problems = load_settings(tmp_path / "settings.toml")

    result = judge_settings("settings.toml", problems, is_there=False)

    assert result.state is CheckState.OK
    assert "the defaults" in result.told


@pytest.mark.parametrize("text", ['volume = "loud"', "volume = ", 'sond = "bell"', "\xff"])
def test_broken_settings_are_a_fault_with_their_place(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode("latin-1"))
    _, problems = load_settings(path)

    result = judge_settings(str(path), problems, is_there=True)

    assert result.state is CheckState.FAULT
    assert result.told.startswith("1 problem, so the defaults hold: line 1: ")
    assert str(path) in result.hint


def test_an_athlete_with_problems_is_named(tmp_path: Path) -> None:
    (tmp_path / "anna.toml").write_text('bar = "20 kg"\n')
    (tmp_path / "ben.toml").write_text("bar = 20\n")

    result = check_athletes(tmp_path)

    assert result.state is CheckState.FAULT
    assert f"{tmp_path / 'ben.toml'}, line 1: " in result.told


def test_athletes_are_counted(tmp_path: Path) -> None:
    assert check_athletes(tmp_path / "nowhere").state is CheckState.OK
    (tmp_path / "anna.toml").write_text('bar = "20 kg"\n')

    assert check_athletes(tmp_path).told == "1 file"


def test_own_exercises_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "exercises.toml"
    assert check_exercises(path).told == "none of your own; those that ship hold"
    path.write_text('[[exercise]]\nname = "Row"\nrep_time = 2\n[[exercise]]\nname = "Yoke row"\n')

    result = check_exercises(path)

    assert (result.state, result.told) == (CheckState.OK, "2 of your own")


def test_an_own_exercise_with_problems_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "exercises.toml"
    path.write_text('[[exercise]]\nname = "Row"\nmotion = "pul"\n')

    result = check_exercises(path)

    assert result.state is CheckState.FAULT
    assert result.told == f'1 problem: {path}, line 3: motion "pul" is not known here'
    assert result.hint == 'did you mean "pull"?'


def test_own_exercises_that_cannot_be_read_are_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "exercises.toml"
    path.mkdir()

    assert check_exercises(path).told == f"1 problem: {path}, this is not a file"


def test_hooks_are_counted_and_their_programs_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "hooks.toml"
    assert check_hooks(path).told == "none"

    path.write_text(f'[[hook]]\non = "paused"\nrun = ["{sys.executable}"]\n')
    assert check_hooks(path).told == "1 command"

    path.write_text('[[hook]]\non = "paused"\nrun = ["no-such-program"]\n')
    result = check_hooks(path)
    assert result.state is CheckState.WARNING
    assert result.told == 'no program "no-such-program" is found'


def test_a_mistake_in_the_hooks_is_a_warning_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "hooks.toml"
    path.write_text('[[hook]]\non = "paused"\nrun = "lights"\n')

    result = check_hooks(path)

    assert result.state is CheckState.WARNING
    assert result.told.startswith("1 problem, so none is run: ")
    assert "line 3" in result.told


def test_a_log_that_only_another_machine_has_written_is_read(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.with_name("log-there.jsonl").touch(mode=0o600)
    FileLogbook(log, machine="here").append(encode_record(a_record()))

    result = check_log(log)

    assert result.told == "1 session, every line can be read, mode 600"
