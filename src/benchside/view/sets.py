"""Sets as they are announced and looked back on, in words and numbers as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.session.values.load import format_load
from benchside.session.values.reps import format_reps
from benchside.session.values.tempo import format_tempo
from benchside.session.values.units import format_duration
from benchside.timeline.estimate import asks_reps
from benchside.timeline.steps import StepKind
from benchside.view.view import LastSetView, NoteTarget, SetView

if TYPE_CHECKING:
    from benchside.runner.results import SetResult
    from benchside.runner.state import RunState
    from benchside.session.plan.plan import PlannedSet
    from benchside.timeline.steps import Timeline


def set_card(timeline: Timeline, index: int, *, side: str = "") -> SetView:
    """Announce a set; without a side the first of its sides is named."""
    placed = timeline.sets[index]
    planned = placed.plan
    block = timeline.blocks[placed.block]
    first_side = planned.sides[0] if planned.sides else ""
    return SetView(
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


def last_set(moment: RunState) -> LastSetView | None:
    """Look back on the set that was worked last; None before there is one."""
    return None if moment.last_done is None else look_back(moment.timeline, moment.last_done)


def look_back(timeline: Timeline, done: SetResult) -> LastSetView:
    """Describe a recorded set as it can be corrected."""
    planned = timeline.sets[done.set_index].plan
    shown = done.shown_side
    reps_of = {side.side: side.reps for side in done.sides}
    return LastSetView(
        index=done.set_index,
        exercise=planned.exercise,
        number=planned.number,
        of=planned.of,
        is_ramp=planned.is_ramp,
        status=done.status,
        reps=done.reps if shown is None else done.sides[shown].reps,
        side="" if shown is None else done.sides[shown].side or "",
        sides=tuple((label, reps_of.get(label)) for label in planned.sides),
        load=format_load(done.load) if done.load else "",
        rpe=f"{done.rpe.normalize():f}" if done.rpe is not None else "",
        note=done.note,
        counts_reps=planned.reps is not None,
        asks_reps=asks_reps(planned) or (planned.reps is not None and done.reps is None),
        held_ms=tuple(side.work_ms for side in done.sides) if planned.reps is None else (),
    )


def note_card(moment: RunState) -> NoteTarget:
    """Name the set that a note is written on now, with what is already written on it."""
    coming = moment.set_to_come
    last = moment.last_done
    is_about_last = coming is None or moment.step.kind is StepKind.REST
    if is_about_last and last is not None:
        return _note_card(moment.timeline, last.set_index, last.note)
    return _note_card(moment.timeline, moment.set.index if coming is None else coming, moment.note)


def _note_card(timeline: Timeline, index: int, text: str) -> NoteTarget:
    planned = timeline.sets[index].plan
    return NoteTarget(
        index=index,
        exercise=planned.exercise,
        number=planned.number,
        of=planned.of,
        is_ramp=planned.is_ramp,
        text=text,
    )
