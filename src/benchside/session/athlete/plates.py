"""Plates: which loads a bar can carry, and what hangs on each side of it.

Exact arithmetic in the unit of the bar; nothing is converted. A side takes up to ten plates of a
size, for a sleeve is only so long.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from benchside.session.values.load import Mass, Unit

MAX_PAIRS = 10
"""Plates of one size on a side, where the athlete owns as many as needed."""

MAX_SIDE = {Unit.KG: Decimal(500), Unit.LB: Decimal(1_100)}
"""No side of a bar has carried more."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A size of plate that the athlete owns."""

    mass: Mass
    pairs: int | None = None
    """None means as many as needed."""


@dataclass(frozen=True)
class Rack:
    """A bar and the plates for it, all in one unit."""

    bar: Mass
    plates: tuple[Plate, ...]

    def loadable(self, mass: Mass) -> Mass:
        """Return the heaviest load that is not above the mass; the bar alone where all is above."""
        side = (mass.amount - self.bar.amount) / 2
        best = max((total for total in self._sides if total <= side), default=Decimal(0))
        return Mass(self.bar.amount + 2 * best, self.bar.unit)

    def next_loadable(self, mass: Mass) -> Mass | None:
        """Return the lightest load that is not below the mass; None where the plates end before."""
        side = (mass.amount - self.bar.amount) / 2
        best = min((total for total in self._sides if total >= side), default=None)
        return None if best is None else Mass(self.bar.amount + 2 * best, self.bar.unit)

    def per_side(self, mass: Mass) -> tuple[Mass, ...] | None:
        """Return the plates on each side, heaviest first; None where the load cannot be loaded."""
        sizes = self._sides.get((mass.amount - self.bar.amount) / 2)
        return None if sizes is None else tuple(Mass(size, self.bar.unit) for size in sizes)

    @cached_property
    def _sides(self) -> dict[Decimal, tuple[Decimal, ...]]:
        """Every weight that a side can carry, with the fewest plates that make it."""
        sides: dict[Decimal, tuple[Decimal, ...]] = {Decimal(0): ()}
        for plate in sorted(self.plates, key=lambda plate: plate.mass.amount, reverse=True):
            size = plate.mass.amount
            for total, plates in list(sides.items()):
                for count in range(1, min(plate.pairs or MAX_PAIRS, MAX_PAIRS) + 1):
                    heavier, more = total + count * size, plates + (size,) * count
                    if heavier > MAX_SIDE[self.bar.unit]:
                        break
                    if heavier not in sides or _is_better(more, sides[heavier]):
                        sides[heavier] = more
        return sides


def _is_better(plates: tuple[Decimal, ...], others: tuple[Decimal, ...]) -> bool:
    """Return whether it takes fewer plates, or as many with a heavier one on the inside."""
    return (-len(plates), plates) > (-len(others), others)
