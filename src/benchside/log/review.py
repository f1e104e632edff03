"""A session against what was known before it: last time, records, its plan, and what is next.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.log.adherence import adherence_of
from benchside.log.as_facts import facts_of
from benchside.log.facts import exercise_key
from benchside.log.progression import propose
from benchside.log.records import best_of_each, records_since
from benchside.runner import SetStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.log.adherence import Adherence
    from benchside.log.facts import SetFact
    from benchside.log.last_time import LastTime
    from benchside.log.progression import Proposal
    from benchside.log.recall import ExerciseKey, SessionMemory
    from benchside.log.record import Record
    from benchside.log.records import PersonalRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseReview:
    """An exercise as it was done, beside the last time."""

    exercise: str
    sets: tuple[SetFact, ...]
    """Of work, none skipped; at least one."""
    last: LastTime | None
    """None where it was never done before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLoad:
    """What a rule proposes for the next session, if this one is logged as it stands."""

    exercise: str
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionReview:
    """What a session came to."""

    exercises: tuple[ExerciseReview, ...]
    """In the order in which they were begun."""
    records: tuple[PersonalRecord, ...]
    """The last one of each kind; of reps that at each load."""
    adherence: Adherence
    next_loads: tuple[NextLoad, ...]


def review_of(record: Record, memory: SessionMemory) -> SessionReview:
    """Compare a session with what the log knew when it was opened."""
    session = facts_of(record)
    by_exercise: dict[ExerciseKey, list[SetFact]] = {}
    for one in session.sets:
        if one.is_work and one.status is not SetStatus.SKIPPED:
            by_exercise.setdefault((exercise_key(one.exercise), one.tempo), []).append(one)
    records: list[PersonalRecord] = []
    for key, sets in by_exercise.items():
        if known := memory.exercises.get(key):
            records += records_since(known.earlier, sets)
    return SessionReview(
        exercises=tuple(
            ExerciseReview(
                exercise=sets[0].exercise,
                sets=tuple(sets),
                last=known.last if (known := memory.exercises.get(key)) else None,
            )
            for key, sets in by_exercise.items()
        ),
        records=best_of_each(records),
        adherence=adherence_of([session]),
        next_loads=tuple(_next_loads(session.sets, memory)),
    )


def _next_loads(sets: tuple[SetFact, ...], memory: SessionMemory) -> Iterator[NextLoad]:
    """Yield what is proposed after these sets, for the exercises of which one was answered for."""
    for group in memory.groups:
        key = (exercise_key(group.exercise), group.goal.tempo)
        today = [one for one in sets if (exercise_key(one.exercise), one.tempo) == key]
        if not any(one.is_counted for one in today):
            continue
        facts = (*memory.exercises[key].attempts, *today)
        if proposal := propose(group.progress, group.goal, facts, gym=memory.gym):
            yield NextLoad(exercise=group.exercise, proposal=proposal)
