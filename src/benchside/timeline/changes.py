"""Changes of mind: an agenda with sets moved, added, left out, or loaded otherwise.

Every function returns another agenda and leaves what is done as it is. What cannot be is refused
with `AgendaError`, whose text says why.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.session import (
    HeaviestSets,
    lift_of,
    set_with_exercise,
    set_with_load,
    set_with_ramp_to,
    with_load_from,
)
from benchside.timeline.agenda import AgendaSet, goes_round, is_open, round_sets
from benchside.timeline.rounds import rest_after

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from benchside.session import Load, PlannedSet, StartsWith
    from benchside.timeline.agenda import Agenda
    from benchside.timeline.set_id import SetId


class AgendaError(Exception):
    """The change cannot be made; nothing has changed."""


def defer_exercise(agenda: Agenda, set_id: SetId, *, fixed: Container[SetId]) -> Agenda:
    """Move the sets of an exercise behind the next exercise; in rounds, to the end of its round.

    `fixed` are the sets that stay where they are: done, or going on.
    """
    if goes_round(agenda.block_of(set_id)):
        return _defer_in_round(agenda, set_id, fixed)
    moved = [one for one in agenda.sets if _is_same_exercise(one, set_id) and one.id not in fixed]
    if not moved:
        raise AgendaError("no set of it is left")
    first = agenda.place(moved[0].id)
    later = [
        one
        for one in agenda.sets[first:]
        if not _is_same_exercise(one, set_id) and one.id not in fixed
    ]
    if not later:
        raise AgendaError("no other exercise comes after it")
    last = max(agenda.place(one.id) for one in later if _go_together(agenda, one, later[0]))
    return replace(
        agenda,
        sets=(
            *(one for one in agenda.sets[:last] if one not in moved),
            agenda.sets[last],
            *moved,
            *(one for one in agenda.sets[last + 1 :] if one not in moved),
        ),
    )


def _go_together(agenda: Agenda, one: AgendaSet, other: AgendaSet) -> bool:
    """Return whether two sets are of one exercise, or of one block that goes round."""
    is_same_block = one.id.block == other.id.block
    takes_turns = goes_round(agenda.block_of(one.id))
    return is_same_block and (takes_turns or one.id.exercise == other.id.exercise)


def _defer_in_round(agenda: Agenda, set_id: SetId, fixed: Container[SetId]) -> Agenda:
    if set_id in fixed:
        raise AgendaError("that set is over")
    in_round = [one for one in agenda.sets if _is_same_round(one, set_id)]
    others = [one for one in in_round if one.id != set_id]
    behind = [one for one in others if agenda.place(one.id) > agenda.place(set_id)]
    if not behind:
        raise AgendaError("it is the last of its round")
    order = [*others, agenda.at(set_id)]
    return _with_round(agenda, in_round, order)


def add_set(agenda: Agenda, set_id: SetId) -> Agenda:
    """Add a set like the last one of an exercise behind it; in rounds, one more round."""
    block = agenda.block_of(set_id)
    if is_open(block):
        raise AgendaError("rounds go on until the time is over")
    if goes_round(block):
        return _add_round(agenda, set_id.block)
    sort = [one for one in agenda.sets if _is_same_sort(one, replace(set_id, is_ramp=False))]
    if not sort:
        raise AgendaError("only ramp sets of it are left")
    last = max(sort, key=lambda one: agenda.place(one.id))
    number = max(one.id.number for one in sort) + 1
    added = replace(last, id=replace(last.id, number=number))
    place = agenda.place(last.id) + 1
    return _renumbered(replace(agenda, sets=(*agenda.sets[:place], added, *agenda.sets[place:])))


def _add_round(agenda: Agenda, block: int) -> Agenda:
    planned = agenda.plan.blocks[block]
    number = agenda.expected_rounds[block] + 1
    expected = (
        *agenda.expected_rounds[:block],
        number,
        *agenda.expected_rounds[block + 1 :],
    )
    place = max(place for place, one in enumerate(agenda.sets) if one.id.block == block) + 1
    added = tuple(round_sets(planned, block, number, number))
    grown = replace(
        agenda,
        expected_rounds=expected,
        sets=(*agenda.sets[:place], *added, *agenda.sets[place:]),
    )
    before = [one for one in grown.sets if one.id.block == block and one.id.round == number - 1]
    numbered = _each(
        grown, lambda one: one.id.block == block, lambda planned: replace(planned, of=number)
    )
    return _with_round(numbered, before, [numbered.at(one.id) for one in before])


def drop_set(agenda: Agenda, set_id: SetId, *, fixed: Container[SetId]) -> Agenda:
    """Leave a set out that is to come."""
    if set_id in fixed:
        raise AgendaError("that set is over or going on")
    if len(agenda.sets) == 1:
        raise AgendaError("it is the only set of the session")
    in_round = [one for one in agenda.sets if _is_same_round(one, set_id)]
    if is_open(agenda.block_of(set_id)) and len(in_round) == 1:
        raise AgendaError("rounds go on until the time is over")
    kept = replace(agenda, sets=tuple(one for one in agenda.sets if one.id != set_id))
    if not goes_round(agenda.block_of(set_id)):
        return _renumbered(kept)
    rest = [one for one in in_round if one.id != set_id]
    if not rest:
        return kept
    first = replace(
        rest[0],
        on_clock_ms=in_round[0].on_clock_ms,
        is_first_of_round=in_round[0].is_first_of_round,
    )
    sets = tuple(first if one.id == first.id else one for one in kept.sets)
    order = [first, *rest[1:]]
    return _with_round(replace(kept, sets=sets), order, order)


def change_load(
    agenda: Agenda, set_id: SetId, load: Load, *, all_left: bool, done: Container[SetId]
) -> Agenda:
    """Change the load of a set that is not done, or of all like it that are left.

    Ramp sets that are left follow the first working set that is left.
    """
    if set_id in done:
        raise AgendaError("that set is over")
    asked = agenda.at(set_id)

    def is_meant(one: AgendaSet) -> bool:
        is_like = _is_same_exercise(one, set_id) and one.planned.type is asked.planned.type
        is_ramp = one.planned.is_ramp
        return one.id == set_id or (
            all_left and is_like and is_ramp == asked.planned.is_ramp and one.id not in done
        )

    changed = _each(agenda, is_meant, lambda planned: set_with_load(planned, load, agenda.plan))
    if asked.planned.is_ramp:
        return changed
    lifted = {one.id: one.planned.load for one in agenda.sets if one.id in done}
    return with_relative_loads(_with_ramp(changed, set_id, done), lifted)


def _with_ramp(agenda: Agenda, set_id: SetId, done: Container[SetId]) -> Agenda:
    working = next(
        one
        for one in agenda.sets
        if _is_same_exercise(one, set_id) and not one.id.is_ramp and one.id not in done
    )
    return _each(
        agenda,
        lambda one: _is_same_exercise(one, set_id) and one.id.is_ramp and one.id not in done,
        lambda planned: set_with_ramp_to(planned, working.planned, agenda.plan),
    )


def with_relative_loads(agenda: Agenda, done: Mapping[SetId, Load | None]) -> Agenda:
    """Return an agenda whose relative loads go from the heaviest set as it was really done.

    `done` has the load of every set that was worked; what is not done counts as planned.
    """
    if not any(one.planned.relative is not None for one in agenda.sets if one.id not in done):
        return agenda
    catalogue = agenda.plan.catalogue
    heaviest: dict[str, HeaviestSets] = {}
    for one in agenda.sets:
        lifted = done.get(one.id, one.planned.load)
        if one.planned.relative is None or one.id in done:
            lift = lift_of(one.planned.exercise, catalogue)
            heaviest.setdefault(lift, HeaviestSets()).add(lifted, one.planned.relative)

    def renewed(planned: PlannedSet) -> PlannedSet:
        sets = heaviest.get(lift_of(planned.exercise, catalogue))
        basis = None
        if sets is not None and planned.relative is not None:
            basis = sets.basis_of(planned.relative)
        if basis is None:
            return planned
        return with_load_from(planned, basis, athlete=agenda.plan.athlete, catalogue=catalogue)

    return _each(
        agenda, lambda one: one.planned.relative is not None and one.id not in done, renewed
    )


def swap_exercise(
    agenda: Agenda,
    set_id: SetId,
    exercise: str,
    *,
    starts_with: StartsWith,
    cues: tuple[str, ...],
    fixed: Container[SetId],
) -> Agenda:
    """Put another exercise in the place of what is left of one; its load is unknown."""
    left = [one for one in agenda.sets if _is_same_exercise(one, set_id) and one.id not in fixed]
    if not left:
        raise AgendaError("no set of it is left")
    return _each(
        agenda,
        lambda one: _is_same_exercise(one, set_id) and one.id not in fixed,
        lambda planned: set_with_exercise(
            planned, exercise, agenda.plan, starts_with=starts_with, cues=cues
        ),
    )


def _each(
    agenda: Agenda,
    is_meant: Callable[[AgendaSet], bool],
    change: Callable[[PlannedSet], PlannedSet],
) -> Agenda:
    sets = (
        replace(one, planned=change(one.planned)) if is_meant(one) else one for one in agenda.sets
    )
    return replace(agenda, sets=tuple(sets))


def _with_round(agenda: Agenda, before: Iterable[AgendaSet], order: list[AgendaSet]) -> Agenda:
    """Put the sets of a round into another order; the clock and the rests keep their places."""
    slots = [agenda.at(one.id) for one in before]
    sets = list(agenda.sets)
    for slot, one in zip(slots, order, strict=True):
        sets[agenda.place(slot.id)] = _in_slot(agenda, one, slot, is_last=one is order[-1])
    return replace(agenda, sets=tuple(sets))


def _in_slot(agenda: Agenda, one: AgendaSet, slot: AgendaSet, *, is_last: bool) -> AgendaSet:
    block, number = agenda.block_of(one.id), one.id.round or 1
    has_next = is_open(block) or number < agenda.expected_rounds[one.id.block]
    return replace(
        one,
        rest=rest_after(block, one.planned, ends_round=is_last and has_next),
        on_clock_ms=slot.on_clock_ms,
        is_first_of_round=slot.is_first_of_round,
    )


def _renumbered(agenda: Agenda) -> Agenda:
    """Count the sets of each sort anew, where they follow each other without rounds."""
    of: dict[tuple[int, int, bool], int] = {}
    for one in agenda.sets:
        of[_sort(one)] = of.get(_sort(one), 0) + 1
    number: dict[tuple[int, int, bool], int] = {}
    sets = []
    for one in agenda.sets:
        if not goes_round(agenda.block_of(one.id)):
            number[_sort(one)] = number.get(_sort(one), 0) + 1
            planned = replace(one.planned, number=number[_sort(one)], of=of[_sort(one)])
            sets.append(replace(one, planned=planned))
        else:
            sets.append(one)
    return replace(agenda, sets=tuple(sets))


def _sort(one: AgendaSet) -> tuple[int, int, bool]:
    return one.id.block, one.id.exercise, one.id.is_ramp


def _is_same_exercise(one: AgendaSet, set_id: SetId) -> bool:
    return (one.id.block, one.id.exercise) == (set_id.block, set_id.exercise)


def _is_same_sort(one: AgendaSet, set_id: SetId) -> bool:
    return _is_same_exercise(one, set_id) and one.id.is_ramp == set_id.is_ramp


def _is_same_round(one: AgendaSet, set_id: SetId) -> bool:
    return (one.id.block, one.id.round) == (set_id.block, set_id.round)
