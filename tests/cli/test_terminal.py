"""Commands on a terminal: colours, questions, a clean end."""

from __future__ import annotations

import shlex
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_run_plain import SHORT, interrupt, logged
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def session(home: Path) -> str:
    path = home / "short.toml"
    path.write_text(SHORT)
    return str(path)


def test_a_page_has_colours_on_a_terminal(home: Path) -> None:
    with Terminal(home, "show", "glute-tabata") as terminal:
        status = terminal.wait_for_end()

    assert status == 0
    assert b"\x1b[3" in terminal.written


def test_a_page_has_no_colours_where_none_are_wanted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    with Terminal(home, "show", "glute-tabata") as terminal:
        terminal.wait_for_end()

    assert b"\x1b[" not in terminal.written


def test_an_interrupted_session_is_asked_about_first(home: Path, session: str) -> None:
    interrupt(session, home)

    with Terminal(home, "run", session, "--plain") as terminal:
        terminal.wait_for("save it as partial, or discard it")
        terminal.press("save\n")
        terminal.wait_for("is logged as partial")
        terminal.wait_for("Press enter to begin")
        terminal.press("quit\n")
        terminal.wait_for_end()

    assert [one["status"] for one in logged(home)] == ["partial"]


def test_the_question_alone_loses_nothing(home: Path, session: str) -> None:
    interrupt(session, home)

    with Terminal(home, "run", session, "--plain") as terminal:
        terminal.wait_for("save it as partial, or discard it")
        terminal.process.send_signal(signal.SIGINT)
        status = terminal.wait_for_end()

    assert status == 130
    assert (home / "journal.jsonl").exists()
    assert not logged(home)


def test_keys_typed_on_a_terminal_lead_through_a_session(home: Path, session: str) -> None:
    with Terminal(home, "run", session, "--plain", lines=60) as terminal:
        terminal.wait_for("Press enter to begin")
        terminal.press("\n")
        terminal.wait_for("Set 1 of 2 done: 1 rep, 20 kg.")
        terminal.press("reps 3\n")
        terminal.wait_for("Corrected, Glute bridge: 3 reps, 20 kg.")
        status = terminal.wait_for_end()

    assert status == 0
    assert [one["actual_reps"] for one in logged(home)[0]["sets"]] == [3, 1]


EDITOR = """
import pathlib, sys
print("the editor has the terminal", flush=True)
input()
path = pathlib.Path(sys.argv[1])
path.write_text(path.read_text().replace("Short", "Shorter").replace("tempo =", "tmpo ="))
"""


def test_an_editor_has_the_terminal_and_the_library_shows_what_it_wrote(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "sessions" / "short.toml").write_text(SHORT)
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", EDITOR]))

    with Terminal(home) as terminal:
        terminal.wait_for("e edit")
        terminal.press("e")
        terminal.wait_for("the editor has the terminal")
        terminal.press("\n")
        terminal.wait_for('unknown key "tmpo"')
        terminal.press("q")
        status = terminal.wait_for_end()

        assert status == 0
        assert terminal.is_clean


def test_a_new_session_is_opened_in_the_library(home: Path) -> None:
    with Terminal(home, "new", "My legs", "--from", "glute-tabata") as terminal:
        terminal.wait_for(lambda text: text.count("My legs") == 2 and "last done" in text)
        terminal.press("q")
        status = terminal.wait_for_end()

    assert status == 0
    assert str(home / "sessions" / "my-legs.toml").encode() in terminal.written


def test_the_screen_is_as_large_as_its_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "10")

    with Terminal(home) as terminal:
        terminal.wait_for("e edit")
        terminal.press("q")
        status = terminal.wait_for_end()

    assert status == 0
