"""Commands whose input, output or surroundings are not what they usually are."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.marks import slow

BENCHSIDE = shlex.join([sys.executable, "-m", "benchside"])
FULL = Path("/dev/full")

needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")


def in_shell(command: str, *, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    line = command.replace("benchside", BENCHSIDE, 1)
    return subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, check=False, cwd=cwd
    )


ALL_CLOSED = "<&- >&- 2>&-"
ALL_COMMANDS = (
    *("list", "list --json", "show first-session", "check"),
    *("log", "log path", "schema", "--help"),
)


@pytest.mark.parametrize(
    ("command", "closed"),
    [
        *((command, ALL_CLOSED) for command in ALL_COMMANDS),
        *(("list", closed) for closed in (">&-", "2>&-", "<&-")),
        *(
            pytest.param(command, closed, marks=pytest.mark.slow)
            for command in ALL_COMMANDS[1:]
            for closed in (">&-", "2>&-", "<&-")
        ),
    ],
)
def test_a_closed_stream_is_taken_for_the_null_device(
    home: Path, command: str, closed: str
) -> None:
    done = in_shell(f"benchside {command} {closed}")

    assert done.returncode == 0
    assert done.stderr == ""


@needs_full
@pytest.mark.parametrize(
    "command", ["list", *slow("show first-session", "schema", "--help", "--version")]
)
def test_a_full_disk_behind_the_output_is_one_line(home: Path, command: str) -> None:
    done = in_shell(f"benchside {command} > /dev/full")

    assert done.returncode == 3
    assert done.stderr == "benchside: no space left on device\n"


@pytest.mark.slow
@needs_full
def test_errors_that_cannot_be_written_change_no_status(home: Path) -> None:
    (home / "log.jsonl").write_text("broken\n")

    assert in_shell("benchside list 2> /dev/full").returncode == 0
    assert in_shell("benchside log 2> /dev/full").returncode == 1
    assert in_shell("benchside show nothing 2> /dev/full").returncode == 2


@pytest.mark.parametrize("command", ["schema", *slow("--help", "sound --help")])
def test_whoever_reads_no_output_ends_a_command_without_a_word(home: Path, command: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [*shlex.split(BENCHSIDE), *command.split()],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )

    os.close(writer)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.parametrize("closed", ["<&-", *slow("< /dev/null")])
@pytest.mark.parametrize("title", ["Legs", *slow("")])
def test_an_answer_that_never_came_is_told_on_a_line_of_its_own(
    home: Path, closed: str, title: str
) -> None:
    done = in_shell(f"benchside new {title} {closed}")

    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith("benchside: the input ended before")
    assert list((home / "sessions").iterdir()) == []


def test_exercises_that_were_typed_are_kept_when_the_input_ends(home: Path) -> None:
    done = in_shell("printf 'strength\\nSquat / 3x5 80kg' | benchside new Legs")

    assert done.returncode == 0
    assert 'name = "Squat"' in (home / "sessions" / "legs.toml").read_text()


def test_input_that_is_no_text_is_no_traceback(home: Path) -> None:
    done = in_shell("printf 'strength\\n\\377\\376\\n' | benchside new Legs")

    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_gone_stops_only_what_needs_it(home: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()

    listed = in_shell(f"cd {gone} && rmdir {gone} && benchside list")
    gone.mkdir()
    written = in_shell(f"cd {gone} && rmdir {gone} && benchside show first-session --wav a.wav")

    assert listed.returncode == 0
    assert written.returncode == 3
    assert written.stderr == "benchside: the folder that this was started in is gone\n"


def test_a_home_that_nobody_has_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENCHSIDE_HOME", "~nobody-of-this-name/bench")

    done = in_shell("benchside list")

    assert done.returncode == 3
    assert done.stderr.startswith("benchside: ~nobody-of-this-name/bench: ")


def test_an_ascii_terminal_gets_what_it_can_show(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("LC_ALL", "C"), ("PYTHONUTF8", "0"), ("PYTHONCOERCECLOCALE", "0")):
        monkeypatch.setenv(name, value)

    assert in_shell("benchside show first-session").returncode == 0


def test_a_screen_is_not_drawn_into_a_file(home: Path, tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    errors = tmp_path / "errors.txt"

    with errors.open("wb") as stream:
        done = subprocess.run(
            [*shlex.split(BENCHSIDE), "run", "first-session"],
            stdin=follower,
            stdout=follower,
            stderr=stream,
            env={**os.environ, "TERM": "xterm"},
            check=False,
        )

    os.close(leader)
    os.close(follower)
    assert done.returncode == 3
    assert "the screen is drawn on standard error" in errors.read_text()
