"""What a schedule adds up to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.session import SetType, load_kg
from benchside.timeline.estimate import nominal_reps, nominal_side_ms

if TYPE_CHECKING:
    from benchside.session import Catalogue, PlannedSet
    from benchside.timeline.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A session as planned; what a key ends is estimated."""

    duration_ms: int
    sets: int
    working_sets: int
    """All but warm-ups and easy ones; both sides together are one."""
    reps: int
    """Of all sets but warm-ups, both sides counted."""
    tut_ms: int
    """Under tension: cued reps and timed sets, warm-ups left out."""
    volume_kg: Decimal
    """Load times reps of all sets but warm-ups, where the load is a weight."""


def totals_of(schedule: Schedule) -> Totals:
    """Return what a schedule adds up to."""
    sets = [one.planned for one in schedule.sets]
    counted = [planned for planned in sets if is_counted(planned)]
    catalogue = schedule.agenda.plan.catalogue
    return Totals(
        duration_ms=schedule.end_ms,
        sets=len(sets),
        working_sets=len(counted),
        reps=sum(set_reps(planned) for planned in counted),
        tut_ms=sum(set_tut_ms(planned, catalogue) for planned in counted),
        volume_kg=sum((set_volume_kg(planned) for planned in counted), Decimal(0)),
    )


def set_reps(planned: PlannedSet) -> int:
    """Return planned reps of both sides together."""
    return nominal_reps(planned) * max(len(planned.sides), 1)


def is_counted(planned: PlannedSet) -> bool:
    """Return whether a set counts as work: no warm-up, and nothing easy."""
    return planned.type not in {SetType.WARM_UP, SetType.EASY}


def set_tut_ms(planned: PlannedSet, catalogue: Catalogue) -> int:
    """Return planned time under tension of both sides together.

    0 for reps at will, and for what has no tension: walks, runs, carries, breathing.
    """
    entry = catalogue.find(planned.exercise)
    if entry is not None and not entry.has_tension:
        return 0
    if planned.tempo is None and planned.time_ms is None and planned.open_time is None:
        return 0
    return nominal_side_ms(planned) * max(len(planned.sides), 1)


def set_volume_kg(planned: PlannedSet) -> Decimal:
    """Planned load times reps; 0 where the load is no weight, or takes weight off the body."""
    return max(load_kg(planned.load) or Decimal(0), Decimal(0)) * set_reps(planned)
