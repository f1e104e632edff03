"""What the log answers: sessions, exercises and days, as values. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.session import SetType

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from benchside.log.record import ProgramDay, SetRecord
    from benchside.runner import SessionStatus

ANY_TEMPO: Final = "any"
"""Asks for sets of every tempo, and of none."""

COUNTED_TYPES: Final = frozenset({SetType.WORKING, SetType.BACK_OFF, SetType.DROP, SetType.FAILURE})
"""Types of sets that count as work; ramp sets never do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSession:
    """One session of the log, with what it adds up to; its sets are in its `Record`."""

    id: str
    session: str
    """What it is called."""
    file: str
    """Its session file; empty where it was imported."""
    started: datetime
    day_only: bool
    """Nobody knows the time of day; `started` is the noon of its day."""
    finished: datetime | None
    status: SessionStatus
    athlete: str
    program: ProgramDay | None
    imported: str
    """The program that it was imported from; empty where this one led it."""
    note: str
    duration_ms: int | None
    """Interruptions left out; None where nobody knows."""
    sets_done: int
    sets_assumed: int
    """Counted by the program alone; nobody has answered for them."""
    sets_planned: int
    volume_kg: Decimal
    tut_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesDone:
    """How often the session of a file, or of a name where that was imported, was done."""

    session: str
    """What it is called."""
    file: str
    """Empty where it was imported."""
    times: int
    last: datetime
    """When it was over last; its beginning where nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedExercise:
    """One exercise in one session: the sets that were reached, without ramp and skipped sets."""

    id: str
    """Of its session."""
    exercise: str
    session: str
    file: str
    started: datetime
    """When the session began."""
    sets: tuple[SetRecord, ...]
    """Never empty."""
    note: str
    """Of the exercise in that session."""


@dataclass(frozen=True, slots=True, order=True)
class RepsAtLoad:
    """As many reps of a counted set as were done at a load, by the weaker side."""

    load_kg: Decimal | None
    """None where the load is no number; what is added to the body, or taken off it below 0."""
    reps: int
    load: str
    """As written; empty where there was none. `bodyweight` and `bodyweight + 5 kg` begin alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseTotals:
    """What one exercise at one tempo came to in one session, its counted sets alone.

    A counted set was done (not assumed, cut or skipped), and is neither a ramp set nor of a type
    that is no work.
    """

    id: str
    """Of its session."""
    exercise: str
    tempo: str | None
    """None where no tempo was cued."""
    started: datetime
    """When the session began."""
    sets: int
    reps: int
    """Both sides together."""
    volume_kg: Decimal
    """Load times reps, both sides and both pieces; bodyweight and assistance count 0."""
    tut_ms: int
    longest_ms: int | None
    """The longest hold or interval, of the shorter side; None where there was none."""
    distance_m: Decimal | None
    """All sets together; None where none had a distance."""
    bests: tuple[RepsAtLoad, ...]
    """Loads and reps of its sets, each pair once, those of one load together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownExercise:
    """An exercise that the log has, however often."""

    exercise: str
    """As it was written last."""
    sessions: int
    last: datetime
    """When its last session began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDay:
    """A day with at least one session, in the zone of the place where it was done."""

    day: date
    sessions: int
    sets: int
    """Done sets that count as work."""
    volume_kg: Decimal
    duration_ms: int
