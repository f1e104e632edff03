"""What a session may cost: 10,000 steps and 24 hours.

Counted by arithmetic before anything is unrolled, so that a billion rounds cost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.session.units import MAX_DURATION_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.session.plan import PlannedSet

MAX_STEPS = 10_000

SHORTEST_ROUND_MS = 10_000
"""Rounds until a cap are counted as if none were shorter on the whole,"""

SPARE_ROUNDS = 10
"""and with some to spare, for a short cap with shorter rounds."""


@dataclass(slots=True)
class Budget:
    """What is left of a session's steps and hours."""

    steps: int = MAX_STEPS
    ms: int = MAX_DURATION_MS

    def spend(self, *, steps: int, ms: int) -> str | None:
        """Take steps and time; tell what there is not enough of."""
        self.steps -= steps
        self.ms -= ms
        if self.steps < 0:
            return f"the session has more than {MAX_STEPS:,} steps"
        if self.ms < 0:
            return "the session is longer than 24 hours"
        return None


def steps_of(planned: PlannedSet) -> int:
    """Steps of a set: count-in, each side's work, the switches between them, and the rest."""
    sides = max(len(planned.sides), 1)
    return bool(planned.prepare_ms) + sides + (sides - 1) + 1


def least_ms(planned: PlannedSet) -> int:
    """How long a set lasts at least, with the rest that ends in the next count-in."""
    sides = max(len(planned.sides), 1)
    work_ms = planned.time_ms or 0
    if planned.tempo and planned.reps:
        work_ms = planned.tempo.rep_ms * (planned.reps.high or planned.reps.low)
    between_ms = max(planned.prepare_ms, planned.rest.ready_ms)
    return sides * work_ms + (sides - 1) * planned.switch_ms + between_ms


def rounds_until(cap_ms: int, planned: Sequence[PlannedSet]) -> int:
    """How many rounds are laid out under a cap: more than anybody gets done."""
    shortest_ms = sum(one.time_ms or 0 for one in planned if one.reps is None)
    return cap_ms // max(shortest_ms, SHORTEST_ROUND_MS) + SPARE_ROUNDS
