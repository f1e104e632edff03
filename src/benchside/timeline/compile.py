"""A plan becomes a timeline.

The count-in is the last part of the rest before a set, so that a rest of three minutes is three
minutes from the end of one set to the start of the next; a rest shorter than the count-in is
lengthened to it. After the last set there is no rest: the review follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.timeline import cueing
from benchside.timeline.estimate import cued_reps, nominal_side_ms
from benchside.timeline.order import slots_of
from benchside.timeline.steps import (
    Span,
    Step,
    StepKind,
    Timeline,
    TimelineBlock,
    TimelineSet,
)

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan, PlannedSet
    from benchside.session.values.tempo import Tempo
    from benchside.timeline.cues import Cue
    from benchside.timeline.order import Slot


def compile_plan(plan: Plan) -> Timeline:
    """Lay the sets of a plan out in time."""
    slots = tuple(slots_of(plan))
    steps = _Steps()
    starts = []
    rests = []
    for slot, following in zip(slots, (*slots[1:], None), strict=True):
        starts.append(len(steps.made))
        steps.add_set(slot)
        rests.append(len(steps.made))
        if following is not None:
            steps.add_rest(slot, following)
    return Timeline(
        name=plan.name,
        about=plan.about,
        goal=plan.goal,
        blocks=_blocks(plan, slots, starts, rests, end=len(steps.made)),
        sets=tuple(
            TimelineSet(index=slot.index, block=slot.block, round=slot.round, plan=slot.planned)
            for slot in slots
        ),
        steps=tuple(steps.made),
    )


def _blocks(
    plan: Plan, slots: tuple[Slot, ...], starts: list[int], rests: list[int], *, end: int
) -> tuple[TimelineBlock, ...]:
    blocks = []
    for index, block in enumerate(plan.blocks):
        own = [slot.index for slot in slots if slot.block == index]
        after = own[-1] + 1
        end_step = starts[after] if after < len(starts) else end
        blocks.append(
            TimelineBlock(
                name=block.name,
                kind=block.kind,
                rounds=block.rounds,
                every_ms=block.every_ms,
                time_cap_ms=block.time_cap_ms,
                first_step=starts[own[0]],
                end_step=end_step,
                cap_step=rests[own[-1]],
            )
        )
    return tuple(blocks)


@dataclass(slots=True)
class _Steps:
    """The steps made so far; each knows its index."""

    made: list[Step] = field(default_factory=list)
    _worked: dict[tuple[object, ...], tuple[tuple[Span, ...], tuple[Cue, ...]]] = field(
        default_factory=dict
    )
    """Phases and cues of work, made once for all sets that are alike: a cap may need thousands."""

    def add(
        self,
        kind: StepKind,
        slot: Slot,
        *,
        duration_ms: int | None,
        side: str | None = None,
        nominal_ms: int | None = None,
        ready_ms: int | None = None,
        on_clock_ms: int | None = None,
        is_announced: bool = False,
        spans: tuple[Span, ...] = (),
        cues: tuple[Cue, ...] = (),
    ) -> None:
        self.made.append(
            Step(
                index=len(self.made),
                kind=kind,
                set_index=slot.index,
                side=side,
                duration_ms=duration_ms,
                nominal_ms=nominal_ms if nominal_ms is not None else duration_ms or 0,
                ready_ms=ready_ms,
                on_clock_ms=on_clock_ms,
                is_announced=is_announced,
                spans=spans,
                cues=cues,
            )
        )

    def add_set(self, slot: Slot) -> None:
        planned = slot.planned
        sides: tuple[str | None, ...] = planned.sides or (None,)
        if planned.prepare_ms:
            self.add(
                StepKind.PREPARE,
                slot,
                duration_ms=planned.prepare_ms,
                side=sides[0],
                on_clock_ms=slot.on_clock_ms,
                cues=cueing.count_in(planned.prepare_ms),
            )
        for side in sides:
            if side != sides[0]:
                self.add(
                    StepKind.SWITCH,
                    slot,
                    duration_ms=planned.switch_ms,
                    side=side,
                    cues=cueing.switch(planned.switch_ms),
                )
            self._add_work(slot, side, is_last_side=side == sides[-1])

    def _add_work(self, slot: Slot, side: str | None, *, is_last_side: bool) -> None:
        planned = slot.planned
        duration_ms = planned.time_ms
        if planned.tempo is not None:
            duration_ms = cued_reps(planned) * planned.tempo.rep_ms
        spans, cues = self._work(planned, is_last_side=is_last_side)
        self.add(
            StepKind.WORK,
            slot,
            duration_ms=duration_ms,
            side=side,
            nominal_ms=nominal_side_ms(planned),
            spans=spans,
            cues=cues,
        )

    def _work(
        self, planned: PlannedSet, *, is_last_side: bool
    ) -> tuple[tuple[Span, ...], tuple[Cue, ...]]:
        asked = (planned.reps, planned.time_ms, planned.tempo, planned.starts_with, is_last_side)
        if asked not in self._worked:
            reps = cued_reps(planned)
            spans = _spans(planned, planned.tempo, reps) if planned.tempo is not None else ()
            cues = cueing.work(planned, reps=reps, is_last_side=is_last_side)
            self._worked[asked] = (spans, cues)
        return self._worked[asked]

    def add_rest(self, slot: Slot, following: Slot) -> None:
        prepare_ms = following.planned.prepare_ms
        rest = slot.rest
        on_clock_ms = None
        if following.on_clock_ms is not None:
            on_clock_ms = following.on_clock_ms - prepare_ms
        ends_ms = None if rest.ends_ms is None else max(rest.ends_ms - prepare_ms, 0)
        if ends_ms == 0 and on_clock_ms is None:
            return
        ready_ms = rest.ready_ms if ends_ms is None else min(rest.ready_ms, ends_ms)
        is_announced = ends_ms is None or prepare_ms > cueing.COUNT_IN_S * 1000
        self.add(
            StepKind.REST,
            slot,
            duration_ms=ends_ms,
            nominal_ms=ready_ms if ends_ms is None else ends_ms,
            ready_ms=ready_ms,
            on_clock_ms=on_clock_ms,
            is_announced=is_announced,
            cues=cueing.rest(ends_ms, ready_ms=ready_ms, is_announced=is_announced),
        )


def _spans(planned: PlannedSet, tempo: Tempo, reps: int) -> tuple[Span, ...]:
    spans = []
    at_ms = 0
    for rep in range(1, reps + 1):
        for phase, duration_ms in tempo.phases(planned.starts_with):
            if duration_ms:
                spans.append(Span(rep, phase, at_ms, at_ms + duration_ms))
            at_ms += duration_ms
    return tuple(spans)
