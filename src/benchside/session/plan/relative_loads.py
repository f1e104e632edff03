"""Loads relative to today's heaviest set of an exercise: `-10%`, `+5%`, `-20 kg`.

A set is measured from the heaviest of the sets before it, and where there is none from the heaviest
of those that come. Sets that ask for the same change are measured from the same set, so that three
sets of `+5%` do not rise. Weights are compared with weights; a set without a number is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from benchside.session.plan import loads
from benchside.session.values.load import (
    KG_PER_LB,
    Bodyweight,
    Label,
    Load,
    Mass,
    Percent,
    Unit,
    Weight,
    load_kg,
)
from benchside.session.values.relative_load import RelativeLoad, format_written_load

if TYPE_CHECKING:
    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.plan.plan import PlannedSet


def lift_of(exercise: str, catalogue: Catalogue) -> str:
    """Reduce the names of an exercise to one, as records and training maxes do."""
    entry = catalogue.find(exercise)
    return (entry.name if entry else " ".join(exercise.split())).casefold()


@dataclass(slots=True)
class HeaviestSets:
    """The heaviest sets of a lift so far, as many as it takes to measure any change from them."""

    _heaviest: _Lifted | None = None
    _of_another_change: _Lifted | None = None
    """The heaviest of those that do not ask for the same change as the heaviest of all."""

    def add(self, load: Load | None, relative: RelativeLoad | None) -> None:
        """Take a set into account, as planned or as done; one without a number is passed over."""
        if load is None or isinstance(load, Label):
            return
        lifted = _Lifted(load, relative)
        best = self._heaviest
        if best is None or lifted.order > best.order:
            if best is not None and best.relative != relative:
                self._of_another_change = best
            self._heaviest = lifted
        elif relative != best.relative and (
            self._of_another_change is None or lifted.order > self._of_another_change.order
        ):
            self._of_another_change = lifted

    def basis_of(self, relative: RelativeLoad) -> Load | None:
        """Return the load that a change is measured from; None where no set has a number."""
        best = self._heaviest
        if best is not None and best.relative == relative:
            best = self._of_another_change
        return None if best is None else best.load


@dataclass(frozen=True, slots=True)
class _Lifted:
    """A load with the change that it was asked for as."""

    load: Weight | Bodyweight | Percent
    relative: RelativeLoad | None

    @property
    def order(self) -> tuple[int, Decimal]:
        """Weights before additions to the body, these before percents; then the heavier."""
        match self.load:
            case Weight():
                return 2, load_kg(self.load) or Decimal(0)
            case Bodyweight():
                return 1, load_kg(self.load) or Decimal(0)
            case Percent(percent):
                return 0, percent


def can_change(load: Load, relative: RelativeLoad) -> bool:
    """Return whether a change of a load means anything: no part of a body's weight does."""
    return not (isinstance(load, Bodyweight) and isinstance(relative.change, Percent))


def with_load_from(
    planned: PlannedSet, basis: Load, *, athlete: Athlete, catalogue: Catalogue
) -> PlannedSet:
    """Return a set of a relative load with what it comes to from today's heaviest set.

    Where that cannot be known it has no load, and says why.
    """
    if planned.relative is None:
        return planned
    loaded = _changed(
        basis, planned.relative, exercise=planned.exercise, athlete=athlete, catalogue=catalogue
    )
    return replace(planned, load=loaded.load, plates=loaded.plates, load_note=loaded.note)


def _changed(
    load: Load, relative: RelativeLoad, *, exercise: str, athlete: Athlete, catalogue: Catalogue
) -> loads.LoadedBar:
    match load, relative.change:
        case Weight(each, count), change:
            asked = Weight(_mass(each, change), count)
            if asked.each.amount <= 0:
                return loads.LoadedBar(None, note="nothing is left of it")
            found = loads.rounded_down(
                asked, exercise=exercise, athlete=athlete, catalogue=catalogue
            )
            return loads.noted(found, asked, format_written_load(relative))
        case Percent(whole), Percent(percent):
            share = Percent(_to_thousandths(whole * (100 + percent) / 100))
            return loads.as_written(share, exercise=exercise, athlete=athlete, catalogue=catalogue)
        case Bodyweight(plus), Mass() as change:
            return loads.LoadedBar(_bodyweight(plus, change))
        case Percent(), _:
            return loads.LoadedBar(None, note=f"no training max of {exercise} is known")
        case _:
            return loads.LoadedBar(None, note="no weight to go from is known")


def _mass(each: Mass, change: Percent | Mass) -> Mass:
    if isinstance(change, Percent):
        amount = each.amount * (100 + change.percent) / 100
    else:
        amount = each.amount + _in_unit(change, each.unit).amount
    return Mass(_to_thousandths(amount), each.unit)


def _bodyweight(plus: Mass | None, change: Mass) -> Bodyweight:
    """Add to what the body carries, rounded down; more help is less load."""
    unit = change.unit if plus is None else plus.unit
    amount = (plus.amount if plus else Decimal(0)) + _in_unit(change, unit).amount
    step = loads.SINGLE_STEP[unit]
    rounded = (amount / step).to_integral_value(ROUND_FLOOR) * step
    return Bodyweight(Mass(rounded, unit) if rounded else None)


def _in_unit(mass: Mass, unit: Unit) -> Mass:
    if mass.unit is unit:
        return mass
    amount = mass.kg if unit is Unit.KG else mass.amount / KG_PER_LB
    return Mass(amount, unit)


def _to_thousandths(amount: Decimal) -> Decimal:
    """Cut what no scale shows: a load is written with three digits behind the point."""
    return amount.quantize(Decimal("0.001"), ROUND_FLOOR)
