"""What each command does, once the table has found it legal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from benchside.runner import amending, transitions
from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Away,
    Back,
    Close,
    FinishEarly,
    Go,
    Note,
    Pause,
    Proceed,
    Skip,
    Slept,
    Undo,
)
from benchside.runner.events import CueReached, CuesChanged
from benchside.runner.machine import MOVES, Refused, State, TooSoon
from benchside.runner.pausing import end_resume_countdown, pause, resume, sleep
from benchside.runner.results import SessionStatus, SetStatus
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change

IGNORE_GO_MS: Final = 700
"""A `go` so soon after the end of a step was meant to end it: it must not end the next as well."""


def legal(moment: RunState) -> frozenset[type[Command]]:
    """The moves of the table that make sense now; whether there is an undo the runner knows."""
    moves = set(MOVES[moment.state]) - {Undo}
    if moment.resume_countdown_until_ms is not None:
        moves.discard(AddTime)
    if not moment.done:
        moves.discard(Amend)
    if moment.state is State.REVIEWING and _skipped_at_the_end(moment) is None:
        moves.discard(Back)
    return frozenset(moves)


def guarded(moment: RunState, ms: int) -> RunState:
    """Take a `go` within this time for one that came too late."""
    return replace(moment, ignore_go_until_ms=moment.now_ms + ms)


def apply(moment: RunState, command: Command, *, now_ms: int) -> Change:
    """Carry a legal command out; raises `Refused` if it makes no sense now.

    The moment is that of the command; where the laptop slept, that at which it fell asleep.
    """
    if type(command) not in legal(moment):
        raise Refused(f"{type(command).__name__.lower()} does nothing here")
    match command:
        case Amend():
            return amending.amend(moment, command)
        case Note():
            return amending.note(moment, command)
        case Slept():
            return _then_cue(sleep(moment, command, now_ms=now_ms))
        case Away(ms):
            return replace(moment, aways=(*moment.aways, (moment.now_ms, ms))), ()
        case Go() if moment.state is State.REVIEWING:
            return _confirm_all(moment)
        case Go():
            return _then_cue(*_go(moment))
        case Proceed():
            return _then_cue(*_move_on(moment, by_key=False))
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
        case Close():
            return transitions.close(moment)
        case Abandon():
            return _then_cue(*transitions.finish(moment, SessionStatus.ABANDONED))
        case Undo():
            raise AssertionError("the runner takes commands back itself")
        case _:
            assert_never(command)


def _then_cue(moment: RunState, events: tuple[Event, ...] = ()) -> Change:
    """Tell first that the cues known before no longer hold."""
    return moment, (CuesChanged(moment.now_ms), *events)


def _go(moment: RunState) -> Change:
    """Answer for the set before, then do the obvious thing."""
    _refuse_too_soon(moment)
    moment, events = transitions.confirm(moment, moment.last_done)
    moment, more = _move_on(moment, by_key=True)
    return moment, events + more


def _refuse_too_soon(moment: RunState) -> None:
    if moment.now_ms < moment.ignore_go_until_ms:
        raise TooSoon("too soon after the end of the step before")


def _confirm_all(moment: RunState) -> Change:
    """Answer for every set that is still assumed, and end the session."""
    _refuse_too_soon(moment)
    events: tuple[Event, ...] = ()
    for done in moment.done:
        moment, more = transitions.confirm(moment, done)
        events += more
    moment, more = transitions.close(moment)
    return moment, events + more


def _move_on(moment: RunState, *, by_key: bool) -> Change:
    """Start, end the set, start the next one, or go on after a pause."""
    if moment.state is State.WORKING:
        told = CueReached(moment.now_ms, Cue(moment.now_ms, CueKind.SET_DONE))
        after, events = transitions.end_work(moment, by_key=by_key)
        return after, events if after.sides else (told, *events)
    if moment.state is State.READY:
        return transitions.enter(moment, 0)
    if moment.state is State.PAUSED:
        return resume(moment), ()
    if moment.resume_countdown_until_ms is not None:
        return end_resume_countdown(moment), ()
    return transitions.enter(moment, moment.position + 1)


def _skip(moment: RunState) -> Change:
    if moment.step.kind is StepKind.REST:
        return transitions.enter(moment, moment.position + 1)
    moment, events = transitions.end_set(transitions.cut_side(moment), SetStatus.SKIPPED)
    moment, more = transitions.enter(moment, _after_skipped(moment))
    return moment, events + more


def _after_skipped(moment: RunState) -> int:
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


def _back(moment: RunState) -> Change:
    position = _begin_of_back(moment)
    moment = replace(moment, ended_ms=None, is_early=False)
    moment, events = transitions.enter(moment, position)
    step = moment.step
    if (
        step.kind is StepKind.PREPARE
        and step.on_clock_ms is not None
        and moment.block_clock_ms is not None
    ):
        counted_in_ms = moment.now_ms + (step.duration_ms or 0)
        late_ms = counted_in_ms - (moment.block_clock_ms + step.on_clock_ms)
        moment = transitions.hold_clock(moment, max(late_ms, 0))
        moment = transitions.cue_anew(moment, from_ms=moment.now_ms)
    return moment, events


def _begin_of_back(moment: RunState) -> int:
    """The step that `back` leads to."""
    if moment.state is State.REVIEWING:
        skipped = _skipped_at_the_end(moment)
        return moment.position if skipped is None else _begin_of_skipped(moment, skipped)
    kind = moment.step.kind
    if kind is StepKind.WORK and moment.position > 0:
        before = moment.timeline.steps[moment.position - 1]
        return before.index if before.set_index == moment.set.index else moment.position
    if kind is StepKind.PREPARE:
        return _begin_of_skipped(moment, moment.set.index - 1)
    if kind is StepKind.REST:
        return _begin_of_skipped(moment, moment.set.index)
    return moment.position


def _skipped_at_the_end(moment: RunState) -> int | None:
    """The last set of the session, where the review began because it was skipped."""
    last = len(moment.timeline.sets) - 1
    done = moment.done_of(last)
    is_skipped = done is not None and done.status is SetStatus.SKIPPED
    return last if is_skipped and not moment.is_early else None


def _begin_of_skipped(moment: RunState, set_index: int) -> int:
    """First step of that set, if it was skipped; otherwise the present step."""
    done = moment.done_of(set_index)
    if done is None or done.status is not SetStatus.SKIPPED:
        return moment.position
    return next(step.index for step in moment.timeline.steps if step.set_index == set_index)


def _add_time(moment: RunState, command: AddTime) -> RunState:
    over_ms = moment.over_ms
    added_ms = command.ms if over_ms is None else max(command.ms, moment.now_ms - over_ms)
    if moment.step.on_clock_ms is not None and moment.block_clock_ms is not None:
        moment = transitions.hold_clock(moment, added_ms)
    else:
        moment = replace(moment, extra_ms=moment.extra_ms + added_ms)
    return transitions.cue_anew(moment, from_ms=moment.now_ms + 1)


def _finish_early(moment: RunState) -> Change:
    events: tuple[Event, ...] = ()
    if moment.step.kind is not StepKind.REST:
        moment = transitions.cut_side(moment)
        if moment.sides:
            moment, events = transitions.end_set(moment, SetStatus.CUT)
    moment, more = transitions.review(moment, is_early=True)
    return moment, events + more
