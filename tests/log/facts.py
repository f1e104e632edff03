"""Sessions of an exercise in a few words, for the questions to the log."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.log.facts import SessionFact, SetFact
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.load import parse_load
from benchside.session.values.reps import parse_reps
from benchside.session.values.vocabulary import SetType
from benchside.testing import A_MOMENT

if TYPE_CHECKING:
    from datetime import datetime

EXERCISE = "Barbell hip thrust"


def day(number: int) -> datetime:
    """The day that many days after the first."""
    return A_MOMENT + timedelta(days=number)


def a_fact(
    reps: int | None = 5,
    load: str | None = "100 kg",
    *,
    exercise: str = EXERCISE,
    on: int = 0,
    tempo: str = "",
    sides: tuple[int, ...] = (),
    target: str | None = None,
    planned: str | None = None,
    written: str | None = None,
    number: int = 1,
    of: int = 1,
    set_type: SetType = SetType.WORKING,
    is_ramp: bool = False,
    status: SetStatus = SetStatus.DONE,
    rpe: str | None = None,
    tension_ms: int = 0,
    time_ms: int | None = None,
    distance: str = "",
    calories: int | None = None,
    body_kg: int | None = None,
    athlete: str = "me",
    file: str = "legs.toml",
    note: str = "",
    exercise_note: str = "",
    planned_rest_ms: int | None = None,
    taken_rest_ms: int | None = None,
) -> SetFact:
    """A set of the session on that day, done as planned unless told otherwise."""
    return SetFact(
        session=f"session {on}",
        file=file,
        date=day(on),
        athlete=athlete,
        block="Main",
        exercise=exercise,
        tempo=tempo,
        number=number,
        of=of,
        type=set_type,
        is_ramp=is_ramp,
        status=status,
        target_reps=None if target is None else parse_reps(target),
        target_time_ms=time_ms,
        held_ms=time_ms,
        distance=distance,
        calories=calories,
        target_load=parse_load(planned or load) if planned or load else None,
        written_load=parse_load(written) if written else None,
        load=parse_load(load) if load else None,
        reps=min(sides) if sides else reps,
        side_reps=sides,
        rpe=Decimal(rpe) if rpe else None,
        work_ms=time_ms or tension_ms or 20_000,
        tension_ms=tension_ms,
        planned_rest_ms=planned_rest_ms,
        taken_rest_ms=taken_rest_ms,
        note=note,
        exercise_note=exercise_note,
        body_kg=None if body_kg is None else Decimal(body_kg),
    )


def a_session_of(
    *sets: SetFact,
    planned_sets: int | None = None,
    minutes: int | None = 45,
    name: str = "Legs",
) -> SessionFact:
    """The session of these sets."""
    return SessionFact(
        id=sets[0].session,
        name=name,
        athlete=sets[0].athlete,
        started=sets[0].date,
        duration_ms=None if minutes is None else minutes * 60_000,
        status=SessionStatus.COMPLETE,
        note="",
        planned_sets=len(sets) if planned_sets is None else planned_sets,
        sets=sets,
    )
