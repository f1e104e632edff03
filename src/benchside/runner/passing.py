"""The passing of time: what happens by itself, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.runner import moves, transitions
from benchside.runner.events import CueReached
from benchside.runner.machine import State
from benchside.timeline import Work

if TYPE_CHECKING:
    from benchside.runner.events import Event
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change


def advance(run: RunState, now_ms: int) -> Change:
    """Let everything happen that is due up to a run, in due order."""
    events: list[Event] = []
    while (due_ms := next_due(run)) is not None and due_ms <= now_ms:
        run = replace(run, now_ms=max(due_ms, run.now_ms))
        run, more = _happen(run, due_ms)
        events += more
    return replace(run, now_ms=max(now_ms, run.now_ms)), tuple(events)


def next_due(run: RunState) -> int | None:
    """Return the next moment at which something happens by itself; None if nothing does."""
    if run.state in {State.READY, State.PAUSED, State.REVIEWING, State.FINISHED}:
        return None
    ready_ms = run.ready_ms if run.state is State.RESTING else None
    first_cue_ms = run.cues[0].at_ms if run.cues else None
    dues = (first_cue_ms, run.clock.resume_countdown_until_ms, ready_ms, run.ends_ms, run.cap_ms)
    return min((due for due in dues if due is not None), default=None)


def _happen(run: RunState, due_ms: int) -> Change:
    """Let the one thing happen that is due; at the same moment cues come first."""
    if run.cues and run.cues[0].at_ms <= due_ms:
        told = CueReached(run.cues[0].at_ms, run.cues[0])
        return replace(run, cues=run.cues[1:]), (told,)
    if run.state is State.RESTING and run.ready_ms == due_ms:
        return replace(run, state=State.WAITING), ()
    run = moves.guarded(run, moves.IGNORE_GO_MS)
    is_over = run.ends_ms is not None and run.ends_ms <= due_ms
    if run.state is State.WORKING and isinstance(run.step, Work) and is_over:
        return transitions.end_work(run, run.step, by_key=False)
    if run.cap_ms is not None and run.cap_ms <= due_ms:
        return transitions.cut_block(run)
    if run.clock.resume_countdown_until_ms is not None:
        clock = replace(run.clock, resume_countdown_until_ms=None)
        return replace(run, clock=clock, state=State.WORKING), ()
    return transitions.enter_next(run)
