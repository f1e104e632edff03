"""What the log proposes to lift today, for the sets that grow together, and how it is taken.

Nothing is done behind anybody's back: a proposal stands beside the load of the file, and taking it
is a command like any other, so that journal and replay know of it.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.log.attempts import AskedSets
from benchside.log.facts import exercise_key
from benchside.log.progression import propose
from benchside.runner import ChangeLoad
from benchside.session import InvalidValueError, Load, Percent, SetType, format_tempo, parse_load
from benchside.timeline import agenda_of, is_open

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from benchside.log.facts import SetFact
    from benchside.log.progression import Proposal
    from benchside.session import Gym, Plan, PlannedSet, Progress, RepTarget
    from benchside.timeline import Agenda, AgendaSet, SetId


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadGroup:
    """Working sets of an exercise that have one load in the file, and grow together."""

    sets: tuple[SetId, ...]
    """In the order of the session; at least one."""
    progress: Progress
    goal: AskedSets
    load: Load | None
    """As the session offers it by itself."""

    @property
    def exercise(self) -> str:
        """Name of the exercise, as the session has it."""
        return self.goal.exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOffer:
    """What the log proposes for a group of sets."""

    group: LoadGroup
    proposal: Proposal

    @property
    def is_change(self) -> bool:
        """Whether another load is proposed than the session offers by itself."""
        return self.proposal.load not in (None, self.group.load)


def load_groups(plan: Plan, *, athlete: str, file: str) -> tuple[LoadGroup, ...]:
    """Return the groups of sets that a progress rule is written for.

    A load that is a percentage grows by its training max, one that is relative by the set that it
    is measured from; rounds without an end have no number of sets to reach. They have no group.
    """
    found: dict[tuple[object, ...], list[AgendaSet]] = {}
    for one in agenda_of(plan).sets:
        progress = _exercise_progress(plan, one.id)
        if progress is not None and not progress.is_by_cycle and _can_grow(plan, one):
            key = (exercise_key(one.planned.exercise), tempo_of(one.planned), progress)
            found.setdefault((*key, file_load(one.planned)), []).append(one)
    return tuple(_group(plan, sets, athlete=athlete, file=file) for sets in found.values())


def offer_for(group: LoadGroup, facts: Iterable[SetFact], gym: Gym) -> LoadOffer | None:
    """Return what is proposed for a group; None where the log has nothing to go by."""
    proposal = propose(group.progress, group.goal, facts, gym=gym)
    return None if proposal is None else LoadOffer(group=group, proposal=proposal)


def coming_sets(group: LoadGroup, agenda: Agenda, done: Container[SetId]) -> tuple[AgendaSet, ...]:
    """Return the sets of a group that are still to come; none where another exercise is done."""
    known = (agenda.at(set_id) for set_id in group.sets if set_id in agenda)
    return tuple(
        one
        for one in known
        if one.id not in done and exercise_key(one.planned.exercise) == exercise_key(group.exercise)
    )


def load_changes(
    group: LoadGroup, load: Load, agenda: Agenda, done: Container[SetId]
) -> tuple[ChangeLoad, ...]:
    """Return the commands that load the sets of a group that are to come.

    One for an exercise where all its sets are meant, else one for each set.
    """
    coming = coming_sets(group, agenda, done)
    changes: list[ChangeLoad] = []
    for place in dict.fromkeys((one.id.block, one.id.exercise) for one in coming):
        meant = [one.id for one in coming if (one.id.block, one.id.exercise) == place]
        alike = [
            one.id
            for one in agenda.sets
            if (one.id.block, one.id.exercise) == place
            and one.planned.type is SetType.WORKING
            and not one.id.is_ramp
            and one.id not in done
        ]
        if alike == meant:
            changes.append(ChangeLoad(meant[0], load, all_left=True))
        else:
            changes += [ChangeLoad(set_id, load) for set_id in meant]
    return tuple(changes)


def tempo_of(planned: PlannedSet) -> str:
    """Return the tempo of a set as the log writes it; empty where it is lifted at will."""
    return format_tempo(planned.tempo) if planned.tempo else ""


def file_load(planned: PlannedSet) -> Load | None:
    """Return the load of a set as the session's file has it."""
    if not planned.written_load:
        return planned.load
    try:
        return parse_load(planned.written_load)
    except InvalidValueError:  # relative to another set
        return planned.load


def _group(plan: Plan, sets: list[AgendaSet], *, athlete: str, file: str) -> LoadGroup:
    first = sets[0].planned
    progress = _exercise_progress(plan, sets[0].id)
    assert progress is not None
    goal = AskedSets(
        exercise=first.exercise,
        athlete=athlete,
        tempo=tempo_of(first),
        reps=tuple(_targets(sets)),
        load=file_load(first),
        file=file,
    )
    return LoadGroup(
        sets=tuple(one.id for one in sets), progress=progress, goal=goal, load=first.load
    )


def _targets(sets: Iterable[AgendaSet]) -> Iterator[RepTarget]:
    for one in sets:
        if one.planned.reps is not None:
            yield one.planned.reps


def _exercise_progress(plan: Plan, set_id: SetId) -> Progress | None:
    return plan.blocks[set_id.block].exercises[set_id.exercise].progress


def _can_grow(plan: Plan, one: AgendaSet) -> bool:
    """Return whether a set is one of work by reps whose load is a number of its own."""
    planned = one.planned
    return (
        not planned.is_ramp
        and planned.type is SetType.WORKING
        and planned.reps is not None
        and planned.relative is None
        and not isinstance(file_load(planned), Percent)
        and not is_open(plan.blocks[one.id.block])
    )
