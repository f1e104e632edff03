"""What leaves for the terminal: nothing of a file or a name commands it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchside.cli.output.lines import Styled, echo, echo_text, print_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

EVIL = "a\x1b[31mb\x9bc\u202ed\ne"
SAFE = "a\ufffd[31mb\ufffdc\ufffdd\ufffde"


def test_a_line_is_one_line_without_commands(capsys: pytest.CaptureFixture[str]) -> None:
    echo(EVIL)

    assert capsys.readouterr().out == f"{SAFE}\n"


def test_a_styled_part_has_the_look_and_nothing_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    echo("x", Styled(EVIL, bold=True), err=True)

    assert capsys.readouterr().err == f"x{SAFE}\n"


def test_a_text_keeps_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    echo_text("one\n\x1btwo")

    assert capsys.readouterr().out == "one\n\ufffdtwo\n"


@pytest.mark.parametrize("mark", ["\x1b", "\x7f", "\x9b", "\u061c", "\u200f", "\u202e", "\u2067"])
def test_json_escapes_what_commands_a_terminal_and_says_the_same(
    capsys: pytest.CaptureFixture[str], mark: str
) -> None:
    print_json({"né": f"a{mark}b"})

    out = capsys.readouterr().out
    assert mark not in out
    assert "né" in out
    assert json.loads(out) == {"né": f"a{mark}b"}


@pytest.fixture
def evil(home: Path) -> str:
    name = "ev\x1b[31mil\u202e"
    (home / "sessions" / f"{name}.toml").write_text("name = 1")
    return name


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "evil"),
        ("check", "evil"),
        ("list",),
        ("list", "--json"),
        ("check",),
        ("check", "--json"),
        ("l\x1b[31mst",),
        ("list", "--\x1b[31m"),
        ("show", "first-session", "--at", "\x1b[31m"),
        ("sound", "test", "--pack", "\x1b[31m"),
        ("import", "no\x1b[31m"),
        ("show", "no\x1b[31m.toml"),
        ("run", "first-session", "--athlete", "\x1b[31m"),
    ],
)
def test_no_name_reaches_the_terminal_as_a_command(
    benchside: Callable[..., Answer], evil: str, arguments: tuple[str, ...]
) -> None:
    answer = benchside(*arguments)

    said = answer.out + answer.err
    assert said
    assert not {"\x1b", "\u202e"} & set(said)


def test_no_file_name_of_a_plan_reaches_the_terminal_as_a_command(
    benchside: Callable[..., Answer], tmp_path: Path
) -> None:
    plan = tmp_path / "pl\x1b[31man.json"
    plan.write_text("{}")

    answer = benchside("import", str(plan))

    assert answer.status == 2
    assert "\x1b" not in answer.err


def test_no_problem_of_a_sound_pack_reaches_the_terminal_as_a_command(
    benchside: Callable[..., Answer], home: Path, tmp_path: Path
) -> None:
    (home / "settings.toml").write_text('sound = "silent"\nsounds = "evil"\n')
    (home / "sounds" / "evil").mkdir(parents=True)
    (home / "sounds" / "evil" / "pack.toml").write_text('"\\u001b[31m" = 1\n')

    answer = benchside("show", "first-session", "--wav", str(tmp_path / "first.wav"))

    assert "unknown key" in answer.err
    assert "\x1b" not in answer.err
