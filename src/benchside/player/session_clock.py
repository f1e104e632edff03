"""The tie between the milliseconds of a session and the system's monotonic clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.player.gaps import NS_PER_MS

if TYPE_CHECKING:
    from benchside.player.ports import Clock


class SessionClock:
    """Tells session time. It stands at 0 until it is started."""

    def __init__(self, clock: Clock, *, speed: int = 1) -> None:
        self._clock = clock
        self._origin_ns: int | None = None
        self.speed = speed
        """Milliseconds of the session in one of the system's; more than 1 in a rehearsal."""

    @property
    def is_started(self) -> bool:
        """Whether the session has begun."""
        return self._origin_ns is not None

    @property
    def now_ms(self) -> int:
        """The moment of the session, in milliseconds since it began."""
        if self._origin_ns is None:
            return 0
        return (self._clock.now_ns() - self._origin_ns) * self.speed // NS_PER_MS

    def start(self, at_ms: int = 0) -> None:
        """Let the session stand at a moment now, and go on from there."""
        self._origin_ns = self._clock.now_ns() - at_ms * NS_PER_MS // self.speed

    def add_gap(self, ns: int) -> None:
        """Let the session be so much later: the monotonic clock stood still meanwhile."""
        if self._origin_ns is not None:
            self._origin_ns -= ns

    def ns_of(self, at_ms: int) -> int:
        """Return a moment of the session on the system's monotonic clock, in nanoseconds."""
        return (self._origin_ns or 0) + at_ms * NS_PER_MS // self.speed
