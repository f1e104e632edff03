"""What the work of a side amounts to: reps completed and time under tension so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner.results import PartResult, SideResult, Tut
from benchside.session import Phase, StartsWith

if TYPE_CHECKING:
    from benchside.session import PlannedSet, RepTarget
    from benchside.timeline import Span, Work


def completed_reps(step: Work, planned: PlannedSet, elapsed_ms: int) -> int:
    """Return reps of a tempo step whose concentric has ended; a rep counts from there on."""
    if planned.tempo is None:
        return 0
    concentric_end_ms = planned.tempo.concentric_ms
    if planned.starts_with is StartsWith.ECCENTRIC:
        concentric_end_ms += planned.tempo.eccentric_ms + planned.tempo.pause_stretched_ms
    rep_ms = planned.tempo.rep_ms
    most = (step.duration_ms or 0) // rep_ms
    return min(max((elapsed_ms - concentric_end_ms) // rep_ms + 1, 0), most)


def span_at(step: Work, elapsed_ms: int) -> Span | None:
    """Return the phase at a moment of a tempo step.

    The last one at its end, None without a tempo.
    """
    return next((span for span in step.spans if elapsed_ms < span.end_ms), None) or (
        step.spans[-1] if step.spans else None
    )


def time_under_tension(step: Work, elapsed_ms: int) -> Tut:
    """Return time spent in each phase of a tempo step so far."""
    spent = dict.fromkeys(Phase, 0)
    for span in step.spans:
        if span.start_ms >= elapsed_ms:
            break
        spent[span.phase] += min(span.end_ms, elapsed_ms) - span.start_ms
    return Tut(
        eccentric_ms=spent[Phase.ECCENTRIC],
        pause_stretched_ms=spent[Phase.PAUSE_STRETCHED],
        concentric_ms=spent[Phase.CONCENTRIC],
        pause_contracted_ms=spent[Phase.PAUSE_CONTRACTED],
    )


def side_result(step: Work, planned: PlannedSet, elapsed_ms: int, *, is_whole: bool) -> SideResult:
    """Return a side, or a part of it, as it was worked.

    Cued reps are counted. Reps at will are taken to be as planned where the athlete ended the set
    (`is_whole`): the upper end of a range, the least of an open target. `max`, and what was cut
    off, is None until it is told.
    """
    reps: int | None = None
    if planned.tempo is not None:
        reps = completed_reps(step, planned, elapsed_ms)
    elif step.reps is not None and is_whole and not _is_max(step.reps, planned):
        reps = step.reps.high or step.reps.low
    return SideResult(
        side=step.side,
        reps=reps,
        work_ms=elapsed_ms,
        tut=time_under_tension(step, elapsed_ms),
        parts=(PartResult(reps, elapsed_ms),) if step.part else (),
    )


def with_part(side: SideResult, part: SideResult) -> SideResult:
    """Return a side with one more of its parts."""
    is_counted = side.reps is not None and part.reps is not None
    return SideResult(
        side=side.side,
        reps=(side.reps or 0) + (part.reps or 0) if is_counted else None,
        work_ms=side.work_ms + part.work_ms,
        tut=Tut(
            eccentric_ms=side.tut.eccentric_ms + part.tut.eccentric_ms,
            pause_stretched_ms=side.tut.pause_stretched_ms + part.tut.pause_stretched_ms,
            concentric_ms=side.tut.concentric_ms + part.tut.concentric_ms,
            pause_contracted_ms=side.tut.pause_contracted_ms + part.tut.pause_contracted_ms,
        ),
        parts=(*side.parts, *part.parts),
    )


def has_assumed_reps(planned: PlannedSet) -> bool:
    """Return whether the reps of a set at will are a guess until the athlete tells them.

    A range is taken at its upper end and an open target at its least; nobody has counted either.
    """
    if planned.reps is None or planned.tempo is not None or _is_max(planned.reps, planned):
        return False
    return planned.reps.high != planned.reps.low


def _is_max(reps: RepTarget, planned: PlannedSet) -> bool:
    return planned.time_ms is not None or reps.low == 0
