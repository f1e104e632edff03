"""Several athletes on one laptop: who is taken, who can be chosen, what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.app.program import Program
from benchside.session.values.load import format_load, parse_mass

if TYPE_CHECKING:
    from pathlib import Path

SQUATS = """
name = "Squats"
[[block]]
  [[block.exercise]]
  name = "Back squat"
  reps = 5
  load = "80%"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text('sound = "silent"  # in the gym\n')
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "squats.toml").write_text(SQUATS)
    (tmp_path / "athletes").mkdir()
    (tmp_path / "athletes" / "anna.toml").write_text(
        'name = "Anna"\n[training_max]\n"Back squat" = "100 kg"\n'
    )
    (tmp_path / "athletes" / "ben.toml").write_text('[training_max]\n"Back squat" = "150 kg"\n')
    return tmp_path


def a_program(home: Path, athlete: str = "") -> Program:
    return Program({"BENCHSIDE_HOME": str(home)}, athlete=athlete)


def load(program: Program) -> str:
    plan = program.shelf.find("squats").plan
    assert plan is not None
    planned = plan.blocks[0].exercises[0].sets[0].load
    assert planned is not None
    return format_load(planned)


def test_all_athletes_can_be_chosen_by_the_names_that_the_log_has(home: Path) -> None:
    labels = a_program(home).athletes.labels()

    assert [(one.file, one.name, one.is_chosen) for one in labels] == [
        ("", "athlete", True),
        ("anna", "Anna", False),
        ("ben", "ben", False),
    ]


def test_an_athlete_who_is_chosen_has_their_numbers_at_once_and_next_time(home: Path) -> None:
    program = a_program(home)
    assert load(program) == "80%"

    assert program.athletes.choose("ben") == ()

    assert (program.athletes.name, load(program)) == ("ben", "120 kg")
    again = a_program(home)
    assert (again.athletes.name, load(again)) == ("ben", "120 kg")
    assert "# in the gym" in (home / "settings.toml").read_text()


def test_the_athlete_who_is_named_goes_before_the_one_who_was_chosen(home: Path) -> None:
    a_program(home).athletes.choose("ben")

    assert a_program(home, "anna").athletes.name == "Anna"
    assert a_program(home).athletes.name == "ben"


def test_an_athlete_whose_file_is_broken_is_not_taken_and_says_why(home: Path) -> None:
    (home / "athletes" / "ben.toml").write_text("unit = 3\n")
    program = a_program(home)
    program.athletes.choose("anna")

    problems = program.athletes.choose("ben")

    assert len(problems) == 1
    assert program.athletes.name == "Anna"


def test_an_athlete_whose_file_is_gone_is_nobody_in_particular_again(home: Path) -> None:
    a_program(home).athletes.choose("ben")
    (home / "athletes" / "ben.toml").unlink()

    assert a_program(home).athletes.name == "athlete"


def test_training_maxes_are_written_into_the_file_of_the_athlete(home: Path) -> None:
    program = a_program(home, "anna")
    assert load(program) == "80 kg"

    program.athletes.keep_maxes({"Back squat": parse_mass("105 kg")})

    assert '"Back squat" = "105 kg"' in (home / "athletes" / "anna.toml").read_text()
    assert load(program) == "82.5 kg"
    assert "athlete" not in (home / "settings.toml").read_text(), "naming one chooses nobody"
