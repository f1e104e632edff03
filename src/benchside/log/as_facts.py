"""Facts of what the log and its index hold: the one place that knows both.

Pure.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from benchside.log.facts import SessionFact, SetFact
from benchside.log.totals import duration_ms, tension_ms
from benchside.runner import SetStatus
from benchside.session import (
    Bodyweight,
    InvalidValueError,
    Label,
    Load,
    Mass,
    RepTarget,
    SetType,
    Unit,
    Weight,
    parse_load,
    parse_reps,
)

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from benchside.log.answers import ExerciseTotals, LoggedExercise, RepsAtLoad
    from benchside.log.record import Record, SetRecord


class _Context(NamedTuple):
    """What the sets of a session have in common."""

    session: str
    file: str
    date: datetime
    athlete: str
    body_kg: Decimal | None = None


def facts_of(record: Record) -> SessionFact:
    """Return a record's session and sets as facts."""
    context = _Context(
        session=record.id,
        file=record.session.file,
        date=record.started,
        athlete=record.athlete,
        body_kg=record.bodyweight_kg,
    )
    return SessionFact(
        id=record.id,
        name=record.session.name,
        athlete=record.athlete,
        started=record.started,
        duration_ms=duration_ms(record),
        status=record.status,
        note=record.note,
        planned_sets=record.planned_sets,
        sets=tuple(_set_fact(one, context) for one in record.sets),
    )


def fact_of_set(
    one: SetRecord, *, session: str, file: str, date: datetime, athlete: str
) -> SetFact:
    """Return a set of a session that is going on, and began at `date`, as a fact."""
    return _set_fact(one, _Context(session, file, date, athlete))


def facts_of_exercise(logged: LoggedExercise, *, athlete: str) -> tuple[SetFact, ...]:
    """Return the sets of an exercise in one session, as `History` has them, as facts."""
    context = _Context(logged.id, logged.file, logged.started, athlete)
    return tuple(_set_fact(one, context) for one in logged.sets)


def facts_of_totals(totals: ExerciseTotals, *, athlete: str) -> tuple[SetFact, ...]:
    """Return the best sets of an exercise in one session, as `History` has them, as facts.

    They have reps and a load, and nothing that their totals do not tell; a session of holds has
    one fact, the longest of them.
    """
    common = SetFact(
        session=totals.id,
        file="",
        date=totals.started,
        athlete=athlete,
        block="",
        exercise=totals.exercise,
        tempo=totals.tempo or "",
        number=1,
        of=totals.sets,
        type=SetType.WORKING,
        is_ramp=False,
        status=SetStatus.DONE,
    )
    if not totals.bests and totals.longest_ms:
        return (replace(common, held_ms=totals.longest_ms),)
    return tuple(replace(common, reps=best.reps, load=load_of(best)) for best in totals.bests)


def load_of(best: RepsAtLoad) -> Load | None:
    """Return the load that reps were done at."""
    return _load(best.load or None, best.load_kg)


def _set_fact(one: SetRecord, context: _Context) -> SetFact:
    return SetFact(
        session=context.session,
        file=context.file,
        date=context.date,
        athlete=context.athlete,
        body_kg=context.body_kg,
        block=one.block,
        block_index=one.block_index,
        exercise_index=one.exercise_index,
        exercise=one.exercise,
        tempo=one.tempo or "",
        number=one.number,
        of=one.of,
        type=one.type,
        is_ramp=one.ramp,
        status=one.status,
        target_reps=_rep_target(one.target_reps),
        target_time_ms=one.target_time_ms,
        target_load=_load(one.target_load, one.target_load_kg),
        written_load=_load(one.written_load, None),
        load=_load(one.actual_load, one.actual_load_kg),
        reps=one.actual_reps,
        side_reps=tuple(side.reps or 0 for side in one.sides),
        held_ms=_held_ms(one),
        distance=one.actual_distance or "",
        calories=one.actual_calories,
        rpe=one.actual_rpe,
        work_ms=one.work_ms or 0,
        tension_ms=tension_ms(one),
        planned_rest_ms=one.planned_rest_ms,
        taken_rest_ms=one.taken_rest_ms,
        note=one.note,
        exercise_note=one.exercise_note,
    )


def _held_ms(one: SetRecord) -> int | None:
    if one.actual_time_ms is not None or (one.target_time_ms is None and one.target_time is None):
        return one.actual_time_ms
    sides = [side.work_ms for side in one.sides if side.work_ms is not None]
    return min(sides) if sides else one.work_ms


@lru_cache(maxsize=1_024)
def _load(text: str | None, kg: Decimal | None) -> Load | None:
    """Read a load of the log; one that this program cannot read is its kilograms, or a label."""
    if text is not None:
        try:
            return parse_load(text)
        except InvalidValueError:
            if kg is None:
                return Label(text)
    if kg is not None and kg < 0:
        return Bodyweight(Mass(kg, Unit.KG))
    return Weight(Mass(kg, Unit.KG)) if kg else None


@lru_cache(maxsize=256)
def _rep_target(text: str | None) -> RepTarget | None:
    """Read a rep target of the log; None where it is none that this program knows."""
    if text is None:
        return None
    try:
        return parse_reps(int(text) if text.isascii() and text.isdecimal() else text)
    except InvalidValueError:
        return None
