"""Ctrl-Z: the shell has the terminal for a while."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.marks import slow
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


def is_stopped(terminal: Terminal) -> bool:
    pid, status = os.waitpid(terminal.process.pid, os.WNOHANG | os.WUNTRACED)
    return pid != 0 and os.WIFSTOPPED(status)


@pytest.mark.parametrize(
    "arguments", [("run", "first-session"), *slow(())], ids=["session", "library"]
)
def test_ctrl_z_gives_the_terminal_back_and_fg_brings_the_screen_back(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "settings.toml").write_text("volume = 0\n")  # without settings the welcome is shown

    with Terminal(tmp_path, *arguments) as terminal:
        terminal.wait_for(lambda text: "First session" in text and "help" in text)

        terminal.press("\x1a")
        terminal.wait_for(lambda _: is_stopped(terminal))
        is_given_back = terminal.is_clean

        written = len(terminal.written)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(lambda _: b"First session" in terminal.written[written:])
        is_taken_again = not terminal.is_clean

        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert is_given_back
        assert is_taken_again
