"""One frozen view of now: all that a screen needs, nothing that it must work out.

It carries values; `words` makes the text of them for every face. Numbers are rounded to what is
shown, so two views that look the same are equal, and equal views cost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from benchside.runner import SetStatus, State

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.runner import Command, SessionStatus
    from benchside.session import (
        BlockKind,
        Distance,
        Load,
        Mass,
        Motion,
        Phase,
        PhaseWords,
        RepTarget,
        SetPart,
        SetType,
        StartsWith,
        Tempo,
        TimeTarget,
    )
    from benchside.timeline import CueKind, SetId

BAR_PARTS = 60
"""Resolution of a bar: as many parts as its widest picture has use for."""


class Activity(StrEnum):
    """What is going on, as one word for the screen to show and colour."""

    READY = "ready"
    PREPARE = "prepare"
    ECCENTRIC = "eccentric"
    PAUSE_STRETCHED = "pause-stretched"
    CONCENTRIC = "concentric"
    PAUSE_CONTRACTED = "pause-contracted"
    LIFT = "lift"
    """Reps at will."""
    WORK = "work"
    """Reps against the clock."""
    MAX = "max"
    """As many reps as possible against the clock."""
    HOLD = "hold"
    WALK = "walk"
    STRETCH = "stretch"
    SWITCH = "switch"
    REST = "rest"
    WAIT = "wait"
    """The rest is over and the athlete is waited for."""
    PAUSED = "paused"
    FINISHED = "finished"


TIMED_ACTIVITIES = frozenset(
    {Activity.WORK, Activity.MAX, Activity.HOLD, Activity.WALK, Activity.STRETCH}
)
"""Work that goes by time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView:
    """A set as it is announced: the one that is going on, or the one that comes next."""

    id: SetId
    block: str
    block_kind: BlockKind
    time_cap_ms: int | None = None
    """How long its block lasts at most; None without a cap."""
    exercise: str
    number: int
    of: int
    is_ramp: bool
    type: SetType
    reps: RepTarget | None
    """With a time it is as many as possible within it."""
    time_ms: int | None
    open_time: TimeTarget | None
    """A time that a key may end; None where `time_ms` says all."""
    distance: Distance | None
    calories: int | None
    parts: tuple[SetPart, ...]
    """The parts of one set with short rests between them; empty for a usual set."""
    load: Load | None
    plates: tuple[Mass, ...]
    """On each side of the bar, heaviest first; empty where there is no bar."""
    tempo: Tempo | None
    starts_with: StartsWith
    """The phase that a rep begins with."""
    words: PhaseWords
    """What the phases are called, in the order of a tempo and in capital letters."""
    motion: Motion | None
    """How the exercise moves; None where nobody knows."""
    rpe: Decimal | None
    """How hard it is to be; None where nothing is said."""
    side: str
    """The side that is trained, or comes first; empty where there are no sides."""
    cues: tuple[str, ...]
    """Coaching cues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSetView:
    """A recorded set, as it is shown to be corrected; in a rest the one that was worked last."""

    id: SetId
    """What a correction of it names."""
    exercise: str
    number: int
    of: int
    is_ramp: bool
    status: SetStatus
    reps: int | None
    """Of the side that is shown; None: not entered yet."""
    side: str
    """The side whose reps are shown; empty where there are no sides."""
    sides: tuple[tuple[str, int | None], ...]
    """Every side with its reps, None where nobody counted; empty where there are no sides."""
    load: Load | None
    rpe: Decimal | None
    note: str
    counts_reps: bool
    """False for a hold or an interval: only its seconds are known."""
    asks_reps: bool
    """The reps cannot be known without being told (at will with a range, or max)."""
    held_ms: tuple[int, ...] = ()
    """How long each side, or the whole set, was worked; empty where the set goes by reps."""
    distance: Distance | None = None
    """How far it went; None where it asks for none, or was broken off."""
    calories: int | None = None
    """What the machine has counted; None as of `distance`."""
    clock_ms: int | None = None
    """What the clock of a block with a time cap showed at its end; None without a cap."""

    @property
    def is_assumed(self) -> bool:
        """Whether nobody has answered for it yet."""
        return self.status is SetStatus.ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTarget:
    """The set that a note is written on."""

    id: SetId
    exercise: str
    number: int
    of: int
    is_ramp: bool
    text: str
    """What is written on it already; empty where nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseWindow:
    """The phase of a rep that is going on, and when: for what moves with it."""

    kind: Phase
    started_ms: int
    """In milliseconds since the session began."""
    ends_ms: int
    rep: int
    """Counts from 1."""
    of: int
    """Reps that the beat leads through."""
    is_explosive: bool
    """Whether it is lifted as fast as possible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapClock:
    """The clock of a block with a time cap: it counts up, and stands still after the block."""

    seconds: int
    cap_s: int
    is_over: bool
    """All sets of the block are over, or its cap is reached."""

    @property
    def is_up(self) -> bool:
        """Whether the cap is reached."""
        return self.is_over and self.seconds >= self.cap_s


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The session at one moment."""

    session: str
    state: State
    mood: Activity
    paused_mood: Activity | None
    """What was interrupted; None unless paused."""
    set: SetView
    """The set that is going on, or (in rest and count-in) the one that comes next."""
    next: SetView | None
    """What comes after `set`; None where it is the last."""
    last: LastSetView | None
    """The set that was worked last; None before there is one."""
    note: NoteTarget
    """What a note is written on now."""
    round: int | None
    rounds: int | None
    """None with a round means that nobody knows how many (AMRAP)."""
    part: int | None = None
    """The part of a set of parts that is going on or comes next, from 1; None without parts."""
    cap_clock: CapClock | None = None
    """The clock of the block that is going on, or has just ended; None without a time cap."""
    seconds: int | None
    """What is left of the phase, the hold or the rest, or has passed of it; None before all."""
    whole_s: int
    """How long the phase, the hold or the rest is in all; 0 where nobody knows."""
    starts_in_s: int | None
    """Seconds until the next set begins by itself; None where it waits, and while one goes on."""
    counts_up: bool
    """The seconds count what has passed (a stopwatch), not what is left."""
    phase: PhaseWindow | None
    """The phase that is going on; None where no rep moves to the beat now."""
    rep: int | None
    """The rep that is going on, from 1; None where nobody counts."""
    reps_done: int | None
    bar: int
    """How much of the phase, the rest or the hold is over: 0 to `BAR_PARTS`."""
    coaching: str
    """The coaching cue of this moment; empty where there is none."""
    elapsed_s: int
    remaining_s: int
    """Estimate of what is left of the session."""
    sets_done: int
    """Sets with a record: done, assumed, cut off or skipped."""
    sets_skipped: int = 0
    """Of these the ones that were left out."""
    sets_assumed: int
    """Of these the ones that nobody has answered for yet."""
    sets_total: int
    """Sets that are done, and those to come."""
    sets_passed_over: int = 0
    """Sets to come that lie before the one that is shown; in the review all that are not done."""
    flash: CueKind | None
    """The cue of this moment, or what tells most of several; None between cues."""
    slept_s: int
    """The laptop slept so long during this step; 0 means not."""
    allowed: frozenset[type[Command]]
    """Commands that are legal now; the keys of the footer come from it."""
    status: SessionStatus | None
    """How the session ended; None while it runs."""

    @property
    def is_under_way(self) -> bool:
        """Whether the session has begun and is not logged yet."""
        return self.state not in (State.READY, State.FINISHED)
