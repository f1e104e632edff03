"""The exercises of a day as blocks: straight sets by their label, supersets, sets on the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.library.convert.liftosaur.set_keys import is_on_the_clock
from benchside.library.convert.liftosaur.tables import (
    circuit_block,
    clock_blocks,
    exercise_table,
    warm_up_block,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchside.library.convert.conversion import Losses, TomlTable
    from benchside.library.convert.liftosaur.planning import ResolvedExercise


def day_blocks(exercises: Sequence[ResolvedExercise], losses: Losses) -> list[TomlTable]:
    """Return a day's blocks, each exercise where it is done first."""
    return list(_blocks(exercises, losses))


def _blocks(exercises: Sequence[ResolvedExercise], losses: Losses) -> Iterator[TomlTable]:
    supersets: dict[str, list[ResolvedExercise]] = {}
    for exercise in exercises:
        supersets.setdefault(exercise.superset, []).append(exercise)
    straight: list[ResolvedExercise] = []
    for exercise in exercises:
        members = supersets[exercise.superset] if exercise.superset else []
        is_straight = len(members) < 2 and not _is_on_the_clock(exercise)
        if straight and not (is_straight and exercise.label == straight[0].label):
            yield _straight_block(straight, losses)
            straight = []
        if is_straight:
            straight.append(exercise)
        elif len(members) < 2:
            yield from _with_warm_up([exercise], clock_blocks(exercise, losses))
        elif exercise is members[0]:
            yield from _with_warm_up(members, [_superset(members, losses)])
    if straight:
        yield _straight_block(straight, losses)


def _is_on_the_clock(exercise: ResolvedExercise) -> bool:
    return any(is_on_the_clock(sets, is_alone=True) for sets in exercise.sets)


def _straight_block(exercises: Sequence[ResolvedExercise], losses: Losses) -> TomlTable:
    label = exercises[0].label
    tables = [exercise_table(exercise, losses) for exercise in exercises]
    return ({"name": label} if label else {}) | {"exercise": tables}


def _superset(members: Sequence[ResolvedExercise], losses: Losses) -> TomlTable:
    """Return a superset; a label that all of them have stands in its name."""
    labels = {exercise.label for exercise in members}
    name = f"Superset {members[0].superset}"
    if len(labels) == 1 and members[0].label:
        name = f"{members[0].label}: {name}"
    else:
        for exercise in members:
            if exercise.label:
                losses.add(f'{exercise.title}: the label "{exercise.label}"', exercise.line)
    return circuit_block(name, members, losses)


def _with_warm_up(
    exercises: Sequence[ResolvedExercise], blocks: Iterable[TomlTable]
) -> Iterator[TomlTable]:
    """Put the warm-ups before blocks that have no place for them."""
    warm_up = warm_up_block(exercises)
    if warm_up:
        yield warm_up
    yield from blocks
