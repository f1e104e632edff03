"""What a set asks for, in one short form, as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from benchside.session.values.distance import format_distance
from benchside.session.values.reps import format_reps
from benchside.session.values.time_target import TimeParts, format_time
from benchside.session.values.units import format_duration

if TYPE_CHECKING:
    from benchside.session.plan.plan import SetPart
    from benchside.session.values.distance import Distance
    from benchside.session.values.reps import RepTarget
    from benchside.session.values.time_target import TimeTarget


class SetTarget(Protocol):
    """What a set asks for; see `PlannedSet`."""

    @property
    def reps(self) -> RepTarget | None:
        """How many reps; with a time as many as possible within it."""
        ...

    @property
    def time_ms(self) -> int | None:
        """When it ends by itself."""
        ...

    @property
    def open_time(self) -> TimeTarget | None:
        """A time that a key may end."""
        ...

    @property
    def distance(self) -> Distance | None:
        """How far."""
        ...

    @property
    def calories(self) -> int | None:
        """As a machine counts them."""
        ...

    @property
    def parts(self) -> tuple[SetPart, ...]:
        """Its parts; empty for a usual set."""
        ...


def target_text(planned: SetTarget) -> str:
    """Return what a set asks for: `5-8`, `2+2+2`, `30s`, `max in 20s`, `6 x 7s`, `40 m`."""
    if planned.distance is not None:
        return format_distance(planned.distance)
    if planned.calories is not None:
        return f"{planned.calories} calories"
    if planned.open_time is not None:
        return format_time(planned.open_time)
    if planned.parts:
        return _parts_text(planned.parts)
    reps = str(format_reps(planned.reps)) if planned.reps else ""
    time = format_duration(planned.time_ms) if planned.time_ms is not None else ""
    return f"{reps} in {time}" if reps and time else reps or time


def _parts_text(parts: tuple[SetPart, ...]) -> str:
    each_ms = parts[0].time_ms
    if each_ms is not None:
        return format_time(TimeParts(len(parts), each_ms))
    return "+".join(format_reps(part.reps) for part in parts if part.reps is not None)
