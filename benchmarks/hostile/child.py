"""The real program in a pseudo-terminal, forked from a process that has it loaded already.

A fresh interpreter takes longer to start than the sets of these sessions last. So the program is
loaded once, and every run is a fork of that: with its own session, terminal, streams, environment
and, where it is asked for, disk.
"""

from __future__ import annotations

import atexit
import fcntl
import importlib
import os
import pty
import select
import signal
import struct
import sys
import termios
import threading
import time
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from benchmarks.hostile.disk import Plan, install

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOADED: Final = (
    "benchside.cli.run",
    "benchside.cli.plain_run",
    "benchside.cli.interrupted",
    "benchside.app.sessions",
    "benchside.tui.app",
    "benchside.tui.driver",
    "benchside.tui.signals",
    "benchside.tui.screens.session",
    "benchside.tui.screens.summary",
    "benchside.tui.screens.question",
)

ROWS, COLUMNS = 30, 100


def load() -> None:
    """Load the program, before anything is forked."""
    for name in LOADED:
        importlib.import_module(name)


class Running:
    """A running `benchside`, its keyboard and all that it has written."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        plan: Plan | None = None,
        controls: bool = True,
        ignores_hangup: bool = False,
        in_shell: bool = False,
    ) -> None:
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.terminal = leader
        self.written = b""
        self.status: int | None = None
        """The exit status, or less than 0 for the signal that ended it; None while it runs."""
        self.pid = os.fork()
        if self.pid == 0:
            os.close(leader)
            if in_shell:
                _become_shell(home, arguments, follower)
            _become(home, arguments, follower, plan, controls, ignores_hangup)
        os.close(follower)

    @property
    def text(self) -> str:
        """What it has written."""
        return self.written.decode("utf-8", "replace")

    def press(self, keys: str) -> None:
        """Type."""
        with suppress(OSError):
            os.write(self.terminal, keys.encode())

    def read(self, seconds: float = 0.02) -> bool:
        """Read what it writes within so long; False where that is nothing."""
        if self.terminal < 0 or not select.select([self.terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:  # the other end is closed
            time.sleep(seconds)
            return False
        self.written += data
        return bool(data)

    def has_ended(self) -> bool:
        """Whether it is over."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def wait_until(self, is_so: Callable[[], bool], seconds: float) -> bool:
        """Read on until something is so, or the program is over; False where time is over first."""
        deadline = time.monotonic() + seconds
        while not is_so():
            if self.has_ended():
                self._read_all()
                return is_so()
            if time.monotonic() > deadline:
                return False
            self.read()
        return True

    def signal(self, number: int) -> None:
        """Send a signal."""
        if not self.has_ended():
            os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal."""
        if self.terminal >= 0:
            os.close(self.terminal)
            self.terminal = -1

    def end(self) -> None:
        """Be rid of it."""
        if not self.has_ended():
            os.kill(self.pid, signal.SIGKILL)
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        self._read_all()
        self.hang_up()

    def _read_all(self) -> None:
        while self.read(0.0):
            pass


def _become(
    home: Path,
    arguments: tuple[str, ...],
    terminal: int,
    plan: Plan | None,
    controls: bool,
    ignores_hangup: bool,
) -> None:
    """Turn this fork into the program; never returns."""
    status = 1
    try:
        _settle_in(home, terminal, controls=controls)
        if ignores_hangup:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        sys.stdin = sys.__stdin__ = open(0, closefd=False, encoding="utf-8")  # type: ignore[misc]  # noqa: SIM115
        for number, name in ((1, "stdout"), (2, "stderr")):
            stream = open(number, "w", buffering=1, closefd=False, encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        sys.argv = ["benchside", *arguments]
        atexit._clear()
        if plan is not None:
            install(home, plan)
        status = _run(arguments)
    finally:
        os._exit(status)


def _become_shell(home: Path, arguments: tuple[str, ...], terminal: int) -> None:
    """Turn this fork into a shell that runs the program, freshly loaded; never returns."""
    try:
        _settle_in(home, terminal, controls=True)
        program = [sys.executable, "-m", "benchside", *arguments]
        os.execv("/bin/sh", ["sh", "-c", '"$@"; exit', "sh", *program])
    finally:
        os._exit(1)


def _settle_in(home: Path, terminal: int, *, controls: bool) -> None:
    """Begin a session of processes in a terminal, with an environment and signals of its own."""
    os.setsid()
    if controls:
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for number in (0, 1, 2):
        os.dup2(terminal, number)
    os.closerange(3, 256)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.pop("BENCHSIDE_HOME", None)
    os.environ.update(
        TERM="xterm-256color",
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"),
    )


def _run(arguments: tuple[str, ...]) -> int:
    """Run the program and what an interpreter does at its end."""
    from benchside.cli import main

    try:
        main(list(arguments))
        status = 0
    except SystemExit as leave:
        status = leave.code if isinstance(leave.code, int) else int(leave.code is not None)
    except BaseException:  # noqa: BLE001 - as an interpreter does
        with suppress(OSError):
            traceback.print_exc()
        status = 1
    threading._shutdown()  # type: ignore[attr-defined]  # threads that are no daemons are waited for
    atexit._run_exitfuncs()
    with suppress(OSError):
        sys.stdout.flush()
    return status
