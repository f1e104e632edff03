"""What a session may cost: 10,000 steps and 24 hours.

Counted by arithmetic before anything is unrolled, so that a billion rounds cost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.session.values.units import MAX_DURATION_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.session.plan.plan import Plan, PlannedBlock, PlannedSet

MAX_STEPS = 10_000

SHORTEST_ROUND_MS = 10_000
"""A session has to have room for rounds until a cap as if none were shorter on the whole,"""

SPARE_ROUNDS = 10
"""and with some to spare, for a short cap with shorter rounds."""

SHORTEST_SIDE_MS = 700
"""No key ends the work of a side sooner after the one before it; the runner refuses it."""


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
    """How many rounds a session has to have room for under a cap."""
    shortest_ms = sum(one.time_ms or 0 for one in planned if one.reps is None)
    return cap_ms // max(shortest_ms, SHORTEST_ROUND_MS) + SPARE_ROUNDS


def rounds_of(plan: Plan) -> tuple[int | None, ...]:
    """Return how many rounds of each block are laid out; None where it has none.

    Under a cap as many as could ever be begun, as far as the steps of a session go; where there
    are too few for all blocks with a cap, they share them.
    """
    open_blocks = [block for block in plan.blocks if block.rounds is None and block.time_cap_ms]
    left = MAX_STEPS - sum(_rounds(block) * _round_steps(block) for block in plan.blocks)
    rounds: list[int | None] = []
    sharing = len(open_blocks)
    for block in plan.blocks:
        if block.rounds is not None or not block.time_cap_ms:
            rounds.append(block.rounds)
            continue
        steps = _round_steps(block)
        more = min(_most_rounds(block) - _rounds(block), max(left, 0) // (sharing * steps))
        rounds.append(_rounds(block) + max(more, 0))
        left -= max(more, 0) * steps
        sharing -= 1
    return tuple(rounds)


def _rounds(block: PlannedBlock) -> int:
    """Rounds that a block has to have; one where its sets follow each other."""
    if block.rounds is not None or block.time_cap_ms is None:
        return block.rounds or 1
    return rounds_until(block.time_cap_ms, [exercise.sets[0] for exercise in block.exercises])


def _round_steps(block: PlannedBlock) -> int:
    goes_round = block.rounds is not None or block.time_cap_ms is not None
    sets = [one for each in block.exercises for one in each.sets[: 1 if goes_round else None]]
    return sum(map(steps_of, sets))


def _most_rounds(block: PlannedBlock) -> int:
    """Rounds that could ever be begun under the cap, with some to spare for skipped ones."""
    sets = [exercise.sets[0] for exercise in block.exercises]
    least_round_ms = sum(max(len(one.sides), 1) * _least_side_ms(one) for one in sets)
    return (block.time_cap_ms or 0) // least_round_ms + 1 + SPARE_ROUNDS


def _least_side_ms(planned: PlannedSet) -> int:
    """How long a side is worked at least: a key ends it, or its time."""
    return min(planned.time_ms or SHORTEST_SIDE_MS, SHORTEST_SIDE_MS)
