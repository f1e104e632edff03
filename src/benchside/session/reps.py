"""Rep targets: `8`, `"5-8"`, `"8+"`, `"max"`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepTarget:
    """How many reps a set asks for, from `low` to `high`."""

    low: int
    """At least so many; 0 means as many as possible (`max`)."""
    high: int | None
    """At most so many; None means that the set is open (`8+`, `max`)."""

    @property
    def is_open(self) -> bool:
        """Whether the athlete goes on as long as it goes."""
        return self.high is None
