"""What `benchside show` tells of a session, as data: when what happens, and what it adds up to.

Pure. Moments are milliseconds since the session began, for an athlete who does all as planned;
what only a key ends lasts as long as it is estimated to.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from benchside.timeline import (
    Work,
    is_counted,
    schedule_of,
    set_reps,
    set_tut_ms,
    set_volume_kg,
    totals_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session import Catalogue, Plan, PlannedSet
    from benchside.timeline import Agenda, AgendaSet, Schedule, SetId, Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedExercise:
    """What the sets of an exercise add up to, warm-ups left out."""

    name: str
    sets: int
    reps: int
    tut_ms: int
    volume_kg: Decimal


@dataclass(frozen=True, kw_only=True)
class Report:
    """A session laid out."""

    schedule: Schedule
    totals: Totals
    rest_ms: int
    """Rests, count-ins and changes of sides together."""
    exercises: tuple[ReportedExercise, ...]
    """In the order in which they first come; those that only warm up are left out."""
    sets: tuple[AgendaSet, ...]
    """Those that are reached, and of what a time cap cuts the first round at least."""
    notes: tuple[str, ...]
    """Loads that cannot be loaded as written, each once."""

    @property
    def plan(self) -> Plan:
        """What the session asks for."""
        return self.schedule.agenda.plan

    def place_of(self, set_id: SetId) -> int:
        """Return where a set stands in `sets`; of one not reached, where the one before it does."""
        return self._places[set_id]

    @cached_property
    def _places(self) -> dict[SetId, int]:
        kept = {one.id for one in self.sets}
        places, place = {}, -1
        for one in self.schedule.agenda.sets:
            place += one.id in kept
            places[one.id] = max(place, 0)
        return places


def report_on(agenda: Agenda) -> Report:
    """Lay a session out."""
    schedule = schedule_of(agenda)
    reached = [one.planned for one in schedule.sets]
    totals = totals_of(schedule)
    work_ms = sum(one.duration_ms for one in schedule.steps if isinstance(one.step, Work))
    known = {one.id for one in schedule.sets}
    return Report(
        schedule=schedule,
        totals=totals,
        rest_ms=totals.duration_ms - work_ms,
        exercises=_sums(reached, agenda.plan.catalogue),
        sets=tuple(
            one for one in schedule.agenda.sets if one.id in known or one.id.round in (None, 1)
        ),
        notes=tuple(dict.fromkeys(_note(planned) for planned in reached if planned.load_note)),
    )


def _sums(sets: Iterable[PlannedSet], catalogue: Catalogue) -> tuple[ReportedExercise, ...]:
    by_name: dict[str, list[PlannedSet]] = {}
    for planned in sets:
        if is_counted(planned):
            by_name.setdefault(planned.exercise, []).append(planned)
    return tuple(
        ReportedExercise(
            name=name,
            sets=len(sets),
            reps=sum(set_reps(planned) for planned in sets),
            tut_ms=sum(set_tut_ms(planned, catalogue) for planned in sets),
            volume_kg=sum((set_volume_kg(planned) for planned in sets), Decimal(0)),
        )
        for name, sets in by_name.items()
    )


def _note(planned: PlannedSet) -> str:
    return f"{planned.exercise}: {planned.load_note}"
