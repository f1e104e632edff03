"""The athlete's own exercises in the commands: they hold, and what is wrong with them is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

RIGHT = """
[[exercise]]
name      = "Zercher squat"
equipment = ["barbell", "rack"]
cues      = ["Elbows high"]
"""

WRONG = """
[[exercise]]
name   = "Row"
motion = "pul"
"""

ZERCHER = """
name = "Zerchers"
[[block]]
[[block.exercise]]
name = "Zercher squats"
reps = 5
load = "100 kg"
"""


@pytest.fixture
def exercises(home: Path) -> Path:
    (home / "sessions" / "zerchers.toml").write_text(ZERCHER)
    return home / "exercises.toml"


def test_an_own_exercise_on_a_barbell_is_loaded_with_plates(
    benchside: Callable[..., Answer], exercises: Path
) -> None:
    before = benchside("show", "zerchers").out
    exercises.write_text(RIGHT)

    after = benchside("show", "zerchers").out

    assert "25 + 15" not in before
    assert "25 + 15" in after


def test_check_counts_the_own_exercises_as_a_file(
    benchside: Callable[..., Answer], exercises: Path
) -> None:
    files = int(benchside("check").out.split()[0])
    exercises.write_text(RIGHT)

    answer = benchside("check")

    assert answer.status == 0
    assert answer.out == f"{files + 1} files checked, no problems\n"


@pytest.mark.parametrize("is_named", [True, False])
def test_check_tells_what_is_wrong_with_own_exercises_once(
    benchside: Callable[..., Answer], exercises: Path, is_named: bool
) -> None:
    exercises.write_text(WRONG)

    answer = benchside("check", *([str(exercises)] if is_named else []))

    assert answer.status == 1
    assert f"{exercises}:4:10: motion " in answer.out
    assert "^^^^^ did you mean" in answer.out
    assert "1 problem in 1 of them" in answer.err
    assert str(exercises) not in answer.err


def test_check_as_json_has_the_problems_of_own_exercises(
    benchside: Callable[..., Answer], exercises: Path
) -> None:
    exercises.write_text(WRONG)

    (problem,) = json.loads(benchside("check", "--json").out)

    assert (problem["file"], problem["line"]) == (str(exercises), 4)
    assert problem["path"] == ["exercise", 0, "motion"]


def test_check_of_a_session_is_about_that_session(
    benchside: Callable[..., Answer], exercises: Path
) -> None:
    exercises.write_text(WRONG)

    answer = benchside("check", "zerchers")

    assert (answer.status, answer.out) == (0, "1 file checked, no problems\n")
    assert f"{exercises}:4:10: motion " in answer.err


@pytest.mark.parametrize(
    "text", [WRONG, "[[exercise", "name = 3", '[[exercise]]\nname = "\\u001b"']
)
def test_wrong_own_exercises_stop_no_session(
    benchside: Callable[..., Answer], exercises: Path, text: str
) -> None:
    exercises.write_text(text + RIGHT if text is WRONG else text)

    answer = benchside("show", "zerchers")

    assert answer.status == 0
    assert f"{exercises}:" in answer.err
    assert ("25 + 15" in answer.out) is (text is WRONG)


def test_own_exercises_that_are_no_file_are_told_and_stop_no_session(
    benchside: Callable[..., Answer], exercises: Path
) -> None:
    exercises.mkdir()

    answer = benchside("show", "zerchers")

    assert answer.status == 0
    assert answer.err == f"{exercises}: this is not a file\n"
