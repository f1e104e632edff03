"""Leaving cleanly when the system says so: the terminal is restored, the journal stays.

Every way out has a deadline. A terminal that is not read, or is gone, holds up whoever writes to
it; the session is closed and the process ends all the same.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

if sys.platform != "win32":
    import termios

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""Windows has no SIGHUP."""

SIGNALLED: Final = 128
"""Added to the number of the signal that ended the program, as shells do."""

DEADLINE_S: Final = 3.0
"""So long the screens may take to go, from the moment that the program is told to end."""

CLOSING_S: Final = 1.0
"""So long the session may take to be closed after that; what is on disk stays there anyway."""

_RESTORE: Final = (
    b"\x1b[<u\x1b[?2004l\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[?1049l\x1b[?25h\x1b[23;2t"
)
"""Keyboard, paste and mouse as they were, the main screen, the cursor, the window's title."""


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit status of the signal when the program is told to end.

    It is called on the main thread at once, even while that one waits for the terminal.
    """

    def handle(number: int, _frame: FrameType | None) -> None:
        leave(SIGNALLED + number)

    for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
        try:
            signal.signal(number, handle)
        except ValueError:  # not the main thread: whoever owns that one decides
            return


def call_soon(act: Callable[[], None]) -> None:
    """Have the screens' loop do something, from a signal that came at any moment."""
    with contextlib.suppress(RuntimeError):  # there is no loop any more
        asyncio.get_running_loop().call_soon_threadsafe(act)


class LastResort:
    """Ends the process where its screens do not; armed when the program is told to end.

    A signal may interrupt the program while it starts a thread of its own, so the one that waits
    here is started before, and all that a signal does is to release a lock.
    """

    def __init__(self, *, deadline_s: float = DEADLINE_S, closing_s: float = CLOSING_S) -> None:
        self._deadline_s = deadline_s
        self._closing_s = closing_s
        self._attributes = _terminal_attributes()
        self._end: tuple[int, Callable[[], None]] | None = None
        self._is_disarmed = False
        self._armed, self._disarmed = threading.Lock(), threading.Lock()
        self._armed.acquire()
        self._disarmed.acquire()
        threading.Thread(target=self._watch, name="last resort", daemon=True).start()

    def arm(self, status: int, close: Callable[[], None]) -> None:
        """Give the program so long to end; then `close` what it holds and end it by force."""
        if self._end is None and not self._is_disarmed:
            self._end = (status, close)
            self._armed.release()

    def disarm(self) -> None:
        """Let the program end as it does: its screens are gone."""
        if not self._is_disarmed:
            self._is_disarmed = True
            self._disarmed.release()
            if self._end is None:
                self._armed.release()

    def _watch(self) -> None:
        self._armed.acquire()
        if self._end is None or self._disarmed.acquire(timeout=self._deadline_s):
            return
        status, close = self._end
        try:  # what it closes may hang in a disk or a sound device
            closing = threading.Thread(target=close, name="closing", daemon=True)
            closing.start()
            closing.join(self._closing_s)
        finally:
            _restore_terminal(self._attributes)
            os._exit(status)


def _terminal_attributes() -> list[Any] | None:
    if sys.platform == "win32":
        return None
    try:
        return termios.tcgetattr(sys.__stdin__.fileno()) if sys.__stdin__ else None
    except (termios.error, OSError, ValueError):
        return None


def _restore_terminal(attributes: list[Any] | None) -> None:
    """Give the terminal back as far as it takes anything; it may take nothing at all."""
    if sys.platform == "win32" or attributes is None or sys.__stdin__ is None:
        return
    with contextlib.suppress(termios.error, OSError):
        descriptor = sys.__stdin__.fileno()
        termios.tcsetattr(descriptor, termios.TCSANOW, attributes)
        os.set_blocking(descriptor, False)
        os.write(descriptor, _RESTORE)
        os.set_blocking(descriptor, True)
