"""The driver of a program that is drawn in a browser: it ends with the server that carries it.

Textual's driver does not notice that its server is gone, and would go on with the session, unseen,
and hold its journal. Here the end of the input and a screen that cannot be written are what a
closed terminal is: the program is told to end, and the session waits to be taken up again.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, Final

from textual.drivers.web_driver import WebDriver

from benchside.tui.short_output import shortened

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

REPLACED: Final = "textual.drivers.web_driver:WebDriver"
"""The driver that textual-serve asks for."""


class BrowserDriver(WebDriver):
    """Draws through a server, and ends the program when that is gone."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._is_told = False
        """Whether the program has been told to end."""

    def run_input_thread(self) -> None:
        """Read keys until the driver is told to stop, or the server is gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._hang_up()

    def write(self, data: str) -> None:
        """Draw in as few bytes as do it; where nobody takes them, tell the program to end."""
        try:
            super().write(shortened(data))
        except OSError:
            self._hang_up()

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something; the last word may find it gone."""
        with contextlib.suppress(OSError):
            super().write_meta(data)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Obey the server; a tab that was closed ends the program within its deadline."""
        if packet_type == "quit":
            self._hang_up()
        else:
            super().on_meta(packet_type, payload)

    def _hang_up(self) -> None:
        if not self._is_told:
            self._is_told = True
            _signal_end()


def driver_in_place_of(chosen: str) -> type[Driver] | None:
    """Return the driver to take where another one was chosen by its name; None to leave it."""
    return BrowserDriver if chosen == REPLACED else None


def _signal_end() -> None:
    """Do what a terminal that goes away does; Windows has no signal for that."""
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGTERM)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.kill(os.getpid(), signal.SIGHUP)
