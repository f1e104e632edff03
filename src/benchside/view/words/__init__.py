"""All text that is made of the values of a view: one spelling of each thing for every face.

Here numbers and lengths; sets are in `sets`, what goes on in `activities`. Pure, and free of any
screen library: the commands and the plain lines load it in a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 set`, `2 sets`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def minutes_of(ms: int) -> str:
    """Return a length to plan by: `40 s`, `34 min`, `1 h 05 min`."""
    seconds = round(ms / 1_000)
    if seconds < 90:
        return f"{seconds} s"
    return whole_minutes(round(seconds / 60))


def whole_minutes(minutes: int) -> str:
    """Return a clock that need not tell seconds: `0 min`, `34 min`, `1 h 05 min`."""
    hours, left = divmod(minutes, 60)
    return f"{hours} h {left:02} min" if hours else f"{left} min"


def about(seconds: int) -> str:
    """Return an estimate as it is said: `About 5 minutes`, `Less than a minute`."""
    minutes = round(seconds / 60)
    return f"About {counted(minutes, 'minute')}" if minutes else "Less than a minute"


def volume_of(volume_kg: Decimal) -> str:
    """Return a volume to compare by, in whole kilograms: `4,000 kg`; the log keeps it exact."""
    return f"{round(volume_kg):,} kg"


def spoken_length(seconds: int) -> str:
    """Return a length as it is said: `45 seconds`, `2 minutes 30 seconds`."""
    minutes, left = divmod(seconds, 60)
    parts = []
    if minutes:
        parts.append(f"{minutes} minute{'s' if minutes > 1 else ''}")
    if left or not minutes:
        parts.append(f"{left} second{'s' if left != 1 else ''}")
    return " ".join(parts)


def listed(parts: tuple[str, ...], gap: str = " · ") -> str:
    """Join the parts that are not empty."""
    return gap.join(part for part in parts if part)
