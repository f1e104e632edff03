"""A session as a strip: what it is mostly made of in each of so many equal parts.

Pure. Who draws it chooses signs and colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from benchside.session.values.tempo import Phase
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchside.report.report import Report, Stage


class SegmentKind(StrEnum):
    """What a stretch of a session is made of."""

    PREPARE = "get ready"
    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    PAUSE = "pause"
    LIFT = "lift"
    HOLD = "hold"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one stuff, in milliseconds since the session began."""

    stuff: SegmentKind
    start_ms: int
    end_ms: int


OF_PHASE: Final = {
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
    for stretch in _stretches(report.stages):
        first = stretch.start_ms * parts // total_ms
        last = min(max(stretch.end_ms - 1, 0) * parts // total_ms, parts - 1)
        for part in range(first, last + 1):
            start_ms, end_ms = part * total_ms // parts, (part + 1) * total_ms // parts
            held_ms = min(end_ms, stretch.end_ms) - max(start_ms, stretch.start_ms)
            shares[part][stretch.stuff] = shares[part].get(stretch.stuff, 0) + held_ms
    return tuple(max(share, key=share.__getitem__, default=SegmentKind.REST) for share in shares)


def _stretches(stages: Iterable[Stage]) -> Iterator[Segment]:
    for stage in stages:
        if stage.spans:
            for span in stage.spans:
                yield Segment(OF_PHASE[span.phase], span.start_ms, span.end_ms)
        elif stage.duration_ms:
            yield Segment(_stuff_of(stage), stage.start_ms, stage.end_ms)


def _stuff_of(stage: Stage) -> SegmentKind:
    match stage.step.kind:
        case StepKind.PREPARE | StepKind.SWITCH:
            return SegmentKind.PREPARE
        case StepKind.REST:
            return SegmentKind.REST
        case StepKind.WORK:
            return SegmentKind.LIFT if stage.step.duration_ms is None else SegmentKind.HOLD
