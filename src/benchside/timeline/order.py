"""In which order the sets of a plan come, and what rest each is followed by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from benchside.session.plan.limits import rounds_of
from benchside.session.values.rest import Rest
from benchside.timeline.estimate import nominal_work_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.session.plan.plan import Plan, PlannedBlock, PlannedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A set in its turn."""

    index: int
    block: int
    round: int | None
    planned: PlannedSet
    rest: Rest
    """What follows it; nothing where it is the last of the session."""
    on_clock_ms: int | None = None
    """Starts at this moment of its block's clock (EMOM)."""


def slots_of(plan: Plan) -> Iterator[Slot]:
    """All sets of the plan in the order they are done; under a cap those that could be reached."""
    index = 0
    for number, (block, rounds) in enumerate(zip(plan.blocks, rounds_of(plan), strict=True)):
        in_order = _straight(block) if rounds is None else _circuit(block, rounds)
        for slot in in_order:
            yield replace(slot, index=index, block=number)
            index += 1


def expected_rounds(block: PlannedBlock) -> int:
    """Return how many rounds are begun under the cap of a block, or how many it asks for."""
    if block.rounds is not None or block.time_cap_ms is None:
        return block.rounds or 1
    sets = [exercise.sets[0] for exercise in block.exercises]
    rests = [one.rest for one in sets[:-1]] + [_round_rest(block, sets[-1])]
    between_ms = (
        max(rest.ends_ms or 0, following.prepare_ms)
        if rest.ends_ms is not None
        else rest.ready_ms + following.prepare_ms
        for rest, following in zip(rests, (*sets[1:], sets[0]), strict=True)
    )
    round_ms = sum(map(nominal_work_ms, sets)) + sum(between_ms)
    return -(-block.time_cap_ms // round_ms)


def _straight(block: PlannedBlock) -> Iterator[Slot]:
    for exercise in block.exercises:
        for planned in exercise.sets:
            yield Slot(index=0, block=0, round=None, planned=planned, rest=planned.rest)


def _circuit(block: PlannedBlock, rounds: int) -> Iterator[Slot]:
    expected = expected_rounds(block)
    last = len(block.exercises) - 1
    for round_number in range(1, rounds + 1):
        for position, exercise in enumerate(block.exercises):
            written = exercise.sets[min(round_number, len(exercise.sets)) - 1]
            planned = replace(written, number=round_number, of=max(expected, round_number))
            ends_round = position == last and round_number < rounds
            yield Slot(
                index=0,
                block=0,
                round=round_number,
                planned=planned,
                rest=_round_rest(block, planned) if ends_round else planned.rest,
                on_clock_ms=_on_clock_ms(block, round_number) if position == 0 else None,
            )


def _on_clock_ms(block: PlannedBlock, round_number: int) -> int | None:
    if block.every_ms is None or round_number == 1:
        return None
    return (round_number - 1) * block.every_ms


def _round_rest(block: PlannedBlock, planned: PlannedSet) -> Rest:
    if block.every_ms is not None:
        left_ms = max(block.every_ms - _round_ms(block), 0)
        return Rest(left_ms, left_ms)
    if block.round_rest_ms is not None:
        return Rest(block.round_rest_ms, block.round_rest_ms)
    return planned.rest


def _round_ms(block: PlannedBlock) -> int:
    """Estimate of one round from its first rep to its last, rests inside included."""
    sets = [exercise.sets[-1] for exercise in block.exercises]
    work_ms = sum(nominal_work_ms(planned) for planned in sets)
    return work_ms + sum(max(one.rest.ready_ms, two.prepare_ms) for one, two in pairwise(sets))
