"""How one moment becomes the next: entering and leaving steps.

Every function takes a moment and gives another with the events of the change. None of them asks
whether the change is legal: the table in `machine` has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.runner.events import (
    CueReached,
    ReviewStarted,
    SessionFinished,
    SetFinished,
    StepStarted,
)
from benchside.runner.machine import State
from benchside.runner.progress import has_assumed_reps, side_done
from benchside.runner.results import SessionStatus, SetResult, SetStatus
from benchside.timeline.cueing import cues_for
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.events import Event
    from benchside.runner.state import RunState

Change: TypeAlias = "tuple[RunState, tuple[Event, ...]]"

SESSION_DONE_AFTER_MS: Final = 800
"""The end of the session is told this long after the end of its last set, to be heard apart."""

_STATES: Final = {
    StepKind.PREPARE: State.PREPARING,
    StepKind.SWITCH: State.PREPARING,
    StepKind.WORK: State.WORKING,
    StepKind.REST: State.RESTING,
}


def enter(moment: RunState, position: int) -> Change:
    """Begin the step at `position` now, or the review where there is none."""
    if position >= len(moment.timeline.steps):
        return review(moment, is_early=False)
    if moment.waits_for_key and moment.over_ms is not None:
        moment = hold_clock(moment, moment.now_ms - moment.over_ms)
    before = moment.block
    moment = replace(
        moment,
        position=position,
        origin_ms=moment.now_ms,
        extra_ms=0,
        waits_for_key=False,
        resume_countdown_until_ms=None,
        slept_ms=0,
        state=_STATES[moment.timeline.steps[position].kind],
    )
    if moment.block is not before:
        moment = replace(moment, block_clock_ms=None)
    events: tuple[Event, ...] = (StepStarted(moment.now_ms, position),)
    if moment.state is State.WORKING:
        moment, more = _begin_work(moment)
        events += more
    return cue_anew(moment, from_ms=moment.now_ms), events


def _begin_work(moment: RunState) -> Change:
    planned = moment.set.plan
    if moment.block_clock_ms is None:
        begun_ms = moment.now_ms - _due_on_clock_ms(moment)
        moment = replace(moment, block_clock_ms=begun_ms)
    if planned.sides and moment.step.side != planned.sides[0]:
        return moment, ()
    moment = replace(moment, set_started_ms=moment.now_ms, sides=())
    return _end_rest(moment)


def _due_on_clock_ms(moment: RunState) -> int:
    """When the round is due on the clock of its block; not 0 where `back` led into the block."""
    every_ms = moment.block.every_ms
    return ((moment.set.round or 1) - 1) * every_ms if every_ms is not None else 0


def hold_clock(moment: RunState, ms: int) -> RunState:
    """Let so much time not count for rounds on the clock and for a time cap."""
    if moment.block_clock_ms is None:
        return moment
    return replace(moment, block_clock_ms=moment.block_clock_ms + ms)


def _end_rest(moment: RunState) -> Change:
    """Write down how long the rest before this set was; again, if the set begins again."""
    rested = moment.last_done
    is_begun_again = moment.last_set == moment.set.index
    if rested is None or moment.rest_since_ms is None or is_begun_again:
        return moment, ()
    return record(moment, replace(rested, rest_ms=moment.now_ms - moment.rest_since_ms))


def record(moment: RunState, done: SetResult) -> Change:
    """Keep a finished set, in the place of what was known of it before."""
    others = (one for one in moment.done if one.set_index != done.set_index)
    kept = tuple(sorted((*others, done), key=lambda one: one.set_index))
    return replace(moment, done=kept), (SetFinished(moment.now_ms, done),)


def cue_anew(moment: RunState, *, from_ms: int) -> RunState:
    """Line up the cues of the step from a moment on, for the length that the step has now."""
    ends_ms = moment.ends_ms
    duration_ms = None if ends_ms is None else ends_ms - moment.origin_ms
    if moment.step.duration_ms is None:
        cues = cues_for(moment.step, None)
        shift_ms = moment.extra_ms
    else:
        cues = () if duration_ms is None else cues_for(moment.step, duration_ms)
        shift_ms = 0
    offset_ms = moment.origin_ms + shift_ms
    due = (Cue(offset_ms + cue.at_ms, cue.kind, cue.count) for cue in cues)
    return replace(moment, cues=tuple(cue for cue in due if cue.at_ms >= from_ms))


def end_work(moment: RunState, *, by_key: bool) -> Change:
    """End the side that is worked now: the other side follows, or the set is done.

    A set that the athlete has not ended, or whose reps nobody has counted, is assumed.
    """
    planned = moment.set.plan
    side = side_done(moment.step, planned, moment.elapsed_ms, is_whole=True)
    moment = replace(moment, sides=(*moment.sides, side))
    if len(moment.sides) < len(planned.sides):
        return enter(moment, moment.position + 1)
    is_capped = moment.cap_ms is not None and moment.cap_ms <= moment.now_ms
    is_known = by_key and not has_assumed_reps(planned)
    moment, events = end_set(moment, SetStatus.DONE if is_known else SetStatus.ASSUMED)
    moment, more = enter(moment, moment.block.cap_step if is_capped else moment.position + 1)
    return moment, events + more


def end_set(moment: RunState, status: SetStatus) -> Change:
    """Record the current set as it stands, with the sides that were worked."""
    is_started = moment.step.kind is not StepKind.PREPARE
    done = SetResult(
        set_index=moment.set.index,
        status=status,
        started_ms=moment.set_started_ms if is_started else moment.now_ms,
        ended_ms=moment.now_ms,
        sides=moment.sides,
        load=moment.set.plan.load,
        note=moment.note,
    )
    moment = replace(moment, sides=(), note="")
    if done.sides:
        moment = replace(moment, last_set=done.set_index, rest_since_ms=moment.now_ms)
    elif is_started:
        moment = replace(moment, rest_since_ms=None)
    return record(moment, done)


def cut_side(moment: RunState) -> RunState:
    """Add the side that is being worked, as far as it went, to the sides of the set."""
    if moment.step.kind is not StepKind.WORK or moment.elapsed_ms <= 0:
        return moment
    side = side_done(moment.step, moment.set.plan, moment.elapsed_ms, is_whole=False)
    return replace(moment, sides=(*moment.sides, side))


def cut_block(moment: RunState) -> Change:
    """The time cap is reached: keep what was done of the set, and leave the block."""
    moment = cut_side(moment)
    cap_step = moment.block.cap_step
    events: tuple[Event, ...] = ()
    if moment.sides:
        moment, events = end_set(moment, SetStatus.CUT)
    told = CueReached(moment.now_ms, Cue(moment.now_ms, CueKind.SET_DONE))
    moment, more = enter(moment, cap_step)
    return moment, (told, *events, *more)


def review(moment: RunState, *, is_early: bool) -> Change:
    """End the training: what was done can be corrected until it is logged."""
    told = Cue(moment.now_ms + SESSION_DONE_AFTER_MS, CueKind.SESSION_DONE)
    moment = replace(
        moment, state=State.REVIEWING, ended_ms=moment.now_ms, is_early=is_early, cues=()
    )
    return moment, (CueReached(moment.now_ms, told), ReviewStarted(moment.now_ms))


def close(moment: RunState) -> Change:
    """End the review; a session that nobody has answered for is not complete."""
    return finish(moment, status_of(moment, SetStatus.DONE))


def status_of(moment: RunState, *kept: SetStatus) -> SessionStatus:
    """Return how a session ends in which sets of these statuses count as done."""
    has_done = any(done.status in kept for done in moment.done)
    is_complete = has_done and not moment.is_early and moment.ended_ms is not None
    return SessionStatus.COMPLETE if is_complete else SessionStatus.PARTIAL


def finish(moment: RunState, status: SessionStatus) -> Change:
    """End the session for good."""
    ended_ms = moment.now_ms if moment.ended_ms is None else moment.ended_ms
    moment = replace(moment, state=State.FINISHED, status=status, ended_ms=ended_ms, cues=())
    return moment, (SessionFinished(moment.now_ms, status),)


def confirm(moment: RunState, done: SetResult | None) -> Change:
    """Let the athlete have answered for a set that was assumed."""
    if done is None or done.status is not SetStatus.ASSUMED:
        return moment, ()
    return record(moment, replace(done, status=SetStatus.DONE))
