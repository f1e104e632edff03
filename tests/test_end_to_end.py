"""A whole session through the real command in a pseudo-terminal."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchside.runner.moves import IGNORE_GO_MS
from tests.marks import slow
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT = """
name = "Short and real"

[defaults]
prepare = "1s"
rest = "1s"

[[block]]
name = "Bridges"
kind = "main"

  [[block.exercise]]
  name = "Glute bridge"
  sets = 2
  reps = 1
  tempo = "1-0-X-0"
  load = "20 kg"

  [[block.exercise]]
  name = "Plank"
  time = "2s"
"""

LONG = SHORT.replace("reps = 1", "reps = 30")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text(
        'sound = "silent"\nkeep_awake = false\nafter_rest = "start"\n'
    )
    return tmp_path


def write_session(home: Path, text: str) -> str:
    path = home / "short.toml"
    path.write_text(text)
    return str(path)


def logged(home: Path) -> list[dict[str, Any]]:
    path = home / "log.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def journal(home: Path) -> list[dict[str, Any]]:
    path = home / "journal.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def is_at_work(home: Path) -> bool:
    return any("step" in line and line["step"]["kind"] == "work" for line in journal(home))


def confirm(terminal: Terminal, home: Path) -> None:
    """Wait for the end of the last set, and confirm what counted itself."""
    terminal.wait_for("enter confirms")
    meant_anew = time.monotonic() + IGNORE_GO_MS / 1_000
    terminal.wait_for(lambda _: time.monotonic() > meant_anew)
    assert not logged(home)
    terminal.press("\r")
    terminal.wait_for(lambda _: bool(logged(home)))


@pytest.mark.slow
def test_a_short_session_runs_by_itself_after_one_key_and_one_more_puts_it_into_the_log(
    home: Path,
) -> None:
    session = write_session(home, SHORT)

    with Terminal(home, "run", session) as terminal:
        terminal.wait_for("Glute bridge")
        terminal.press(" ")
        confirm(terminal, home)
        terminal.wait_for("log.jsonl")
        terminal.press("q")
        terminal.press("q")

    [line] = logged(home)
    assert line["status"] == "complete"
    assert {one["status"] for one in line["sets"]} == {"done"}
    assert [one["exercise"] for one in line["sets"]] == ["Glute bridge", "Glute bridge", "Plank"]
    assert not (home / "journal.jsonl").exists()


@pytest.mark.slow
def test_a_session_killed_in_a_set_goes_on_with_every_finished_set_once(home: Path) -> None:
    session = write_session(home, SHORT)
    with Terminal(home, "run", session) as terminal:
        terminal.wait_for("Glute bridge")
        terminal.press(" ")
        terminal.wait_for(lambda _: _sets_in(home) == 1)
        terminal.process.kill()
        terminal.process.wait()

    with Terminal(home) as terminal:
        terminal.wait_for("Short and real")
        assert (home / "journal.jsonl").exists()
        terminal.press("\r")
        terminal.wait_for("SPACE goes on")
        terminal.press(" ")
        confirm(terminal, home)

    [line] = logged(home)
    assert line["status"] == "complete"
    assert {one["status"] for one in line["sets"]} == {"done"}
    assert [one["exercise"] for one in line["sets"]] == ["Glute bridge", "Glute bridge", "Plank"]


@pytest.mark.parametrize(
    "how",
    ["ctrl-c", *slow("SIGTERM", "SIGHUP", "SIGINT")],
)
def test_being_ended_in_a_set_leaves_a_clean_terminal_and_a_journal(home: Path, how: str) -> None:
    session = write_session(home, LONG)

    with Terminal(home, "run", session) as terminal:
        terminal.wait_for("Glute bridge")
        terminal.press(" ")
        terminal.wait_for(lambda _: is_at_work(home))
        if how == "ctrl-c":
            terminal.press("\x03")
        else:
            os.kill(terminal.process.pid, getattr(signal, how))
        terminal.wait_for_end()

        assert terminal.is_clean
        assert b"Traceback" not in terminal.written
    assert journal(home)
    assert not logged(home)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="no /proc to find the speaker in")
def test_ten_kills_of_the_speaker_cost_no_set(home: Path) -> None:
    (home / "settings.toml").write_text('volume = 0\nkeep_awake = false\nafter_rest = "start"\n')
    sets = "sets = [{ reps = 60 }, { reps = 1 }]"
    session = write_session(home, SHORT.replace("sets = 2\n  reps = 1", sets))
    killed: list[int] = []

    with Terminal(home, "run", session) as terminal:
        terminal.wait_for("Glute bridge")
        terminal.press(" ")
        terminal.wait_for(lambda _: is_at_work(home))
        while len(killed) < 10:
            terminal.wait_for(lambda _: any(_speakers(terminal.process.pid, but=killed)))
            (speaker,) = _speakers(terminal.process.pid, but=killed)
            os.kill(speaker, signal.SIGKILL)
            killed.append(speaker)
        terminal.press(" ")  # the long set is done; the others end by themselves
        confirm(terminal, home)

    [line] = logged(home)
    assert line["status"] == "complete"
    assert {one["status"] for one in line["sets"]} == {"done"}
    assert [one["exercise"] for one in line["sets"]] == ["Glute bridge", "Glute bridge", "Plank"]


def _speakers(program: int, *, but: Sequence[int]) -> list[int]:
    """The numbers of the speaker processes that live, those that were killed left out."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            is_speaker = b"benchside.audio.speaker" in (stat.parent / "cmdline").read_bytes()
        except OSError:  # it has ended meanwhile
            continue
        if parent == program and is_speaker and int(stat.parent.name) not in but:
            found.append(int(stat.parent.name))
    return found


def _sets_in(home: Path) -> int:
    return len([line for line in journal(home) if "set" in line])
