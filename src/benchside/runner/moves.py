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
from benchside.runner.machine import MOVES, Refused, State
from benchside.runner.pausing import end_lead, pause, resume, sleep
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.runner.flow import Change
    from benchside.runner.moment import Moment

ECHO_MS: Final = 300
"""A second `go` within this time is a bouncing or held key."""

GUARD_MS: Final = 700
"""A `go` so soon after the end of a step was meant to end it: it must not end the next as well."""


def legal(moment: Moment) -> frozenset[type[Command]]:
    """The moves of the table that make sense now."""
    moves = set(MOVES[moment.state])
    if moment.lead_until_ms is not None:
        moves.discard(AddTime)
    if moment.last_set is None:
        moves.discard(Amend)
    return frozenset(moves)


def guarded(moment: Moment, ms: int) -> Moment:
    """Take a `go` within this time for one that came too late, or twice."""
    return replace(moment, guard_until_ms=moment.now_ms + ms)


def apply(moment: Moment, command: Command, *, now_ms: int) -> Change:
    """Carry a legal command out; raises `Refused` if it makes no sense now.

    The moment is that of the command; where the laptop slept, that at which it fell asleep.
    """
    if type(command) not in legal(moment):
        raise Refused(f"{type(command).__name__.lower()} does nothing here")
    match command:
        case Amend():
            return _amend(moment, command)
        case Note():
            return _note(moment, command)
        case Slept():
            return _then_cue(sleep(moment, command, now_ms=now_ms))
        case Go():
            return _then_cue(*_go(moment))
        case Pause():
            return _then_cue(resume(moment) if moment.state is State.PAUSED else pause(moment))
        case Skip():
            return _then_cue(*_skip(moment))
        case Back():
            return _then_cue(*_back(moment))
        case AddTime():
            return _then_cue(_add_time(moment, command))
        case FinishEarly():
            return _then_cue(*_finish_early(moment))
        case Abandon():
            return _then_cue(*flow.finish(moment, SessionStatus.ABANDONED))
        case _:
            assert_never(command)


def _then_cue(moment: Moment, events: tuple[Event, ...] = ()) -> Change:
    """Tell first that the cues known before no longer hold."""
    return moment, (CuesChanged(moment.now_ms), *events)


def _go(moment: Moment) -> Change:
    if moment.now_ms < moment.guard_until_ms:
        raise Refused("too soon after the last key or the end of the set")
    if moment.state is State.WORKING:
        told = CueDue(moment.now_ms, Cue(moment.now_ms, CueKind.SET_DONE))
        after, events = flow.end_work(guarded(moment, GUARD_MS))
        return after, events if after.sides else (told, *events)
    moment = guarded(moment, ECHO_MS)
    if moment.state is State.READY:
        return flow.enter(moment, 0)
    if moment.state is State.PAUSED:
        return resume(moment), ()
    if moment.lead_until_ms is not None:
        return end_lead(moment), ()
    return flow.enter(moment, moment.position + 1)


def _skip(moment: Moment) -> Change:
    if moment.step.kind is StepKind.REST:
        return flow.enter(moment, moment.position + 1)
    moment, events = flow.end_set(flow.cut_side(moment), SetStatus.SKIPPED)
    moment, more = flow.enter(moment, _after_skipped(moment))
    return moment, events + more


def _after_skipped(moment: Moment) -> int:
    """First step of the next set, or the rest that keeps it to its clock."""
    steps = moment.timeline.steps
    index = moment.set.index
    return next(
        (
            step.index
            for step in steps[moment.position + 1 :]
            if step.set_index > index or step.on_clock_ms is not None
        ),
        len(steps),
    )


def _back(moment: Moment) -> Change:
    moment, events = flow.enter(moment, _begin_of_back(moment))
    step = moment.step
    if (
        step.kind is StepKind.PREPARE
        and step.on_clock_ms is not None
        and moment.block_clock_ms is not None
    ):
        counted_in_ms = moment.now_ms + (step.duration_ms or 0)
        late_ms = counted_in_ms - (moment.block_clock_ms + step.on_clock_ms)
        moment = flow.hold_clock(moment, max(late_ms, 0))
        moment = flow.cue_anew(moment, from_ms=moment.now_ms)
    return moment, events


def _begin_of_back(moment: Moment) -> int:
    """The step that `back` leads to."""
    kind = moment.step.kind
    if kind is StepKind.WORK and moment.position > 0:
        before = moment.timeline.steps[moment.position - 1]
        return before.index if before.set_index == moment.set.index else moment.position
    if kind is StepKind.PREPARE:
        return _begin_of_skipped(moment, moment.set.index - 1)
    if kind is StepKind.REST:
        return _begin_of_skipped(moment, moment.set.index)
    return moment.position


def _begin_of_skipped(moment: Moment, set_index: int) -> int:
    """First step of that set, if it was skipped; otherwise the present step."""
    done = moment.done_of(set_index)
    if done is None or done.status is not SetStatus.SKIPPED:
        return moment.position
    return next(step.index for step in moment.timeline.steps if step.set_index == set_index)


def _add_time(moment: Moment, command: AddTime) -> Moment:
    over_ms = moment.over_ms
    added_ms = command.ms if over_ms is None else max(command.ms, moment.now_ms - over_ms)
    if moment.step.on_clock_ms is not None and moment.block_clock_ms is not None:
        moment = flow.hold_clock(moment, added_ms)
    else:
        moment = replace(moment, extra_ms=moment.extra_ms + added_ms)
    return flow.cue_anew(moment, from_ms=moment.now_ms + 1)


def _amend(moment: Moment, command: Amend) -> Change:
    last = moment.last_done
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
    last = moment.last_done
    if moment.step.kind is StepKind.REST and last is not None:
        return flow.record(moment, replace(last, note=command.text))
    return replace(moment, note=command.text), ()


def _finish_early(moment: Moment) -> Change:
    events: tuple[Event, ...] = ()
    if moment.step.kind is not StepKind.REST:
        moment = flow.cut_side(moment)
        if moment.sides:
            moment, events = flow.end_set(moment, SetStatus.CUT)
    is_last = moment.position + 1 == len(moment.timeline.steps)
    is_over = is_last and moment.step.kind is StepKind.REST
    status = SessionStatus.COMPLETE if is_over else SessionStatus.PARTIAL
    moment, more = flow.finish(moment, status)
    return moment, events + more
