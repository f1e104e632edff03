"""What a timeline adds up to, and when each of its steps begins if all goes as planned."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.session.values.load import load_kg
from benchside.session.values.vocabulary import SetType
from benchside.timeline.estimate import nominal_reps, nominal_side_ms
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedSet
    from benchside.timeline.steps import Step, Timeline, TimelineBlock


@dataclass(frozen=True, slots=True)
class Placed:
    """A step with the moment it begins, in milliseconds since the session began."""

    step: Step
    start_ms: int
    duration_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A session as planned; what a key ends is estimated."""

    duration_ms: int
    sets: int
    working_sets: int
    """All but the warm-up sets; both sides together are one."""
    reps: int
    """Of all sets but warm-ups, both sides counted."""
    tut_ms: int
    """Under tension: cued reps and timed sets, warm-ups left out."""
    volume_kg: Decimal
    """Load times reps of all sets but warm-ups, where the load is a weight."""


def schedule(timeline: Timeline) -> tuple[Placed, ...]:
    """Place every step in time; steps that a time cap leaves no room for are left out."""
    placed: list[Placed] = []
    now_ms = 0
    for block in timeline.blocks:
        now_ms = _schedule_block(timeline, block, now_ms, placed)
    return tuple(placed)


def _schedule_block(
    timeline: Timeline, block: TimelineBlock, now_ms: int, placed: list[Placed]
) -> int:
    clock_ms: int | None = None
    cap_ms: int | None = None
    for step in timeline.steps[block.first_step : block.end_step]:
        if step.index == block.cap_step and cap_ms is not None:
            now_ms = cap_ms
        elif cap_ms is not None and now_ms >= cap_ms:
            continue
        if clock_ms is None and step.kind is StepKind.WORK:
            clock_ms = now_ms
            cap_ms = None if block.time_cap_ms is None else now_ms + block.time_cap_ms
        duration_ms = step.nominal_ms
        if step.on_clock_ms is not None and clock_ms is not None:
            duration_ms = max(clock_ms + step.on_clock_ms - now_ms, 0)
        if cap_ms is not None and step.index < block.cap_step:
            duration_ms = min(duration_ms, cap_ms - now_ms)
        placed.append(Placed(step, now_ms, duration_ms))
        now_ms += duration_ms
    return now_ms if cap_ms is None else max(now_ms, cap_ms)


def totals_of(timeline: Timeline) -> Totals:
    """Add a timeline up."""
    placed = schedule(timeline)
    reached = sorted({one.step.set_index for one in placed if one.step.kind is StepKind.WORK})
    sets = [timeline.sets[index].plan for index in reached]
    counted = [planned for planned in sets if planned.type is not SetType.WARM_UP]
    return Totals(
        duration_ms=placed[-1].start_ms + placed[-1].duration_ms if placed else 0,
        sets=len(sets),
        working_sets=len(counted),
        reps=sum(set_reps(planned) for planned in counted),
        tut_ms=sum(set_tut_ms(planned) for planned in counted),
        volume_kg=sum((set_volume_kg(planned) for planned in counted), Decimal(0)),
    )


def set_reps(planned: PlannedSet) -> int:
    """Planned reps of both sides together."""
    return nominal_reps(planned) * max(len(planned.sides), 1)


def set_tut_ms(planned: PlannedSet) -> int:
    """Planned time under tension of both sides together; 0 for reps at will."""
    if planned.tempo is None and planned.time_ms is None:
        return 0
    return nominal_side_ms(planned) * max(len(planned.sides), 1)


def set_volume_kg(planned: PlannedSet) -> Decimal:
    """Planned load times reps; 0 where the load is no weight, or takes weight off the body."""
    return max(load_kg(planned.load) or Decimal(0), Decimal(0)) * set_reps(planned)
