"""A load one step heavier, or some percent lighter, in the unit and pieces it is written in.

A bar goes to what its plates make. Anything else goes by the steps that the rule is written in, for
only its author knows the stack or the rack; a percentage goes by the usual steps of such loads.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from benchside.session.athlete.athlete import DEFAULT_ATHLETE, Athlete
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE, Catalogue
from benchside.session.plan.loads import PAIR_STEP, SINGLE_STEP, is_on_a_bar
from benchside.session.values.load import Bodyweight, Load, Mass, Weight


@dataclass(frozen=True, slots=True)
class Gym:
    """What tells how a load is made: the athlete's bar and plates, and what is done on a bar."""

    athlete: Athlete = DEFAULT_ATHLETE
    catalogue: Catalogue = SHIPPED_CATALOGUE


USUAL_GYM: Final = Gym()
"""The usual bar and plates, and the exercises that ship."""


def heavier(load: Load | None, step: Mass | Decimal, *, exercise: str, gym: Gym) -> Load | None:
    """Return the next load that is not below the load and a step (a plain number is percent).

    None where it cannot be told: the load is no number, the step is in another unit, the plates
    end before it, or a percentage would be one of the body.
    """
    match load:
        case Weight(each, count):
            total = _sum(each, step)
            if total is None:
                return None
            if _goes_by_plates(load, exercise, gym):
                loadable = gym.athlete.rack(each.unit).next_loadable(total)
                return None if loadable is None else Weight(loadable)
            is_share = isinstance(step, Decimal)
            return Weight(_rounded_up(total, _usual_step(load)) if is_share else total, count)
        case Bodyweight(plus) if isinstance(step, Mass):
            total = _sum(plus or Mass(Decimal(0), step.unit), step)
            return None if total is None else Bodyweight(total if total.amount else None)
        case _:
            return None


def lighter(
    load: Load | None,
    percent: Decimal,
    *,
    step: Mass | Decimal,
    exercise: str,
    gym: Gym,
) -> Load | None:
    """Return the heaviest load that is not above the load without so many percent.

    On the body the percentage is one of what is added. None where nothing can be taken off.
    """
    match load:
        case Weight(each, count):
            part = Mass(each.amount * (100 - percent) / 100, each.unit)
            if _goes_by_plates(load, exercise, gym):
                part = gym.athlete.rack(each.unit).loadable(part)
            else:
                part = _stepped_down(each, part, step, _usual_step(load))
            return Weight(part, count) if 0 < part.amount < each.amount else None
        case Bodyweight(Mass() as plus) if plus.amount > 0:
            part = Mass(plus.amount * (100 - percent) / 100, plus.unit)
            part = _stepped_down(plus, part, step, SINGLE_STEP[plus.unit])
            return Bodyweight(part if part.amount > 0 else None)
        case _:
            return None


def _sum(mass: Mass, step: Mass | Decimal) -> Mass | None:
    if isinstance(step, Decimal):
        return Mass(mass.amount * (100 + step) / 100, mass.unit)
    return Mass(mass.amount + step.amount, mass.unit) if step.unit is mass.unit else None


def _goes_by_plates(load: Weight, exercise: str, gym: Gym) -> bool:
    """Return whether a load is on the athlete's bar; one that is lighter than it is on another."""
    is_bar = load.count == 1 and is_on_a_bar(exercise, gym.catalogue)
    return is_bar and load.each.amount >= gym.athlete.rack(load.each.unit).bar.amount


def _usual_step(load: Weight) -> Decimal:
    return (SINGLE_STEP if load.count == 1 else PAIR_STEP)[load.each.unit]


def _rounded_up(mass: Mass, step: Decimal) -> Mass:
    return Mass(_whole_steps(mass.amount, step) * step, mass.unit)


def _stepped_down(mass: Mass, part: Mass, step: Mass | Decimal, usual: Decimal) -> Mass:
    """Return the part rounded down: by the steps of the rule below the mass, or by usual ones."""
    if isinstance(step, Decimal) or step.unit is not mass.unit:
        return Mass(part.amount // usual * usual, mass.unit)
    steps = _whole_steps(mass.amount - part.amount, step.amount)
    return Mass(mass.amount - steps * step.amount, mass.unit)


def _whole_steps(amount: Decimal, step: Decimal) -> Decimal:
    """Return how many steps an amount above zero takes, the last one begun."""
    whole, rest = divmod(amount, step)
    return whole + 1 if rest else whole
