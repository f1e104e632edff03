"""The steps of a set and the rests between sets, each with its duration and its cues.

Steps are data, made when they are reached. Which one is now, and what a key does to it, is the
runner's business. All times are milliseconds from the start of the step.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from benchside.session import Phase, RepTarget
    from benchside.timeline.cues import Cue
    from benchside.timeline.set_id import SetId


class StepKind(StrEnum):
    """What happens in a step, as a word for files and output."""

    PREPARE = "prepare"
    WORK = "work"
    SWITCH = "switch"
    PART_REST = "part-rest"
    REST = "rest"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Span:
    """A phase of a rep within its work step; spans follow each other without gaps."""

    rep: int
    """Counts from 1."""
    phase: Phase
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepare:
    """The count-in before a set."""

    set: SetId
    side: str | None
    """The side that comes first; None where the set has no sides."""
    duration_ms: int
    on_clock_ms: int | None
    """Ends at this moment of its block's clock instead, or at once if that is past."""
    cues: tuple[Cue, ...]
    """In due order, for the planned duration."""

    @property
    def nominal_ms(self) -> int:
        """What it counts for in totals."""
        return self.duration_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One side of a set, or the whole set where it has no sides; or a part of it."""

    set: SetId
    side: str | None
    """The side that is trained; None where the set has no sides."""
    is_last: bool
    """The set is done after it: no side and no part follows."""
    reps: RepTarget | None
    """What is asked for here: of a part its own."""
    part: int = 0
    """Which part of the side, from 1; 0 where the set has no parts."""
    duration_ms: int | None
    """None means that a key ends it."""
    nominal_ms: int
    """What it counts for in totals: its duration, or an estimate where a key ends it."""
    spans: tuple[Span, ...]
    """Phases of all reps; empty where there is no tempo."""
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """The pause between sides; it ends in a count-in."""

    set: SetId
    side: str | None
    """The side that comes next."""
    duration_ms: int
    cues: tuple[Cue, ...]

    @property
    def nominal_ms(self) -> int:
        """What it counts for in totals."""
        return self.duration_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRest:
    """The short rest between two parts of a set; it ends in a count-in."""

    set: SetId
    side: str | None
    part: int
    """The part that comes next."""
    duration_ms: int
    cues: tuple[Cue, ...]

    @property
    def nominal_ms(self) -> int:
        """What it counts for in totals."""
        return self.duration_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What lies between two sets, without the count-in of the second."""

    set: SetId
    """The set that is rested from."""
    following: SetId
    """The set that is rested for."""
    duration_ms: int | None
    """None means that a key ends it."""
    nominal_ms: int
    """What it counts for in totals: its duration, or the least that is asked for."""
    ready_ms: int
    """From here on the athlete may start."""
    on_clock_ms: int | None
    """Ends at this moment of its block's clock instead, or at once if that is past."""
    is_announced: bool
    """Its end has a cue of its own, because no count-in or next set tells it at once."""
    cues: tuple[Cue, ...]

    @property
    def side(self) -> None:
        """No side is trained in a rest."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The end: all sets are over, and can be corrected before the session is logged."""

    set: SetId
    """The set that was entered last."""

    @property
    def side(self) -> None:
        """No side is trained in the review."""
        return None


Step: TypeAlias = Prepare | Work | Switch | PartRest | Rest | Review

TimedStep: TypeAlias = Prepare | Work | Switch | PartRest | Rest
"""A step that lasts for some time of the session."""


def kind_of(step: Step) -> StepKind:
    """Return the word for what happens in a step."""
    match step:
        case Prepare():
            return StepKind.PREPARE
        case Work():
            return StepKind.WORK
        case Switch():
            return StepKind.SWITCH
        case PartRest():
            return StepKind.PART_REST
        case Rest():
            return StepKind.REST
        case Review():
            return StepKind.REVIEW
