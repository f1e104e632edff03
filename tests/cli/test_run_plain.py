"""`run --plain` as a process: input, output, signals, the interrupted session."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from benchside.runner.moves import IGNORE_GO_MS
from tests.marks import slow

if TYPE_CHECKING:
    from pathlib import Path

DAY_S = 24 * 60 * 60

SHORT = """
name = "Short"

[defaults]
prepare = "0.1s"
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


class Told:
    """What a process tells, line by line, and answers to it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def until(self, sought: str, *, then: str = "", after_ms: int = 0) -> None:
        """Read up to a text, then type an answer."""
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        for line in self._process.stdout:
            if sought in line:
                break
        else:
            raise AssertionError(f"never told: {sought}")
        time.sleep(after_ms / 1000)
        self._process.stdin.write(then)
        self._process.stdin.flush()


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


def set_aside(home: Path) -> list[Path]:
    return sorted((home / "set-aside").glob("*.jsonl"))


def numbers(home: Path) -> list[tuple[str, int]]:
    """The sets of the one session in the log."""
    [line] = logged(home)
    return [(one["exercise"], one["number"]) for one in line["sets"]]


@pytest.mark.slow
def test_a_session_without_input_ends_in_the_log_with_every_set_unconfirmed(
    session: str, home: Path
) -> None:
    status, out, err = run(session)

    assert status == 0, err
    assert "Short, partial: 0 of 2 sets done" in out
    assert "2 not confirmed" in out
    assert f"Logged in {home / 'log.jsonl'}" in out
    [line] = logged(home)
    assert line["status"] == "partial"
    assert [one["status"] for one in line["sets"]] == ["assumed", "assumed"]


@pytest.mark.slow
def test_keys_that_come_in_time_make_a_session_complete(session: str, home: Path) -> None:
    with start(session) as process:
        told = Told(process)
        told.until("Press enter to begin", then="\n")
        told.until("press enter to confirm", then="\n", after_ms=IGNORE_GO_MS + 100)
        status = process.wait(60)

    [line] = logged(home)
    assert status == 0
    assert line["status"] == "complete"
    assert [one["status"] for one in line["sets"]] == ["done", "done"]


def test_answers_from_a_pipe_lead_through_a_session(session: str, home: Path) -> None:
    status, out, _ = run(session, keys="\nnote from a pipe\nfinish\n")

    assert status == 0
    assert "Logged in" in out
    assert logged(home)[0]["status"] == "partial"


def test_a_session_is_led_with_another_sound_that_is_kept_nowhere(session: str, home: Path) -> None:
    before = (home / "settings.toml").read_text()

    status, out, _ = run(
        session, "--rehearse", "--mute", "--volume", "5", "--pack", "soft", keys="louder\n"
    )

    assert status == 0
    assert "Volume 15%." in out
    assert (home / "settings.toml").read_text() == before


def test_a_rehearsal_writes_nothing(session: str, home: Path) -> None:
    status, out, _ = run(session, "--rehearse")

    assert status == 0
    assert "Nothing is logged." in out
    assert {path.name for path in home.iterdir()} == {"sessions", "settings.toml", "short.toml"}


@pytest.mark.parametrize("name", ["SIGTERM", *slow("SIGHUP", "SIGINT")])
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_an_interrupted_session_can_be_given_up_and_still_be_brought_back(
    session: str, home: Path
) -> None:
    interrupt(session, home)

    status, out, _ = run("--discard-leftover")
    nothing_waits = not (home / "journal.jsonl").exists() and not logged(home)
    [kept] = set_aside(home)
    _, listed, _ = run("--resume")
    resumed, _, err = run("--resume", kept.stem)

    assert status == 0
    assert 'Short is discarded; for 30 days "benchside run --resume" can bring it back' in out
    assert nothing_waits
    assert f"  {kept.stem}  Short of " in listed
    assert resumed == 0, err
    assert numbers(home) == [("Glute bridge", 1), ("Glute bridge", 2)]


@pytest.mark.slow
def test_a_session_that_was_abandoned_goes_on_with_every_set_once(session: str, home: Path) -> None:
    with start(session) as process:
        told = Told(process)
        told.until("Press enter to begin", then="\n")
        told.until("Set 1 of 2 is over", then="abandon\n")
        told.until('Not logged. "benchside run --resume" can bring it back for 30 days.')
    [kept] = set_aside(home)

    _, listed, _ = run("--resume")
    status, out, err = run("--resume", kept.stem)

    assert f"{kept.stem}  Short of " in listed
    assert "1 of 2 sets done" in listed
    assert f'"benchside run --resume {kept.stem}" goes on with the latest.' in listed
    assert status == 0, err
    assert "was interrupted, 1 of 2 sets done." in out
    assert numbers(home) == [("Glute bridge", 1), ("Glute bridge", 2)]
    assert set_aside(home) == []


def abandon(session: str) -> None:
    with start(session) as process:
        told = Told(process)
        told.until("Press enter to begin", then="\n")
        told.until("Go.", then="abandon\n")


def discard(session: str, home: Path) -> None:
    interrupt(session, home)
    run("--discard-leftover")


@pytest.mark.slow
@pytest.mark.parametrize("how", ["discarded", *slow("abandoned")])
def test_a_session_that_was_given_up_is_gone_after_thirty_days(
    session: str, home: Path, how: str
) -> None:
    abandon(session) if how == "abandoned" else discard(session, home)
    [kept] = set_aside(home)
    in_time = kept.stat().st_mtime - DAY_S * 29
    os.utime(kept, (in_time, in_time))
    _, listed, _ = run("--resume")
    too_late = in_time - DAY_S * 2
    os.utime(kept, (too_late, too_late))

    status, _, err = run("--resume")

    assert kept.stem in listed
    assert status == 3
    assert err == "benchside: no session was interrupted, and none was set aside\n"
    assert set_aside(home) == []


def test_a_session_that_was_not_given_up_cannot_be_named(home: Path) -> None:
    status, _, err = run("--resume", "2026-01-12-1805")

    assert status == 2
    assert err == 'benchside: no session "2026-01-12-1805" was set aside; none was\n'


@pytest.mark.slow
def test_a_session_set_aside_waits_until_the_interrupted_one_is_answered_for(
    session: str, home: Path
) -> None:
    interrupt(session, home)
    run("--discard-leftover")
    [kept] = set_aside(home)
    interrupt(session, home)

    status, _, err = run("--resume", kept.stem)

    assert status == 3
    assert "an interrupted session waits in" in err
    assert set_aside(home) == [kept]
    assert (home / "journal.jsonl").exists()


def test_nothing_interrupted_is_said(home: Path) -> None:
    status, _, err = run("--resume")

    assert status == 3
    assert err == "benchside: no session was interrupted, and none was set aside\n"


@pytest.mark.slow
def test_a_journal_of_another_version_is_told_with_the_place_where_it_is_kept(
    session: str, home: Path
) -> None:
    interrupt(session, home)
    journal = home / "journal.jsonl"
    written = journal.read_text().replace('"v":3', '"v":4', 1)
    journal.write_text(written)

    status, _, err = run(session, keys="quit\n")

    [kept] = set_aside(home)
    assert status == 0
    assert "an interrupted session cannot be taken up" in err
    assert "it has version 4, this program reads version 3" in err
    assert str(kept) in err
    assert kept.read_text() == written


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -m benchside show glute-tabata --json | head -n 1"

    shell = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False
    )

    assert shell.returncode in (0, 141)
    assert shell.stderr == ""


@pytest.mark.slow
def test_hooks_that_fail_are_told_beside_the_session_and_after_its_end(
    session: str, home: Path
) -> None:
    (home / "hooks.toml").write_text(
        '[[hook]]\non = ["session-started", "set-started"]\nrun = ["no-such-lights"]\n'
        '[[hook]]\non = "session-finished"\nrun = ["no-such-upload"]\n'
    )

    status, out, err = run(session)

    assert status == 0
    assert out.count("Hook no-such-lights at session-started: no such program is found.") == 1
    assert (out + err).count("ook no-such-upload at session-finished: no such program is") == 1
    assert len(logged(home)) == 1
