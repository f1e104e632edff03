"""What `benchside show` tells of a session, as data: when what happens, and what it adds up to.

Pure. Moments are milliseconds since the session began, for an athlete who does all as planned;
what only a key ends lasts as long as it is estimated to.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.runner.transitions import SESSION_DONE_AFTER_MS
from benchside.session.values.vocabulary import SetType
from benchside.timeline.cueing import cues_for
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.steps import Span, StepKind
from benchside.timeline.totals import (
    schedule,
    set_reps,
    set_tut_ms,
    set_volume_kg,
    totals_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchside.session.plan.plan import PlannedSet
    from benchside.timeline.steps import Step, Timeline, TimelineSet
    from benchside.timeline.totals import Placed, Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step in its place."""

    step: Step
    start_ms: int
    duration_ms: int
    spans: tuple[Span, ...]
    """Phases of its reps, from the start of the session; as many as it has time for."""
    cues: tuple[Cue, ...]
    """From the start of the session, in due order."""

    @property
    def end_ms(self) -> int:
        """When the next stage begins."""
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSum:
    """What the sets of an exercise add up to, warm-ups left out."""

    name: str
    sets: int
    reps: int
    tut_ms: int
    volume_kg: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A session laid out."""

    timeline: Timeline
    totals: Totals
    rest_ms: int
    """Rests, count-ins and changes of sides together."""
    exercises: tuple[ExerciseSum, ...]
    """In the order in which they first come; those that only warm up are left out."""
    stages: tuple[Stage, ...]
    sets: tuple[TimelineSet, ...]
    """Those that are reached, and of what a time cap cuts the first round at least."""
    notes: tuple[str, ...]
    """Loads that cannot be loaded as written, each once."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue of the session in due order, up to the one that ends it."""
        told = [cue for stage in self.stages for cue in stage.cues]
        end = Cue(self.totals.duration_ms + SESSION_DONE_AFTER_MS, CueKind.SESSION_DONE)
        return (*told, end)

    def place_of(self, set_index: int) -> int:
        """Where a set of the timeline stands in `sets`; of one not reached, the one before it."""
        return bisect_right(self.sets, set_index, key=lambda one: one.index) - 1

    def at(self, moment_ms: int) -> Stage | None:
        """The stage that is going on at a moment; None before the session and after its end."""
        return next((one for one in self.stages if one.start_ms <= moment_ms < one.end_ms), None)


def report_on(timeline: Timeline) -> Report:
    """Lay a session out."""
    stages = tuple(_stage(timeline, placed) for placed in schedule(timeline))
    indices = {one.step.set_index for one in stages if one.step.kind is StepKind.WORK}
    reached = [timeline.sets[index].plan for index in sorted(indices)]
    totals = totals_of(timeline)
    work_ms = sum(stage.duration_ms for stage in stages if stage.step.kind is StepKind.WORK)
    return Report(
        timeline=timeline,
        totals=totals,
        rest_ms=totals.duration_ms - work_ms,
        exercises=_sums(reached),
        stages=stages,
        sets=tuple(one for one in timeline.sets if one.index in indices or one.round in (None, 1)),
        notes=tuple(dict.fromkeys(_note(planned) for planned in reached if planned.load_note)),
    )


def _stage(timeline: Timeline, placed: Placed) -> Stage:
    start_ms = placed.start_ms
    return Stage(
        step=placed.step,
        start_ms=start_ms,
        duration_ms=placed.duration_ms,
        spans=tuple(
            Span(span.rep, span.phase, start_ms + span.start_ms, start_ms + span.end_ms)
            for span in placed.step.spans
            if span.end_ms <= placed.duration_ms
        ),
        cues=tuple(
            Cue(start_ms + cue.at_ms, cue.kind, cue.count)
            for cue in _cues(placed, timeline.sets[placed.step.set_index].plan)
        ),
    )


def _cues(placed: Placed, planned: PlannedSet) -> Iterator[Cue]:
    """Cues from the start of a step that has come to last so long."""
    step, duration_ms = placed.step, placed.duration_ms
    is_on_clock = step.on_clock_ms is not None and step.duration_ms is not None
    cues = cues_for(step, duration_ms if is_on_clock else step.duration_ms)
    if step.kind is not StepKind.WORK:
        yield from (cue for cue in cues if cue.at_ms <= duration_ms)
        return
    yield from (cue for cue in cues if cue.at_ms < duration_ms)
    if not planned.sides or step.side == planned.sides[-1]:
        yield Cue(duration_ms, CueKind.SET_DONE)


def _sums(sets: Iterable[PlannedSet]) -> tuple[ExerciseSum, ...]:
    by_name: dict[str, list[PlannedSet]] = {}
    for planned in sets:
        if planned.type is not SetType.WARM_UP:
            by_name.setdefault(planned.exercise, []).append(planned)
    return tuple(
        ExerciseSum(
            name=name,
            sets=len(sets),
            reps=sum(set_reps(planned) for planned in sets),
            tut_ms=sum(set_tut_ms(planned) for planned in sets),
            volume_kg=sum((set_volume_kg(planned) for planned in sets), Decimal(0)),
        )
        for name, sets in by_name.items()
    )


def _note(planned: PlannedSet) -> str:
    return f"{planned.exercise}: {planned.load_note}"
