"""An event loop that tells when it has nothing left to do, so that a test need not sleep."""

from __future__ import annotations

import asyncio
import selectors
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectors import SelectorKey


class IdleSelector(selectors.DefaultSelector):
    """Notices when the loop would block: no callback is ready, no timer due, nothing to read."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[asyncio.Future[None]] = []

    def wake_when_idle(self, future: asyncio.Future[None]) -> None:
        """Give a future its result as soon as the loop would block."""
        self._waiting.append(future)

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Wait as any selector does, but not while somebody waits for the loop to be idle."""
        would_block = timeout is None or timeout > 0
        found = super().select(0 if self._waiting else timeout)
        if would_block and not found:
            for future in self._waiting:
                if not future.done():
                    future.set_result(None)
            self._waiting.clear()
        return found


class IdleLoop(asyncio.SelectorEventLoop):
    """The usual event loop, which can be waited for."""

    def __init__(self) -> None:
        self._idle_selector = IdleSelector()
        super().__init__(self._idle_selector)

    async def idle(self) -> None:
        """Wait until everything has been done that is not waiting for time or for a thread."""
        future = self.create_future()
        self._idle_selector.wake_when_idle(future)
        await future


async def idle() -> None:
    """Wait until the running loop has nothing left to do; see `IdleLoop.idle`."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, IdleLoop)
    await loop.idle()
