"""Interrupted sessions in real files: which one is meant, and what the time away counts as."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.app.program import Program
from benchside.app.unfinished import UnfinishedSessions
from benchside.log.reading import read_log
from benchside.log.totals import sum_of
from benchside.player.state import Answer
from benchside.runner.commands import Abandon, ChangeLoad, Close, FinishEarly, Go, Pause, Skip
from benchside.runner.machine import State
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.load import parse_load, parse_mass
from benchside.session.values.tempo import StartsWith
from benchside.storage.paths import UserFolders
from tests.builders import SET_1

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchside.player.loop import SessionLoop
    from benchside.player.resume import InterruptedSession
    from benchside.runner.commands import Command

A_MOMENT_S = 0.01

SIX_DAYS = timedelta(days=6)

SQUATS = """
name = "Squats"

[[block]]
prepare = "0s"
rest = "1m"

  [[block.exercise]]
  name = "Squat"
  sets = 3
  reps = 5
"""

YOKE_ROW = """
[[exercise]]
name        = "Yoke row"
equipment   = ["barbell"]
starts_with = "concentric"
muscles     = { main = ["lats"] }
"""

YOKE_ROWS = SQUATS.replace('"Squat"', '"Yoke row"').replace(
    "reps = 5", 'reps = 5\n  load = "60 kg"'
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "squats.toml").write_text(SQUATS)
    return tmp_path


def a_bench(home: Path) -> Program:
    """A program of its own."""
    return Program({"BENCHSIDE_HOME": str(home)})


def play(bench: Program, *commands: Command) -> SessionLoop:
    """Begin a session and carry commands out."""
    session = bench.play(bench.shelf.find("squats"))
    order(session, *commands)
    return session


def order(session: SessionLoop, *commands: Command) -> None:
    """Carry commands out, each at a moment of its own."""
    for command in commands:
        session.order(command)
        time.sleep(A_MOMENT_S)


def interrupt(bench: Program, *commands: Command) -> None:
    """Begin a session and leave it."""
    play(bench, *commands).close()


def left(bench: Program) -> InterruptedSession:
    """The interrupted session."""
    interrupted = bench.unfinished.find()
    assert interrupted is not None
    return interrupted


def move_start(home: Path, ago: timedelta) -> None:
    """Let the interrupted session have been so much earlier."""
    journal = home / "journal.jsonl"
    header, _, rest = journal.read_text().partition("\n")
    data = json.loads(header)
    data["started"] = (datetime.fromisoformat(data["started"]) - ago).isoformat()
    journal.write_text(f"{json.dumps(data, separators=(',', ':'))}\n{rest}")


@pytest.mark.parametrize(
    "answer",
    [UnfinishedSessions.discard, UnfinishedSessions.save, UnfinishedSessions.resume],
    ids=lambda it: it.__name__,
)
def test_an_old_question_does_not_act_on_another_session(
    home: Path, answer: Callable[[UnfinishedSessions, InterruptedSession], object]
) -> None:
    first, second = a_bench(home), a_bench(home)
    interrupt(first, Go())
    asked = left(first)
    second.unfinished.save(left(second))
    interrupt(second, Go(), Go(), Go())
    kept = (home / "journal.jsonl").read_bytes()

    with pytest.raises(OSError, match="does not wait any more"):
        answer(first.unfinished, asked)

    assert (home / "journal.jsonl").read_bytes() == kept
    assert len(read_log(home / "log.jsonl").records) == 1


def test_time_away_is_neither_session_time_nor_rest(home: Path) -> None:
    bench = a_bench(home)
    interrupt(bench, Go(), Go(), Go())
    move_start(home, SIX_DAYS)

    session = bench.unfinished.resume(left(bench))
    order(session, Go(), Go(), Go(), FinishEarly(), Close())
    session.close()

    [record] = read_log(home / "log.jsonl").records
    away = timedelta(milliseconds=record.away_ms)
    rests_ms = [one.taken_rest_ms for one in record.sets]
    assert SIX_DAYS <= away < SIX_DAYS + timedelta(minutes=1)
    assert record.finished is not None
    assert timedelta(0) <= record.finished - record.started - away < timedelta(minutes=1)
    assert sum_of(record).duration_ms < 60_000
    assert [one.status for one in record.sets] == [SetStatus.DONE, SetStatus.DONE]
    assert rests_ms[0] is not None
    assert rests_ms[0] < 60_000


def test_sets_after_an_interruption_began_when_they_did(home: Path) -> None:
    bench = a_bench(home)
    interrupt(bench, Go(), Go(), Go())
    move_start(home, SIX_DAYS)

    session = bench.unfinished.resume(left(bench))
    order(session, Go(), Go(), Go(), FinishEarly(), Close())
    session.close()

    [record] = read_log(home / "log.jsonl").records
    first, second = (one.started - record.started for one in record.sets if one.started)
    assert first < timedelta(minutes=1)
    assert SIX_DAYS <= second < SIX_DAYS + timedelta(minutes=1)


def test_a_session_saved_days_after_its_interruption_was_as_long_as_it_was(home: Path) -> None:
    bench = a_bench(home)
    interrupt(bench, Go(), Go(), Go())
    move_start(home, SIX_DAYS)

    record = bench.unfinished.save(left(bench))

    assert record.status is SessionStatus.PARTIAL
    assert record.away_ms == 0
    assert sum_of(record).duration_ms < 60_000


def test_a_session_that_is_taken_up_is_paused_and_has_every_set_once(home: Path) -> None:
    bench = a_bench(home)
    interrupt(bench, Go(), Go(), Go())

    session = bench.unfinished.resume(left(bench))

    assert session.state.view.state is State.PAUSED
    assert [one.id for one in session.sets.recorded] == [SET_1]
    session.close()


def test_a_session_left_in_its_review_is_logged_as_it_stands(home: Path) -> None:
    bench = a_bench(home)
    interrupt(bench, Go(), Go(), Go(), FinishEarly())

    records = read_log(home / "log.jsonl").records

    assert bench.unfinished.find() is None
    assert [record.status for record in records] == [SessionStatus.PARTIAL]


def test_a_session_that_was_killed_in_its_review_is_logged_as_it_stands_and_that_is_told(
    home: Path,
) -> None:
    bench = a_bench(home)
    session = play(bench, Go(), Go(), Go(), FinishEarly())
    journal = (home / "journal.jsonl").read_bytes()
    session.close()
    (home / "log.jsonl").unlink()
    (home / "journal.jsonl").write_bytes(journal)

    interrupted = bench.unfinished.find()

    assert interrupted is None
    assert bench.unfinished.take_notices() == ("Squats was over already; it is in the log now",)
    assert len(read_log(home / "log.jsonl").records) == 1
    assert not (home / "journal.jsonl").exists()


def test_a_session_that_was_killed_before_its_first_key_was_on_disk_leaves_nothing(
    home: Path,
) -> None:
    session = play(a_bench(home), Go())
    session.close()
    journal = home / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().splitlines(keepends=True)[0])
    bench = a_bench(home)

    leftover = bench.unfinished.find()

    assert leftover is None
    assert bench.unfinished.take_notices() == ()
    assert not journal.exists()
    assert not (home / "log.jsonl").exists()


def test_a_session_whose_first_key_cannot_be_read_says_so_and_keeps_its_journal(
    home: Path,
) -> None:
    session = play(a_bench(home), Go())
    session.close()
    journal = home / "journal.jsonl"
    header = journal.read_bytes().splitlines(keepends=True)[0]
    journal.write_bytes(header + b"damage\n")
    bench = a_bench(home)
    leftover = bench.unfinished.find()
    assert leftover is not None

    with pytest.raises(OSError, match="its first key cannot be read"):
        bench.unfinished.resume(leftover)

    assert journal.exists()


def test_a_session_that_was_given_up_is_set_aside_and_can_be_taken_up_again(home: Path) -> None:
    bench = a_bench(home)
    play(bench, Go(), Go(), Go(), Abandon()).close()

    nothing_waits = bench.unfinished.find() is None
    [aside] = bench.unfinished.aside()
    bench.unfinished.take_back(aside)
    session = bench.unfinished.resume(left(bench))

    assert nothing_waits
    assert aside.interrupted.sets_done == 1
    assert [one.id for one in session.sets.recorded] == [SET_1]
    assert bench.unfinished.aside() == ()
    session.close()


def test_a_session_aside_does_not_take_the_place_of_one_that_waits(home: Path) -> None:
    bench = a_bench(home)
    play(bench, Go(), Abandon()).close()
    interrupt(bench, Go(), Go(), Go())
    kept = (home / "journal.jsonl").read_bytes()
    [aside] = bench.unfinished.aside()

    with pytest.raises(OSError, match="an interrupted session waits"):
        bench.unfinished.take_back(aside)

    assert (home / "journal.jsonl").read_bytes() == kept
    assert aside.path.exists()


def test_a_journal_that_cannot_be_read_is_kept_and_told(home: Path) -> None:
    bench = a_bench(home)
    (home / "journal.jsonl").write_text("no journal at all\n")

    interrupted = bench.unfinished.find()

    [kept] = (home / "set-aside").iterdir()
    [notice] = bench.unfinished.take_notices()
    assert interrupted is None
    assert str(kept) in notice
    assert kept.read_text() == "no journal at all\n"
    assert bench.unfinished.aside() == ()


def test_a_disk_that_takes_no_journal_stops_no_training(home: Path) -> None:
    bench = a_bench(home)
    entry = bench.shelf.find("squats")
    bench.home = UserFolders(
        config=home, data=home / "settings.toml"
    )  # a file where a folder should be

    session = bench.play(entry)
    told = session.state.problem
    order(session, Go(), Go(), Go())
    session.close()

    assert told.startswith("nothing of a session can be saved now: ")
    assert session.state.unsaved is not None
    assert [one.exercise for one in session.state.unsaved.sets] == ["Squat"]


def test_a_program_that_ended_before_the_first_key_leaves_no_session_to_go_on_with(
    home: Path,
) -> None:
    loop = play(a_bench(home), Go())
    loop.close()
    [header, *_] = (home / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (home / "journal.jsonl").write_bytes(header)
    bench = a_bench(home)

    interrupted = bench.unfinished.find()

    assert interrupted is None
    assert bench.unfinished.aside() == ()
    assert not (home / "journal.jsonl").exists()


def test_a_key_that_comes_after_the_session_was_closed_does_nothing(home: Path) -> None:
    session = play(a_bench(home), Go())
    session.close()
    written = (home / "journal.jsonl").read_bytes()

    answers = [session.press(Pause()), session.order(Skip())]

    assert answers == [Answer.NOT_NOW, Answer.NOT_NOW]
    assert (home / "journal.jsonl").read_bytes() == written


def test_an_interrupted_session_goes_on_with_the_own_exercises_that_it_began_with(
    home: Path,
) -> None:
    (home / "exercises.toml").write_text(YOKE_ROW)
    (home / "sessions" / "squats.toml").write_text(YOKE_ROWS)
    bench = a_bench(home)
    interrupt(bench, Go(), Go())

    (home / "exercises.toml").unlink()
    plan = left(a_bench(home)).runner.run.agenda.plan

    assert plan == bench.shelf.find("squats").plan
    assert plan.catalogue.find("Yoke row") == bench.shelf.exercises.catalogue.find("Yoke row")
    (first, *_) = plan.blocks[0].exercises[0].sets
    assert (first.plates, first.starts_with) == ((parse_mass("20 kg"),), StartsWith.CONCENTRIC)


def test_a_load_changed_after_a_resume_is_loaded_as_the_own_exercise_is(home: Path) -> None:
    (home / "exercises.toml").write_text(YOKE_ROW)
    (home / "sessions" / "squats.toml").write_text(YOKE_ROWS)
    interrupt(a_bench(home), Go(), Go())
    (home / "exercises.toml").unlink()
    bench = a_bench(home)

    session = bench.unfinished.resume(left(bench))
    order(session, ChangeLoad(replace(SET_1, number=2), parse_load("100 kg")))
    session.close()

    changed = left(a_bench(home)).runner.run.agenda.at(replace(SET_1, number=2))
    assert changed.planned.plates == (parse_mass("25 kg"), parse_mass("15 kg"))
