"""`benchside doctor`, whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchside.log.entries import encode_entry
from benchside.log.journal import FileJournal
from tests.cli.test_streams import in_shell
from tests.log.leading import HEADER
from tests.marks import slow
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer


def told(answer: Answer) -> dict[str, dict[str, str]]:
    return {check["name"]: check for check in json.loads(answer.out)}


def test_a_machine_where_all_is_well_ends_with_status_0(benchside: Callable[..., Answer]) -> None:
    answer = benchside("doctor")

    lines = answer.out.splitlines()
    assert answer.status == 0
    assert answer.err == ""
    assert lines[0].startswith("ok       program          benchside ")
    assert " checks: " in lines[-1]


def test_every_line_has_a_mark_and_without_a_terminal_no_key_is_asked_for(
    benchside: Callable[..., Answer],
) -> None:
    answer = benchside("doctor")

    marks = {line[:7].strip() for line in answer.out.splitlines()[:-1]} - {""}
    assert marks <= {"ok", "skipped", "warning", "fault"}
    assert "skipped  keys             there is no terminal to press them on\n" in answer.out


def test_json_has_the_same_facts(benchside: Callable[..., Answer]) -> None:
    lines, checks = benchside("doctor").out, told(benchside("doctor", "--json"))

    assert all(set(check) == {"name", "state", "told", "hint"} for check in checks.values())
    assert checks["disk"]["state"] == "ok"
    assert checks["keys"]["state"] == "skipped"
    assert checks["sessions folder"]["told"] in " ".join(lines.split())


def test_broken_settings_end_with_status_1(benchside: Callable[..., Answer], home: Path) -> None:
    (home / "settings.toml").write_text('sound = "silent"\nkeep_awake = 5\n')

    answer = benchside("doctor", "--json")

    assert answer.status == 1
    assert told(answer)["settings"]["state"] == "fault"


def test_a_session_that_waits_is_only_a_warning(
    benchside: Callable[..., Answer], home: Path
) -> None:
    journal = FileJournal(home / "journal.jsonl")
    journal.write(encode_entry(HEADER))
    journal.close()

    answer = benchside("doctor", "--json")

    assert answer.status == 0
    assert told(answer)["journal"]["state"] == "warning"


@pytest.mark.skipif(os.name == "nt", reason="there is no user of this form")
@pytest.mark.parametrize("arguments", ["", "--json"])
def test_a_home_that_cannot_be_found_is_a_line(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    monkeypatch.setenv("BENCHSIDE_HOME", "~nobody-of-this-name/bench")

    done = in_shell(f"benchside doctor {arguments}")

    assert done.returncode == 1
    assert "nobody of this name has a home folder" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("closed", ["<&- >&- 2>&-", *slow(">&-", "2>&-", "<&-")])
def test_closed_streams_are_no_trouble(home: Path, closed: str) -> None:
    done = in_shell(f"benchside doctor {closed}")

    assert done.returncode == 0
    assert done.stderr == ""


def test_a_closed_input_is_told(home: Path) -> None:
    done = in_shell("benchside doctor --json <&-")

    terminal = next(one for one in json.loads(done.stdout) if one["name"] == "terminal")
    assert terminal["told"] == "standard input, output and error are no terminal"


def test_lang_c_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_CTYPE", raising=False)
    monkeypatch.setenv("LANG", "C")

    done = in_shell("benchside doctor")

    assert 'unicode          utf-8, but the locale is "C"' in done.stdout


def test_an_ascii_output_gets_every_line_in_ascii(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("LC_ALL", "C"), ("PYTHONUTF8", "0"), ("PYTHONCOERCECLOCALE", "0")):
        monkeypatch.setenv(name, value)

    done = in_shell("benchside doctor")

    assert "warning  unicode          ascii: bars, arrows and dots" in done.stdout
    assert "?" not in done.stdout


def test_no_color_is_told_and_obeyed(
    benchside: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    answer = benchside("doctor")

    assert "colours          none: NO_COLOR is set\n" in answer.out
    assert "\x1b" not in answer.out


def test_a_terminal_asks_for_keys_and_is_left_as_it_was(home: Path) -> None:
    with Terminal(home, "doctor", lines=50) as terminal:
        for asked, key in (("space", " "), ("an arrow", "\x1b[D"), ("page down", "\x1b[6~")):
            terminal.wait_for(f"press {asked}")
            terminal.press(key)
        terminal.wait_for("press a letter")
        terminal.press("\r")
        status = terminal.wait_for_end()

        assert status == 0
        assert terminal.is_clean
    shown = " ".join(terminal.text.split())
    assert "an arrow arrived as left; page down arrived; a letter was left out" in shown


def test_ctrl_c_at_a_key_leaves_the_terminal_as_it_was(home: Path) -> None:
    with Terminal(home, "doctor") as terminal:
        terminal.wait_for("press space")
        terminal.process.send_signal(signal.SIGINT)

        assert terminal.wait_for_end() == 130
        assert terminal.is_clean


@pytest.mark.parametrize("arguments", ["['--version']", "['list']"])
def test_other_commands_do_not_load_it(home: Path, arguments: str) -> None:
    code = (
        "import sys; from benchside.cli import main; "
        f"main({arguments}, standalone_mode=False); "
        "sys.exit('benchside.doctor' in sys.modules or 'benchside.audio.audition' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
