"""What a session may cost: 10,000 steps and 24 hours.

Counted by arithmetic before anything is unrolled, so that a billion rounds cost nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchside.session.plan.plan import PlannedBlock, PlannedExercise, PlannedSet

MAX_STEPS = 10_000

SHORTEST_ROUND_MS = 10_000
"""A session has to have room for rounds until a cap as if none were shorter on the whole,"""

SPARE_ROUNDS = 10
"""and with some to spare, for a short cap with shorter rounds."""


def steps_of(planned: PlannedSet) -> int:
    """Steps of a set: count-in, the work of each side, what stands between, and the rest.

    The work of a side of several parts has a rest between them.
    """
    sides = max(len(planned.sides), 1)
    works = max(2 * len(planned.parts) - 1, 1)
    return bool(planned.prepare_ms) + sides * works + (sides - 1) + 1


def least_ms(planned: PlannedSet) -> int:
    """Return how long a set lasts at least, with the rest that ends in the next count-in."""
    between_ms = max(planned.prepare_ms, planned.rest.ready_ms)
    return work_ms(planned) + between_ms


def work_ms(planned: PlannedSet) -> int:
    """Return the shortest time from the first rep of a set to its last, with all of its sides."""
    sides = max(len(planned.sides), 1)
    side_ms = planned.time_ms or 0
    if planned.open_time is not None:
        side_ms = planned.open_time.low_ms
    if planned.tempo and planned.reps:
        side_ms = planned.tempo.rep_ms * (planned.reps.high or planned.reps.low)
    side_ms += max(len(planned.parts) - 1, 0) * planned.part_rest_ms
    return sides * side_ms + (sides - 1) * planned.switch_ms


def rounds_until(cap_ms: int, planned: Sequence[PlannedSet]) -> int:
    """Return how many rounds a session has to have room for under a cap."""
    shortest_ms = sum(_fixed_ms(one) for one in planned)
    return cap_ms // max(shortest_ms, SHORTEST_ROUND_MS) + SPARE_ROUNDS


def _fixed_ms(planned: PlannedSet) -> int:
    """Return how long a set lasts by itself that no key is meant to end."""
    if planned.reps is not None or planned.open_time is not None:
        return 0
    return planned.time_ms or 0


def steps_of_block(block: PlannedBlock) -> int:
    """Steps that a block has at least: under a cap those of the rounds it has to have."""
    if not block.goes_round:
        return sum(steps_of(one) for each in block.exercises for one in each.sets)
    return sum(in_rounds(exercise, rounds_needed(block), steps_of) for exercise in block.exercises)


def in_rounds(exercise: PlannedExercise, rounds: int, cost: Callable[[PlannedSet], int]) -> int:
    """Add up what the sets of an exercise cost in so many rounds, without unrolling them."""
    takes_part = rounds if exercise.rounds is None else min(exercise.rounds, rounds)
    own = exercise.sets[:takes_part]
    return sum(map(cost, own)) + (takes_part - len(own)) * cost(exercise.sets[-1])


def rounds_needed(block: PlannedBlock) -> int:
    """Rounds that a block has to have; one where its sets follow each other."""
    if block.rounds is not None or block.time_cap_ms is None:
        return block.rounds or 1
    return rounds_until(block.time_cap_ms, [exercise.sets[-1] for exercise in block.exercises])
