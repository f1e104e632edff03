"""A child process that is spoken to in lines, without ever waiting for it.

Both pipes are non-blocking: what the child does not take is kept up to a bound, and what it has not
said is simply not there yet. A child that talks without end is read in part.

Nothing here needs the main thread: no signal handler, no event loop, and no code of ours between
fork and exec. One call at a time, from whichever thread.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_UNSENT_BYTES = 64 * 1024
"""Some two thousand cues. With the pipe's own 64 KiB before it, only a hung child gets here."""

SHUTDOWN_TIMEOUT_S = 0.5
"""Longest wait for a child that was asked to end."""

READ_BYTES = 64 * 1024
MAX_READ_BYTES = 4 * READ_BYTES
"""Read in one call; what is left waits for the next."""

MAX_HALF_LINE_BYTES = 64 * 1024
"""A longer line is none of a speaker's; its beginning is forgotten."""


class Child(Protocol):
    """A process at the other end of two pipes."""

    def send(self, line: bytes) -> None:
        """Hand over a line, now or with a later call."""
        ...

    def receive(self) -> list[bytes]:
        """Take the lines that have come; also hands over what was not taken before."""
        ...

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        ...

    @property
    def is_clogged(self) -> bool:
        """Whether it has stopped taking lines; what is sent now is lost."""
        ...

    def end(self, last: bytes) -> None:
        """Say a last line, and give the process half a second to end by itself."""
        ...

    def kill(self) -> None:
        """End the process at once, however it is."""
        ...


class ChildProcess:
    """A `Child` of this system, in a session of its own so that ctrl-C does not reach it."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # libasound prints 35 lines where there is no card; they would tear the screen.
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=environment,
            start_new_session=sys.platform != "win32",
            creationflags=_creation_flags(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin = self._process.stdin
        self._stdout = self._process.stdout
        try:
            _make_non_blocking(self._stdin.fileno())
            _make_non_blocking(self._stdout.fileno())
        except OSError:
            self.kill()
            raise
        self._unsent = bytearray()
        self._half_line = b""

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    @property
    def is_clogged(self) -> bool:
        """Whether more waits to be sent than a child that lives would leave."""
        return len(self._unsent) > MAX_UNSENT_BYTES

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, line: bytes) -> None:
        """Hand over a line, now or with a later call."""
        if not self.is_clogged:
            self._unsent += line
        self._flush()

    def receive(self) -> list[bytes]:
        """Take the lines that have come."""
        self._flush()
        lines = (self._half_line + self._read()).split(b"\n")
        half_line = lines.pop()
        self._half_line = half_line if len(half_line) <= MAX_HALF_LINE_BYTES else b""
        return lines

    def end(self, last: bytes) -> None:
        """Say a last line, and give the process half a second to end by itself."""
        self.send(last)
        self._stdin.close()
        try:
            self._process.wait(SHUTDOWN_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._reap()
        self._stdout.close()

    def kill(self) -> None:
        """End the process at once, however it is, and what it has started with it."""
        if sys.platform != "win32" and self._process.returncode is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._stdin.close()
        self._stdout.close()
        self._reap()

    def _reap(self) -> None:
        """Wait for the end of a killed process, but not for a driver that does not let it go."""
        try:
            self._process.wait(SHUTDOWN_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._wait_elsewhere()

    def _wait_elsewhere(self) -> None:
        # Where no thread is left, subprocess waits for it when the next process is started.
        with suppress(RuntimeError):
            threading.Thread(target=self._process.wait, daemon=True).start()

    def _flush(self) -> None:
        try:
            while self._unsent:
                written = os.write(self._stdin.fileno(), self._unsent)
                if not written:
                    return
                del self._unsent[:written]
        except OSError:
            return  # Full, or broken: which of the two, `is_running` tells.

    def _read(self) -> bytes:
        read = b""
        try:
            while len(read) < MAX_READ_BYTES:
                part = os.read(self._stdout.fileno(), READ_BYTES)
                if not part:
                    break
                read += part
        except OSError:
            pass  # Nothing there yet, or never again: `is_running` tells.
        return read


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return 0


def _make_non_blocking(descriptor: int) -> None:
    if sys.platform == "win32" and sys.version_info < (3, 12):
        # What os.set_blocking does for pipes from Python 3.12 on.
        import ctypes
        import msvcrt

        no_wait = ctypes.c_uint32(1)
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
        ctypes.windll.kernel32.SetNamedPipeHandleState(handle, ctypes.byref(no_wait), None, None)
    else:
        os.set_blocking(descriptor, False)
