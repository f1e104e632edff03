"""`check` and `schema` know both kinds of file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

PRESS = 'name = "Press"\n[[block]]\n[[block.exercise]]\nname = "Bench press"\nsets = "main"\n'
WAVE = 'name = "Wave"\ndays = ["press"]\n[[week]]\nmain = ["65% x 5"]\n'


@pytest.fixture
def programs(home: Path) -> Path:
    folder = home / "programs"
    folder.mkdir()
    (home / "sessions" / "press.toml").write_text(PRESS)
    return folder


def test_a_session_without_its_scheme_is_a_problem(
    benchside: Callable[..., Answer], programs: Path
) -> None:
    answer = benchside("check", "press")

    assert answer.status == 1
    assert 'sets "main" is a scheme that is not here' in answer.out


@pytest.mark.parametrize("asked", [("check",), ("check", "press")])
def test_a_day_of_a_program_may_get_its_scheme_from_there(
    benchside: Callable[..., Answer], programs: Path, asked: tuple[str, ...]
) -> None:
    (programs / "wave.toml").write_text(WAVE)

    answer = benchside(*asked)

    assert answer.status == 0
    assert answer.err == ""


def test_the_problems_of_a_program_are_told_with_those_of_the_library(
    benchside: Callable[..., Answer], programs: Path
) -> None:
    (programs / "wave.toml").write_text(WAVE.replace('"press"', '"press", "sqat"'))

    answer = benchside("check")

    assert answer.status == 1
    assert 'wave.toml:2:18: days "sqat" is no session of the library' in answer.out


def test_a_program_is_checked_by_its_path_or_with_its_folder(
    benchside: Callable[..., Answer], programs: Path
) -> None:
    path = programs / "wave.toml"
    path.write_text(WAVE)

    by_path, by_folder = benchside("check", str(path)), benchside("check", str(programs))

    assert by_path.out == by_folder.out == "1 file checked, no problems\n"


def test_the_place_of_a_problem_of_a_program_is_told_as_json(
    benchside: Callable[..., Answer], programs: Path
) -> None:
    path = programs / "wave.toml"
    path.write_text(WAVE.replace("65% x 5", "65% 5"))

    [problem] = json.loads(benchside("check", "--json").out)

    assert (problem["line"], problem["column"]) == (4, 9)
    assert problem["path"] == ["week", 0, "main", 0]


def test_a_program_beside_its_sessions_in_a_folder_is_told_from_them(
    benchside: Callable[..., Answer], programs: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "press.toml").write_text(PRESS)
    (folder / "wave.toml").write_text(WAVE)

    answer = benchside("check", str(folder))

    assert answer.out == "2 files checked, no problems\n"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ((), "Benchside session"),
        (("session",), "Benchside session"),
        (("program",), "Benchside program"),
    ],
)
def test_each_kind_of_file_has_a_schema(
    benchside: Callable[..., Answer], kind: tuple[str, ...], title: str
) -> None:
    assert json.loads(benchside("schema", *kind).out)["title"] == title
