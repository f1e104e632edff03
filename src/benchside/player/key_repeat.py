"""Tells a key that is pressed from one that is held down, stuck, or bounces.

A terminal sends a key that is held again and again, as if it were pressed: after half a second or
so, then some thirty times a second, or as slowly as the system is set to. Pure; times are
milliseconds of any clock that only goes forward.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from benchside.runner import Back, Go, Pause, Skip

FIRST_MS: Final = 700
"""After a press that acted: systems wait up to 660 ms before a held key begins to repeat."""

AGAIN_MS: Final = 300
"""After a press that did not act: a key that repeats faster than this is held."""

STEADY_MS: Final = 20
"""Presses whose distances differ by less come from a machine."""

_DEBOUNCED: Final[dict[type, int]] = {Go: FIRST_MS, Skip: FIRST_MS, Pause: AGAIN_MS, Back: AGAIN_MS}
"""Commands that act once for each press of their key, and for how long after one that acted."""


@dataclass(slots=True)
class _Run:
    """Presses of one key since the last one that acted."""

    last_ms: int
    wait_ms: int
    """A press after so much silence begins a new run."""
    gaps_ms: list[int] = field(default_factory=list)


class KeyRepeat:
    """Remembers when each command's key came, and lets one press act once.

    Who presses again and again in vain is heard at the third time: a hand is not as steady as a
    key that repeats.
    """

    def __init__(self) -> None:
        self._runs: dict[type, _Run] = {}

    def is_pressed(self, command: object, now_ms: int) -> bool:
        """Return whether a key is pressed anew; False while it is held or bounces."""
        kind = type(command)
        if kind not in _DEBOUNCED:
            return True
        run = self._runs.get(kind)
        if run is None or self._is_new(run, now_ms):
            self._runs[kind] = _Run(now_ms, _DEBOUNCED[kind])
            return True
        run.last_ms = now_ms
        return False

    def had_no_effect(self, command: object) -> None:
        """Take the last press of a key for one that did not act: the next may come sooner."""
        if (run := self._runs.get(type(command))) is not None:
            run.wait_ms = AGAIN_MS

    def _is_new(self, run: _Run, now_ms: int) -> bool:
        gap_ms = now_ms - run.last_ms
        if gap_ms >= run.wait_ms:
            return True
        run.gaps_ms.append(gap_ms)
        *_, before_ms, last_ms = [0, *run.gaps_ms]
        is_steady = abs(last_ms - before_ms) < STEADY_MS
        return len(run.gaps_ms) > 2 and gap_ms >= AGAIN_MS and not is_steady
