"""What the log's questions are asked of: sessions and sets as plain values, loads already read.

Records, proposals and statistics work on these and know nothing of lines or files. The adapter
`facts_of` is the one place that knows today's record.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from benchside.log.answers import COUNTED_TYPES
from benchside.log.totals import duration_ms, tension_ms
from benchside.runner.results import SetStatus
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.load import (
    Bodyweight,
    Label,
    Load,
    Mass,
    Unit,
    Weight,
    load_kg,
    parse_load,
)
from benchside.session.values.reps import RepTarget, parse_reps

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from benchside.log.answers import LoggedExercise
    from benchside.log.record import Record, SetRecord
    from benchside.runner.results import SessionStatus
    from benchside.session.values.vocabulary import SetType


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFact:
    """One set as it was planned and done, with the session it belongs to."""

    session: str
    """The session's `id` in the log."""
    file: str
    """The session's file as the log names it."""
    date: datetime
    """When the session began, in the zone where it was done."""
    athlete: str
    block: str
    block_index: int | None = None
    exercise_index: int | None = None
    exercise: str
    """As the session names it: compare by `exercise_key`."""
    tempo: str
    """`3-1-X-0`; empty where the athlete lifted at will."""
    number: int
    of: int
    """How many sets of its own sort the exercise had in its block."""
    type: SetType
    is_ramp: bool
    status: SetStatus
    target_reps: RepTarget | None = None
    target_time_ms: int | None = None
    target_load: Load | None = None
    """What was offered for the set."""
    written_load: Load | None = None
    """What the session's file said; None where that was the `target_load`."""
    load: Load | None = None
    """What was lifted."""
    reps: int | None = None
    """Of the weaker side where there are sides; None where nobody counted."""
    side_reps: tuple[int, ...] = ()
    """Of each side; empty where both worked at once."""
    held_ms: int | None = None
    """How long it lasted, of the shorter side; None where it goes by no time."""
    distance: str = ""
    """As written: `40 m`; empty where it goes by no distance."""
    calories: int | None = None
    rpe: Decimal | None = None
    work_ms: int = 0
    tension_ms: int = 0
    """Time under tension, all sides together; a hold is under tension as long as it lasts."""
    planned_rest_ms: int | None = None
    taken_rest_ms: int | None = None
    note: str = ""
    exercise_note: str = ""
    """Of the exercise as a whole in this session; stands with the first of its sets."""
    body_kg: Decimal | None = None
    """What the athlete weighed; None where nobody knows."""

    @property
    def is_work(self) -> bool:
        """Whether the set is one of work: no ramp set, no warm-up, nothing easy."""
        return not self.is_ramp and self.type in COUNTED_TYPES

    @property
    def is_done(self) -> bool:
        """Whether the athlete has answered for the set."""
        return self.status is SetStatus.DONE

    @property
    def is_counted(self) -> bool:
        """Whether it is a set of work that the athlete has answered for."""
        return self.is_work and self.is_done

    @property
    def is_lifted(self) -> bool:
        """Whether it is a set of work of which something was done: volume and tension go by it."""
        return self.is_work and self.status in (SetStatus.DONE, SetStatus.CUT)

    @property
    def all_reps(self) -> int:
        """Reps of both sides together; 0 where nobody counted."""
        return sum(self.side_reps) if self.side_reps else self.reps or 0

    @property
    def moved_kg(self) -> Decimal:
        """Kilograms that one rep moves: every piece, and the body where its weight is known.

        Assistance is taken off the body's weight, or counts 0.
        """
        kg = load_kg(self.load) or Decimal(0)
        if isinstance(self.load, Bodyweight):
            kg += self.body_kg or 0
        return max(kg, Decimal(0))

    @property
    def volume_kg(self) -> Decimal:
        """Load times reps, both sides and every piece counted."""
        return self.moved_kg * self.all_reps

    @property
    def file_load(self) -> Load | None:
        """The load as the session's file had it."""
        return self.written_load if self.written_load is not None else self.target_load


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFact:
    """A session as it was done, with its sets."""

    id: str
    name: str
    athlete: str
    started: datetime
    """In the zone where it was done."""
    duration_ms: int | None
    """Without the time that it was interrupted; None where nobody knows."""
    status: SessionStatus
    note: str
    """Of the session as a whole."""
    planned_sets: int
    """How many sets it asked for, however many were reached."""
    sets: tuple[SetFact, ...]

    @property
    def day(self) -> date:
        """The day it began on, in the zone where it was done."""
        return self.started.date()


def exercise_key(name: str) -> str:
    """Return an exercise's name reduced to what tells it apart: case and outer blanks aside."""
    return " ".join(name.split()).casefold()


def with_exercises(session: SessionFact, keys: Collection[str]) -> SessionFact:
    """Return a session as if it had these exercises alone, by their `exercise_key`."""
    sets = tuple(one for one in session.sets if exercise_key(one.exercise) in keys)
    planned = {
        (one.block_index, one.block, one.exercise_index, exercise_key(one.exercise), one.is_ramp): (
            one.of
        )
        for one in sets
    }
    return replace(session, sets=sets, planned_sets=sum(planned.values()))


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


def facts_of_exercise(logged: LoggedExercise, *, athlete: str) -> tuple[SetFact, ...]:
    """Return the sets of an exercise in one session, as `History` has them, as facts."""
    context = _Context(logged.id, logged.file, logged.started, athlete)
    return tuple(_set_fact(one, context) for one in logged.sets)


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
