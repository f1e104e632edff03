"""Ties the frames of a stream to the system's monotonic clock. Pure: times are arguments.

The two drift apart, and a device asks for frames late, never early. So the truth is the lowest
(time asked - frames given) of the last seconds. The tie follows it only when it has to, else cues
of one set would be moved against each other by the noise of the measurement: beyond 20 ms at once
(frames were lost), beyond 2 ms in a rest, and beyond 5 ms in a set by a tenth of a millisecond a
second, as much as two clocks may drift apart.
"""

from __future__ import annotations

from collections import deque

from benchside.audio.samples import RATE, frames_of_ns

WINDOW_NS = 2_500_000_000
AT_ONCE_NS = 20_000_000
IN_REST_NS = 2_000_000
IN_SET_NS = 5_000_000
SLOWLY = 10_000
"""In a set the tie moves by this part of the time that has passed, at the most."""
SETTLING_NS = 1_000_000_000
"""A stream that has just begun is followed wherever it goes: it takes several buffers at once."""
GAP_NS = 250_000_000
"""A device that asks so much later than it should has lost frames: what was seen before is void."""


class StreamClock:
    """Where the stream stands on the clock."""

    def __init__(self) -> None:
        self._seen: deque[tuple[int, int]] = deque()
        """(time asked, offset), with offsets rising: the first is the lowest of the window."""
        self._offset_ns: int | None = None
        self._settled_ns = 0
        self._followed_ns = 0

    def note(self, asked_ns: int, frames: int, *, is_resting: bool) -> None:
        """Learn that the device asked for more at a time, having been given so many frames."""
        offset = asked_ns - frames * 1_000_000_000 // RATE
        if self._offset_ns is not None and offset - self._offset_ns > GAP_NS:
            self._seen.clear()
        while self._seen and self._seen[-1][1] >= offset:
            self._seen.pop()
        self._seen.append((asked_ns, offset))
        while self._seen[0][0] < asked_ns - WINDOW_NS:
            self._seen.popleft()
        self._follow(self._seen[0][1], asked_ns, is_resting=is_resting)

    def frame_at(self, due_ns: int) -> int:
        """Return the frame of the stream that belongs to a moment."""
        return frames_of_ns(due_ns - self.offset_ns)

    @property
    def offset_ns(self) -> int:
        """The moment of frame 0; zero before the device has asked for anything."""
        return self._offset_ns or 0

    def _follow(self, lowest: int, asked_ns: int, *, is_resting: bool) -> None:
        if self._offset_ns is None:
            self._offset_ns = lowest
            self._settled_ns = asked_ns + SETTLING_NS
        since_ns, self._followed_ns = asked_ns - self._followed_ns, asked_ns
        moved = abs(lowest - self._offset_ns)
        is_settling = asked_ns < self._settled_ns
        if is_settling or moved > AT_ONCE_NS or (is_resting and moved > IN_REST_NS):
            self._offset_ns = lowest
        elif moved > IN_SET_NS:
            step = min(moved, since_ns // SLOWLY)
            self._offset_ns += step if lowest > self._offset_ns else -step
