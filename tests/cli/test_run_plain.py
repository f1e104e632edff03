"""`run --plain` as a process: input, output, signals, the interrupted session."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SHORT = """
name = "Short"

[defaults]
prepare = "0s"
rest = "1s"

[[block]]
name = "Main"

  [[block.exercise]]
  name = "Glute bridge"
  sets = 2
  reps = 1
  tempo = "1-0-X-0"
  load = "20 kg"
"""


@pytest.fixture
def session(home: Path) -> str:
    path = home / "short.toml"
    path.write_text(SHORT)
    return str(path)


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "benchside", "run", "--plain", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )


def run(*arguments: str, keys: str = "") -> tuple[int, str, str]:
    with start(*arguments) as process:
        out, err = process.communicate(keys, timeout=60)
        return process.returncode, out, err


def logged(home: Path) -> list[dict[str, Any]]:
    path = home / "log.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def interrupt(session: str, home: Path, *, how: int = signal.SIGTERM) -> tuple[int, str]:
    """Begin a session, and end the program in its first set."""
    with start(session) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n")
        process.stdin.flush()
        while "Go." not in process.stdout.readline():
            pass
        process.send_signal(how)
        process.wait(60)
        return process.returncode, process.stdout.read()


def test_a_session_without_input_ends_in_the_log(session: str, home: Path) -> None:
    status, out, err = run(session)

    assert status == 0, err
    assert "Short, complete: 2 of 2 sets done" in out
    assert f"Logged in {home / 'log.jsonl'}" in out
    assert [one["status"] for one in logged(home)] == ["complete"]


def test_answers_from_a_pipe_lead_through_a_session(session: str, home: Path) -> None:
    status, out, _ = run(session, keys="\nnote from a pipe\nfinish\n")

    assert status == 0
    assert "Logged in" in out
    assert logged(home)[0]["status"] == "partial"


def test_a_rehearsal_writes_nothing(session: str, home: Path) -> None:
    status, out, _ = run(session, "--rehearse")

    assert status == 0
    assert "Nothing is logged." in out
    assert {path.name for path in home.iterdir()} == {"sessions", "settings.toml", "short.toml"}


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_leaves_the_session_to_be_resumed(session: str, home: Path, name: str) -> None:
    number = getattr(signal, name)

    status, out = interrupt(session, home, how=number)

    assert status == 128 + number
    assert "benchside run --resume --plain" in out
    assert (home / "journal.jsonl").exists()
    assert not logged(home)


def test_an_interrupted_session_goes_on(session: str, home: Path) -> None:
    interrupt(session, home)

    status, out, err = run("--resume", keys="\nnote gone on\nfinish\n")

    assert status == 0, err
    assert "was interrupted, 0 of 2 sets done." in out
    assert [one["status"] for one in logged(home)] == ["partial"]
    assert not (home / "journal.jsonl").exists()


def test_another_session_waits_until_the_interrupted_one_is_answered_for(
    session: str, home: Path
) -> None:
    interrupt(session, home)

    asked, _, err = run(session)
    saved, out, _ = run("--save-leftover")

    assert asked == 3
    assert "--resume, --save-leftover or --discard-leftover" in err
    assert saved == 0
    assert "Short is logged as partial" in out


def test_an_interrupted_session_can_be_given_up(session: str, home: Path) -> None:
    interrupt(session, home)

    status, out, _ = run("--discard-leftover")

    assert status == 0
    assert "Short is discarded" in out
    assert not (home / "journal.jsonl").exists()
    assert not logged(home)


def test_nothing_interrupted_is_said(home: Path) -> None:
    status, _, err = run("--resume")

    assert status == 3
    assert err == "benchside: no session was interrupted\n"


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -m benchside show glute-tabata --json | head -n 1"

    shell = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False
    )

    assert shell.returncode in (0, 141)
    assert shell.stderr == ""
