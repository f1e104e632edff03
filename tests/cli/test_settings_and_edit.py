"""Settings and sessions in the editor, and the names that commands have elsewhere."""

from __future__ import annotations

import json
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from benchside import __version__
from benchside.cli.shortcuts import COMPLETION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Make an editor that writes one text in the place of another."""

    def replaces(old: str, new: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "path = pathlib.Path(sys.argv[1])\n"
            f"path.write_text(path.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')\n"
        )
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")

    return replaces


def test_the_settings_that_hold_are_printed_below_the_place_of_their_file(
    benchside: Run, home: Path
) -> None:
    answer = benchside("settings")

    assert answer.status == 0
    assert answer.out.splitlines()[0] == f"# {home / 'settings.toml'}"
    settings = tomllib.loads(answer.out)
    assert (settings["sound"], settings["volume"], settings["tick"]) == ("silent", 80, "long")


def test_the_settings_are_printed_for_programs(benchside: Run, home: Path) -> None:
    told = json.loads(benchside("settings", "--json").out)

    assert told["file"] == str(home / "settings.toml")
    assert told["settings"]["keep_awake"] is False
    assert told["settings"]["prepare"] == "10s"


def test_settings_that_are_edited_wrong_are_told_with_their_place(
    benchside: Run, home: Path, editor: Callable[[str, str], None]
) -> None:
    editor('"silent"', '"loud"')
    answer = benchside("settings", "--edit")

    assert answer.status == 1
    assert 'settings.toml:1:9: sound "loud" is not known here' in answer.err

    editor('"loud"', '"bell"')
    assert benchside("settings", "--edit").status == 0
    assert 'sound = "bell"' in (home / "settings.toml").read_text()


def test_an_editor_that_is_not_there_is_told(
    benchside: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")

    for command in (("settings", "--edit"), ("edit", "first-session")):
        answer = benchside(*command)
        assert answer.status == 3
        assert answer.err.startswith("benchside: no-such-editor: ")


def test_a_session_that_ships_is_edited_as_a_copy(
    benchside: Run, home: Path, editor: Callable[[str, str], None]
) -> None:
    editor("First session", "My first session")
    answer = benchside("edit", "first-session")

    assert answer.status == 0
    assert answer.out == f"{home / 'sessions' / 'first-session.toml'}\n"
    assert "My first session" in benchside("list").out


def test_a_session_without_a_change_is_not_copied(
    benchside: Run, home: Path, editor: Callable[[str, str], None]
) -> None:
    editor("nothing like it", "")

    assert benchside("edit", "first-session").out == "nothing was changed, so no copy is kept\n"
    assert not [*(home / "sessions").glob("*.toml")]


def test_problems_of_an_edited_session_are_told(
    benchside: Run, editor: Callable[[str, str], None]
) -> None:
    editor('rest = "', 'rest = "x')
    answer = benchside("edit", "first-session")

    assert answer.status == 1
    assert "is not a rest" in answer.err


def test_a_session_that_is_not_there_cannot_be_edited(benchside: Run) -> None:
    assert benchside("edit", "frist-session").err == (
        'benchside: there is no session "frist-session"; did you mean "first-session"?\n'
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("history",), ("log",)),
        (("history", "path"), ("log", "path")),
        (("config",), ("settings",)),
        (("help",), ("--help",)),
        (("help", "run"), ("run", "--help")),
        (("help", "log", "best"), ("log", "best", "--help")),
        (("version",), ("--version",)),
    ],
)
def test_what_people_type_is_understood(
    benchside: Run, typed: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    answer = benchside(*typed)

    assert answer == benchside(*meant)
    assert answer.status == 0
    assert answer.out


def test_version_is_told(benchside: Run) -> None:
    assert benchside("version").out == f"benchside {__version__}\n"


def test_help_begins_with_examples(benchside: Run) -> None:
    told = benchside("--help").out

    assert told.index("benchside run first-session") < told.index("Options:")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_what_it_completes_by(benchside: Run, shell: str) -> None:
    answer = benchside("completion", shell)

    assert answer.status == 0
    assert f"{COMPLETION}={shell}_complete" in answer.out
    assert "\t" not in answer.out


def test_completion_asks_for_which_shell(benchside: Run) -> None:
    assert benchside("completion").err == (
        'benchside: for which shell? name "bash", "zsh" or "fish"\n'
    )
    assert benchside("completion", "tcsh").status == 2


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--pack", "nope"), 'there is no sound pack "nope"; name "classic", "gym" or "soft"'),
        (("--volume", "101"), "invalid value for '--volume': 101 is not in the range 0<=x<=100"),
    ],
)
def test_a_sound_that_there_is_not_is_told_before_the_session(
    benchside: Run, option: tuple[str, str], told: str
) -> None:
    answer = benchside("run", "first-session", "--plain", *option)

    assert answer.status == 2
    assert answer.err.startswith(f"benchside: {told}")
