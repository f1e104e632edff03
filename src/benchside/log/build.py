"""Building the record of a session from its agenda and the sets that were done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final

from benchside.log.record import PartRecord, Record, SetRecord, SideRecord, TutRecord, record_id
from benchside.runner import SessionStatus, SetStatus
from benchside.session import (
    TimeParts,
    format_distance,
    format_load,
    format_reps,
    format_tempo,
    format_time,
    load_kg,
)
from benchside.timeline import agenda_of, rest_between, schedule_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from benchside.log.record import ProgramDay, SessionSource
    from benchside.runner import Outcome, SetResult, SideResult, Tut
    from benchside.session import PlannedSet
    from benchside.timeline import Agenda, SetId

EXACT_DECIMALS: Final = Context(prec=15)
"""As many digits as any reader of JSON keeps: exact for every load below ten tonnes."""


def build_record(
    agenda: Agenda,
    outcome: Outcome,
    *,
    status: SessionStatus,
    started: datetime,
    source: SessionSource,
    athlete: str,
    program: ProgramDay | None = None,
) -> Record:
    """Put target and actual side by side; raises ValueError for an abandoned session."""
    if status is SessionStatus.ABANDONED:
        raise ValueError("an abandoned session is not logged")
    rests_ms = _planned_rests_ms(agenda, outcome.sets)
    sets = (
        set_record(
            agenda,
            one,
            started=started + timedelta(milliseconds=outcome.since_start_ms(one.started_ms)),
            planned_rest_ms=rests_ms.get(one.set),
        )
        for one in outcome.sets
    )
    planned = len(schedule_of(agenda_of(agenda.plan)).sets)
    return Record(
        v=1,
        id=record_id(started, source.digest),
        session=source,
        program=program,
        started=started,
        finished=started + timedelta(milliseconds=outcome.since_start_ms(outcome.ended_ms)),
        status=status,
        away_ms=outcome.away_ms,
        athlete=athlete,
        note=outcome.note,
        planned_sets=max(planned, len(outcome.sets)),
        sets=tuple(sets),
    )


def set_record(
    agenda: Agenda, result: SetResult, *, started: datetime, planned_rest_ms: int | None = None
) -> SetRecord:
    """Put target and actual of one set side by side; `started` is when the set began."""
    planned = agenda.at(result.set).planned
    lifted = result.load if result.sides else None
    record = SetRecord(
        block=agenda.block_of(result.set).name,
        exercise=planned.exercise,
        block_index=result.set.block,
        exercise_index=result.set.exercise,
        number=planned.number,
        of=planned.of,
        type=planned.type,
        ramp=planned.is_ramp,
        round=result.set.round,
        status=result.status,
        started=started,
        target_reps=_target_reps(planned),
        actual_reps=result.reps,
        target_time_ms=planned.time_ms,
        work_ms=sum(side.work_ms for side in result.sides),
        clock_ms=result.clock_ms,
        written_load=_written_load(planned),
        target_load=format_load(planned.load) if planned.load else None,
        target_load_kg=_exact(load_kg(planned.load)),
        actual_load=format_load(lifted) if lifted else None,
        actual_load_kg=_exact(load_kg(lifted)),
        target_rpe=planned.rpe,
        actual_rpe=result.rpe,
        tempo=format_tempo(planned.tempo) if planned.tempo else None,
        tut=_tut_record([side.tut for side in result.sides]),
        sides=tuple(_side_record(side, planned) for side in result.sides if side.side is not None),
        planned_rest_ms=planned_rest_ms,
        taken_rest_ms=result.rest_ms,
        note=result.note,
    )
    return replace(record, **_details(planned, result))


def _details(planned: PlannedSet, result: SetResult) -> dict[str, Any]:
    """Return what only some sets have, by the names of the record."""
    held_ms = min((side.work_ms for side in result.sides), default=None)
    is_done = result.status in {SetStatus.DONE, SetStatus.ASSUMED}
    found: dict[str, Any] = {}
    if planned.open_time is not None:
        found["target_time"] = format_time(planned.open_time)
        found["target_time_ms"] = planned.open_time.low_ms or None
        found["actual_time_ms"] = held_ms
    if planned.distance is not None:
        metres = _exact(planned.distance.metres)
        found["target_distance"] = written = format_distance(planned.distance)
        found["target_distance_m"] = metres
        found |= {"actual_distance": written, "actual_distance_m": metres} if is_done else {}
    if planned.calories is not None:
        found["target_calories"] = planned.calories
        found |= {"actual_calories": planned.calories} if is_done else {}
    if planned.parts and (each_ms := planned.parts[0].time_ms) is not None:
        found["target_time"] = format_time(TimeParts(len(planned.parts), each_ms))
    if planned.parts and not planned.sides and result.sides:
        found["parts"] = _part_records(result.sides[0], planned)
    return found


def _target_reps(planned: PlannedSet) -> str | None:
    """Return the reps as they are written: `5-8`, of a set of parts `2+2+2`."""
    of_parts = [part.reps for part in planned.parts if part.reps is not None]
    if of_parts:
        return "+".join(map(format_reps, of_parts))
    return format_reps(planned.reps) if planned.reps else None


def _written_load(planned: PlannedSet) -> str | None:
    """Return the load as the file had it, where that is not what was offered."""
    offered = format_load(planned.load) if planned.load else ""
    return planned.written_load if planned.written_load not in ("", offered) else None


def _side_record(done: SideResult, planned: PlannedSet) -> SideRecord:
    return SideRecord(
        side=done.side or "",
        reps=done.reps,
        work_ms=done.work_ms,
        tut=_tut_record([done.tut]),
        parts=_part_records(done, planned) if planned.parts else (),
    )


def _part_records(done: SideResult, planned: PlannedSet) -> tuple[PartRecord, ...]:
    """Return the parts that were done, each beside what it asked for."""
    return tuple(
        PartRecord(
            target_reps=format_reps(asked.reps) if asked.reps else None,
            actual_reps=part.reps,
            target_time_ms=asked.time_ms,
            work_ms=part.work_ms,
        )
        for part, asked in zip(done.parts, planned.parts, strict=False)
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


def _planned_rests_ms(agenda: Agenda, results: Sequence[SetResult]) -> dict[SetId, int]:
    """Return the rest after each set as it was planned, the next set's count-in included.

    For the set that was done next; after the last one, for the next of the agenda.
    """
    rests_ms: dict[SetId, int] = {}
    done = {one.set for one in results}
    for place, result in enumerate(results):
        before = agenda.at(result.set)
        following = agenda.next_after(result.set, done - {one.set for one in results[place + 1 :]})
        if place + 1 < len(results):
            following = agenda.at(results[place + 1].set)
        if following is not None:
            rest = rest_between(before, following)
            rests_ms[result.set] = (0 if rest is None else rest.nominal_ms) + (
                following.planned.prepare_ms
            )
    return rests_ms


def _exact(kg: Decimal | None) -> Decimal | None:
    return None if kg is None else EXACT_DECIMALS.plus(kg)
