"""What was really done, set by set, as far as the runner knows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.session.load import Load


class SetStatus(StrEnum):
    """How a set ended."""

    DONE = "done"
    SKIPPED = "skipped"
    CUT = "cut"
    """Cut off by a time cap, or by finishing early."""


class SessionStatus(StrEnum):
    """How a session ended."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    """Finished early; what was done is kept."""
    ABANDONED = "abandoned"
    """Given up on purpose; nothing of it is logged."""


@dataclass(frozen=True, slots=True)
class Tut:
    """Time under tension by phase, in milliseconds; all 0 where no tempo was cued."""

    eccentric_ms: int = 0
    pause_stretched_ms: int = 0
    concentric_ms: int = 0
    pause_contracted_ms: int = 0

    @property
    def total_ms(self) -> int:
        """Time under tension of all phases."""
        return (
            self.eccentric_ms
            + self.pause_stretched_ms
            + self.concentric_ms
            + self.pause_contracted_ms
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SideDone:
    """One side of a set, or the whole of it where it has no sides."""

    side: str | None
    reps: int | None
    """Completed reps; None where nobody counted them (a hold, or not entered yet)."""
    work_ms: int
    """How long the side was worked, pauses left out."""
    tut: Tut


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDone:
    """One set as it was done. Moments are milliseconds since the session began."""

    set_index: int
    """Its set in `Timeline.sets`."""
    status: SetStatus
    started_ms: int
    ended_ms: int
    sides: tuple[SideDone, ...]
    load: Load | None
    rpe: Decimal | None = None
    """As the athlete judged it; None where it was not said."""
    note: str = ""
    rest_ms: int | None = None
    """Taken after it, up to the next set's first rep; None while it lasts, or after the last."""

    @property
    def reps(self) -> int | None:
        """Reps of the set: those of the weaker side where there are sides; None if not counted."""
        counted = [side.reps for side in self.sides if side.reps is not None]
        return min(counted) if counted else None
