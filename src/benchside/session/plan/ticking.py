"""Which seconds of a phase are ticked: the athlete's choice, in every set of a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan, PlannedBlock, PlannedExercise
    from benchside.session.values.vocabulary import Ticks


def with_ticks(plan: Plan, ticks: Ticks) -> Plan:
    """Return a plan whose sets tick as the athlete has chosen."""

    def block_of(block: PlannedBlock) -> PlannedBlock:
        return replace(block, exercises=tuple(map(exercise_of, block.exercises)))

    def exercise_of(exercise: PlannedExercise) -> PlannedExercise:
        return replace(exercise, sets=tuple(replace(one, ticks=ticks) for one in exercise.sets))

    return replace(plan, blocks=tuple(map(block_of, plan.blocks)))
