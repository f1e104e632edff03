"""The passing of time: what happens by itself, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.runner import moves, transitions
from benchside.runner.events import CueReached
from benchside.runner.machine import State

if TYPE_CHECKING:
    from benchside.runner.events import Event
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change


def advance(moment: RunState, now_ms: int) -> Change:
    """Let everything happen that is due up to a moment, in due order."""
    events: list[Event] = []
    while (due_ms := next_due(moment)) is not None and due_ms <= now_ms:
        moment = replace(moment, now_ms=max(due_ms, moment.now_ms))
        moment, more = _happen(moment, due_ms)
        events += more
    return replace(moment, now_ms=max(now_ms, moment.now_ms)), tuple(events)


def next_due(moment: RunState) -> int | None:
    """The next moment at which something happens by itself; None if nothing does."""
    if moment.state in {State.READY, State.PAUSED, State.REVIEWING, State.FINISHED}:
        return None
    ready_ms = moment.ready_ms if moment.state is State.RESTING else None
    first_cue_ms = moment.cues[0].at_ms if moment.cues else None
    dues = (first_cue_ms, moment.resume_countdown_until_ms, ready_ms, moment.ends_ms, moment.cap_ms)
    return min((due for due in dues if due is not None), default=None)


def _happen(moment: RunState, due_ms: int) -> Change:
    """Let the one thing happen that is due; at the same moment cues come first."""
    if moment.cues and moment.cues[0].at_ms <= due_ms:
        told = CueReached(moment.cues[0].at_ms, moment.cues[0])
        return replace(moment, cues=moment.cues[1:]), (told,)
    if moment.state is State.RESTING and moment.ready_ms == due_ms:
        return replace(moment, state=State.WAITING), ()
    moment = moves.guarded(moment, moves.IGNORE_GO_MS)
    if moment.state is State.WORKING and moment.ends_ms is not None and moment.ends_ms <= due_ms:
        return transitions.end_work(moment, by_key=False)
    if moment.cap_ms is not None and moment.cap_ms <= due_ms:
        return transitions.cut_block(moment)
    if moment.resume_countdown_until_ms is not None:
        return replace(moment, resume_countdown_until_ms=None, state=State.WORKING), ()
    return transitions.enter(moment, moment.position + 1)
