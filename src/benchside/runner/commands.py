"""What the athlete can tell the runner, each command as a value.

A key press becomes one of these, goes into the journal as it is, and is replayed from there after
a crash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.session.values.load import Load


@dataclass(frozen=True, slots=True)
class Go:
    """The one key: start, set done, start the set now, resume."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock of the step; once more goes on."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the set out, or cut the rest short."""


@dataclass(frozen=True, slots=True)
class Back:
    """Begin the step again, or return to a set that was skipped. Deletes no recorded set."""


@dataclass(frozen=True, slots=True)
class AddTime:
    """Make the rest or count-in longer, or shorter where negative."""

    ms: int


@dataclass(frozen=True, slots=True)
class Amend:
    """Correct what one set was, and so answer for it; None leaves a value as it is."""

    set_index: int
    """The set in `Timeline.sets`; whatever else has been done since, no other one is changed."""
    reps: int | None = None
    side: str | None = None
    """Whose reps: a label of the set, or None for the side that `LastSetView` shows."""
    load: Load | None = None
    rpe: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Replace the note of one set, which is going on or recorded."""

    set_index: int
    text: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last command back, for ten seconds after it."""


@dataclass(frozen=True, slots=True)
class FinishEarly:
    """End the session here, keep what was done, and go on to its review."""


@dataclass(frozen=True, slots=True)
class Close:
    """Leave the review without answering for the sets that are still assumed."""


@dataclass(frozen=True, slots=True)
class Abandon:
    """End the session without logging it; only ever asked for by name."""


@dataclass(frozen=True, slots=True)
class Proceed:
    """Go on where a key would be needed, because nobody can press one. Not the athlete's."""


@dataclass(frozen=True, slots=True)
class Slept:
    """The laptop slept, or the program was stopped, for so long until now. Not a key."""

    ms: int


@dataclass(frozen=True, slots=True)
class Away:
    """The session was interrupted here and taken up so much later. Not a key."""

    ms: int


Command: TypeAlias = (
    Go
    | Pause
    | Skip
    | Back
    | AddTime
    | Amend
    | Note
    | Undo
    | FinishEarly
    | Close
    | Abandon
    | Proceed
    | Slept
    | Away
)
