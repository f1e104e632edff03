"""Tells since when a key has been coming, so that one that is held answers for nothing new."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

GAP_S: Final = 0.7
"""Presses of one key that come closer than this may be one key held down."""

REPEAT_S: Final = 0.3
"""A key that is held comes again sooner than this, once it repeats."""


def loop_time_s() -> float:
    """Return the time of the running event loop, in seconds: that of every timer of a screen."""
    return asyncio.get_running_loop().time()


class KeyRuns:
    """Remembers each key's run: presses that followed each other without a longer gap."""

    def __init__(self, now_s: Callable[[], float] = loop_time_s) -> None:
        self._now_s = now_s
        self._runs: dict[str, tuple[float, float]] = {}

    def began_s(self, key: str) -> float:
        """Count a press of a key, and return when its run began, in seconds of the clock."""
        now_s = self._now_s()
        began_s, last_s = self._runs.get(key, (now_s, now_s))
        if now_s - last_s > GAP_S:
            began_s = now_s
        self._runs[key] = (began_s, now_s)
        return began_s


class FirstLook:
    """Takes no key for an answer to what has just come: it was pressed for what stood before.

    A key that closed a dialog, or ended the last set, may still be held or bounce.
    """

    def __init__(self, now_s: Callable[[], float] = loop_time_s) -> None:
        self._now_s = now_s
        self._over_s = float("-inf")
        self._held: dict[str, float] = {}
        """When each key came last that has not been taken since."""

    def begin(self) -> None:
        """Begin the first look at something new."""
        self._over_s = self._now_s() + GAP_S

    def is_over_for(self, key: str) -> bool:
        """Count a press of a key, and return whether it can be meant for what stands here."""
        now_s = self._now_s()
        waits_for_key = now_s - self._held.get(key, float("-inf")) < REPEAT_S
        if now_s < self._over_s or waits_for_key:
            self._held[key] = now_s
            return False
        self._held.pop(key, None)
        return True
