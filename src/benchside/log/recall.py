"""What the log knows of the exercises of a session, read once when the session is opened.

Bounded whatever the log holds: of each exercise some of its last sessions, and of all of them only
the totals that can hold a record.

Pure: the history is asked, and answers from wherever it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.log.as_facts import facts_of_exercise
from benchside.log.facts import exercise_key
from benchside.log.last_time import last_time
from benchside.log.load_groups import load_groups, offer_for, tempo_of
from benchside.session import USUAL_GYM, Gym

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchside.log.answers import ExerciseTotals, LoggedExercise
    from benchside.log.facts import SetFact
    from benchside.log.history import History
    from benchside.log.last_time import LastTime
    from benchside.log.load_groups import LoadGroup, LoadOffer
    from benchside.session import Plan, PlannedSet

MAX_RECALLED: Final = 3
"""Sessions that are looked at for the last time: in some of them nobody may have answered."""

MAX_ATTEMPTS: Final = 30
"""Sessions that a proposal is made from: ten misses in a row, with sessions that do not count."""

ExerciseKey: TypeAlias = tuple[str, str]
"""An exercise by its `exercise_key` and its tempo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseMemory:
    """What the log knows of an exercise at a tempo."""

    exercise: str
    """As the session names it."""
    last: LastTime | None
    """None where it was never done."""
    earlier: tuple[ExerciseTotals, ...] = ()
    """Sessions that hold a record or may break one, the oldest first."""
    attempts: tuple[SetFact, ...] = ()
    """Sets that a proposal is made from; empty where no rule asks for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMemory:
    """What the log knows of the exercises of a session."""

    exercises: Mapping[ExerciseKey, ExerciseMemory] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """In the order of the session."""
    groups: tuple[LoadGroup, ...] = ()
    """The sets that a progress rule is written for."""
    offers: tuple[LoadOffer, ...] = ()
    """What is proposed for them, where the log has something to go by."""
    gym: Gym = USUAL_GYM
    """How loads are made."""

    def of(self, planned: PlannedSet) -> ExerciseMemory | None:
        """Return what is known of a set's exercise; None where nothing was asked."""
        return self.exercises.get(key_of(planned))


NO_MEMORY: Final = SessionMemory()
"""What an empty log knows."""


def recall(plan: Plan, history: History, *, athlete: str, file: str) -> SessionMemory:
    """Ask the history of the athlete about every exercise of a session; raises OSError."""
    gym = Gym(plan.athlete, plan.catalogue)
    groups = load_groups(plan, athlete=athlete, file=file)
    growing = {(exercise_key(one.exercise), one.goal.tempo) for one in groups}
    exercises = {}
    for planned in _exercises(plan):
        key = key_of(planned)
        limit = MAX_ATTEMPTS if key in growing else MAX_RECALLED
        memory = _recalled(planned, history, athlete=athlete, limit=limit)
        exercises[key] = memory
    offers = (
        offer_for(group, exercises[exercise_key(group.exercise), group.goal.tempo].attempts, gym)
        for group in groups
    )
    return SessionMemory(
        exercises=MappingProxyType(exercises),
        groups=groups,
        offers=tuple(offer for offer in offers if offer is not None),
        gym=gym,
    )


def key_of(planned: PlannedSet) -> ExerciseKey:
    """Return what the exercise of a set is known by."""
    return exercise_key(planned.exercise), tempo_of(planned)


def telling_totals(series: Iterable[ExerciseTotals]) -> tuple[ExerciseTotals, ...]:
    """Return the sessions of a series that records are told from; the others change none.

    They are those with reps at a load that no session before them had, or with a greater sum.
    """
    kept: list[ExerciseTotals] = []
    known: set[object] = set()
    volume_kg, tut_ms = None, None
    for one in series:
        if not any(best.reps for best in one.bests) and (one.bests or not one.longest_ms):
            continue  # nothing came of it
        bests: set[object] = {(one.tempo, best) for best in one.bests} | {
            (one.tempo, one.longest_ms)
        }
        is_more = volume_kg is None or one.volume_kg > volume_kg or one.tut_ms > (tut_ms or 0)
        if is_more or bests - known:
            kept.append(one)
            known |= bests
            volume_kg = max(one.volume_kg, volume_kg or one.volume_kg)
            tut_ms = max(one.tut_ms, tut_ms or 0)
    return tuple(kept)


def _recalled(planned: PlannedSet, history: History, *, athlete: str, limit: int) -> ExerciseMemory:
    name, tempo = planned.exercise, tempo_of(planned)
    attempts = _facts(history.attempts(name, tempo=tempo or None, limit=limit), athlete)
    last = last_time(attempts, name, tempo=tempo)
    if last is None:
        others = _facts(history.attempts(name, limit=MAX_RECALLED), athlete)
        last = last_time(others, name, tempo=tempo)
    return ExerciseMemory(
        exercise=name,
        last=last,
        earlier=history.series(name, tempo=tempo or None, keep=telling_totals),
        attempts=attempts if limit == MAX_ATTEMPTS else (),
    )


def _facts(sessions: Iterable[LoggedExercise], athlete: str) -> tuple[SetFact, ...]:
    return tuple(one for logged in sessions for one in facts_of_exercise(logged, athlete=athlete))


def _exercises(plan: Plan) -> Iterable[PlannedSet]:
    """Return a set of each exercise at each tempo; where all its sets ramp up, one of these."""
    found: dict[ExerciseKey, PlannedSet] = {}
    for block in plan.blocks:
        for exercise in block.exercises:
            for one in exercise.sets:
                if not one.is_ramp:
                    found.setdefault(key_of(one), one)
    return found.values()
