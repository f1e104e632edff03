"""Builders of plans and records, their values written as a lifter writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.log import Record, SessionSource, SetRecord, digest_of, record_id
from benchside.runner import SessionStatus, SetStatus
from benchside.session import (
    DEFAULT_ATHLETE,
    SHIPPED_CATALOGUE,
    BlockKind,
    Plan,
    PlannedBlock,
    PlannedExercise,
    PlannedSet,
    SetType,
    StartsWith,
    parse_duration_ms,
    parse_load,
    parse_reps,
    parse_rest,
    parse_tempo,
    timed_work_of,
)
from benchside.testing.fakes import A_MOMENT
from benchside.timeline import agenda_of

if TYPE_CHECKING:
    from benchside.timeline import Agenda


def a_set(
    exercise: str = "Barbell hip thrust",
    *,
    number: int = 1,
    of: int = 1,
    set_type: SetType = SetType.WORKING,
    is_ramp: bool = False,
    reps: int | str | None = 5,
    time: str | None = None,
    tempo: str | None = None,
    load: str | None = None,
    rest: str = "1m",
    prepare: str = "10s",
    sides: tuple[str, ...] = (),
    switch: str = "10s",
    rpe: int | str | None = None,
    starts_with: StartsWith = StartsWith.CONCENTRIC,
    cues: tuple[str, ...] = (),
) -> PlannedSet:
    """Plan a set, its values as a lifter writes them; five reps at will, unless told otherwise."""
    return PlannedSet(
        exercise=exercise,
        number=number,
        of=of,
        type=set_type,
        is_ramp=is_ramp,
        reps=None if reps is None else parse_reps(reps),
        time_ms=None if time is None else parse_duration_ms(time),
        tempo=None if tempo is None else parse_tempo(tempo),
        load=None if load is None else parse_load(load),
        rest=parse_rest(rest),
        prepare_ms=parse_duration_ms(prepare),
        sides=sides,
        switch_ms=parse_duration_ms(switch) if sides else 0,
        rpe=None if rpe is None else Decimal(rpe),
        starts_with=starts_with,
        cues=cues,
        timed_work=timed_work_of(exercise, SHIPPED_CATALOGUE.find(exercise)),
    )


def a_block(
    *sets: PlannedSet,
    name: str = "Main",
    kind: BlockKind = BlockKind.MAIN,
    rounds: int | None = None,
    round_rest: str | None = None,
    every: str | None = None,
    time_cap: str | None = None,
) -> PlannedBlock:
    """Plan a block of these sets, those of one exercise together; of one set where none is told."""
    exercises: dict[str, list[PlannedSet]] = {}
    for one in sets or (a_set(),):
        exercises.setdefault(one.exercise, []).append(one)
    return PlannedBlock(
        name=name,
        kind=kind,
        exercises=tuple(
            PlannedExercise(name=exercise, sets=_numbered(own))
            for exercise, own in exercises.items()
        ),
        rounds=rounds,
        round_rest_ms=None if round_rest is None else parse_duration_ms(round_rest),
        every_ms=None if every is None else parse_duration_ms(every),
        time_cap_ms=None if time_cap is None else parse_duration_ms(time_cap),
    )


def _numbered(sets: list[PlannedSet]) -> tuple[PlannedSet, ...]:
    """Count sets of the same sort, unless they are counted already."""
    if len({(one.is_ramp, one.number) for one in sets}) == len(sets):
        return tuple(sets)
    ramp = [one for one in sets if one.is_ramp]
    others = [one for one in sets if not one.is_ramp]
    return tuple(
        replace(one, number=number, of=len(sort))
        for sort in (ramp, others)
        for number, one in enumerate(sort, 1)
    )


def a_plan(*parts: PlannedSet | PlannedBlock, name: str = "A session") -> Plan:
    """Plan a session of these blocks in this order; neighbouring loose sets make up a block."""
    blocks: list[PlannedBlock] = []
    loose: list[PlannedSet] = []
    for part in parts:
        if isinstance(part, PlannedSet):
            loose.append(part)
            continue
        if loose:
            blocks.append(a_block(*loose))
            loose = []
        blocks.append(part)
    if loose or not blocks:
        blocks.append(a_block(*loose))
    return Plan(name=name, about="", goal=None, blocks=tuple(blocks), athlete=DEFAULT_ATHLETE)


def an_agenda(*parts: PlannedSet | PlannedBlock, name: str = "A session") -> Agenda:
    """Return the sets that `a_plan` plans, in order."""
    return agenda_of(a_plan(*parts, name=name))


def a_set_record(
    exercise: str = "Barbell hip thrust",
    *,
    number: int = 1,
    of: int = 1,
    ramp: bool = False,
    status: SetStatus = SetStatus.DONE,
    started: datetime = A_MOMENT,
    reps: int | None = 5,
    load_kg: int | str | None = 100,
    tempo: str | None = None,
    rpe: int | str | None = None,
) -> SetRecord:
    """Record a set that was done as it was planned."""
    return SetRecord(
        block="Main",
        exercise=exercise,
        number=number,
        of=of,
        type=SetType.WARM_UP if ramp else SetType.WORKING,
        ramp=ramp,
        status=status,
        started=started,
        target_reps=None if reps is None else str(reps),
        actual_reps=reps,
        work_ms=20_000,
        target_load=None if load_kg is None else f"{load_kg} kg",
        target_load_kg=None if load_kg is None else Decimal(load_kg),
        actual_load=None if load_kg is None else f"{load_kg} kg",
        actual_load_kg=None if load_kg is None else Decimal(load_kg),
        actual_rpe=None if rpe is None else Decimal(rpe),
        tempo=tempo,
    )


def a_record(
    *sets: SetRecord,
    session: str = "A session",
    started: datetime = A_MOMENT,
    minutes: int = 45,
    status: SessionStatus = SessionStatus.COMPLETE,
    athlete: str = "me",
) -> Record:
    """Record a session of these sets; of one set where none is told."""
    sets = sets or (a_set_record(started=started),)
    digest = digest_of(session)
    return Record(
        v=2,
        id=record_id(started, digest),
        session=SessionSource(name=session, file="a-session.toml", digest=digest),
        started=started,
        finished=started + timedelta(minutes=minutes),
        status=status,
        athlete=athlete,
        planned_sets=len(sets),
        sets=sets,
    )
