"""Two real sessions of one file, one after the other, with the program as it is installed.

The first one is led on plain lines, the second on the screen: it shows the numbers of the first,
proposes a load with its reason, tells the records, and the history draws both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from benchside.runner.moves import IGNORE_GO_MS
from tests.terminal import PATIENCE_S, Terminal

if TYPE_CHECKING:
    from pathlib import Path

SQUATS = """
name = "Heavy squats"

[defaults]
prepare = "1s"

[[block]]
name = "Main"

  [[block.exercise]]
  name = "Back squat"
  sets = 2
  reps = 1
  tempo = "1-0-X-0"
  load = "100 kg"
  rest = "3s"
  progress = "+2.5 kg, -10% after 3"
"""

FIRST_SESSION = "go\nnote left heel lifts\ngo\ngo\n"
"""Begin; with two more keys confirm what the program has counted, and save."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    settings = 'sound = "silent"\nkeep_awake = false\nafter_rest = "start"\n'
    (tmp_path / "settings.toml").write_text(settings)
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "heavy-squats.toml").write_text(SQUATS)
    return tmp_path


def benchside(home: Path, *arguments: str, typed: str = "") -> str:
    """Run a command to its end; what it has told."""
    done = subprocess.run(
        [sys.executable, "-m", "benchside", *arguments],
        input=typed,
        env={**os.environ, "BENCHSIDE_HOME": str(home), "COLUMNS": "110"},
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def logged(home: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (home / "log.jsonl").read_text().splitlines()]


@pytest.mark.slow
def test_the_second_session_knows_the_first_and_the_history_draws_both(home: Path) -> None:
    first = benchside(home, "run", "--plain", "heavy-squats", typed=FIRST_SESSION)
    assert "Last time" not in first
    assert "Record" not in first

    with Terminal(home, columns=120, lines=36) as terminal:
        card = terminal.wait_for("→ 102.5 kg for 1 1: all 2 × 1 at 100 kg")
        assert "Back squat  1 1 @ 100 kg" in card
        assert '"left heel lifts"' in card

        terminal.press("\r")
        before = terminal.wait_for("TODAY  y takes 102.5 kg for 1 1: all 2 × 1 at 100 kg")
        assert 'LAST TIME  1 1 @ 100 kg · "left heel lifts"' in before

        terminal.press("y")
        terminal.wait_for("taken (y puts 100 kg back)")
        terminal.press(" ")
        rest = terminal.wait_for("LAST SET  ~1 rep @ 102.5 kg")
        assert "LAST TIME  1 1 @ 100 kg" in rest

        terminal.wait_for("enter confirms")
        terminal.wait_for("last time 1 1 @ 100 kg")
        meant_anew = time.monotonic() + IGNORE_GO_MS / 1_000
        terminal.wait_for(lambda _: time.monotonic() > meant_anew)
        terminal.press("\r")
        terminal.wait_for(lambda _: len(logged(home)) == 2)
        terminal.wait_for("→ 105 kg for 1 1: all 2 × 1 at 102.5 kg")

        terminal.press("2")
        terminal.wait_for("other list")
        terminal.wait_for("1 1 @ 102.5 kg")
        history = terminal.wait_for(lambda text: "┈⢸" in text or "┈⡇" in text)  # a line is drawn
        assert "e1RM 102.50 kg" in history
        assert "load, e1RM" in history, "it was a record"

    told = benchside(home, "log", "show")
    assert "record: Back squat at 1-0-X-0: top load 102.5 kg, before 100" in told
    assert "record: Back squat at 1-0-X-0: e1RM 102.50 kg, before 100.00" in told
    assert [one["actual_load"] for one in logged(home)[1]["sets"]] == ["102.5 kg"] * 2


@pytest.mark.slow
def test_on_plain_lines_the_second_session_tells_the_first_and_its_records(home: Path) -> None:
    benchside(home, "run", "--plain", "heavy-squats", typed=FIRST_SESSION)

    second = benchside(home, "run", "--plain", "heavy-squats", typed="take\ngo\ngo\ngo\n")

    assert second.splitlines().count("Last time: 1 1 @ 100 kg.") == 1
    assert "Note of last time: left heel lifts" in second
    assert "Today: 102.5 kg for 1 1: all 2 × 1 at 100 kg." in second
    assert "Record, Back squat: top load 102.5 kg, before 100." in second
    assert "Next time: Back squat 105 kg for 1 1: all 2 × 1 at 102.5 kg." in second
