"""What begins a set after a rest: the clock, or the athlete, who may still be loading the bar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.session.values.load import load_kg

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan, PlannedBlock, PlannedSet


def waiting_for_athlete(plan: Plan) -> Plan:
    """Return a plan whose sets with a weight begin, after a rest, when the athlete says so.

    Circuits, sets on the clock and sets that go by time begin by themselves as before.
    """
    return replace(plan, blocks=tuple(map(_block, plan.blocks)))


def _block(block: PlannedBlock) -> PlannedBlock:
    is_on_clock = block.goes_round or block.every_ms is not None or block.every_set_ms is not None
    if is_on_clock:
        return block
    return block.with_each_set(_set)


def _set(planned: PlannedSet) -> PlannedSet:
    is_loaded = planned.time_ms is None and bool(load_kg(planned.load))
    return replace(planned, waits_for_athlete=True) if is_loaded else planned
