"""How sets, lengths and numbers are said on lines of text, by whoever prints them.

Pure, and free of any screen library: the commands and the plain lines load it in a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.view.view import SetView


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 set`, `2 sets`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def minutes_of(ms: int) -> str:
    """A length to plan by: `40 s`, `34 min`, `1 h 05 min`."""
    seconds = round(ms / 1_000)
    if seconds < 90:
        return f"{seconds} s"
    return whole_minutes(round(seconds / 60))


def whole_minutes(minutes: int) -> str:
    """A clock that need not tell seconds: `0 min`, `34 min`, `1 h 05 min`."""
    hours, left = divmod(minutes, 60)
    return f"{hours} h {left:02} min" if hours else f"{left} min"


def set_of(card: SetView) -> str:
    """Which set: `set 2 of 5`, `ramp set 1 of 3`."""
    return f"{'ramp set' if card.is_ramp else 'set'} {card.number} of {card.of}"


def target_of(target: str) -> str:
    """What a set asks for: `5-8 reps`, `as many reps as possible in 20s`, `30s`."""
    reps, _, time = target.partition(" in ")
    if reps == "max":
        return "as many reps as possible" + (f" in {time}" if time else "")
    if not reps or reps[-1] in "smh":
        return target
    return f"{reps} {'rep' if reps == '1' else 'reps'}" + (f" in {time}" if time else "")


def announced(card: SetView, *, in_round: bool) -> str:
    """A set on one line: what, which, how many, with what; in rounds it has no number."""
    name = card.exercise if in_round else f"{card.exercise}, {set_of(card)}"
    parts = (
        f"{name}: {target_of(card.target)}",
        card.load,
        f"plates {card.plates}" if card.plates else "",
        f"tempo {card.tempo}" if card.tempo else "",
        f"RPE {card.rpe}" if card.rpe else "",
        f"{card.side} first" if card.side else "",
    )
    return ", ".join(part for part in parts if part)


def volume_of(volume_kg: Decimal) -> str:
    """A volume to compare by, in whole kilograms: `4,000 kg`; the log keeps it exact."""
    return f"{round(volume_kg):,} kg"


def spoken_length(seconds: int) -> str:
    """A length as it is said: `45 seconds`, `2 minutes 30 seconds`."""
    minutes, left = divmod(seconds, 60)
    parts = []
    if minutes:
        parts.append(f"{minutes} minute{'s' if minutes > 1 else ''}")
    if left or not minutes:
        parts.append(f"{left} second{'s' if left != 1 else ''}")
    return " ".join(parts)
