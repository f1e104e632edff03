"""The timeline: a session as steps, each with its duration and its cues.

Steps are data. They follow each other from first to last; which one is now, and what a key does to
it, is the runner's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedSet
    from benchside.session.values.tempo import Phase
    from benchside.session.values.vocabulary import BlockKind, Goal
    from benchside.timeline.cues import Cue


class StepKind(StrEnum):
    """What happens in a step."""

    PREPARE = "prepare"
    """The count-in before a set."""
    WORK = "work"
    """One side of a set, or the whole set where it has no sides."""
    SWITCH = "switch"
    """The pause between sides; it ends in a count-in."""
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Span:
    """A phase of a rep within its work step; spans follow each other without gaps."""

    rep: int
    """Counts from 1."""
    phase: Phase
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stretch of the session. Times are milliseconds from the start of the step."""

    index: int
    kind: StepKind
    set_index: int
    """Its set in `Timeline.sets`; a rest belongs to the set before it."""
    side: str | None
    """The side that is trained, or comes next; None where the set has no sides."""
    duration_ms: int | None
    """None means that a key ends it."""
    nominal_ms: int
    """What it counts for in totals: its duration, or an estimate where a key ends it."""
    ready_ms: int | None
    """Rests: from here on the athlete may start; None elsewhere."""
    on_clock_ms: int | None
    """Ends at this moment of its block's clock instead (EMOM), or at once if that is past."""
    is_announced: bool
    """Rests: the end has a cue of its own, because no count-in or next set tells it at once."""
    spans: tuple[Span, ...]
    """Phases of all reps; empty where there is no tempo."""
    cues: tuple[Cue, ...]
    """In due order, for the planned duration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSet:
    """A set in its place."""

    index: int
    block: int
    """Its block in `Timeline.blocks`."""
    round: int | None
    """Counts from 1; None where the block has no rounds."""
    plan: PlannedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineBlock:
    """A block of the session and the steps that belong to it."""

    name: str
    kind: BlockKind
    rounds: int | None
    every_ms: int | None
    time_cap_ms: int | None
    """Cuts the block off, counted from the start of its first set; None means no cap."""
    first_step: int
    end_step: int
    """One past its last step."""
    cap_step: int
    """Where to go on when the cap is reached: the rest after the block, or `end_step`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A session as steps. Invariant: `steps[i].index == i` and `sets[i].index == i`."""

    name: str
    about: str
    goal: Goal | None
    blocks: tuple[TimelineBlock, ...]
    sets: tuple[TimelineSet, ...]
    steps: tuple[Step, ...]
