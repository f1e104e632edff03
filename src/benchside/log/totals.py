"""What a record adds up to, counted as the plan is: volume and tension without the warm-ups.

Pure.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.log.answers import COUNTED_TYPES
from benchside.runner import SetStatus

if TYPE_CHECKING:
    from benchside.log.record import Record, SetRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSum:
    """A session as done."""

    duration_ms: int
    """Interruptions left out; 0 where nobody knows."""
    sets_done: int
    """Sets that the athlete ended or answered for."""
    sets_assumed: int
    """Sets that counted themselves and that nobody has answered for."""
    sets_planned: int
    tut_ms: int
    """Of cued reps and timed sets, both sides counted."""
    volume_kg: Decimal
    """Load times reps, both sides counted, where the load is a weight; assistance counts 0."""


def sum_of(record: Record) -> RecordSum:
    """Add a record up; sets that are only assumed move no weight and last no time."""
    by_status = Counter(one.status for one in record.sets)
    done = [one for one in record.sets if one.status in (SetStatus.DONE, SetStatus.CUT)]
    counted = [one for one in done if one.type in COUNTED_TYPES and not one.ramp]
    return RecordSum(
        duration_ms=duration_ms(record) or 0,
        sets_done=by_status[SetStatus.DONE],
        sets_assumed=by_status[SetStatus.ASSUMED],
        sets_planned=record.planned_sets,
        tut_ms=sum(tension_ms(one) for one in counted),
        volume_kg=sum((_volume_kg(one) for one in counted), Decimal(0)),
    )


def duration_ms(record: Record) -> int | None:
    """Return how long a session lasted, interruptions left out; None where nobody knows."""
    if record.finished is None:
        return None
    whole_ms = (record.finished - record.started) // timedelta(milliseconds=1)
    return max(whole_ms - record.away_ms, 0)


def tension_ms(one: SetRecord) -> int:
    """Return a set's time under tension: of its cued reps, or all of its work where it is timed."""
    if one.tut is None:
        is_timed = one.target_time_ms is not None or one.actual_time_ms is not None
        return (one.work_ms or 0) if is_timed else 0
    tut = one.tut
    return tut.eccentric_ms + tut.pause_stretched_ms + tut.concentric_ms + tut.pause_contracted_ms


def _volume_kg(one: SetRecord) -> Decimal:
    reps = sum(side.reps or 0 for side in one.sides) if one.sides else one.actual_reps or 0
    return max(one.actual_load_kg or Decimal(0), Decimal(0)) * reps
