"""What the log's questions are asked of: sessions and sets as plain values, loads already read.

Records, proposals and statistics work on these and know nothing of lines or files; what makes them
of records and of the index is in `log/as_facts.py`.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.log.answers import COUNTED_TYPES
from benchside.runner import SetStatus
from benchside.session import (
    Bodyweight,
    Load,
    load_kg,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from benchside.runner import SessionStatus
    from benchside.session import RepTarget, SetType


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
    def has_result(self) -> bool:
        """Whether there was at least one rep, or a hold, or a way to go."""
        if self.reps is None:
            return bool(self.held_ms or self.distance or self.calories)
        return self.reps >= 1

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

    @property
    def volume_kg(self) -> Decimal:
        """Volume of its sets of work, as far as something of them was done."""
        return sum((one.volume_kg for one in self.sets if one.is_lifted), Decimal(0))


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
