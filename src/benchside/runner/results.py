"""What was really done, set by set, as far as the runner knows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.session import Load
    from benchside.timeline import SetId


class SetStatus(StrEnum):
    """How a set ended."""

    DONE = "done"
    """The athlete ended it, or has answered for it."""
    ASSUMED = "assumed"
    """It counted itself, or its reps are a guess, and nobody has answered for it yet."""
    SKIPPED = "skipped"
    CUT = "cut"
    """Cut off by a time cap or by finishing early, or skipped with its reps told afterwards."""


class SessionStatus(StrEnum):
    """How a session ended."""

    COMPLETE = "complete"
    """Led to its end, with at least one set that the athlete answered for."""
    PARTIAL = "partial"
    """Finished early, or nobody answered for any of its sets; what was done is kept."""
    ABANDONED = "abandoned"
    """Given up on purpose; it is not logged, and its journal is set aside."""


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


@dataclass(frozen=True, slots=True)
class PartResult:
    """A part of a side as it was done."""

    reps: int | None
    """None where nobody counted them."""
    work_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideResult:
    """One side of a set, or the whole of it where it has no sides."""

    side: str | None
    reps: int | None
    """Completed reps; None where nobody counted them (a hold, or not entered yet)."""
    work_ms: int
    """How long the side was worked, pauses left out."""
    tut: Tut
    parts: tuple[PartResult, ...] = ()
    """What was done of each part, in order; empty where the set has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResult:
    """One set as it was done. Moments are milliseconds since the session began."""

    set: SetId
    status: SetStatus
    started_ms: int
    ended_ms: int
    sides: tuple[SideResult, ...]
    load: Load | None
    rpe: Decimal | None = None
    """As the athlete judged it; None where it was not said."""
    note: str = ""
    rest_ms: int | None = None
    """Taken after it, up to the next set's first rep; None while it lasts, or after the last."""
    clock_ms: int | None = None
    """What the clock of a block with a time cap showed when it was over; None without a cap."""

    @property
    def reps(self) -> int | None:
        """Reps of the set: those of the weaker side where there are sides; None if not counted."""
        counted = [side.reps for side in self.sides if side.reps is not None]
        return min(counted) if counted else None

    @property
    def shown_side(self) -> int | None:
        """Index of the side whose reps are asked for or corrected first; None without sides.

        A side that nobody has counted, else the weaker one, else the last one.
        """
        if not self.sides:
            return None
        uncounted = [place for place, side in enumerate(self.sides) if side.reps is None]
        if uncounted:
            return uncounted[0]
        return min(reversed(range(len(self.sides))), key=lambda place: self.sides[place].reps or 0)


@dataclass(frozen=True, kw_only=True)
class SetResults:
    """The sets of a running session that have a result."""

    sets: tuple[SetResult, ...] = ()
    """One entry a set at the most, in the order in which the sets were begun."""
    last_id: SetId | None = None
    """The set that was worked last, to its end or not; one skipped in its count-in is none."""

    @cached_property
    def ids(self) -> frozenset[SetId]:
        """The sets that have a result."""
        return frozenset(one.set for one in self.sets)

    @cached_property
    def worked(self) -> frozenset[SetId]:
        """The sets that do not come again: done, assumed or cut off, not skipped."""
        skipped = SetStatus.SKIPPED
        return frozenset(one.set for one in self.sets if one.status is not skipped)

    @property
    def last(self) -> SetResult | None:
        """The result of the set that was worked last; None before there is one."""
        return None if self.last_id is None else self.of(self.last_id)

    def of(self, set_id: SetId) -> SetResult | None:
        """Return the result of a set; None if it has none."""
        return next((one for one in self.sets if one.set == set_id), None)

    def with_result(self, result: SetResult) -> SetResults:
        """Return them with another result, in the place of what was known of its set before."""
        others = (one for one in self.sets if one.set != result.set)
        sets = tuple(sorted((*others, result), key=lambda one: one.started_ms))
        return SetResults(sets=sets, last_id=self.last_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a session has come to so far. Moments are milliseconds since it began."""

    sets: tuple[SetResult, ...]
    """Finished and skipped sets, each once, in the order they were begun."""
    ended_ms: int
    """When the last set was over; now, while the session runs."""
    aways: tuple[tuple[int, int], ...] = ()
    """Interruptions: the moment of the session, and for how many milliseconds nothing ran."""
    note: str = ""
    """Of the session as a whole; empty where nobody wrote one."""

    @property
    def away_ms(self) -> int:
        """How long the session was interrupted, all interruptions together."""
        return sum(ms for _, ms in self.aways)

    def since_start_ms(self, at_ms: int) -> int:
        """Return milliseconds of the wall clock between the start and a moment of the session."""
        return at_ms + sum(ms for away_at_ms, ms in self.aways if away_at_ms < at_ms)
