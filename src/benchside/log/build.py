"""Building the record of a session from its timeline and the sets that were done."""

from __future__ import annotations

from datetime import timedelta
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from benchside.log.record import Record, SetRecord, SideRecord, TutRecord, record_id
from benchside.runner.results import SessionStatus
from benchside.session.values.load import format_load, load_kg
from benchside.session.values.reps import format_reps
from benchside.session.values.tempo import format_tempo
from benchside.timeline.steps import StepKind
from benchside.timeline.totals import totals_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from benchside.log.record import SessionSource
    from benchside.runner.results import Outcome, SetResult, SideResult, Tut
    from benchside.timeline.steps import Timeline, TimelineSet

EXACT: Final = Context(prec=15)
"""As many digits as any reader of JSON keeps: exact for every load below ten tonnes."""


def build_record(
    timeline: Timeline,
    outcome: Outcome,
    *,
    status: SessionStatus,
    started: datetime,
    source: SessionSource,
    athlete: str,
) -> Record:
    """Put target and actual side by side; raises ValueError for an abandoned session."""
    if status is SessionStatus.ABANDONED:
        raise ValueError("an abandoned session is not logged")
    rests_ms = _planned_rests_ms(timeline)
    sets = (
        _set_record(
            timeline,
            timeline.sets[one.set_index],
            one,
            started=started + timedelta(milliseconds=outcome.since_start_ms(one.started_ms)),
            planned_rest_ms=rests_ms.get(one.set_index),
        )
        for one in outcome.sets
    )
    return Record(
        v=1,
        id=record_id(started, source.digest),
        session=source,
        started=started,
        finished=started + timedelta(milliseconds=outcome.since_start_ms(outcome.ended_ms)),
        status=status,
        away_ms=outcome.away_ms,
        athlete=athlete,
        planned_sets=max(totals_of(timeline).sets, len(outcome.sets)),
        sets=tuple(sets),
    )


def _set_record(
    timeline: Timeline,
    where: TimelineSet,
    done: SetResult,
    *,
    started: datetime,
    planned_rest_ms: int | None,
) -> SetRecord:
    planned = where.plan
    lifted = done.load if done.sides else None
    return SetRecord(
        block=timeline.blocks[where.block].name,
        exercise=planned.exercise,
        number=planned.number,
        of=planned.of,
        type=planned.type,
        ramp=planned.is_ramp,
        round=where.round,
        status=done.status,
        started=started,
        target_reps=format_reps(planned.reps) if planned.reps else None,
        actual_reps=done.reps,
        target_time_ms=planned.time_ms,
        work_ms=sum(side.work_ms for side in done.sides),
        target_load=format_load(planned.load) if planned.load else None,
        target_load_kg=_exact(load_kg(planned.load)),
        actual_load=format_load(lifted) if lifted else None,
        actual_load_kg=_exact(load_kg(lifted)),
        target_rpe=planned.rpe,
        actual_rpe=done.rpe,
        tempo=format_tempo(planned.tempo) if planned.tempo else None,
        tut=_tut_record([side.tut for side in done.sides]),
        sides=tuple(_side_record(side) for side in done.sides if side.side is not None),
        planned_rest_ms=planned_rest_ms,
        taken_rest_ms=done.rest_ms,
        note=done.note,
    )


def _side_record(done: SideResult) -> SideRecord:
    return SideRecord(
        side=done.side or "",
        reps=done.reps,
        work_ms=done.work_ms,
        tut=_tut_record([done.tut]),
    )


def _tut_record(tuts: Iterable[Tut]) -> TutRecord | None:
    """Add time under tension up; None where no tempo was cued."""
    tuts = tuple(tuts)
    if not any(tut.total_ms for tut in tuts):
        return None
    return TutRecord(
        eccentric_ms=sum(tut.eccentric_ms for tut in tuts),
        pause_stretched_ms=sum(tut.pause_stretched_ms for tut in tuts),
        concentric_ms=sum(tut.concentric_ms for tut in tuts),
        pause_contracted_ms=sum(tut.pause_contracted_ms for tut in tuts),
    )


def _planned_rests_ms(timeline: Timeline) -> dict[int, int]:
    """Rest after each set but the last as it was planned, the next set's count-in included."""
    rests_ms = dict.fromkeys(range(len(timeline.sets) - 1), 0)
    for step in timeline.steps:
        before = step.set_index - 1 if step.kind is StepKind.PREPARE else step.set_index
        if step.kind in {StepKind.REST, StepKind.PREPARE} and before in rests_ms:
            rests_ms[before] += step.nominal_ms
    return rests_ms


def _exact(kg: Decimal | None) -> Decimal | None:
    return None if kg is None else EXACT.plus(kg)
