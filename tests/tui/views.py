"""Views to show: one session at the moments that look different."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from benchside.runner.machine import MOVES, State
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.exercises.entry import Motion
from benchside.session.exercises.words import words_of
from benchside.session.values.load import parse_load, parse_mass
from benchside.session.values.reps import AS_MANY_AS_POSSIBLE as MAX_REPS, RepTarget
from benchside.session.values.tempo import Phase, StartsWith, parse_tempo
from benchside.session.values.vocabulary import BlockKind, SetType
from benchside.timeline.cues import CueKind
from benchside.timeline.set_id import SetId
from benchside.view.view import Activity, LastSetView, NoteTarget, PhaseWindow, SetView, View
from tests.builders import SET_7, SET_8, SET_9

HIP_THRUST = SetView(
    id=SET_8,
    block="Hip thrust",
    block_kind=BlockKind.MAIN,
    exercise="Barbell hip thrust",
    number=2,
    of=5,
    is_ramp=False,
    type=SetType.WORKING,
    reps=RepTarget(5, 8),
    time_ms=None,
    open_time=None,
    distance=None,
    calories=None,
    parts=(),
    load=parse_load("100 kg"),
    plates=(parse_mass("25 kg"), parse_mass("15 kg")),
    tempo=parse_tempo("2-1-X-1"),
    starts_with=StartsWith.CONCENTRIC,
    words=words_of("Barbell hip thrust"),
    motion=Motion.LIFT,
    rpe=Decimal(8),
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
    reps=None,
    time_ms=30_000,
    load=None,
    plates=(),
    tempo=None,
    motion=None,
    rpe=None,
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
    load=parse_load("100 kg"),
    rpe=None,
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
    seconds=1,
    whole_s=1,
    starts_in_s=None,
    counts_up=False,
    phase=PhaseWindow(
        kind=Phase.CONCENTRIC,
        started_ms=1_000_000,
        ends_ms=1_001_000,
        rep=4,
        of=8,
        is_explosive=True,
    ),
    rep=4,
    reps_done=3,
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


ECCENTRIC = at(State.WORKING, Activity.ECCENTRIC, seconds=2, bar=10)
PAUSE = at(State.WORKING, Activity.PAUSE_STRETCHED, seconds=1, bar=30)
READY = at(
    State.READY,
    Activity.READY,
    seconds=None,
    whole_s=0,
    rep=None,
    phase=None,
    bar=0,
    last=None,
    sets_done=0,
    elapsed_s=0,
    remaining_s=2_200,
)
PREPARE = at(
    State.PREPARING,
    Activity.PREPARE,
    seconds=7,
    whole_s=10,
    starts_in_s=7,
    rep=None,
    phase=None,
    bar=18,
)
REST = at(
    State.RESTING,
    Activity.REST,
    seconds=165,
    whole_s=180,
    starts_in_s=165,
    rep=None,
    phase=None,
    bar=12,
)
WAIT = at(
    State.WAITING,
    Activity.WAIT,
    seconds=200,
    whole_s=180,
    counts_up=True,
    rep=None,
    phase=None,
    bar=0,
)
PAUSED = at(State.PAUSED, Activity.PAUSED, paused_mood=Activity.CONCENTRIC, phase=None)
LIFT = at(
    State.WORKING, Activity.LIFT, seconds=34, whole_s=0, counts_up=True, rep=None, phase=None, bar=0
)
HOLD = at(
    State.WORKING,
    Activity.HOLD,
    seconds=18,
    whole_s=30,
    rep=None,
    phase=None,
    set=SIDE_PLANK,
    next=None,
    bar=24,
)
WORK = replace(HOLD, mood=Activity.WORK, set=replace(SIDE_PLANK, exercise="Burpees", side=""))
MAX = replace(WORK, mood=Activity.MAX, set=replace(WORK.set, exercise="Frog pump", reps=MAX_REPS))
WALK = replace(WORK, mood=Activity.WALK, set=replace(WORK.set, exercise="Monster walk"))
STRETCH = replace(HOLD, mood=Activity.STRETCH)
SWITCH = at(
    State.WORKING,
    Activity.SWITCH,
    seconds=6,
    whole_s=10,
    rep=None,
    phase=None,
    set=replace(SIDE_PLANK, side="right"),
    bar=24,
)
REVIEWING = replace(
    at(
        State.REVIEWING,
        Activity.FINISHED,
        seconds=2200,
        whole_s=0,
        rep=None,
        phase=None,
        counts_up=True,
        bar=0,
    ),
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
