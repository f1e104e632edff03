"""Notices time in which nobody was led: a closed lid, a stopped program. Pure; reads a port."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from benchside.player.ports import Clock

NS_PER_MS: Final = 1_000_000

SLEEP_MS: Final = 3_000
"""A gap between the clocks that is shorter is taken for noise, not for a closed lid."""

STOPPED_MS: Final = 5_000
"""Two looks so far apart: the program was stopped between them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How long nobody was led before now."""

    slept_ms: int = 0
    """The system slept: the monotonic clock stood still meanwhile."""
    stopped_ms: int = 0
    """The program did not run, and the monotonic clock went on."""

    @property
    def ms(self) -> int:
        """Both together; 0 where there was no gap."""
        return self.slept_ms + self.stopped_ms


class GapWatch:
    """Remembers the clocks from one look to the next."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen_ns = clock.now_ns()
        self._slept_ns = clock.slept_ns()

    def look(self) -> Gap:
        """Return the gap since the last look; an empty one where looks came often enough."""
        now_ns, slept_ns = self._clock.now_ns(), self._clock.slept_ns()
        stopped_ms = (now_ns - self._seen_ns) // NS_PER_MS
        slept_ms = (slept_ns - self._slept_ns) // NS_PER_MS
        self._seen_ns, self._slept_ns = now_ns, slept_ns
        return Gap(
            slept_ms=slept_ms if slept_ms >= SLEEP_MS else 0,
            stopped_ms=stopped_ms if stopped_ms >= STOPPED_MS else 0,
        )
