"""What each command does, once the table has found it legal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from benchside.runner import flow
from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
    Slept,
)
from benchside.runner.done import SessionStatus, SetStatus
from benchside.runner.events import CueDue, CuesChanged
from benchside.runner.machine import Refused, State
from benchside.runner.moment import LEAD_MS
from benchside.runner.work import span_at
from benchside.timeline.cueing import count_in
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.runner.flow import Change
    from benchside.runner.moment import Moment

ECHO_MS: Final = 300
"""A second `go` within this time is a bouncing or held key."""


def apply(moment: Moment, command: Command) -> Change:
    """Carry a legal command out at `moment.now_ms`; raises `Refused` if it makes no sense now."""
    match command:
        case Amend():
            return _amend(moment, command)
        case Note():
            return _note(moment, command)
        case Slept():
            return _then_cue(_slept(moment, command))
        case Go():
            return _then_cue(_go(moment))
        case Pause():
            return _then_cue(_resume(moment) if moment.state is State.PAUSED else _pause(moment))
        case Skip():
            return _then_cue(_skip(moment))
        case Back():
            return _then_cue(_back(moment))
        case AddTime():
            return _then_cue(_add_time(moment, command))
        case FinishEarly():
            return _then_cue(_finish_early(moment))
        case Abandon():
            return _then_cue(flow.finish(moment, SessionStatus.ABANDONED))
        case _:
            assert_never(command)


def _then_cue(change: Change) -> Change:
    """Tell first that the cues known before no longer hold."""
    moment, events = change
    return moment, (CuesChanged(moment.now_ms), *events)


def _go(moment: Moment) -> Change:
    if moment.now_ms < moment.guard_until_ms:
        raise Refused("too soon after the last key or the end of the set")
    guarded = replace(moment, guard_until_ms=moment.now_ms + ECHO_MS)
    if moment.state is State.READY:
        return flow.enter(guarded, 0)
    if moment.state is State.PAUSED:
        return _resume(guarded)
    if moment.state is State.WORKING:
        told = CueDue(moment.now_ms, Cue(moment.now_ms, CueKind.SET_DONE))
        after, events = flow.end_work(guarded)
        return after, events if after.sides else (told, *events)
    if moment.lead_until_ms is not None:
        return _end_lead_now(guarded), ()
    return flow.enter(guarded, moment.position + 1)


def _end_lead_now(moment: Moment) -> Moment:
    origin_ms = moment.now_ms - moment.elapsed_ms
    moment = replace(moment, origin_ms=origin_ms, lead_until_ms=None, state=State.WORKING)
    moment = flow.cue_anew(moment)
    return replace(moment, cues=(Cue(moment.now_ms, CueKind.GO), *moment.cues))


def _pause(moment: Moment) -> Change:
    paused = replace(moment, paused_at_ms=moment.now_ms, state=State.PAUSED, cues=())
    if moment.lead_until_ms is None:
        return paused, ()
    origin_ms = moment.now_ms - moment.elapsed_ms
    return replace(paused, origin_ms=origin_ms, lead_until_ms=None), ()


def _resume(moment: Moment) -> Change:
    """Go on after a pause, each kind of step in its way."""
    now_ms = moment.now_ms
    frozen_ms = moment.elapsed_ms
    match moment.step.kind:
        case StepKind.PREPARE | StepKind.SWITCH:
            resumed = replace(moment, origin_ms=now_ms, state=State.PREPARING)
        case StepKind.REST:
            state = State.RESTING if not _is_ready(moment) else State.WAITING
            resumed = replace(moment, origin_ms=now_ms - frozen_ms, state=state)
        case StepKind.WORK if moment.step.duration_ms is None:
            resumed = replace(moment, origin_ms=now_ms - frozen_ms, state=State.WORKING)
        case StepKind.WORK:
            resumed = _lead_in(moment, frozen_ms)
    shift_ms = resumed.origin_ms - moment.origin_ms
    if moment.block_clock_ms is not None:
        resumed = replace(resumed, block_clock_ms=moment.block_clock_ms + shift_ms)
    resumed = flow.cue_anew(resumed)
    if resumed.lead_until_ms is not None:
        resumed = replace(resumed, cues=(*_lead_cues(resumed), *resumed.cues))
    return resumed, ()


def _is_ready(moment: Moment) -> bool:
    if moment.is_held:
        return True
    ready_ms = moment.ready_ms
    return ready_ms is not None and moment.paused_at_ms >= ready_ms


def _lead_in(moment: Moment, frozen_ms: int) -> Moment:
    """Count in; then the interrupted rep begins again, or a hold goes on where it stood."""
    span = span_at(moment.step, frozen_ms)
    if span is not None:
        frozen_ms = next(one.start_ms for one in moment.step.spans if one.rep == span.rep)
    until_ms = moment.now_ms + LEAD_MS
    return replace(
        moment,
        origin_ms=until_ms - frozen_ms,
        lead_until_ms=until_ms,
        state=State.PREPARING,
    )


def _lead_cues(moment: Moment) -> tuple[Cue, ...]:
    until_ms = moment.lead_until_ms or 0
    left_ms = until_ms - moment.now_ms
    chirps = (Cue(moment.now_ms + cue.at_ms, cue.kind, cue.count) for cue in count_in(left_ms))
    go = () if moment.elapsed_ms == 0 else (Cue(until_ms, CueKind.GO),)
    return (*chirps, *go)


def _skip(moment: Moment) -> Change:
    if moment.step.kind is StepKind.REST:
        return flow.enter(moment, moment.position + 1)
    moment, events = flow.end_set(flow.cut_side(moment), SetStatus.SKIPPED)
    steps = moment.timeline.steps
    index = moment.set.index
    following = next(
        (step.index for step in steps[moment.position :] if step.set_index > index), len(steps)
    )
    moment, more = flow.enter(moment, following)
    return moment, events + more


def _back(moment: Moment) -> Change:
    if moment.step.kind is StepKind.PREPARE:
        return flow.enter(moment, _skipped_before(moment))
    if moment.step.kind is StepKind.WORK and moment.position > 0:
        before = moment.timeline.steps[moment.position - 1]
        if before.set_index == moment.step.set_index:
            return flow.enter(moment, before.index)
    return flow.enter(moment, moment.position)


def _skipped_before(moment: Moment) -> int:
    """First step of the set before, if that was skipped; otherwise the present step."""
    before = moment.done_of(moment.set.index - 1)
    if before is None or before.status is not SetStatus.SKIPPED:
        return moment.position
    steps = moment.timeline.steps
    return next(step.index for step in steps if step.set_index == before.set_index)


def _add_time(moment: Moment, command: AddTime) -> Change:
    if moment.lead_until_ms is not None:
        raise Refused("the count-in after a pause has a fixed length")
    end_ms = moment.ends_ms if moment.ready_ms is None else moment.ready_ms
    added_ms = command.ms
    if end_ms is not None:
        added_ms = max(added_ms, moment.now_ms - end_ms)
    return flow.cue_anew(replace(moment, extra_ms=moment.extra_ms + added_ms)), ()


def _amend(moment: Moment, command: Amend) -> Change:
    last = None if moment.last_set is None else moment.done_of(moment.last_set)
    if last is None:
        raise Refused("no set is done yet")
    if command.reps is not None:
        sides = tuple(replace(side, reps=command.reps) for side in last.sides)
        last = replace(last, sides=sides)
    if command.load is not None:
        last = replace(last, load=command.load)
    if command.rpe is not None:
        last = replace(last, rpe=command.rpe)
    return flow.record(moment, last)


def _note(moment: Moment, command: Note) -> Change:
    last = None if moment.last_set is None else moment.done_of(moment.last_set)
    if moment.step.kind is StepKind.REST and last is not None:
        return flow.record(moment, replace(last, note=command.text))
    return replace(moment, note=command.text), ()


def _finish_early(moment: Moment) -> Change:
    events: tuple[Event, ...] = ()
    if moment.step.kind is not StepKind.REST:
        moment = flow.cut_side(moment)
        if moment.sides:
            moment, events = flow.end_set(moment, SetStatus.CUT)
    finished = {one.set_index for one in moment.done if one.status is not SetStatus.CUT}
    is_all = len(finished) == len(moment.timeline.sets)
    status = SessionStatus.COMPLETE if is_all else SessionStatus.PARTIAL
    moment, more = flow.finish(moment, status)
    return moment, events + more


def _slept(moment: Moment, command: Slept) -> Change:
    """Pause work at the moment the sleep began; let a rest go on, but start nothing by itself."""
    moment = replace(moment, slept_ms=moment.slept_ms + command.ms)
    if moment.state in {State.PREPARING, State.WORKING}:
        asleep_ms = moment.now_ms - command.ms
        paused, _ = _pause(replace(moment, now_ms=asleep_ms))
        return replace(paused, now_ms=moment.now_ms), ()
    if moment.state is not State.RESTING:
        return moment, ()
    end_ms = moment.ends_ms if moment.ready_ms is None else moment.ready_ms
    if end_ms is not None and end_ms <= moment.now_ms:
        return replace(moment, state=State.WAITING, is_held=True, cues=()), ()
    return flow.cue_anew(moment), ()
