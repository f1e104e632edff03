"""The first count-in: a session never begins with work at 0:00."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.session.plan.defaults import FIRST_PREPARE_MS

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedBlock, PlannedExercise


def with_first_count_in(blocks: tuple[PlannedBlock, ...]) -> tuple[PlannedBlock, ...]:
    """Return blocks whose first set has a count-in: its own, or one of ten seconds."""
    if not blocks or blocks[0].exercises[0].sets[0].prepare_ms:
        return blocks
    first = blocks[0]
    exercise = first.exercises[0]
    changed = _with_count_in(exercise, stands_for_more=first.goes_round and first.rounds != 1)
    return (replace(first, exercises=(changed, *first.exercises[1:])), *blocks[1:])


def _with_count_in(exercise: PlannedExercise, *, stands_for_more: bool) -> PlannedExercise:
    """Change the first set alone, also where it stands for those of further rounds."""
    written, *others = exercise.sets
    first = replace(written, prepare_ms=FIRST_PREPARE_MS)
    if stands_for_more and not others and exercise.rounds != 1:
        return replace(exercise, sets=(first, written))
    return replace(exercise, sets=(first, *others))
