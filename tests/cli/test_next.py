"""`next`, and `run next` and `show next`: the session of a program that is due."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.app.due import due_session, followed_session
from benchside.app.program import Program
from benchside.log.reading import read_log
from benchside.log.record import ProgramDay, encode_record
from benchside.runner.results import SessionStatus
from benchside.session.program.next import DueDay
from benchside.testing import A_MOMENT, a_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

PRESS = """name = "{name}"
[[block]]
prepare = "0s"
[[block.exercise]]
name = "{name}"
sets = "main"
"""
SHIPPED = '"by-percent", "hip-thrust-block", "two-days-to-begin"'
WAVE = """name = "Wave"
days = ["press", "squat"]

[[week]]
name = "Fives"
main = ["65% x 5"]

[[week]]
main = ["70% x 3"]
"""


@pytest.fixture
def wave(home: Path) -> Path:
    """A home with one program of two days and two weeks."""
    (home / "programs").mkdir()
    for name in ("press", "squat"):
        (home / "sessions" / f"{name}.toml").write_text(PRESS.format(name=name.title()))
    (home / "programs" / "wave.toml").write_text(WAVE)
    return home


def log(home: Path, *days: ProgramDay, status: SessionStatus = SessionStatus.COMPLETE) -> None:
    """Write a log of these days of programs, one after the other, the last one with a status."""
    records = [
        replace(
            a_record(
                session=f"S{number}", started=A_MOMENT + timedelta(days=number), athlete="athlete"
            ),
            program=day,
        )
        for number, day in enumerate(days)
    ]
    records[-1] = replace(records[-1], status=status)
    lines = (json.dumps(encode_record(record)) for record in records)
    (home / "log.jsonl").write_text("".join(f"{line}\n" for line in lines))


def day(week: int | None, number: int, name: str = "Wave", cycle: int | None = 1) -> ProgramDay:
    return ProgramDay(name=name, week=week, day=number, cycle=cycle)


def test_a_program_begins_with_its_first_day(benchside: Callable[..., Answer], wave: Path) -> None:
    answer = benchside("next")

    head, title, *_ = answer.out.splitlines()
    assert answer.status == 0
    assert head == 'Wave · week 1 of 2 "Fives" · day 1 of 2: press'
    assert title == "Press"
    assert "1 × 5  65%" in answer.out
    assert '"benchside run next" leads through it' in answer.out


@pytest.mark.parametrize(
    ("done", "due"),
    [
        ([day(1, 1)], (1, 2, "squat", 1, False)),
        ([day(1, 1), day(1, 2)], (2, 1, "press", 1, False)),
        ([day(2, 2, cycle=3)], (1, 1, "press", 4, True)),
        ([day(-7, 1)], (1, 1, "press", 1, False)),
        ([day(None, 0)], (1, 1, "press", 1, False)),
        ([day(10**9, 10**9)], (1, 1, "press", 2, True)),
        ([day(1, 1), day(1, 1, name="Another")], (1, 2, "squat", 1, False)),
    ],
)
def test_what_is_due_follows_from_the_log(
    benchside: Callable[..., Answer],
    wave: Path,
    done: list[ProgramDay],
    due: tuple[int, int, str, int, bool],
) -> None:
    log(wave, *done)

    told = json.loads(benchside("next", "--json").out)

    assert (told["week"], told["day"], told["session"]) == due[:3]
    assert (told["cycle"], told["begins_cycle"]) == due[3:]
    assert (told["program"], told["weeks"], told["days"]) == ("wave", 2, 2)


def test_a_day_that_is_partial_is_due_again(benchside: Callable[..., Answer], wave: Path) -> None:
    log(wave, day(1, 1), day(1, 2), status=SessionStatus.PARTIAL)

    answer = benchside("next")

    assert "day 2 of 2: squat" in answer.out
    assert f"last: S0, {A_MOMENT:%Y-%m-%d}" in answer.out


def test_of_several_programs_that_is_meant_which_was_trained_last(
    benchside: Callable[..., Answer], wave: Path
) -> None:
    (wave / "programs" / "turns.toml").write_text('name = "Turns"\ndays = ["first-session"]\n')
    undecided = benchside("next")
    log(wave, day(1, 1), day(None, 1, name="Turns", cycle=None))
    trained = benchside("next", "--json")
    named = benchside("next", "Wave", "--json")

    assert undecided.status == 2
    assert undecided.err == (
        "benchside: the log has no session of a program yet; "
        f'name one: "turns", "wave", {SHIPPED}\n'
    )
    assert json.loads(trained.out)["session"] == "first-session"
    assert json.loads(trained.out)["week"] is None
    assert json.loads(named.out)["session"] == "squat"


def test_the_log_of_somebody_else_says_nothing_of_ones_own_program(
    benchside: Callable[..., Answer], wave: Path
) -> None:
    log(wave, day(1, 1))
    (wave / "athletes").mkdir()
    (wave / "athletes" / "anna.toml").write_text('name = "Anna"\n')

    mine = json.loads(benchside("next", "--json").out)
    hers = json.loads(benchside("next", "--json", "--athlete", "anna").out)

    assert (mine["session"], hers["session"]) == ("squat", "press")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("next", "wav"), 'there is no program "wav"; name one: "wave", '),
        (("show", "next", "--program", "no"), 'there is no program "no"; name one: "wave", '),
        (("run", "press", "--program", "wave"), '--program goes with the session "next"'),
    ],
)
def test_what_is_no_program_is_told_with_those_that_there_are(
    benchside: Callable[..., Answer], wave: Path, asked: tuple[str, ...], told: str
) -> None:
    answer = benchside(*asked)

    assert answer.status == 2
    assert answer.out == ""
    assert told in answer.err


def test_a_program_with_problems_is_not_led(benchside: Callable[..., Answer], wave: Path) -> None:
    (wave / "programs" / "wave.toml").write_text(WAVE.replace('"squat"', '"sqat"'))
    log(wave, day(1, 1))

    answer = benchside("run", "next", "--plain")

    assert answer.status == 1
    assert 'days "sqat" is no session of the library' in answer.err


def test_the_due_session_is_shown_with_the_sets_of_its_week(
    benchside: Callable[..., Answer], wave: Path
) -> None:
    log(wave, day(1, 2))

    answer = benchside("show", "next")

    assert answer.out.startswith("Press\n")
    assert "1 × 3  70%" in answer.out


def test_a_session_of_ones_own_that_is_called_next_goes_before(
    benchside: Callable[..., Answer], wave: Path
) -> None:
    (wave / "sessions" / "next.toml").write_text(
        PRESS.format(name="Mine").replace('"main"', "1\nreps = 5")
    )

    alone, of_program = benchside("show", "next"), benchside("show", "next", "--program", "wave")

    assert alone.out.startswith("Mine\n")
    assert of_program.out.startswith("Press\n")


def lead(bench: Program) -> None:
    """Begin the session that is due, and leave it without a word."""
    from benchside.runner.commands import Go

    session = bench.play(due_session(bench.shelf, bench.memory.sessions("athlete")).entry)
    session.start(lambda: None)
    for _ in range(2):
        session.order(Go())
    session.close()


def test_a_session_that_was_due_is_logged_with_its_program_week_and_day(
    benchside: Callable[..., Answer], wave: Path
) -> None:
    log(wave, day(2, 2, cycle=2))
    bench = Program({"BENCHSIDE_HOME": str(wave)})

    lead(bench)
    header = json.loads((wave / "journal.jsonl").read_text().splitlines()[0])
    saved = benchside("run", "--save-leftover")

    record = read_log(wave / "log.jsonl").records[-1]
    assert saved.status == 0
    assert header["program"] == {"name": "Wave", "week": 1, "day": 1, "cycle": 3}
    assert record.program == ProgramDay(name="Wave", week=1, day=1, cycle=3)
    assert record.session.name == "Press"
    assert record.planned_sets == 1


def test_the_list_names_programs_after_the_sessions(
    benchside: Callable[..., Answer], wave: Path
) -> None:
    (wave / "programs" / "broken.toml").write_text("days = 5\n")

    listed = benchside("list")
    programs = {
        one["name"]: one for one in json.loads(benchside("list", "--programs", "--json").out)
    }

    _, _, table = listed.out.partition("\n\n")
    head, *rows = table.splitlines()
    assert listed.status == 0
    assert head.split() == ["program", "title", "days", "weeks", "where"]
    assert [row.split()[0] for row in rows][:2] == ["broken", "wave"]
    assert rows[1].split()[1:4] == ["Wave", "2", "2"]
    assert programs["wave"]["title"] == "Wave"
    assert programs["broken"]["days"] is None
    assert all("days" not in one for one in json.loads(benchside("list", "--json").out))


def test_a_folder_of_programs_that_cannot_be_read_is_told(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "programs").write_text("no folder")

    answer = benchside("list")

    assert answer.status == 3
    assert f"{home / 'programs'}: this is not a folder" in answer.err


def test_a_program_is_due_as_long_as_it_is_trained(wave: Path) -> None:
    log(wave, day(1, 1))
    trained = Program({"BENCHSIDE_HOME": str(wave)})
    day_after, year_after = (A_MOMENT + timedelta(days=days) for days in (2, 365))

    sessions = trained.memory.sessions("athlete")
    due = followed_session(trained.shelf, sessions, today=day_after.date())

    assert due is not None
    assert (due.name, due.due) == ("squat", DueDay(program="Wave", week=1, day=2, cycle=1))
    assert followed_session(trained.shelf, sessions, today=year_after.date()) is None


def test_nothing_is_due_where_no_program_is_trained(home: Path) -> None:
    program = Program({"BENCHSIDE_HOME": str(home)})

    assert program.due() is None


def test_a_day_that_gets_its_sets_from_a_program_is_listed_as_one(
    benchside: Callable[..., Answer], wave: Path
) -> None:
    rows = benchside("list").out.splitlines()

    assert [row.split("  ")[0] for row in rows if "a day of a program" in row] == ["press", "squat"]
    assert not any("problem" in row for row in rows)
