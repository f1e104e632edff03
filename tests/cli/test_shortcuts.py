"""What is answered at once, and what goes the usual way."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from benchside import __version__
from benchside.cli.shortcuts import COMPLETION, answer

if TYPE_CHECKING:
    from pathlib import Path


def test_the_version_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["--version"]) == 0
    assert capsys.readouterr().out == f"benchside {__version__}\n"


@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["--version", "--json"], [""]])
def test_every_other_command_goes_the_usual_way(arguments: list[str]) -> None:
    assert answer(arguments) is None


@pytest.mark.parametrize("arguments", [[], ["--version"]])
def test_a_shell_that_asks_for_completions_gets_no_screen(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(COMPLETION, "bash_source")

    assert answer(arguments) is None


def test_without_a_terminal_the_usual_way_says_what_is_missing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")

    assert answer([]) is None


def test_problems_of_the_settings_are_told_the_usual_way(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "a screen elsewhere")
    (home / "settings.toml").write_text("volume = 200\n")

    assert answer([]) is None
    assert gc.isenabled()
