"""Inheritance: what holds for a set, from the levels that may say something of it.

The nearest level wins: set, exercise, block, defaults. The nearest level that states `reps` or
`time` decides what the set asks for; a tempo is taken over only by sets that ask for reps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from benchside.session.exercises.timed_work import timed_work_of
from benchside.session.plan import defaults, loads
from benchside.session.plan.plan import PlannedSet
from benchside.session.values.tempo import StartsWith
from benchside.session.values.vocabulary import SetType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.file.model import Asked
    from benchside.session.values.reps import RepTarget
    from benchside.session.values.rest import Rest

T = TypeVar("T")

Levels: TypeAlias = "tuple[Asked, ...]"
"""Tables that may say something of a set, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """What holds for the sets of an exercise where no level says anything."""

    exercise: str
    rest: Rest
    prepare_ms: int
    athlete: Athlete
    catalogue: Catalogue


def first(values: Iterable[T | None]) -> T | None:
    """Give what the nearest level says; None where none does."""
    return next((value for value in values if value is not None), None)


def planned_set(levels: Levels, unsaid: Unsaid) -> PlannedSet:
    """Make the set that the levels ask for, numbered as if it were the only one."""
    reps, time_ms = _asked(levels)
    entry = unsaid.catalogue.find(unsaid.exercise)
    load = next((level.load for level in levels if level.load is not None), None)
    load_as_written = loads.as_written(
        load, exercise=unsaid.exercise, athlete=unsaid.athlete, catalogue=unsaid.catalogue
    )
    sides = first(level.sides for level in levels) or ()
    switch_ms = _or(first(level.switch_ms for level in levels), defaults.SWITCH_MS)
    starts_with = first(level.starts_with for level in levels)
    return PlannedSet(
        exercise=unsaid.exercise,
        number=1,
        of=1,
        type=first(level.type for level in levels) or SetType.WORKING,
        is_ramp=False,
        reps=reps,
        time_ms=time_ms,
        tempo=first(level.tempo for level in levels) if time_ms is None else None,
        load=load_as_written.load,
        rest=first(level.rest for level in levels) or unsaid.rest,
        prepare_ms=_or(first(level.prepare_ms for level in levels), unsaid.prepare_ms),
        sides=sides,
        switch_ms=switch_ms if sides else 0,
        rpe=first(level.rpe for level in levels),
        starts_with=starts_with or (entry.starts_with if entry else StartsWith.ECCENTRIC),
        cues=_or(first(level.cues for level in levels), entry.cues if entry else ()),
        plates=load_as_written.plates,
        load_note=load_as_written.note,
        timed_work=timed_work_of(unsaid.exercise, entry),
    )


def _asked(levels: Levels) -> tuple[RepTarget | None, int | None]:
    """What the nearest level that says so asks for: reps, a time, or reps within a time."""
    return next(
        (level.reps, level.time_ms)
        for level in levels
        if level.reps is not None or level.time_ms is not None
    )


def _or(value: T | None, otherwise: T) -> T:
    """The value even if it is zero or empty: that is said, too."""
    return otherwise if value is None else value
