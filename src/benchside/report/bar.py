"""A session as a bar: what it is mostly made of in each of so many equal parts.

Pure. Who draws it chooses signs and colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from benchside.session import Phase
from benchside.timeline import PartRest, Prepare, Rest, Switch, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchside.report.report import Report
    from benchside.timeline import ScheduledStep, TimedStep


class SegmentKind(StrEnum):
    """What a part of a session is made of."""

    PREPARE = "get ready"
    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    PAUSE = "pause"
    LIFT = "lift"
    HOLD = "by time"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of one kind, in milliseconds since the session began."""

    kind: SegmentKind
    start_ms: int
    end_ms: int


SEGMENT_OF_PHASE: Final = {
    Phase.ECCENTRIC: SegmentKind.ECCENTRIC,
    Phase.PAUSE_STRETCHED: SegmentKind.PAUSE,
    Phase.CONCENTRIC: SegmentKind.CONCENTRIC,
    Phase.PAUSE_CONTRACTED: SegmentKind.PAUSE,
}


def bar_of(report: Report, parts: int) -> tuple[SegmentKind, ...]:
    """Cut a session into equal parts and tell what each is mostly made of."""
    total_ms = report.totals.duration_ms
    if not total_ms or parts < 1:
        return ()
    shares: list[dict[SegmentKind, int]] = [{} for _ in range(parts)]
    for segment in _segments(report.schedule.steps):
        first = segment.start_ms * parts // total_ms
        last = min(max(segment.end_ms - 1, 0) * parts // total_ms, parts - 1)
        for part in range(first, last + 1):
            start_ms, end_ms = part * total_ms // parts, (part + 1) * total_ms // parts
            held_ms = min(end_ms, segment.end_ms) - max(start_ms, segment.start_ms)
            shares[part][segment.kind] = shares[part].get(segment.kind, 0) + held_ms
    return tuple(max(share, key=share.__getitem__, default=SegmentKind.REST) for share in shares)


def _segments(steps: Iterable[ScheduledStep]) -> Iterator[Segment]:
    for one in steps:
        if one.spans:
            for span in one.spans:
                yield Segment(SEGMENT_OF_PHASE[span.phase], span.start_ms, span.end_ms)
        elif one.duration_ms:
            yield Segment(_kind_of(one.step), one.start_ms, one.end_ms)


def _kind_of(step: TimedStep) -> SegmentKind:
    match step:
        case Prepare() | Switch():
            return SegmentKind.PREPARE
        case Rest() | PartRest():
            return SegmentKind.REST
        case Work():
            return SegmentKind.LIFT if step.duration_ms is None else SegmentKind.HOLD
