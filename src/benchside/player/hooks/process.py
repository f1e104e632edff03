"""Runs a command as a process: without a shell, without a terminal, and for a limited time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.session import format_duration

if TYPE_CHECKING:
    from collections.abc import Sequence


class ProcessRunner:
    """Runs commands, one after the other; what they print is discarded."""

    def run(self, command: Sequence[str], message: bytes, *, timeout_s: float) -> str:
        """Run a command with a message on its standard input; return what failed, or nothing.

        It is a group of processes of its own, so that neither ctrl-C nor the end of the terminal
        reaches it, and what it has started is ended with it when its time is over.
        """
        program = find_program(command[0])
        if program is None:
            return "no such program is found"
        try:
            process = subprocess.Popen(
                [program, *command[1:]],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            return (error.strerror or str(error)).lower()
        with process:
            return _outcome(process, message, timeout_s)


def find_program(word: str) -> str | None:
    """Return the path of a program as a shell would find it; None where there is none."""
    return shutil.which(str(Path(word).expanduser()) if word.startswith("~/") else word)


def _outcome(process: subprocess.Popen[bytes], message: bytes, timeout_s: float) -> str:
    try:
        process.communicate(message, timeout_s)
    except subprocess.TimeoutExpired:
        _kill(process)
        return f"not done within {format_duration(round(timeout_s * 1_000))}, and was ended"
    status = process.returncode
    if status == 0:
        return ""
    return f"ended with status {status}" if status > 0 else f"ended by signal {-status}"


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a command and all that it has started."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
