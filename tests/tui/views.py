"""Views to show: one session at the moments that look different."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from benchside.runner.machine import MOVES, State
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.vocabulary import BlockKind
from benchside.timeline.cues import CueKind
from benchside.timeline.set_id import SetId
from benchside.view.view import Activity, LastSetView, NoteTarget, SetView, View
from tests.builders import SET_7, SET_8, SET_9

HIP_THRUST = SetView(
    id=SET_8,
    block="Hip thrust",
    block_kind=BlockKind.MAIN,
    exercise="Barbell hip thrust",
    number=2,
    of=5,
    is_ramp=False,
    type="working",
    target="5-8",
    load="100 kg",
    plates="25 + 15",
    tempo="2-1-X-1",
    rpe="8",
    side="",
    cues=("Drive through the heels", "Shins vertical at the top"),
)
SIDE_PLANK = replace(
    HIP_THRUST,
    id=SetId(1, 0, 3),
    block="Trunk",
    block_kind=BlockKind.ACCESSORY,
    exercise="Side plank",
    number=1,
    of=2,
    target="30s",
    load="",
    plates="",
    tempo="",
    rpe="",
    side="left",
    cues=(),
)
LAST = LastSetView(
    id=SET_7,
    exercise="Barbell hip thrust",
    number=1,
    of=5,
    is_ramp=False,
    status=SetStatus.DONE,
    reps=8,
    side="",
    sides=(),
    load="100 kg",
    rpe="",
    note="",
    counts_reps=True,
    asks_reps=False,
)
NOTE = NoteTarget(id=SET_7, exercise="Barbell hip thrust", number=1, of=5, is_ramp=False, text="")
CONCENTRIC = View(
    session="Hip thrust: primary strength",
    state=State.WORKING,
    mood=Activity.CONCENTRIC,
    paused_mood=None,
    set=HIP_THRUST,
    next=replace(HIP_THRUST, id=SET_9, number=3),
    last=LAST,
    note=NOTE,
    round=None,
    rounds=None,
    digits="1",
    counts_up=False,
    rep=4,
    reps_done=3,
    reps_target="8",
    bar=40,
    coaching="Drive through the heels",
    elapsed_s=1_000,
    remaining_s=1_210,
    sets_done=7,
    sets_assumed=0,
    sets_total=14,
    flash=None,
    slept_s=0,
    allowed=frozenset(MOVES[State.WORKING]),
    status=None,
)


def at(state: State, mood: Activity, **changes: Any) -> View:
    """The session in another state, with the commands that are legal there."""
    return replace(CONCENTRIC, state=state, mood=mood, allowed=frozenset(MOVES[state]), **changes)


ECCENTRIC = at(State.WORKING, Activity.ECCENTRIC, digits="2", bar=10)
PAUSE = at(State.WORKING, Activity.PAUSE_STRETCHED, digits="1", bar=30)
READY = at(
    State.READY,
    Activity.READY,
    digits="",
    rep=None,
    bar=0,
    last=None,
    sets_done=0,
    elapsed_s=0,
    remaining_s=2_200,
)
PREPARE = at(State.PREPARING, Activity.PREPARE, digits="7", rep=None, bar=18)
REST = at(State.RESTING, Activity.REST, digits="2:45", rep=None, bar=12)
WAIT = at(State.WAITING, Activity.WAIT, digits="0:20", counts_up=True, rep=None, bar=0)
PAUSED = at(State.PAUSED, Activity.PAUSED, paused_mood=Activity.CONCENTRIC)
LIFT = at(State.WORKING, Activity.LIFT, digits="0:34", counts_up=True, rep=None, bar=0)
HOLD = at(State.WORKING, Activity.HOLD, digits="0:18", rep=None, set=SIDE_PLANK, next=None, bar=24)
WORK = replace(HOLD, mood=Activity.WORK, set=replace(SIDE_PLANK, exercise="Burpees", side=""))
MAX = replace(
    WORK, mood=Activity.MAX, set=replace(WORK.set, exercise="Frog pump", target="max in 30s")
)
WALK = replace(WORK, mood=Activity.WALK, set=replace(WORK.set, exercise="Monster walk"))
STRETCH = replace(HOLD, mood=Activity.STRETCH)
SWITCH = at(
    State.WORKING,
    Activity.SWITCH,
    digits="6",
    rep=None,
    set=replace(SIDE_PLANK, side="right"),
    bar=24,
)
REVIEWING = replace(
    at(State.REVIEWING, Activity.FINISHED, digits="36:40", rep=None, counts_up=True, bar=0),
    next=None,
    flash=CueKind.SESSION_DONE,
)
FINISHED = replace(
    REVIEWING,
    state=State.FINISHED,
    status=SessionStatus.COMPLETE,
    allowed=frozenset(MOVES[State.FINISHED]),
)
ALL = {
    "ready": READY,
    "prepare": PREPARE,
    "eccentric": ECCENTRIC,
    "pause": PAUSE,
    "concentric": CONCENTRIC,
    "rest": REST,
    "wait": WAIT,
    "paused": PAUSED,
    "lift": LIFT,
    "hold": HOLD,
    "work": WORK,
    "max": MAX,
    "walk": WALK,
    "stretch": STRETCH,
    "switch": SWITCH,
    "done": REVIEWING,
}
