"""Commands as processes: told by their standard input, without a shell, for a limited time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from benchside.player.hooks.process import ProcessRunner, find_program
from benchside.testing import RecordingCommandRunner

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.player.ports import CommandRunner

MESSAGE = b'{"event": "paused"}\n'
PYTHON = (sys.executable, "-I", "-S", "-c")
PATIENCE_S = 60.0


@pytest.mark.parametrize("runner", [ProcessRunner(), RecordingCommandRunner()])
def test_a_command_that_ends_well_has_nothing_to_tell(runner: CommandRunner) -> None:
    assert runner.run((*PYTHON, "pass"), MESSAGE, timeout_s=PATIENCE_S) == ""


def test_a_command_reads_what_happened_on_its_standard_input(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    code = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"

    failed = ProcessRunner().run((*PYTHON, code, str(kept)), MESSAGE, timeout_s=PATIENCE_S)

    assert failed == ""
    assert kept.read_bytes() == MESSAGE


@pytest.mark.parametrize("word", ["$HOME", "a b", "; exit 3", "`id`", "*", ""])
def test_every_word_arrives_as_it_was_written(word: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    code = "import json, sys; open(sys.argv[1], 'w').write(json.dumps(sys.argv[2:]))"

    ProcessRunner().run((*PYTHON, code, str(kept), word), MESSAGE, timeout_s=PATIENCE_S)

    assert json.loads(kept.read_text()) == [word]


def test_what_a_command_prints_is_seen_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    code = "import sys; print('out'); print('err', file=sys.stderr)"

    ProcessRunner().run((*PYTHON, code), MESSAGE, timeout_s=PATIENCE_S)

    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise SystemExit(3)", "ended with status 3"),
        ("import os; os.kill(os.getpid(), 9)", "ended by signal 9"),
        ("import os; os.close(0); raise SystemExit(4)", "ended with status 4"),
    ],
)
def test_a_command_that_fails_says_how(code: str, told: str) -> None:
    large = b"x" * 1_000_000

    assert ProcessRunner().run((*PYTHON, code), large, timeout_s=PATIENCE_S) == told


@pytest.mark.skipif(sys.platform == "win32", reason="there are no groups of processes to end")
@pytest.mark.slow
def test_a_command_that_hangs_is_ended_with_all_that_it_has_started(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    code = (
        "import os, subprocess, sys; "
        "child = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE); "
        "open(sys.argv[1], 'w').write(str(child.pid)); child.wait()"
    )

    told = ProcessRunner().run((*PYTHON, code, str(kept)), MESSAGE, timeout_s=2)

    assert told == "not done within 2s, and was ended"
    deadline = time.monotonic() + PATIENCE_S
    while is_running(kept.read_text()):
        assert time.monotonic() < deadline


def is_running(pid: str) -> bool:
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", pid], capture_output=True, check=False, text=True
    )
    return listed.stdout.strip()[:1] not in ("", "Z")


def test_a_command_that_is_not_there_is_told() -> None:
    told = ProcessRunner().run(("no-such-program",), MESSAGE, timeout_s=1)

    assert told == "no such program is found"


def test_a_file_that_is_no_program_is_told(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("\x00 no program")
    path.chmod(0o700)

    assert ProcessRunner().run((str(path),), MESSAGE, timeout_s=1) == "exec format error"


def test_a_program_is_found_by_its_name_and_in_ones_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "lights"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o700)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}{os.pathsep}{tmp_path}")

    assert find_program("~/lights") == str(program)
    assert find_program("lights") == str(program)
    assert find_program("~/none") is None
