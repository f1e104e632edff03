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
from benchside.timeline.cueing import count_in
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.commands import Slept
    from benchside.runner.state import RunState

_TELLS_OF_BEFORE: Final = {CueKind.REP_DONE, CueKind.HALFWAY}
"""Cues that are not told again where the work goes on at their moment."""


def pause(moment: RunState) -> RunState:
    """Stop the clock of the step."""
    moment = replace(_without_rest_of_lead(moment), resume_countdown_until_ms=None)
    return replace(
        moment, paused_at_ms=moment.now_ms, ignore_go_until_ms=0, state=State.PAUSED, cues=()
    )


def resume(moment: RunState) -> RunState:
    """Go on after a pause, each kind of step in its way."""
    now_ms = moment.now_ms
    pause_ms = now_ms - moment.paused_at_ms
    match moment.step.kind:
        case StepKind.PREPARE | StepKind.SWITCH:
            moment = _shifted(moment, now_ms - moment.origin_ms)
            moment = replace(moment, state=State.PREPARING)
            return transitions.cue_anew(moment, from_ms=now_ms)
        case StepKind.WORK if moment.step.duration_ms is not None:
            return _cue_lead(_lead_in(moment))
        case StepKind.WORK:
            moment = replace(_shifted(moment, pause_ms), state=State.WORKING)
        case StepKind.REST:
            moment = replace(_shifted(moment, pause_ms), state=State.RESTING)
    return transitions.cue_anew(moment, from_ms=now_ms + 1)


def end_resume_countdown(moment: RunState) -> RunState:
    """Go on with the work now, without the rest of the count-in."""
    moment = _cue_lead(_without_rest_of_lead(moment))
    return replace(moment, resume_countdown_until_ms=None, state=State.WORKING)


def sleep(moment: RunState, command: Slept, *, now_ms: int) -> RunState:
    """Pause work at the moment the sleep began; let a rest go on, but start nothing by itself."""
    if moment.state in {State.PREPARING, State.WORKING}:
        moment = pause(moment)
    moment = replace(moment, now_ms=now_ms, slept_ms=moment.slept_ms + command.ms)
    if moment.state is not State.RESTING:
        return moment
    if moment.over_ms is not None and moment.over_ms <= now_ms:
        return replace(moment, state=State.WAITING, waits_for_key=True, cues=())
    return transitions.cue_anew(moment, from_ms=now_ms)


def _lead_in(moment: RunState) -> RunState:
    """Count in; then the interrupted rep begins again, or a hold goes on where it stood."""
    begun_ms = moment.elapsed_ms
    span = span_at(moment.step, begun_ms)
    if span is not None:
        begun_ms = next(one.start_ms for one in moment.step.spans if one.rep == span.rep)
    until_ms = moment.now_ms + RESUME_COUNTDOWN_MS
    moment = _shifted(moment, until_ms - begun_ms - moment.origin_ms)
    return replace(moment, resume_countdown_until_ms=until_ms, state=State.PREPARING)


def _cue_lead(moment: RunState) -> RunState:
    """Line up the count-in, and the cues of the step from there on."""
    until_ms = (
        moment.now_ms
        if moment.resume_countdown_until_ms is None
        else moment.resume_countdown_until_ms
    )
    left_ms = until_ms - moment.now_ms
    chirps = (Cue(moment.now_ms + cue.at_ms, cue.kind, cue.count) for cue in count_in(left_ms))
    go = () if moment.elapsed_ms == 0 else (Cue(until_ms, CueKind.GO),)
    moment = transitions.cue_anew(moment, from_ms=until_ms)
    to_come = (
        cue for cue in moment.cues if cue.at_ms > until_ms or cue.kind not in _TELLS_OF_BEFORE
    )
    return replace(moment, cues=(*chirps, *go, *to_come))


def _without_rest_of_lead(moment: RunState) -> RunState:
    """Let the count-in after a pause be over now."""
    if moment.resume_countdown_until_ms is None:
        return moment
    moment = _shifted(moment, moment.now_ms - moment.resume_countdown_until_ms)
    return replace(moment, resume_countdown_until_ms=moment.now_ms)


def _shifted(moment: RunState, ms: int) -> RunState:
    """Move the step, and the clock of its block with it."""
    return replace(transitions.hold_clock(moment, ms), origin_ms=moment.origin_ms + ms)
