"""The terminal's driver without its program: bytes go in, events come out.

The driver reads for as long as it lives; after every input a key is sent that nobody else sends,
and when its event comes the input has been read.
"""

from __future__ import annotations

import asyncio
import os
import queue
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.events import Key

from benchside.tui.driver import TerminalDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.message import Message

LAST: Final = b"\x1b[24~"
LAST_KEY: Final = "f12"

ENDINGS: Final = (b"", b"\x1b\\\x1b[201~", b"x" * 100 + b"\x1b[201~")
"""What is written before the last key: nothing, or the end of what the input has begun."""

WAIT_S: Final = (0.2, 1.0, 10.0)
"""For the last key, after each of them."""


class _Driver(TerminalDriver):
    """Keeps the names of keys in the place of telling an app."""

    def __init__(self, app: App[Any], terminal: int) -> None:
        super().__init__(app)
        self.fileno = terminal
        self.keys: queue.SimpleQueue[str] = queue.SimpleQueue()

    def send_message(self, message: Message) -> None:
        if isinstance(message, Key):
            self.keys.put(message.key)

    def write(self, data: str) -> None:
        """What the driver answers to a report goes nowhere."""


@contextmanager
def reading_driver(_: Path) -> Iterator[Callable[[bytes], None]]:
    """Have a driver that reads inputs one after another."""
    terminal, into = os.pipe()
    driver = asyncio.run(_made(terminal))
    thread = threading.Thread(target=driver.run_input_thread, name="textual-input", daemon=True)
    thread.start()

    def run(data: bytes) -> None:
        os.write(into, data)
        for ending, wait_s in zip(ENDINGS, WAIT_S, strict=True):
            os.write(into, ending + LAST)
            if _has_come(driver.keys, wait_s):
                return
            if not thread.is_alive():
                raise AssertionError("the driver reads no more")
        raise AssertionError("the last key did not come")

    yield run
    driver.exit_event.set()
    thread.join()


async def _made(terminal: int) -> _Driver:
    """Make a driver; it wants a running loop."""
    return _Driver(App(), terminal)


def _has_come(keys: queue.SimpleQueue[str], wait_s: float) -> bool:
    with suppress(queue.Empty):
        while keys.get(timeout=wait_s) != LAST_KEY:
            pass
        return True
    return False
