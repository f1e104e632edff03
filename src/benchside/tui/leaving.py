"""Leaving cleanly when the system says so: the terminal is restored, the journal stays."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""Windows has no SIGHUP."""

SIGNALLED = 128
"""Added to the number of the signal that ended the program, as shells do."""


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit status of the signal when the program is told to end."""
    loop = asyncio.get_running_loop()
    for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
        try:
            loop.add_signal_handler(number, leave, SIGNALLED + number)
        except NotImplementedError:  # Windows: its loop takes no signals
            signal.signal(number, lambda got, _: loop.call_soon_threadsafe(leave, SIGNALLED + got))
        except (RuntimeError, ValueError):  # not the main thread: whoever owns that one decides
            return
