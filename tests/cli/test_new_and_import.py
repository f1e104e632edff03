"""`new`, `import` and `schema`."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


def test_a_plan_of_another_program_becomes_a_session(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "push.txt"
    plan.write_text("Bench Press / 3x8-12 @8 60kg 90s / progress: dp(5lb, 8, 12)\n")

    first = benchside("import", str(plan))
    second = benchside("import", str(plan))

    assert first.status == 0
    assert first.out == f"{home / 'sessions' / 'push.toml'}\n"
    assert "Bench Press: progress: dp(5lb, 8, 12)" in first.err
    assert second.out == f"{home / 'sessions' / 'push-2.toml'}\n"
    assert benchside("check").status == 0


def test_a_plan_can_be_looked_at_first(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "push.txt"
    plan.write_text("Bench Press / 3x8\n")

    answer = benchside("import", str(plan), "--print")

    assert 'name = "Bench Press"' in answer.out
    assert list((home / "sessions").iterdir()) == []


def test_what_is_no_plan_says_why(benchside: Callable[..., Answer], tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text("{}")

    answer = benchside("import", str(plan))

    assert answer.status == 1
    assert 'an interval list has a "title" and "sets"' in answer.err


def test_the_schema_is_that_of_the_shipped_sessions(benchside: Callable[..., Answer]) -> None:
    schema = json.loads(benchside("schema").out)

    assert schema["title"] == "Benchside session"
    assert "block" in schema["properties"]
