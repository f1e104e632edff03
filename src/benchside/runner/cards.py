"""Sets as they are announced and looked back on, in words and numbers as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner.view import LastSet, SetCard
from benchside.session.load import format_load
from benchside.session.reps import format_reps
from benchside.session.tempo import format_tempo
from benchside.session.units import format_duration
from benchside.timeline.estimate import asks_reps
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.moment import Moment
    from benchside.session.plan import PlannedSet
    from benchside.timeline.steps import Timeline, TimelineSet


def set_card(timeline: Timeline, index: int, *, side: str = "") -> SetCard:
    """Announce a set; without a side the first of its sides is named."""
    placed = timeline.sets[index]
    planned = placed.plan
    block = timeline.blocks[placed.block]
    first_side = planned.sides[0] if planned.sides else ""
    return SetCard(
        index=index,
        block=block.name,
        block_kind=block.kind,
        exercise=planned.exercise,
        number=planned.number,
        of=planned.of,
        is_ramp=planned.is_ramp,
        type=planned.type,
        target=target_text(planned),
        load=format_load(planned.load) if planned.load else "",
        plates=" + ".join(planned.plates),
        tempo=format_tempo(planned.tempo) if planned.tempo else "",
        rpe=f"{planned.rpe.normalize():f}" if planned.rpe is not None else "",
        side=side or first_side,
        cues=planned.cues,
    )


def target_text(planned: PlannedSet) -> str:
    """What a set asks for: `5-8`, `30s`, `max in 20s`."""
    reps = str(format_reps(planned.reps)) if planned.reps else ""
    time = format_duration(planned.time_ms) if planned.time_ms is not None else ""
    return f"{reps} in {time}" if reps and time else reps or time


def last_set(moment: Moment) -> LastSet | None:
    """Look back on the set that was finished last; None before there is one."""
    done = moment.last_done
    if done is None:
        return None
    planned = moment.timeline.sets[done.set_index].plan
    return LastSet(
        exercise=planned.exercise,
        number=planned.number,
        of=planned.of,
        reps=done.reps,
        load=format_load(done.load) if done.load else "",
        rpe=f"{done.rpe.normalize():f}" if done.rpe is not None else "",
        note=done.note,
        asks_reps=asks_reps(planned) or (planned.reps is not None and done.reps is None),
        held_ms=tuple(side.work_ms for side in done.sides) if planned.reps is None else (),
    )


def shown_set(moment: Moment) -> TimelineSet:
    """The set that is going on; in a rest the next one, or after all others the last."""
    sets = moment.timeline.sets
    if moment.step.kind is not StepKind.REST:
        return moment.set
    if not is_after_all_sets(moment):
        return sets[moment.step.set_index + 1]
    return moment.set if moment.last_set is None else sets[moment.last_set]


def is_after_all_sets(moment: Moment) -> bool:
    """Whether only the reps of the last set are left to be told."""
    is_last = moment.step.set_index + 1 >= len(moment.timeline.sets)
    return is_last and moment.step.kind is StepKind.REST
