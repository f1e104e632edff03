"""The system's clocks, behind one port.

`now_ns` is the same clock in the program and in its speaker process, so a moment can be handed
from one to the other.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime

if sys.platform == "win32":
    # monotonic() moves in steps of 15.6 ms there before Python 3.13.
    now_ns = time.perf_counter_ns
else:
    now_ns = time.monotonic_ns


class SystemClock:
    """The clocks of this machine."""

    def now_ns(self) -> int:
        """Monotonic time in nanoseconds, of no meaning but in differences."""
        return now_ns()

    def slept_ns(self) -> int:
        """Grow by the length of every sleep of the system.

        Where no clock counts through a sleep, the wall clock stands in: setting it looks like a
        sleep there.
        """
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME) - now_ns()
        return time.time_ns() - now_ns()

    def wall(self) -> datetime:
        """Date and time of day with the zone of this machine."""
        return datetime.now().astimezone()
