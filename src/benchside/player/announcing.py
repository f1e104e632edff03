"""When a set is announced, so that what comes is said before its count-in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from benchside.runner import State
from benchside.timeline import COUNT_IN_S, Prepare, Rest, Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.runner import RunState
    from benchside.timeline import Schedule, ScheduledStep, SetId

AFTER_MS: Final = 400
"""A set is announced so long after its count-in has begun, or after the rest before it has."""

AHEAD_MS: Final = 8_500
"""Where the count-in is shorter, the set is announced in the rest, so long before its work; "ten
seconds" has been said by then."""

ROOM_MS: Final = 5_500
"""Where there is less time up to the first chirp, only the most needed is said."""

LAST_TIME_AFTER_MS: Final = 3_000
"""Last time is told so long after the rest has begun; "ten seconds" comes later."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A set that is to be announced. Times are milliseconds since the session began."""

    set: SetId
    earliest_ms: int
    prepare_ms: int
    """When its count-in begins; the same as `work_ms` where it has none."""
    work_ms: int

    @property
    def at_ms(self) -> int:
        """When it is announced."""
        return max(self.earliest_ms, min(self.prepare_ms + AFTER_MS, self.work_ms - AHEAD_MS))

    @property
    def is_brief(self) -> bool:
        """Whether there is only time for the most needed."""
        chirps_ms = min(COUNT_IN_S * 1000, self.work_ms - self.prepare_ms)
        return self.work_ms - chirps_ms - self.at_ms < ROOM_MS


def announcement_of(run: RunState) -> Announcement | None:
    """Return what is to be announced now; None where no set comes, or a key has to begin it."""
    begun_ms, ends_ms = run.clock.origin_ms, run.ends_ms
    earliest_ms = max(begun_ms + AFTER_MS, run.now_ms)
    if ends_ms is None:
        return None
    if run.state is State.PREPARING and isinstance(run.step, Prepare):
        return Announcement(run.step.set, earliest_ms, begun_ms, ends_ms)
    if run.state is State.RESTING:
        coming = run.shown_set
        return Announcement(coming.id, earliest_ms, ends_ms, ends_ms + coming.planned.prepare_ms)
    return None


def last_time_ms(run: RunState, coming: Announcement) -> int | None:
    """Return when last time is told before a set that is announced; None where it is too late."""
    if run.state is not State.RESTING:
        return coming.at_ms + ROOM_MS
    at_ms = run.clock.origin_ms + LAST_TIME_AFTER_MS
    return at_ms if run.now_ms <= at_ms <= coming.at_ms - ROOM_MS else None


def announcements_in(schedule: Schedule) -> Iterator[Announcement]:
    """Yield the announcements of a session in which every key comes in time."""
    for before, one in pairwise((None, *schedule.steps)):
        assert one is not None
        is_rested = before is not None and _is_timed_rest(before)
        if not isinstance(one.step, Prepare) and not (is_rested and isinstance(one.step, Work)):
            continue
        begun_ms = before.start_ms if before is not None and is_rested else one.start_ms
        work_ms = one.end_ms if isinstance(one.step, Prepare) else one.start_ms
        yield Announcement(one.step.set, begun_ms + AFTER_MS, one.start_ms, work_ms)


def _is_timed_rest(one: ScheduledStep) -> bool:
    return isinstance(one.step, Rest) and one.step.duration_ms is not None
