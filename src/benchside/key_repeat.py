"""Tells a key that is pressed from one that is held down, stuck, or bounces.

A terminal sends a key that is held again and again, as if it were pressed: after half a second or
so, then some thirty times a second, or as slowly as the system is set to. Pure; times are
milliseconds of any clock that only goes forward.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from benchside.runner.commands import Back, Go, Pause, Skip

FIRST_MS: Final = 700
"""After a press that acted: systems wait up to 660 ms before a held key begins to repeat."""

AGAIN_MS: Final = 300
"""After a press that did not: a key that repeats faster than this is held."""

SLOWEST_MS: Final = 700
"""No system repeats a key more slowly than this."""

STEADY_MS: Final = 20
"""Presses whose distances differ by less come from a machine."""

_DEBOUNCED: Final[dict[type, int]] = {Go: FIRST_MS, Skip: FIRST_MS, Pause: AGAIN_MS, Back: AGAIN_MS}
"""Commands that act once for each press of their key, and for how long after one that acted."""


@dataclass(slots=True)
class _Key:
    """One key as it has been pressed so far."""

    deaf_until_ms: int
    last_ms: int
    gap_ms: int = 0
    """Between the last two presses; 0 before there were two."""


class KeyRepeat:
    """Remembers when each command's key came, and lets one press act once."""

    def __init__(self) -> None:
        self._keys: dict[type, _Key] = {}

    def is_pressed(self, command: object, now_ms: int) -> bool:
        """Return whether a key is pressed anew; False while it is held or bounces."""
        kind = type(command)
        if kind not in _DEBOUNCED:
            return True
        key = self._keys.get(kind)
        if key is None:
            self._keys[kind] = _Key(now_ms + _DEBOUNCED[kind], now_ms)
            return True
        gap_ms = now_ms - key.last_ms
        is_steady = gap_ms <= SLOWEST_MS and abs(gap_ms - key.gap_ms) < STEADY_MS
        is_new = now_ms >= key.deaf_until_ms and not is_steady
        wait_ms = _DEBOUNCED[kind] if is_new else AGAIN_MS
        if is_steady:
            wait_ms = max(wait_ms, gap_ms + 5 * STEADY_MS)
        self._keys[kind] = _Key(now_ms + wait_ms, now_ms, gap_ms)
        return is_new

    def had_no_effect(self, command: object) -> None:
        """Take the last press of a key for one that did not act: the next may come sooner."""
        if (key := self._keys.get(type(command))) is not None:
            key.deaf_until_ms = key.last_ms + AGAIN_MS
