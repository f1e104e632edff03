"""Changes of a planned set on the day: another load, another exercise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.session.exercises.timed_work import timed_work_of
from benchside.session.plan import loads
from benchside.session.values.load import Percent, Weight

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan, PlannedSet
    from benchside.session.values.load import Load
    from benchside.session.values.tempo import StartsWith


def set_with_load(planned: PlannedSet, load: Load, plan: Plan) -> PlannedSet:
    """Return a set with another load and the plates for it."""
    loaded = loads.as_written(
        load, exercise=planned.exercise, athlete=plan.athlete, catalogue=plan.catalogue
    )
    return _loaded(planned, loaded)


def set_with_ramp_to(planned: PlannedSet, working: PlannedSet, plan: Plan) -> PlannedSet:
    """Return a ramp set that leads up to the load of a working set.

    Without a load where the working load is no weight, or so light that nothing is left of it.
    """
    loaded = None
    if planned.ramp_percent is not None and isinstance(working.load, Weight | Percent):
        loaded = loads.share(
            working.load,
            planned.ramp_percent,
            exercise=planned.exercise,
            athlete=plan.athlete,
            catalogue=plan.catalogue,
        )
    return _loaded(planned, loaded or loads.LoadedBar(None))


def set_with_exercise(
    planned: PlannedSet,
    exercise: str,
    plan: Plan,
    *,
    starts_with: StartsWith,
    cues: tuple[str, ...],
) -> PlannedSet:
    """Return a set of another exercise; its load is unknown, all else stays."""
    other = replace(
        planned,
        exercise=exercise,
        starts_with=starts_with,
        cues=cues,
        timed_work=timed_work_of(exercise, plan.catalogue.find(exercise)),
    )
    return _loaded(other, loads.LoadedBar(None))


def _loaded(planned: PlannedSet, loaded: loads.LoadedBar) -> PlannedSet:
    return replace(planned, load=loaded.load, plates=loaded.plates, load_note=loaded.note)
