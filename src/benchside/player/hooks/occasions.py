"""What a hook can wait for, and what it is told. Pure.

The runner's events say what was recorded; an occasion says what somebody outside would call it. A
command gets one JSON object with the words of the log where the log has them.
"""

from __future__ import annotations

import json
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from benchside.log import SessionSource, build_record, encode_record
from benchside.runner import (
    CueReached,
    CuesChanged,
    ReviewStarted,
    SessionFinished,
    SessionStatus,
    SetFinished,
    SetWithdrawn,
    State,
    StepStarted,
)
from benchside.session import target_text
from benchside.timeline import Rest, StepKind
from benchside.view import load_of, rpe_number, set_view, written_tempo

if TYPE_CHECKING:
    from datetime import datetime

    from benchside.runner import Event, RunState
    from benchside.timeline import SetId

VERSION = 1
"""Of what a command is told; it changes where a key changes its meaning."""


class Occasion(StrEnum):
    """Something that a command can be run at, by the word that `hooks.toml` has for it."""

    SESSION_STARTED = "session-started"
    SESSION_RESUMED = "session-resumed"
    """An interrupted session was taken up again."""
    COUNT_IN_STARTED = "count-in-started"
    SET_STARTED = "set-started"
    SET_FINISHED = "set-finished"
    SET_CHANGED = "set-changed"
    """What is known of a finished set has changed: it was corrected, confirmed, or rested from."""
    SET_WITHDRAWN = "set-withdrawn"
    """The key that ended a set was taken back."""
    REST_STARTED = "rest-started"
    PAUSED = "paused"
    CONTINUED = "continued"
    """It goes on after a pause."""
    REVIEW_STARTED = "review-started"
    SESSION_FINISHED = "session-finished"
    """It was logged, or given up."""


class OccasionWatch:
    """Finds the occasions of one session in the events of its runner."""

    def __init__(self, *, is_resumed: bool = False) -> None:
        self._is_resumed = is_resumed
        self._has_begun = False
        self._is_paused = False
        self._finished: set[SetId] = set()

    def occasions(self, event: Event, run: RunState) -> tuple[Occasion, ...]:
        """Return the names of the occasions that an event makes, in their order.

        `run` is the state after it.
        """
        found: list[Occasion] = []
        if not self._has_begun:
            if run.state in {State.READY, State.FINISHED}:
                return ()  # the plan is still changed, or the session is left before it begins
            found.append(self._begin(run))
        is_paused = run.state is State.PAUSED
        if is_paused is not self._is_paused and run.state is not State.FINISHED:
            self._is_paused = is_paused
            found.append(Occasion.PAUSED if is_paused else Occasion.CONTINUED)
        own = self._own(event)
        return tuple(found) if own is None else (*found, own)

    def _begin(self, run: RunState) -> Occasion:
        self._has_begun = True
        if not self._is_resumed:
            return Occasion.SESSION_STARTED
        self._finished = set(run.results.ids)
        return Occasion.SESSION_RESUMED

    def _own(self, event: Event) -> Occasion | None:
        match event:
            case StepStarted(kind=kind, set=set_id):
                if kind is StepKind.WORK:  # it may be done again
                    self._finished.discard(set_id)
                return _OF_STEP.get(kind)
            case SetFinished(result=result):
                is_known = result.set in self._finished
                self._finished.add(result.set)
                return Occasion.SET_CHANGED if is_known else Occasion.SET_FINISHED
            case SetWithdrawn(set=set_id):
                self._finished.discard(set_id)
                return Occasion.SET_WITHDRAWN
            case ReviewStarted():
                return Occasion.REVIEW_STARTED
            case SessionFinished():
                return Occasion.SESSION_FINISHED
            case CueReached() | CuesChanged():
                return None
            case _:
                assert_never(event)


_OF_STEP = {
    StepKind.PREPARE: Occasion.COUNT_IN_STARTED,
    StepKind.WORK: Occasion.SET_STARTED,
    StepKind.REST: Occasion.REST_STARTED,
}


def message_of(
    occasion: Occasion, event: Event, run: RunState, *, moment: datetime, is_rehearsal: bool
) -> bytes:
    """Return what a command is told: one line of JSON in ASCII.

    `moment` is the time of day of the event. Text of session files is data in it, with control
    characters escaped.
    """
    plan = run.agenda.plan
    told: dict[str, object] = {
        "v": VERSION,
        "event": occasion,
        "at": moment.isoformat(timespec="milliseconds"),
        "at_ms": event.at_ms,
        "session": plan.name,
        "athlete": plan.athlete.name,
        "rehearsal": is_rehearsal,
        "sets_done": len(run.results.worked),
        "sets_left": sum(1 for _ in run.agenda.left(run.results.ids)),
        **_particulars(event, run, moment),
    }
    return json.dumps(told).encode() + b"\n"


def _particulars(event: Event, run: RunState, moment: datetime) -> dict[str, object]:
    """Return what concerns this event only."""
    match event:
        case StepStarted(kind=kind, set=set_id, side=side):
            told: dict[str, object] = {"set": _announced(run, set_id, side)}
            return told | _rest(run, set_id) if kind is StepKind.REST else told
        case SetFinished(result=result):
            return {
                "set": _announced(run, result.set, None),
                "result": _result(run, result.set, at_ms=event.at_ms, moment=moment),
            }
        case SetWithdrawn(set=set_id):
            return {"set": _announced(run, set_id, None)}
        case SessionFinished(status=status):
            return {"status": status}
        case ReviewStarted() | CueReached() | CuesChanged():
            return {"set": _announced(run, run.shown_set.id, None)}
        case _:
            assert_never(event)


def _announced(run: RunState, set_id: SetId, side: str | None) -> dict[str, object]:
    """Return a set as it is announced; what it has not is left out."""
    view = set_view(run.agenda, run.agenda.at(set_id), side=side or "")
    told = {
        "block": view.block,
        "exercise": view.exercise,
        "number": view.number,
        "of": view.of,
        "round": set_id.round,
        "type": view.type,
        "ramp": view.is_ramp,
        "side": view.side,
        "target": target_text(view),
        "load": load_of(view.load),
        "tempo": written_tempo(view.tempo),
        "rpe": rpe_number(view.rpe),
    }
    return {key: value for key, value in told.items() if value not in (None, "")}


def _rest(run: RunState, set_id: SetId) -> dict[str, object]:
    """Return how long the rest is planned, if that is known, and what comes after it."""
    step = run.step
    if not isinstance(step, Rest) or step.set != set_id:  # it is over already
        return {}
    told: dict[str, object] = {"next": _announced(run, step.following, None)}
    return told if step.duration_ms is None else told | {"rest_ms": step.duration_ms}


def _result(run: RunState, set_id: SetId, *, at_ms: int, moment: datetime) -> object:
    """Return a finished set as the log has it, as far as it is known.

    None if it was withdrawn since.
    """
    record = build_record(
        run.agenda,
        run.outcome,
        status=SessionStatus.PARTIAL,
        started=moment - timedelta(milliseconds=run.outcome.since_start_ms(at_ms)),
        source=SessionSource(name=run.agenda.plan.name),
        athlete=run.agenda.plan.athlete.name,
    )
    sets = encode_record(record)["sets"]
    assert isinstance(sets, list)
    places = {result.set: place for place, result in enumerate(run.results.sets)}
    return sets[places[set_id]] if set_id in places else None
