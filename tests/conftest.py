"""What the tests of every package share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.idle import IdleLoop

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], AbstractEventLoop]]:
    """Run every asynchronous test on a loop that can be waited for."""
    return {"idle": IdleLoop}
