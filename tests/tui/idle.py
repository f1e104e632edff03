"""An event loop that tells when it has nothing left to do, and whose time can be let pass at once.

A screen is waited for without sleeping: until every message is read, and through its timers.
"""

from __future__ import annotations

import asyncio
import selectors
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectors import SelectorKey


class IdleSelector(selectors.DefaultSelector):
    """Notices when its loop would block: no callback is ready, no timer due, nothing to read."""

    def __init__(self) -> None:
        super().__init__()
        self.ahead_s = 0.0
        """Time that was let pass at once."""
        self.is_fast = False
        """Whether time is let pass at once: no timer is waited for."""
        self.turns = 0
        """How often the loop has gone round."""
        self._waiting: list[asyncio.Future[None]] = []

    def wake_when_idle(self, future: asyncio.Future[None]) -> None:
        """Give a future its result as soon as the loop would block."""
        self._waiting.append(future)

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Wait as any selector does, but not while somebody waits for the loop to be idle."""
        self.turns += 1
        if timeout is not None and timeout <= 0:
            return super().select(timeout)
        if self._waiting:
            if not (found := super().select(0)):
                self._wake()
            return found
        if self.is_fast and timeout is not None:
            if not (found := super().select(0)):
                self.ahead_s += timeout
            return found
        return super().select(timeout)

    def _wake(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()


class IdleLoop(asyncio.SelectorEventLoop):
    """The usual event loop, but for its clock, which may run ahead."""

    def __init__(self) -> None:
        self._idle_selector = IdleSelector()
        super().__init__(self._idle_selector)

    def time(self) -> float:
        """Seconds of the monotonic clock, and those that were let pass at once."""
        return super().time() + self._idle_selector.ahead_s

    @property
    def turns(self) -> int:
        """How often the loop has gone round: that tells whether anything was done."""
        return self._idle_selector.turns

    async def idle(self) -> None:
        """Wait until everything has been done that waits neither for time nor for a thread."""
        future = self.create_future()
        self._idle_selector.wake_when_idle(future)
        await future

    async def pass_s(self, seconds: float) -> None:
        """Let time pass at once; what is due meanwhile happens in its order."""
        self._idle_selector.is_fast = True
        try:
            await asyncio.sleep(seconds)
        finally:
            self._idle_selector.is_fast = False


def running_loop() -> IdleLoop:
    """Return the loop that the test runs on."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, IdleLoop)
    return loop
