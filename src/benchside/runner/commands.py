"""What the athlete can tell the runner, each command as a value.

A key press becomes one of these, goes into the journal as it is, and is replayed from there after
a crash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.session import Load, StartsWith
    from benchside.timeline import SetId


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

    set: SetId
    """Whatever else has been done since, no other set is changed."""
    reps: int | None = None
    side: str | None = None
    """Whose reps: a label of the set, or None for the side that `LastSetView` shows."""
    load: Load | None = None
    rpe: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Replace the note of one set, which is going on or recorded."""

    set: SetId
    text: str


@dataclass(frozen=True, slots=True)
class NoteSession:
    """Replace the note of the session as a whole."""

    text: str


@dataclass(frozen=True, slots=True)
class Jump:
    """Go on with this set now. What is passed over stays to come."""

    set: SetId


@dataclass(frozen=True, slots=True)
class Redo:
    """Do the set that was worked last again; its result stands until it is done again."""


@dataclass(frozen=True, slots=True)
class Defer:
    """Do the exercise of this set later: after the next exercise, or at the end of its round."""

    set: SetId


@dataclass(frozen=True, slots=True)
class AddSet:
    """Do one more set of the exercise of this set; in rounds one more round."""

    set: SetId


@dataclass(frozen=True, slots=True)
class DropSet:
    """Leave a set that is to come out of the session, today."""

    set: SetId


@dataclass(frozen=True, slots=True)
class ChangeLoad:
    """Lift another load in a set that is to come; ramp sets and plates follow."""

    set: SetId
    load: Load
    all_left: bool = False
    """In all sets of its kind that are left of the exercise as well."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Do another exercise in the sets that are left of this set's exercise, today."""

    set: SetId
    exercise: str
    starts_with: StartsWith
    cues: tuple[str, ...] = ()
    """Coaching cues of the other exercise."""


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
    | NoteSession
    | Jump
    | Redo
    | Defer
    | AddSet
    | DropSet
    | ChangeLoad
    | Swap
    | Undo
    | FinishEarly
    | Close
    | Abandon
    | Proceed
    | Slept
    | Away
)
