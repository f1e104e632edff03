"""What a set asks for: the nearest level that says so decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.session.plan.plan import SetPart
from benchside.session.values.reps import RepParts
from benchside.session.values.time_target import TimeParts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.file.asked import Asked
    from benchside.session.values.distance import Distance
    from benchside.session.values.reps import RepTarget
    from benchside.session.values.time_target import TimeTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What is asked for, as a planned set holds it."""

    reps: RepTarget | None = None
    time_ms: int | None = None
    open_time: TimeTarget | None = None
    distance: Distance | None = None
    calories: int | None = None
    parts: tuple[SetPart, ...] = ()

    @property
    def is_for_reps(self) -> bool:
        """Whether nothing but reps is asked for, which a tempo can cue."""
        return self.reps is not None and self.time_ms is None


def demand_of(tables: Iterable[Asked]) -> Demand | None:
    """Return what the nearest of the tables asks for; None where none asks for anything."""
    asking = next((table for table in tables if _asks(table)), None)
    if asking is None:
        return None
    if asking.distance is not None or asking.calories is not None:
        return Demand(distance=asking.distance, calories=asking.calories)
    match asking.reps, asking.time:
        case RepParts(parts) as asked, _:
            each = tuple(SetPart(reps=part, time_ms=None) for part in parts)
            return Demand(reps=asked.total, parts=each)
        case _, TimeParts(count, each_ms):
            part = SetPart(reps=None, time_ms=each_ms)
            return Demand(time_ms=count * each_ms, parts=(part,) * count)
        case reps, None:
            return Demand(reps=reps)
        case reps, time:
            open_time = None if time.is_fixed else time
            return Demand(reps=reps, time_ms=time.high_ms, open_time=open_time)


def _asks(table: Asked) -> bool:
    asked = (table.reps, table.time, table.distance, table.calories)
    return any(value is not None for value in asked)
