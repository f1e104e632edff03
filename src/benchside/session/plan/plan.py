"""What a session asks for, set by set, with every inherited key resolved.

A `Session` is what somebody wrote; a `Plan` is what it means: each set carries everything that
holds for it, so nothing to the right of this package knows about defaults or inheritance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE, Catalogue
from benchside.session.exercises.entry import TimedWork
from benchside.session.values.vocabulary import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.values.distance import Distance
    from benchside.session.values.load import Load, Mass
    from benchside.session.values.progress import Progress
    from benchside.session.values.relative_load import RelativeLoad
    from benchside.session.values.reps import RepTarget
    from benchside.session.values.rest import RestWindow
    from benchside.session.values.tempo import StartsWith, Tempo
    from benchside.session.values.time_target import TimeTarget
    from benchside.session.values.vocabulary import BlockKind, Goal, SetType


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPart:
    """A part of a set; parts are told apart by a short rest, and make one set together.

    Invariant: either `reps` or `time_ms` is given.
    """

    reps: RepTarget | None
    time_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSet:
    """One set of one exercise as it is meant; both sides together are one set.

    Invariant: one of reps, a time (`time_ms` or `open_time`), `distance` and `calories` is given;
    `reps` and `time_ms` together mean as many reps as possible in the time. `tempo` stands only
    together with `reps` and without a time.
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
    """How many reps; of a set of parts those of all its parts."""
    time_ms: int | None
    """When it ends by itself: its time, the upper end of a window, or all parts without the rests
    between them. None where a key ends it."""
    tempo: Tempo | None
    load: Load | None
    """As it is to be loaded: percents resolved and rounded where the numbers are known."""
    rest: RestWindow
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
    written_load: str = ""
    """The load of the file in its one form: `80%`, `-10%`; empty for ramp sets and without one."""
    relative: RelativeLoad | None = None
    """What `load` was made of: a change from today's heaviest set. None for any other load."""
    open_time: TimeTarget | None = None
    """A time that a key may end: `30s+`, `60s-90s`, `max`. None where `time_ms` says all."""
    distance: Distance | None = None
    calories: int | None = None
    parts: tuple[SetPart, ...] = ()
    """The parts of one set, at least two, all of reps or all of times; empty for a usual set."""
    part_rest_ms: int = 0
    """Between the parts; 0 where there are none."""
    words: tuple[str, ...] = ()
    """Of the file, for the phases of a rep in the order of the tempo; empty where it says none."""
    ticks: Ticks = Ticks.LONG
    """In which phases of a rep every second is ticked."""
    waits_for_athlete: bool = False
    """After a rest of one length it begins when the athlete says so, not by itself."""
    rep_time_ms: int | None = None
    """Of the file, for a rep without a tempo; None where it says nothing."""
    usual_rep_ms: int | None = None
    """A usual rep of the exercise, as the catalogue knows it; None where nobody does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """An exercise of a block with its sets in order, ramp sets first."""

    name: str
    sets: tuple[PlannedSet, ...]
    rounds: int | None = None
    """Rounds that it takes part in, from the first on; None means all of them."""
    progress: Progress | None = None
    """What is added once the reps are there; None where the file says nothing."""

    def set_of_round(self, number: int) -> PlannedSet | None:
        """Return its set in a round that counts from 1; None where it sits the round out.

        The last set that is written stands for all further rounds.
        """
        if self.rounds is not None and number > self.rounds:
            return None
        return self.sets[min(number, len(self.sets)) - 1]

    def with_each_set(self, changed: Callable[[PlannedSet], PlannedSet]) -> PlannedExercise:
        """Return the exercise with each of its sets as `changed` returns it."""
        return replace(self, sets=tuple(map(changed, self.sets)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """A block with its shape.

    Without `rounds` and `time_cap` the exercises follow each other, all sets of one, then the
    next. Otherwise one set of each in turn: `PlannedExercise.set_of_round`. With both it goes for
    time: so many rounds, at most so long.
    """

    name: str
    kind: BlockKind
    exercises: tuple[PlannedExercise, ...]
    rounds: int | None
    round_rest_ms: int | None
    """Rest between rounds, until the next begins by itself, or until the athlete may go on where it
    waits; None means the rest of the round's last set."""
    every_ms: int | None
    """Each round starts on the clock (EMOM); None means it does not."""
    time_cap_ms: int | None
    """Rounds until this time is over; None means no cap."""
    round_rest: RestWindow | None = None
    """The rest between rounds with its window; None where `round_rest_ms` is."""
    every_set_ms: int | None = None
    """Each set starts on the clock, counted from the first rep; None means it does not."""

    @property
    def goes_round(self) -> bool:
        """Whether its exercises take turns."""
        return self.rounds is not None or self.time_cap_ms is not None

    def with_each_set(self, changed: Callable[[PlannedSet], PlannedSet]) -> PlannedBlock:
        """Return the block with each of its sets as `changed` returns it."""
        exercises = (exercise.with_each_set(changed) for exercise in self.exercises)
        return replace(self, exercises=tuple(exercises))


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
