"""`new`, `import` and `schema`."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer


def test_a_copy_is_a_session_of_ones_own(benchside: Callable[..., Answer], home: Path) -> None:
    answer = benchside("new", "My legs", "--from", "lower-body-day")

    path = home / "sessions" / "my-legs.toml"
    assert answer.status == 0
    assert answer.out == f"{path}\n"
    assert path.read_text().startswith("#:schema ./session.schema.json\n")
    assert 'name  = "My legs"' in path.read_text()
    assert benchside("check", str(path)).status == 0


def test_no_session_is_written_over(benchside: Callable[..., Answer]) -> None:
    benchside("new", "My legs", "--from", "lower-body-day")

    answer = benchside("new", "My legs", "--from", "glute-tabata")

    assert answer.status == 3
    assert "there is a session of this name already" in answer.err


def test_a_few_answers_make_a_session(home: Path) -> None:
    answers = "hypertrophy\nSquat / 3x5 80kg 3m\nwhat\nPlank / 2x45s 60s\n\n"

    done = subprocess.run(
        [sys.executable, "-m", "benchside", "new", "Quick"],
        input=answers,
        capture_output=True,
        text=True,
        check=True,
    )

    path = home / "sessions" / "quick.toml"
    text = path.read_text()
    assert done.stdout == f"{path}\n"
    assert 'goal = "hypertrophy"' in text
    assert 'load = "80 kg"' in text
    assert 'time = "45s"' in text
    assert 'not understood: the line "what"' in done.stderr


PROGRAMS = sorted((Path(__file__).parents[1] / "library/convert/programs").iterdir())


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plan_of_another_program_becomes_a_session(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    plan = write(tmp_path, "push.txt", "Bench Press / 3x8-12 @8 60kg 90s\n")

    first = benchside("import", str(plan))
    second = benchside("import", str(plan))

    assert (first.status, first.err) == (0, "")
    assert first.out == f"{home / 'sessions' / 'push.toml'}\n"
    assert second.out == f"{home / 'sessions' / 'push-2.toml'}\n"
    assert benchside("check").status == 0


def test_what_is_left_out_of_a_plan_is_told_with_its_lines(
    benchside: Callable[..., Answer], tmp_path: Path
) -> None:
    text = "Bench Press / 3x8 60kg+ / progress: dp(5lb, 8, 12)\n" + "Row / 1x500m\n" * 7
    plan = write(tmp_path, "push.txt", text)

    answer = benchside("import", str(plan))

    assert answer.status == 1
    assert answer.err.splitlines() == [
        "3 things left out:",
        '  push.txt:1: Bench Press: "+" behind a weight asks for it: '
        "here every load can be corrected",
        "  push.txt:1: Bench Press: progress: dp(5lb, 8, 12); "
        'the nearest is reps = "8-12" with progress = "+5 lb"',
        '  push.txt:2, 3, 4, 5, 6, 7, …: the line "Row / 1x500m": "1x500m" may be metres or '
        'minutes; a hold is written in seconds: "3x45s"',
    ]


def test_a_program_becomes_its_sessions_and_a_file_that_leads_through_them(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    days = "## Push\nBench Press / 3x5\n## Pull\n{} / 3x5\n"
    text = f"# Week 1\n{days}# Week 2\n{days}".format("Row", "Curl")
    plan = write(tmp_path, "mine.txt", text)

    answer = benchside("import", str(plan))

    names = ["mine-week-1-to-week-2-push", "mine-week-1-pull", "mine-week-2-pull"]
    program = home / "programs" / "mine.toml"
    written = [str(home / "sessions" / f"{name}.toml") for name in names]
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == [*written, str(program)]
    assert tomllib.loads(program.read_text()) == {
        "name": "mine",
        "days": [names[0], names[1], names[0], names[2]],
    }
    assert benchside("check").status == 0


@pytest.mark.parametrize("plan", PROGRAMS, ids=lambda path: path.name)
def test_every_file_that_is_written_is_without_a_problem(
    benchside: Callable[..., Answer], plan: Path, tmp_path: Path
) -> None:
    mine = benchside("import", str(plan))
    there = benchside("import", str(plan), "--to", str(tmp_path / "there"))

    assert mine.out
    assert mine.err == there.err
    assert benchside("check").status == 0
    assert benchside("check", *there.out.splitlines()).status == 0


def test_a_program_goes_where_it_is_asked_to(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    plan = write(tmp_path, "mine.txt", "## Push\nBench Press / 3x5\n## Pull\nRow / 3x5\n")

    answer = benchside("import", str(plan), "--to", str(tmp_path / "there"))

    assert answer.status == 0
    assert sorted(path.name for path in (tmp_path / "there").rglob("*.toml")) == [
        "mine-pull.toml",
        "mine-push.toml",
        "mine.toml",
    ]
    assert list((home / "sessions").iterdir()) == []


def test_a_plan_can_be_looked_at_first(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    one = write(tmp_path, "push.txt", "Bench Press / 3x8\n")
    two = write(tmp_path, "mine.txt", "## Push\nBench Press / 3x5\n## Pull\nRow / 3x5\n")

    first = benchside("import", str(one), "--print")
    second = benchside("import", str(two), "--print")

    assert first.out.startswith("#:schema ./session.schema.json\n")
    assert 'name = "Bench Press"' in first.out
    named = [line for line in second.out.splitlines() if line.startswith("# ")]
    assert named == ["# mine-push.toml", "# mine-pull.toml", "# programs/mine.toml"]
    assert list((home / "sessions").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("plan.json", "{}", 'an interval list has a "title" and "sets"'),
        (
            "plan.txt",
            "// nothing",
            "it has no exercises; a line is written: Bench Press",
        ),
        ("plan.txt", "Row / 1x500m", '"1x500m" may be metres or minutes'),
        ("plan.txt", "a" * ((1 << 20) + 1), "the file is larger than 1 MiB"),
    ],
)
def test_what_no_session_comes_of_says_why(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path, name: str, text: str, told: str
) -> None:
    answer = benchside("import", str(write(tmp_path, name, text)))

    assert answer.status == 2
    assert answer.out == ""
    assert told in answer.err
    assert list((home / "sessions").iterdir()) == []


def test_a_plan_of_an_old_phone_keeps_its_umlauts(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "kraft.json"
    workout = {
        "title": "Übung",
        "sets": [{"repetitions": 1, "exercises": [{"name": "Brücke", "duration": 30}]}],
    }
    plan.write_bytes(json.dumps(workout, ensure_ascii=False).encode("latin-1"))

    answer = benchside("import", str(plan))

    assert answer.status == 0
    assert answer.err == f"{plan}: it is no UTF-8 and is read as Latin-1\n"
    assert 'name = "Brücke"' in (home / "sessions" / "ubung.toml").read_text(encoding="utf-8")


def test_the_schema_is_that_of_the_shipped_sessions(benchside: Callable[..., Answer]) -> None:
    schema = json.loads(benchside("schema").out)

    assert schema["title"] == "Benchside session"
    assert "block" in schema["properties"]
