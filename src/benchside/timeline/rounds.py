"""Rounds: how many there will be, what rest lies between them, and when the clock starts one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from benchside.session import RestWindow
from benchside.timeline.estimate import nominal_work_ms

if TYPE_CHECKING:
    from benchside.session import PlannedBlock, PlannedSet


def expected_rounds(block: PlannedBlock) -> int:
    """Return how many rounds are begun under the cap of a block, or how many it asks for."""
    if block.rounds is not None or block.time_cap_ms is None:
        return block.rounds or 1
    sets = [exercise.sets[-1] for exercise in block.exercises]
    rests = [one.rest for one in sets[:-1]] + [round_rest(block, sets[-1])]
    between_ms = (
        max(rest.ends_ms or 0, following.prepare_ms)
        if rest.ends_ms is not None
        else rest.ready_ms + following.prepare_ms
        for rest, following in zip(rests, (*sets[1:], sets[0]), strict=True)
    )
    round_ms = sum(map(nominal_work_ms, sets)) + sum(between_ms)
    return -(-block.time_cap_ms // round_ms)


def is_for_time(block: PlannedBlock) -> bool:
    """Return whether so many rounds are done for time, at most until a cap."""
    return block.rounds is not None and block.time_cap_ms is not None


def sets_before(block: PlannedBlock, round_number: int) -> int:
    """Return how many sets lie in the rounds before one."""
    return sum(
        1
        for number in range(1, round_number)
        for exercise in block.exercises
        if exercise.set_of_round(number) is not None
    )


def start_on_clock_ms(
    block: PlannedBlock, round_number: int, place: int, counted: int
) -> int | None:
    """Return when a set starts on the clock of its block; None where no clock starts it.

    `place` is that of the set in its round, `counted` that in its block, both from 0.
    """
    if block.every_set_ms is not None:
        return counted * block.every_set_ms if counted else None
    if block.every_ms is None or round_number == 1 or place:
        return None
    return (round_number - 1) * block.every_ms


def rest_after(block: PlannedBlock, planned: PlannedSet, *, ends_round: bool) -> RestWindow:
    """Return the rest after a set of a block; of the last of a round that another one follows."""
    if block.every_set_ms is not None:
        left_ms = max(block.every_set_ms - nominal_work_ms(planned), 0)
        return RestWindow(left_ms, left_ms)
    return round_rest(block, planned) if ends_round else planned.rest


def round_rest(block: PlannedBlock, planned: PlannedSet) -> RestWindow:
    """Return the rest after the last set of a round that another round follows."""
    if block.every_ms is not None:
        left_ms = max(block.every_ms - _round_ms(block), 0)
        return RestWindow(left_ms, left_ms)
    if block.round_rest is not None:
        return block.round_rest
    if block.round_rest_ms is not None:
        return RestWindow(block.round_rest_ms, block.round_rest_ms)
    return planned.rest


def _round_ms(block: PlannedBlock) -> int:
    """Return an estimate of one round from its first rep to its last, rests inside included."""
    sets = [exercise.sets[-1] for exercise in block.exercises]
    work_ms = sum(nominal_work_ms(planned) for planned in sets)
    return work_ms + sum(max(one.rest.ready_ms, two.prepare_ms) for one, two in pairwise(sets))
