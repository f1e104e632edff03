"""Inheritance: what holds for a set, from the levels that may say something of it.

The nearest level wins: set, exercise, block, defaults. The nearest level that says what the set
asks for decides it; a tempo is taken over only by sets that ask for reps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from benchside.session.exercises.timed_work import timed_work_of
from benchside.session.plan import defaults, loads
from benchside.session.plan.demand import demand_of
from benchside.session.plan.levels import first
from benchside.session.plan.plan import PlannedSet
from benchside.session.values.relative_load import NoLoad, RelativeLoad, format_written_load
from benchside.session.values.rpe import rpe_of_rir
from benchside.session.values.tempo import NoTempo, StartsWith, Tempo
from benchside.session.values.vocabulary import SetType

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.file.asked import Asked
    from benchside.session.plan.demand import Demand
    from benchside.session.plan.levels import Levels
    from benchside.session.values.relative_load import WrittenLoad
    from benchside.session.values.rest import RestWindow

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """What holds for the sets of an exercise where no level says anything."""

    exercise: str
    rest: RestWindow
    prepare_ms: int
    athlete: Athlete
    catalogue: Catalogue


def planned_set(levels: Levels, unsaid: Unsaid) -> PlannedSet | None:
    """Make the set that the levels ask for, numbered as if it were the only one.

    None where no level asks for anything. A relative load is still to be resolved.
    """
    tables = tuple(level.asked for level in levels)
    demand = demand_of(tables)
    if demand is None:
        return None
    entry = unsaid.catalogue.find(unsaid.exercise)
    loaded = _loaded(_load(tables), unsaid)
    sides = first(table.sides for table in tables) or ()
    switch_ms = _or(first(table.switch_ms for table in tables), defaults.SWITCH_MS)
    starts_with = first(table.starts_with for table in tables)
    set_type = first(table.type for table in tables) or SetType.WORKING
    unsaid_rest = defaults.NO_REST if set_type is SetType.EASY else unsaid.rest
    planned = PlannedSet(
        exercise=unsaid.exercise,
        number=1,
        of=1,
        type=set_type,
        is_ramp=False,
        reps=demand.reps,
        time_ms=demand.time_ms,
        tempo=_tempo(tables) if demand.is_for_reps else None,
        load=loaded.load,
        rest=first(table.rest for table in tables) or unsaid_rest,
        prepare_ms=_or(first(table.prepare_ms for table in tables), unsaid.prepare_ms),
        sides=sides,
        switch_ms=switch_ms if sides else 0,
        rpe=first(_rpe(table) for table in tables),
        starts_with=starts_with or (entry.starts_with if entry else StartsWith.ECCENTRIC),
        cues=_or(first(table.cues for table in tables), entry.cues if entry else ()),
        plates=loaded.plates,
        load_note=loaded.note,
        timed_work=timed_work_of(unsaid.exercise, entry),
    )
    return _with_details(planned, tables, demand, usual_ms=entry.rep_time_ms if entry else None)


def _with_details(
    planned: PlannedSet, tables: tuple[Asked, ...], demand: Demand, *, usual_ms: int | None
) -> PlannedSet:
    """Add what only some sets have."""
    written = _load(tables)
    part_rest_ms = _or(first(table.part_rest_ms for table in tables), defaults.PART_REST_MS)
    is_at_will = demand.is_for_reps and planned.tempo is None
    said_ms = first(table.rep_time_ms for table in tables)
    return replace(
        planned,
        written_load=_written_load(written),
        relative=written if isinstance(written, RelativeLoad) else None,
        open_time=demand.open_time,
        distance=demand.distance,
        calories=demand.calories,
        parts=demand.parts,
        part_rest_ms=part_rest_ms if demand.parts else 0,
        words=first(table.words for table in tables) or () if planned.tempo else (),
        rep_time_ms=said_ms if is_at_will else None,
        usual_rep_ms=usual_ms if is_at_will else None,
    )


def _load(tables: tuple[Asked, ...]) -> WrittenLoad | None:
    return next((table.load for table in tables if table.load is not None), None)


def _loaded(written: WrittenLoad | None, unsaid: Unsaid) -> loads.LoadedBar:
    if written is None or isinstance(written, NoLoad | RelativeLoad):
        return loads.LoadedBar(None)
    return loads.as_written(
        written, exercise=unsaid.exercise, athlete=unsaid.athlete, catalogue=unsaid.catalogue
    )


def _written_load(written: WrittenLoad | None) -> str:
    if written is None or isinstance(written, NoLoad):
        return ""
    return format_written_load(written)


def _tempo(tables: tuple[Asked, ...]) -> Tempo | None:
    tempo = next((table.tempo for table in tables if table.tempo is not None), None)
    return None if isinstance(tempo, NoTempo) else tempo


def _rpe(table: Asked) -> Decimal | None:
    return table.rpe if table.rir is None else rpe_of_rir(table.rir)


def _or(value: T | None, otherwise: T) -> T:
    """Return the value even if it is zero or empty: that is said, too."""
    return otherwise if value is None else value
