"""What the log knows of a session that is opened, or taken up again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.app.program import Program
from benchside.log.last_time import last_time_words
from benchside.log.record import encode_record
from benchside.runner.commands import Go
from benchside.testing import A_MOMENT, a_record, a_set_record

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from benchside.log.top_set import TopSet
    from benchside.player.loop import SessionLoop

LONG_ENOUGH_S = 20.0

SQUATS = """
name = "Squats"
[[block]]
  [[block.exercise]]
  name = "Back squat"
  sets = 2
  reps = 5
  load = "80 kg"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "squats.toml").write_text(SQUATS)
    record = a_record(a_set_record("Back squat"), session="Squats", athlete="athlete")
    (tmp_path / "log.jsonl").write_text(f"{json.dumps(encode_record(record))}\n")
    return tmp_path


def a_program(home: Path) -> Program:
    return Program({"BENCHSIDE_HOME": str(home)})


def known(program: Program, session: SessionLoop) -> str:
    """What is known of the set that is shown, once the log is read; ends the session."""
    program.memory.wait(LONG_ENOUGH_S)
    session.start(lambda: None)
    session.order(Go())
    memory = session.state.memory
    session.close()
    return "" if memory is None or memory.last is None else last_time_words(memory.last)


def test_a_session_remembers_the_last_time_also_when_it_is_taken_up_again(home: Path) -> None:
    program = a_program(home)
    opened = known(program, program.play(program.shelf.find("squats")))
    again = a_program(home)
    interrupted = again.unfinished.find()
    assert interrupted is not None

    taken_up = known(again, again.unfinished.resume(interrupted))

    assert opened == taken_up == "5 @ 100 kg"


def test_a_log_that_cannot_be_read_holds_no_session_up(home: Path) -> None:
    (home / "log.jsonl").unlink()
    (home / "log.jsonl").mkdir()
    program = a_program(home)

    assert known(program, program.play(program.shelf.find("squats"))) == ""


def last_done(program: Program, name: str) -> datetime | None:
    """When the athlete of now did a session last."""
    return program.habits(program.shelf.entries()).last_done(str(program.shelf.find(name).path))


def test_the_last_time_of_a_session_is_that_of_the_athlete_who_lifts(home: Path) -> None:
    (home / "athletes").mkdir()
    (home / "athletes" / "ben.toml").write_text("")
    program = a_program(home)
    own = last_done(program, "squats")

    program.athletes.choose("ben")

    assert own is not None
    assert last_done(program, "squats") is None


def test_what_another_machine_has_logged_is_remembered_too(home: Path) -> None:
    (home / "log.jsonl").rename(home / "log-bench2.jsonl")
    program = a_program(home)

    assert known(program, program.play(program.shelf.find("squats"))) == "5 @ 100 kg"
    assert last_done(program, "squats") is not None


def test_the_index_can_be_thrown_away(home: Path) -> None:
    program = a_program(home)
    known(program, program.play(program.shelf.find("squats")))
    [index] = (home / "cache").glob("*.sqlite")
    index.unlink()
    again = a_program(home)

    assert len(again.recall(again.shelf.find("squats")).exercises) == 1


def top_set_of(program: Program) -> TopSet | None:
    plan = program.shelf.find("squats").plan
    assert plan is not None
    return program.history.top_set(plan)


def test_an_empty_log_has_no_week_no_top_set_and_no_index(home: Path) -> None:
    (home / "log.jsonl").unlink()
    program = a_program(home)

    assert program.history.this_week() is None
    assert top_set_of(program) is None
    assert not [*home.rglob("*.sqlite")]


def test_the_week_and_the_top_set_are_those_of_the_athlete_who_lifts(home: Path) -> None:
    records = [
        a_record(
            a_set_record("Back squat"),
            session="Squats",
            athlete="athlete",
            started=A_MOMENT - timedelta(days=ago),
        )
        for ago in (1, 8)
    ]
    lines = "".join(f"{json.dumps(encode_record(one))}\n" for one in records)
    (home / "log.jsonl").write_text(lines)
    (home / "athletes").mkdir()
    (home / "athletes" / "ben.toml").write_text("")
    program = Program({"BENCHSIDE_HOME": str(home)}, now=lambda: A_MOMENT)
    week, top = program.history.this_week(), top_set_of(program)

    program.athletes.choose("ben")

    assert week is not None
    assert week.streak == 2
    assert top is not None
    assert len(top.trend.points) == 2
    assert program.history.this_week() is None
    assert top_set_of(program) is None
