"""The clock of a block with a time cap, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner import cap_clock_ms
from benchside.timeline import Rest, Review
from benchside.view.view import CapClock

if TYPE_CHECKING:
    from benchside.runner import RunState


def cap_clock_of(run: RunState, changed: RunState) -> CapClock | None:
    """Return the clock; `changed` is the moment at which the digits of a view last changed.

    In the rest after the block, and in the review, it stands as it stopped.
    """
    cap_ms = run.block.time_cap_ms
    if cap_ms is None:
        return None
    step = run.step
    leaves = isinstance(step, Rest) and step.following.block != step.set.block
    is_over = leaves or isinstance(step, Review)
    shown_ms = _stopped_ms(run, cap_ms) if is_over else cap_clock_ms(changed)
    if shown_ms is None:
        return None
    return CapClock(
        seconds=min(max(shown_ms, 0), cap_ms) // 1000, cap_s=cap_ms // 1000, is_over=is_over
    )


def _stopped_ms(run: RunState, cap_ms: int) -> int | None:
    """Return where the clock stopped: at the cap, or at the end of the last set."""
    block = run.step.set.block
    if block in run.agenda.closed_blocks:
        return cap_ms
    clocks = [one.clock_ms for one in run.results.sets if one.set.block == block]
    return max((ms for ms in clocks if ms is not None), default=None)
