"""Plans read in any encoding, and written under names that are free."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from benchside.library.convert import convert
from benchside.library.imports import (
    PlanText,
    imported_program,
    imported_sessions,
    read_plan,
)
from benchside.session.file.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

TWO_DAYS = "## Push\nBench Press / 3x5\n## Pull\nRow / 3x5"


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        ("Kniebeuge für zwei".encode(), "Kniebeuge für zwei", ""),
        ("\ufeffÜbung".encode(), "Übung", ""),
        ("Übung".encode("latin-1"), "Übung", "Latin-1"),
        ("Übung".encode("utf-16"), "Übung", "UTF-16"),
        (b"\xff\xfe\x00", "ÿþ\x00", "Latin-1"),
    ],
)
def test_a_plan_is_read_in_the_encoding_that_it_has(
    tmp_path: Path, raw: bytes, text: str, encoding: str
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(raw)

    assert read_plan(path) == PlanText(text, encoding)


def test_a_plan_that_is_too_large_or_no_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"a" * ((1 << 20) + 1))

    large, folder = read_plan(tmp_path / "large.txt"), read_plan(tmp_path)

    assert isinstance(large, Problem)
    assert large.message == "the file is larger than 1 MiB"
    assert isinstance(folder, Problem)


def test_sessions_get_names_that_nothing_in_the_folder_has(tmp_path: Path) -> None:
    (tmp_path / "mine-push.toml").write_text("")
    conversion = convert(TWO_DAYS.replace("Pull", "Push"), title="Mine")

    sessions = imported_sessions(conversion, tmp_path, lambda _: None)

    assert [session.name for session in sessions] == ["mine-push-2", "mine-push-3"]


def program_of(text: str, folder: Path) -> dict[str, object]:
    conversion = convert(text, title="Mine: two")
    sessions = imported_sessions(conversion, folder, lambda _: None)
    program = imported_program(conversion, sessions, folder / "programs")
    assert program is not None
    assert program.name == "mine-two"
    return tomllib.loads(program.text)


def test_a_program_names_its_sessions_in_turn(tmp_path: Path) -> None:
    assert program_of(f"# A\n{TWO_DAYS}\n# B\n## Legs\nSquat / 3x5", tmp_path) == {
        "name": "Mine: two",
        "days": ["mine-two-a-push", "mine-two-a-pull", "mine-two-b-legs"],
    }


def test_a_program_of_like_weeks_has_their_schemes(tmp_path: Path) -> None:
    text = "// Up.\n# A\n## Legs\nSquat / 3x5 70% @8\n#\n## Legs\nSquat / 1x3 80%, 1x3"

    assert program_of(text, tmp_path) == {
        "name": "Mine: two",
        "about": "Up.",
        "days": ["mine-two-legs"],
        "week": [
            {"name": "A", "squat": [{"reps": 5, "load": "70%", "rpe": 8}] * 3},
            {"squat": ["80% x 3", {"reps": 3}]},
        ],
    }


def test_one_day_is_no_program(tmp_path: Path) -> None:
    conversion = convert("Squat / 3x5", title="Mine")

    assert imported_program(conversion, [], tmp_path) is None
