"""Loads as they are loaded: percents resolved, rounded down to what the gym has, with their plates.

Promises that a load somebody wrote is never changed: what cannot be loaded is said in a note. Only
percents and ramp sets are rounded, always down: a bar to its plates, a pair to 2 kg or 5 lb a
piece, anything else to 2.5 kg or 5 lb.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.session.athlete.athlete import plates_per_side, round_down
from benchside.session.exercises.entry import Equipment
from benchside.session.values.load import (
    Load,
    Mass,
    Percent,
    Unit,
    Weight,
    format_amount,
    format_mass,
)

if TYPE_CHECKING:
    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue

PAIR_STEP = {Unit.KG: Decimal(2), Unit.LB: Decimal(5)}
"""From one dumbbell or kettlebell of a rack to the next."""

SINGLE_STEP = {Unit.KG: Decimal("2.5"), Unit.LB: Decimal(5)}
"""From one pin of a machine to the next."""


@dataclass(frozen=True, slots=True)
class LoadedBar:
    """A load with what it takes to load it."""

    load: Load | None
    plates: tuple[Mass, ...] = ()
    """Per side of the bar, the heaviest first; empty where there is no bar."""
    note: str = ""
    """Why it cannot be loaded as it stands; empty where all is well."""


def is_on_a_bar(exercise: str, catalogue: Catalogue) -> bool:
    """Return whether an exercise is done with a barbell, as far as its name is known."""
    entry = catalogue.find(exercise)
    if entry and entry.equipment:
        return Equipment.BARBELL in entry.equipment
    return "barbell" in exercise.casefold()


def as_written(
    load: Load | None, *, exercise: str, athlete: Athlete, catalogue: Catalogue
) -> LoadedBar:
    """Load what somebody wrote; a percentage needs the athlete's training max."""
    if isinstance(load, Percent):
        return _share_of_max(load, exercise=exercise, athlete=athlete, catalogue=catalogue)
    if isinstance(load, Weight) and load.count == 1 and is_on_a_bar(exercise, catalogue):
        return _on_bar(load, athlete)
    return LoadedBar(load)


def share(
    load: Weight | Percent,
    percent: Decimal,
    *,
    exercise: str,
    athlete: Athlete,
    catalogue: Catalogue,
) -> LoadedBar | None:
    """Load so many percent of a load, rounded down; None where nothing is left of it."""
    if isinstance(load, Percent):
        return LoadedBar(Percent(load.percent * percent / 100))
    part = Weight(_part(load.each, percent), load.count)
    return rounded_down(part, exercise=exercise, athlete=athlete, catalogue=catalogue)


def rounded_down(
    load: Weight, *, exercise: str, athlete: Athlete, catalogue: Catalogue
) -> LoadedBar | None:
    """Load the next weight that is not above a load, the bar alone where all of them are.

    None where nothing is left of it.
    """
    if load.count == 1 and is_on_a_bar(exercise, catalogue):
        return _on_bar(Weight(round_down(load.each, athlete)), athlete)
    steps = SINGLE_STEP if load.count == 1 else PAIR_STEP
    rounded = _floor(load.each, steps[load.each.unit])
    return LoadedBar(Weight(rounded, load.count)) if rounded.amount else None


def noted(loaded: LoadedBar | None, asked: Weight, written: str) -> LoadedBar:
    """Return where less than what was asked cannot be loaded; `written` is how it was asked for."""
    if loaded is None:
        mass = format_mass(asked.each)
        return LoadedBar(asked, note=f"{mass} is less than can be loaded")
    if isinstance(loaded.load, Weight) and loaded.load.each.amount > asked.each.amount:
        note = f"{written} is {format_mass(asked.each)}, less than the bar"
        return LoadedBar(loaded.load, loaded.plates, note)
    return loaded


def _share_of_max(
    load: Percent, *, exercise: str, athlete: Athlete, catalogue: Catalogue
) -> LoadedBar:
    whole = athlete.max_of(exercise, catalogue)
    if whole is None:
        return LoadedBar(load, note=f"no training max of {exercise} is known")
    part = Weight(_part(whole, load.percent))
    loaded = rounded_down(part, exercise=exercise, athlete=athlete, catalogue=catalogue)
    return noted(loaded, part, f"{format_amount(load.percent)}%")


def _on_bar(load: Weight, athlete: Athlete) -> LoadedBar:
    bar = athlete.rack(load.each.unit).bar
    plates = plates_per_side(load.each, athlete)
    if plates is not None:
        return LoadedBar(load, plates)
    written = format_mass(load.each)
    if load.each.amount < bar.amount:
        return LoadedBar(load, note=f"{written} is less than the bar of {format_mass(bar)}")
    nearest = format_mass(round_down(load.each, athlete))
    return LoadedBar(load, note=f"{written} cannot be loaded, the nearest below is {nearest}")


def _part(mass: Mass, percent: Decimal) -> Mass:
    return Mass(mass.amount * percent / 100, mass.unit)


def _floor(mass: Mass, step: Decimal) -> Mass:
    return Mass(mass.amount // step * step, mass.unit)
