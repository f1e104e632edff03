"""What the athlete can tell the runner, each command as a value.

A key press becomes one of these, goes into the journal as it is, and is replayed from there after
a crash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.session.load import Load


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend:
    """Correct what the last finished set was; None leaves a thing as it is."""

    reps: int | None = None
    """Of each side, where the set has sides."""
    load: Load | None = None
    rpe: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Write something down about the set that is going on, or was the last."""

    text: str


@dataclass(frozen=True, slots=True)
class FinishEarly:
    """End the session here and keep what was done."""


@dataclass(frozen=True, slots=True)
class Abandon:
    """End the session and keep nothing; only ever asked for by name."""


@dataclass(frozen=True, slots=True)
class Slept:
    """The laptop slept for so long until now. Not a key: the player tells it."""

    ms: int


Command: TypeAlias = (
    Go | Pause | Skip | Back | AddTime | Amend | Note | FinishEarly | Abandon | Slept
)
