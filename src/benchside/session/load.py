"""Loads: what is on the bar, in the hands, or around the knees."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Unit(StrEnum):
    """A unit of mass."""

    KG = "kg"
    LB = "lb"


KG_PER_LB = Decimal("0.45359237")
"""Exact, by the international yard and pound agreement of 1959."""


@dataclass(frozen=True, slots=True)
class Mass:
    """An amount in the unit it was written in; never converted behind the athlete's back."""

    amount: Decimal
    unit: Unit

    @property
    def kg(self) -> Decimal:
        """The mass in kilograms, exact."""
        return self.amount if self.unit is Unit.KG else self.amount * KG_PER_LB


@dataclass(frozen=True, slots=True)
class Weight:
    """`100 kg`, `225 lb`, or `2 x 24 kg`: `count` pieces of `each`."""

    each: Mass
    count: int = 1


@dataclass(frozen=True, slots=True)
class Percent:
    """`80%` of this exercise's training max."""

    percent: Decimal


@dataclass(frozen=True, slots=True)
class Bodyweight:
    """`bodyweight`, or `bodyweight + 10 kg`."""

    plus: Mass | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A load that is no number: `band`, `red band`."""

    text: str


Load: TypeAlias = Weight | Percent | Bodyweight | Label
