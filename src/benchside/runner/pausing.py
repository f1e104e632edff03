"""Pauses: by a key, and by a sleep of the laptop; and how each kind of step goes on after one.

A count-in starts anew. A rest and reps at will go on where they stood. A hold is counted in and
goes on where it stood; a tempo set is counted in and begins the interrupted rep again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from benchside.runner import transitions
from benchside.runner.machine import State
from benchside.runner.progress import span_at
from benchside.runner.state import RESUME_COUNTDOWN_MS
from benchside.timeline import (
    BEGINS_PHASE,
    LAST_REP_AHEAD_MS,
    Cue,
    CueKind,
    PartRest,
    Prepare,
    Rest,
    Review,
    Switch,
    Work,
    count_in,
)

if TYPE_CHECKING:
    from benchside.runner.commands import Slept
    from benchside.runner.state import RunState

_NOT_WITH_GO: Final = {CueKind.REP_DONE, CueKind.HALFWAY, *BEGINS_PHASE}
"""Cues that are not told where the work goes on at their moment: they tell of what was before, or
"go" stands for them."""


def pause(run: RunState) -> RunState:
    """Stop the clock of the step."""
    run = _without_rest_of_countdown(run)
    clock = replace(run.clock, resume_countdown_until_ms=None, paused_at_ms=run.now_ms)
    return replace(run, clock=clock, ignore_go_until_ms=0, state=State.PAUSED, cues=())


def resume(run: RunState) -> RunState:
    """Go on after a pause, each kind of step in its way."""
    now_ms = run.now_ms
    pause_ms = now_ms - run.clock.paused_at_ms
    match run.step:
        case Prepare() | Switch() | PartRest():
            run = replace(_shifted(run, now_ms - run.clock.origin_ms), state=State.PREPARING)
            return transitions.cue_anew(run, from_ms=now_ms)
        case Work(duration_ms=None):
            run = replace(_shifted(run, pause_ms), state=State.WORKING)
        case Work() as step:
            return _cue_countdown(_count_in_again(run, step))
        case Rest():
            run = replace(_shifted(run, pause_ms), state=State.RESTING)
        case Review():
            raise AssertionError("a review is not paused")
    return transitions.cue_anew(run, from_ms=now_ms + 1)


def end_resume_countdown(run: RunState) -> RunState:
    """Go on with the work now, without the rest of the count-in."""
    run = _cue_countdown(_without_rest_of_countdown(run))
    clock = replace(run.clock, resume_countdown_until_ms=None)
    return replace(run, clock=clock, state=State.WORKING)


def sleep(run: RunState, command: Slept, *, now_ms: int) -> RunState:
    """Pause work at the moment the sleep began; let a rest go on, but start nothing by itself."""
    if run.state in {State.PREPARING, State.WORKING}:
        run = pause(run)
    clock = replace(run.clock, slept_ms=run.clock.slept_ms + command.ms)
    run = replace(run, now_ms=now_ms, clock=clock)
    if run.state is not State.RESTING:
        return run
    if run.over_ms is not None and run.over_ms <= now_ms:
        clock = replace(clock, waits_for_key=True)
        return replace(run, state=State.WAITING, clock=clock, cues=())
    return transitions.cue_anew(run, from_ms=now_ms)


def _count_in_again(run: RunState, step: Work) -> RunState:
    """Count in; then the interrupted rep begins again, or a hold goes on where it stood."""
    begun_ms = run.elapsed_ms
    span = span_at(step, begun_ms)
    if span is not None:
        begun_ms = next(one.start_ms for one in step.spans if one.rep == span.rep)
    until_ms = run.now_ms + RESUME_COUNTDOWN_MS
    run = _shifted(run, until_ms - begun_ms - run.clock.origin_ms)
    clock = replace(run.clock, resume_countdown_until_ms=until_ms)
    return replace(run, clock=clock, state=State.PREPARING)


def _cue_countdown(run: RunState) -> RunState:
    """Line up the count-in, and the cues of the step from there on."""
    until_ms = run.clock.resume_countdown_until_ms
    if until_ms is None:
        until_ms = run.now_ms
    left_ms = until_ms - run.now_ms
    chirps = (cue.later(run.now_ms) for cue in count_in(left_ms))
    go = () if run.elapsed_ms == 0 else (Cue(until_ms, CueKind.GO),)
    run = transitions.cue_anew(run, from_ms=max(until_ms - LAST_REP_AHEAD_MS, run.now_ms))
    to_come = (cue for cue in run.cues if _is_told(cue, until_ms))
    cues = sorted((*chirps, *go, *to_come), key=lambda cue: cue.at_ms)
    return replace(run, cues=tuple(cues))


def _is_told(cue: Cue, until_ms: int) -> bool:
    """Return whether a cue is told as work goes on: the last rep before that, others after."""
    if cue.at_ms < until_ms:
        return cue.kind is CueKind.LAST_REP
    return cue.at_ms > until_ms or cue.kind not in _NOT_WITH_GO


def _without_rest_of_countdown(run: RunState) -> RunState:
    """Let the count-in after a pause be over now."""
    until_ms = run.clock.resume_countdown_until_ms
    if until_ms is None:
        return run
    run = _shifted(run, run.now_ms - until_ms)
    return replace(run, clock=replace(run.clock, resume_countdown_until_ms=run.now_ms))


def _shifted(run: RunState, ms: int) -> RunState:
    """Move the step, and the clock of its block with it."""
    clock = replace(run.clock, origin_ms=run.clock.origin_ms + ms)
    return replace(transitions.hold_clock(run, ms), clock=clock)
