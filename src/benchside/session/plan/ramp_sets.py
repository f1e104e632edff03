"""Ramp sets: warm-up sets in percent of the working load, before the working sets.

Rounded down to what can be loaded; a set that comes out like the one before it, or not below the
working load, is left out. The rest between them is short, the last one gets the working rest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.session.plan import loads
from benchside.session.values.load import Load, Percent, Weight
from benchside.session.values.reps import RepTarget
from benchside.session.values.vocabulary import SetType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.plan.plan import PlannedSet
    from benchside.session.values.ramp import RampEntry
    from benchside.session.values.rest import RestWindow


def first_working(sets: Sequence[PlannedSet]) -> PlannedSet:
    """Return the set that a ramp leads up to."""
    working = (planned for planned in sets if planned.type is SetType.WORKING)
    return next(working, sets[0])


def can_lead_to(load: Load | None) -> bool:
    """Return whether percents of a load mean anything."""
    return isinstance(load, Weight | Percent)


def ramp_sets(
    entries: Sequence[RampEntry],
    working: PlannedSet,
    *,
    rest: RestWindow,
    athlete: Athlete,
    catalogue: Catalogue,
) -> tuple[PlannedSet, ...]:
    """Make the ramp sets before a working set whose load `can_lead_to` one."""
    if not isinstance(working.load, Weight | Percent):
        return ()
    sets: list[PlannedSet] = []
    before: Decimal | None = None
    for entry in entries:
        loaded = loads.share(
            working.load,
            entry.percent,
            exercise=working.exercise,
            athlete=athlete,
            catalogue=catalogue,
        )
        if loaded is None or _amount(loaded.load) in (before, None):
            continue
        before = _amount(loaded.load)
        if before is not None and before < (_amount(working.load) or 0):
            sets.append(_ramp_set(working, entry, loaded, rest))
    numbered = [replace(one, number=i, of=len(sets)) for i, one in enumerate(sets, 1)]
    if numbered:
        numbered[-1] = replace(numbered[-1], rest=working.rest)
    return tuple(numbered)


def _ramp_set(
    working: PlannedSet, entry: RampEntry, loaded: loads.LoadedBar, rest: RestWindow
) -> PlannedSet:
    return replace(
        working,
        type=SetType.WARM_UP,
        is_ramp=True,
        ramp_percent=entry.percent,
        reps=RepTarget(entry.reps, entry.reps),
        time_ms=None,
        open_time=None,
        distance=None,
        calories=None,
        parts=(),
        part_rest_ms=0,
        rpe=None,
        relative=None,
        written_load="",
        rest=rest,
        load=loaded.load,
        plates=loaded.plates,
        load_note=loaded.note,
    )


def _amount(load: Load | None) -> Decimal | None:
    match load:
        case Weight(each, _):
            return each.amount
        case Percent(percent):
            return percent
        case _:
            return None
