"""The terminal's driver: few bytes to it, input that no byte can break, its end noticed.

Textual's driver reads the terminal itself, decodes strictly and goes on reading at the end of the
input. So it is given a pipe instead: a thread of ours reads the terminal, replaces what is not
UTF-8, and says once that the terminal is gone.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import select
import signal
import threading
from typing import TYPE_CHECKING, Any, Final

from textual.drivers.linux_driver import LinuxDriver

from benchside.tui.short_output import shortened
from benchside.tui.window_title import WindowTitle

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.message import Message

CHUNK: Final = 4096

RETRY_LIMIT: Final = 1_000
"""So many failures with nothing understood between them end the input: nobody types that."""


class TerminalDriver(LinuxDriver):
    """Draws on a terminal and reads its keys; a terminal that goes away is a SIGHUP."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        self._title = WindowTitle(app, self.write)
        self._terminal = -1
        self._pipe = -1
        self._failures = 0
        """Of the parser, since something was understood."""
        super().__init__(app, **options)

    @property
    def fileno(self) -> int:
        """The terminal; for the thread that reads keys the pipe of what is safe to decode."""
        is_reader = self._pipe >= 0 and threading.current_thread().name == "textual-input"
        return self._pipe if is_reader else self._terminal

    @fileno.setter
    def fileno(self, descriptor: int) -> None:
        self._terminal = descriptor

    def write(self, data: str) -> None:
        """Draw in as few bytes as do it."""
        super().write(shortened(data))

    def start_application_mode(self) -> None:
        """Take the terminal, also after a suspend; its title is put aside."""
        start: Callable[[], None] = super().start_application_mode
        start()
        self._title.take()

    def stop_application_mode(self) -> None:
        """Give the terminal back, with the title that it had."""
        self._title.give_back()
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys until the driver is told to stop."""
        self._pipe, into = os.pipe()
        stopped, stop = os.pipe()
        pump = threading.Thread(
            target=_pump, args=(self._terminal, into, stopped), name="terminal", daemon=True
        )
        pump.start()
        try:
            self._read_on()
        finally:
            os.close(stop)
            pump.join()
            for descriptor in (self._pipe, into, stopped):
                os.close(descriptor)
            self._pipe = -1

    def process_message(self, message: Message) -> None:
        """Hand on what was understood."""
        self._failures = 0
        super().process_message(message)

    def _read_on(self) -> None:
        """Read until the driver stops; a report that its parser does not know costs itself."""
        while self._failures < RETRY_LIMIT:
            try:
                super().run_input_thread()
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
                self._failures += 1  # such as a key with a number that no character has
                continue
            return


def _pump(terminal: int, into: int, stopped: int) -> None:
    """Copy what is typed into a pipe, as valid UTF-8, until `stopped` is closed."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    while True:
        readable, _, _ = select.select([terminal, stopped], [], [])
        if stopped in readable:
            return
        try:
            typed = os.read(terminal, CHUNK)
        except OSError:  # the terminal is gone
            typed = b""
        if not typed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(os.getpid(), signal.SIGHUP)
            return
        data = decoder.decode(typed).encode()
        while data:
            data = data[os.write(into, data) :]
