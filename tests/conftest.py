"""What the tests of every package share."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.tui.idle import IdleLoop

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable


def pytest_configure() -> None:
    """Give random inputs no deadline, as the machine may be busy, and look for garbage less often.

    An app is many objects that go all at once, at its end. With the usual thresholds a quarter of
    the time of a screen's test goes into looking.
    """
    settings.register_profile("busy", deadline=None)
    settings.load_profile("busy")
    gc.set_threshold(20_000, 50, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run no two slow tests at once: most of them wait for something in real time."""
    for item in items:
        if item.get_closest_marker("slow") is not None:
            item.add_marker(pytest.mark.xdist_group("slow"))


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], AbstractEventLoop]]:
    """Run every asynchronous test on a loop that can be waited for."""
    return {"idle": IdleLoop}
