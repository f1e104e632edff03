"""What the runner tells the player, in due order, each with the moment it was due.

`at_ms` is milliseconds since the session began. Who handles events ends the match in
`assert_never`: a new event fails the type check until every face handles it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from benchside.runner.results import SessionStatus, SetResult
    from benchside.timeline import Cue, SetId, StepKind


@dataclass(frozen=True, slots=True)
class CueReached:
    """A cue is to be heard and seen at `cue.at_ms`, counted from the start of the session."""

    at_ms: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class CuesChanged:
    """Cues told in advance no longer hold: silence them and look ahead again."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class StepStarted:
    """Another step has begun."""

    at_ms: int
    kind: StepKind
    set: SetId
    """Its set; of a rest the one before it."""
    side: str | None = None


@dataclass(frozen=True, slots=True)
class SetFinished:
    """A set has ended, or what is known of a finished set has changed: it belongs on disk now."""

    at_ms: int
    result: SetResult


@dataclass(frozen=True, slots=True)
class SetWithdrawn:
    """What was recorded of a set holds no longer: the command that ended it was undone."""

    at_ms: int
    set: SetId


@dataclass(frozen=True, slots=True)
class ReviewStarted:
    """All is done that will be; sets can be corrected until the session is logged."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class SessionFinished:
    """The session is to be logged, or was given up; no event comes after this one."""

    at_ms: int
    status: SessionStatus


Event: TypeAlias = (
    CueReached
    | CuesChanged
    | StepStarted
    | SetFinished
    | SetWithdrawn
    | ReviewStarted
    | SessionFinished
)
