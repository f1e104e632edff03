"""Rests: `"3m"`, `"3m+"`, `"2m-3m"`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest: when the athlete may go on, and when the session goes on by itself."""

    ready_ms: int
    """From here on the athlete may start."""
    ends_ms: int | None
    """Here the next set starts itself; None means that it waits for the athlete."""
