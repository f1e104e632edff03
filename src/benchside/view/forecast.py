"""What is still to come of a session, as far as it can be known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.runner.machine import State
from benchside.timeline.steps import StepKind
from benchside.timeline.totals import schedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.runner.state import RunState
    from benchside.timeline.steps import Timeline

_OVER: Final = {State.REVIEWING, State.FINISHED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A session as it comes out if all goes as planned."""

    left_ms: tuple[int, ...]
    """What is left of the session from the start of each step; 0 at its end."""
    sets: Mapping[int, int]
    """How many sets of each block are reached; a time cap leaves no room for the others."""

    def remaining_ms(self, moment: RunState) -> int:
        """Tell what is left of the session now."""
        if moment.state in _OVER:
            return 0
        if moment.cap_ms is not None:
            capped_ms = moment.cap_ms - moment.origin_ms - moment.elapsed_ms
            return capped_ms + self.left_ms[moment.block.cap_step]
        length_ms = moment.step.nominal_ms
        if moment.ends_ms is not None:
            length_ms = moment.ends_ms - moment.origin_ms
        left_ms = max(length_ms - moment.elapsed_ms, 0)
        return left_ms + self.left_ms[moment.position + 1]

    def sets_total(self, moment: RunState) -> int:
        """Tell how many sets the session has; of a block that a time cap has cut, those reached."""
        recorded = Counter(moment.timeline.sets[one.set_index].block for one in moment.done)
        is_past = moment.state in _OVER
        total = 0
        for index, block in enumerate(moment.timeline.blocks):
            is_cut = block.cap_step <= moment.position or is_past
            if block.time_cap_ms is not None and is_cut:
                total += recorded[index]
            else:
                total += max(recorded[index], self.sets[index])
        return total


def forecast_of(timeline: Timeline) -> Forecast:
    """Look at a session before it begins."""
    placed = schedule(timeline)
    end_ms = placed[-1].start_ms + placed[-1].duration_ms if placed else 0
    starts_ms = {one.step.index: one.start_ms for one in placed}
    left_ms = [0]
    for step in reversed(timeline.steps):
        left_ms.append(end_ms - starts_ms.get(step.index, end_ms - left_ms[-1]))
    reached = {one.step.set_index for one in placed if one.step.kind is StepKind.WORK}
    return Forecast(
        left_ms=tuple(reversed(left_ms)),
        sets=Counter(timeline.sets[index].block for index in reached),
    )
