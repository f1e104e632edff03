"""Commands on a terminal: colours, questions, a clean end."""

from __future__ import annotations

import json
import shlex
import sys
import time
from typing import TYPE_CHECKING

import pytest

from benchside.runner.moves import IGNORE_GO_MS
from tests.cli.test_run_plain import SHORT, interrupt, logged
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
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


@pytest.mark.slow
def test_the_question_alone_loses_nothing(home: Path, session: str) -> None:
    interrupt(session, home)

    with Terminal(home, "run", session, "--plain") as terminal:
        terminal.wait_for("save it as partial, or discard it")
        status = terminal.interrupt()

    assert status == 130
    assert (home / "journal.jsonl").exists()
    assert not logged(home)


@pytest.mark.slow
def test_keys_typed_on_a_terminal_lead_through_a_session(home: Path, session: str) -> None:
    with Terminal(home, "run", session, "--plain", lines=60) as terminal:
        terminal.wait_for("Press enter to begin")
        terminal.press("\n")
        terminal.wait_for("Set 1 of 2 is over: 1 rep, 20 kg.")
        terminal.press("reps 3\n")
        terminal.wait_for("Corrected, Glute bridge, set 1 of 2: 3 reps, 20 kg.")
        terminal.wait_for("1 set is not confirmed yet")
        time.sleep((IGNORE_GO_MS + 100) / 1_000)
        terminal.press("\n")
        status = terminal.wait_for_end()

    [line] = logged(home)
    assert status == 0
    assert line["status"] == "complete"
    assert [(one["status"], one["actual_reps"]) for one in line["sets"]] == [
        ("done", 3),
        ("done", 1),
    ]


AT_WILL = """
name = "At will"

[[block]]
name = "Main"

  [[block.exercise]]
  name = "Squat"
  sets = 6
  reps = 5
  rest = "60s"
  prepare = "3s"
"""


@pytest.mark.slow
def test_enter_held_for_five_seconds_logs_no_set(home: Path) -> None:
    session = home / "at-will.toml"
    session.write_text(AT_WILL)

    with Terminal(home, "run", str(session), "--plain", lines=60) as terminal:
        terminal.wait_for("Press enter to begin")
        hold(terminal, "\n", seconds=5)
        terminal.wait_for("Go. Press enter when the set is done.")
        journal = (home / "journal.jsonl").read_text()

    assert journal.count('"command":{"name":"go"}') == 1
    assert not any("set" in json.loads(line) for line in journal.splitlines())
    assert terminal.written.count(b"Too soon, once more.") < 10


def hold(terminal: Terminal, key: str, *, seconds: float) -> None:
    """Hold a key down: it comes again and again."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        terminal.press(key)
        terminal.wait_for(passed(0.03))


def passed(seconds: float) -> Callable[[str], bool]:
    """So much time has passed, whatever is on the screen."""
    ends = time.monotonic() + seconds
    return lambda _: time.monotonic() >= ends


EDITOR = """
import pathlib, sys
print("the editor has the terminal", flush=True)
input()
path = pathlib.Path(sys.argv[1])
path.write_text(path.read_text().replace("Short", "Shorter").replace("tempo =", "tmpo ="))
"""


@pytest.mark.slow
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


@pytest.mark.slow
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
