"""What a player tells whoever shows its session: one frozen state a tick, one answer a key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.log import Record, SessionReview
    from benchside.player.memory import SetMemory
    from benchside.player.ports import SpeakerStatus
    from benchside.view import View


class Answer(Enum):
    """What became of a key."""

    DONE = "done"
    TOO_SOON = "too soon"
    """It came so soon after another, or after the end of a step, that it was not meant anew."""
    NOT_NOW = "not now"
    """It does nothing in this state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerState:
    """Everything that a face shows of a session; equal ones look the same."""

    view: View
    sound: SpeakerStatus
    is_muted: bool
    volume: float
    """0 to 1."""
    problem: str
    """What keeps the session from being safe on disk; empty where all is well."""
    why_not: str
    """Why the last command that was refused was; empty before one is."""
    record: Record | None
    """The session as it is logged, or would be if it were confirmed in its review now."""
    unsaved: Record | None
    """What was done and is nowhere on disk whole; None where all is safe."""
    memory: SetMemory | None = None
    """What the log knows of the set that is shown; None while nobody has read it."""
    review: SessionReview | None = None
    """The session against what was known before it; None before its review."""
    side_problems: tuple[str, ...] = ()
    """What went wrong beside the session so far, in its hooks, the first one first."""
