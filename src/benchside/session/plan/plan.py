"""What a session asks for, set by set, with every inherited key resolved.

A `Session` is what somebody wrote; a `Plan` is what it means: each set carries everything that
holds for it, so nothing to the right of this package knows about defaults or inheritance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE, Catalogue
from benchside.session.exercises.entry import TimedWork

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.values.load import Load, Mass
    from benchside.session.values.reps import RepTarget
    from benchside.session.values.rest import Rest
    from benchside.session.values.tempo import StartsWith, Tempo
    from benchside.session.values.vocabulary import BlockKind, Goal, SetType


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSet:
    """One set of one exercise as it is meant; both sides together are one set.

    Invariant: `reps` or `time_ms` is given (both: as many reps as possible in the time), and
    `tempo` only together with `reps` and without `time_ms`.
    """

    exercise: str
    number: int
    """Counts from 1 within its exercise; ramp sets and the others are counted apart."""
    of: int
    """How many sets of its own sort (ramp, or not) the exercise has in this block."""
    type: SetType
    is_ramp: bool
    """Written under `ramp`: a warm-up set in percent of the working load."""
    ramp_percent: Decimal | None = None
    """Of the working load; None where the set is no ramp set."""
    reps: RepTarget | None
    time_ms: int | None
    tempo: Tempo | None
    load: Load | None
    """As it is to be loaded: percents resolved and rounded where the numbers are known."""
    rest: Rest
    """What follows this set, before the next one."""
    prepare_ms: int
    """The count-in before it; 0 means none."""
    sides: tuple[str, ...]
    """Labels in the order they are trained; empty means both at once."""
    switch_ms: int
    """The pause between sides; 0 where there are no sides."""
    rpe: Decimal | None
    starts_with: StartsWith
    cues: tuple[str, ...]
    """Coaching cues, shown in turn."""
    plates: tuple[Mass, ...] = ()
    """On each side of the bar, heaviest first; empty where there is no bar."""
    load_note: str = ""
    """What cannot be loaded as written, in words; empty where all is well."""
    timed_work: TimedWork = TimedWork.WORK
    """What is done where it goes by time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """An exercise of a block with its sets in order, ramp sets first."""

    name: str
    sets: tuple[PlannedSet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """A block with its shape.

    Without `rounds` and `time_cap` the exercises follow each other, all sets of one, then the
    next. Otherwise one set of each in turn (the last set stands for all further rounds).
    """

    name: str
    kind: BlockKind
    exercises: tuple[PlannedExercise, ...]
    rounds: int | None
    round_rest_ms: int | None
    """Rest between rounds; None means the rest of the round's last set."""
    every_ms: int | None
    """Each round starts on the clock (EMOM); None means it does not."""
    time_cap_ms: int | None
    """Rounds until this time is over (AMRAP); None means no cap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole session, resolved: what the timeline is compiled from."""

    name: str
    about: str
    goal: Goal | None
    blocks: tuple[PlannedBlock, ...]
    athlete: Athlete
    """Whose bar, plates and training maxes the loads were resolved with."""
    catalogue: Catalogue = SHIPPED_CATALOGUE
    """What was known of the exercises: a load or an exercise may change while the session runs."""
