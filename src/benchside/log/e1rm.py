"""The estimated one-rep maximum (e1RM) by Epley, from sets of one to ten reps.

Epley, B. (1985), Boyd Epley Workout: load × (1 + reps / 30), and one rep is the load itself. Above
ten reps the formulas for it drift apart, so there is none.

Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.session import Bodyweight, Weight, load_kg

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from benchside.log.facts import SetFact
    from benchside.session import Load

MAX_REPS_OF_E1RM: Final = 10
"""A set of more reps tells of endurance; no e1RM is worked out from it."""


def epley(load: Decimal, reps: int) -> Decimal | None:
    """Return the e1RM in the unit of the load; None without a load, or outside 1 to 10 reps."""
    if load <= 0 or not 1 <= reps <= MAX_REPS_OF_E1RM:
        return None
    return load if reps == 1 else load * (30 + reps) / 30


def e1rm_kg(one: SetFact) -> Decimal | None:
    """Return the e1RM that a set shows, in kilograms; of the weaker side where there are sides.

    None for assistance, for a load that is no number, and for bodyweight unless the athlete's
    weight is known.
    """
    return e1rm_of(one.load, one.reps, body_kg=one.body_kg)


def e1rm_of(load: Load | None, reps: int | None, *, body_kg: Decimal | None) -> Decimal | None:
    """Return what `e1rm_kg` does, for reps at a load."""
    lifted = _lifted(load, body_kg)
    return None if lifted is None else epley(lifted, reps or 0)


def best_e1rm(sets: Iterable[SetFact]) -> SetFact | None:
    """Return the set of the best e1RM, the first of equal ones; None where none has one."""
    known = [(kg, one) for one in sets if (kg := e1rm_kg(one)) is not None]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def lifted_kg(one: SetFact) -> Decimal | None:
    """Return what a rep lifts in all, in kilograms; None where that is not known, or is helped."""
    return _lifted(one.load, one.body_kg)


def _lifted(load: Load | None, body_kg: Decimal | None) -> Decimal | None:
    match load:
        case Weight():
            return load_kg(load)
        case Bodyweight(plus) if body_kg is not None and (plus is None or plus.amount > 0):
            return body_kg + (plus.kg if plus else 0)
        case _:
            return None
