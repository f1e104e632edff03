"""What the log says of exercises as a whole: their sums, and the best ever done of one.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from benchside.log.e1rm import best_e1rm
from benchside.log.facts import exercise_key
from benchside.log.records import load_on_scale, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from benchside.log.facts import SetFact

BRACKETS: Final = ((1, 1), (2, 3), (4, 6), (7, 10), (11, 15), (16, None))
"""Ranges of reps whose heaviest sets are told apart; None is no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSum:
    """An exercise over all of its sessions, every tempo together."""

    exercise: str
    """As it was written last."""
    sessions: int
    last: datetime
    """When the last of them began."""
    sets: int
    """Sets of work that the athlete answered for."""
    reps: int
    """Both sides together."""
    volume_kg: Decimal
    tension_ms: int
    e1rm: SetFact | None
    """The set of the best e1RM; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionBest:
    """A session that had the most of something."""

    session: str
    date: datetime
    value: Decimal
    """Kilograms of volume, or milliseconds under tension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BracketBest:
    """The heaviest set in a range of reps; of equal loads that of most reps, then the first."""

    low: int
    high: int | None
    """None is no end."""
    best: SetFact


@dataclass(frozen=True, slots=True, kw_only=True)
class Bests:
    """The best of an exercise at one tempo and one sort of load."""

    exercise: str
    """As it was written last."""
    tempo: str
    sets: int
    """Sets of work that the athlete answered for."""
    heaviest: SetFact
    e1rm: SetFact | None
    longest: SetFact | None
    """The longest hold; None where there was none."""
    brackets: tuple[BracketBest, ...]
    """Those in which there was a set."""
    volume: SessionBest | None
    """None where no weight was moved."""
    tension: SessionBest | None


def sums_of_exercises(facts: Iterable[SetFact]) -> tuple[ExerciseSum, ...]:
    """Return each exercise with its sums, the one that was done last first."""
    by_key: dict[str, list[SetFact]] = {}
    for one in facts:
        if one.is_lifted:
            by_key.setdefault(exercise_key(one.exercise), []).append(one)
    sums = (_sum(sorted(sets, key=lambda one: one.date)) for sets in by_key.values())
    return tuple(sorted(sums, key=lambda one: one.last, reverse=True))


def bests_of(facts: Iterable[SetFact], exercise: str) -> tuple[Bests, ...]:
    """Return the best of an exercise, each tempo and sort of load apart, the usual one first.

    They count the sets that records count: those of work that the athlete answered for.
    """
    wanted = exercise_key(exercise)
    groups: dict[tuple[str, str], list[SetFact]] = {}
    for one in sorted(facts, key=lambda one: (one.date, one.session)):
        if one.is_counted and exercise_key(one.exercise) == wanted and one.has_result:
            groups.setdefault((one.tempo, scale_of(one.load)), []).append(one)
    bests = (_bests(sets) for sets in groups.values())
    return tuple(sorted(bests, key=lambda one: one.sets, reverse=True))


def _sum(sets: Sequence[SetFact]) -> ExerciseSum:
    return ExerciseSum(
        exercise=sets[-1].exercise,
        sessions=len({one.session for one in sets}),
        last=sets[-1].date,
        sets=sum(one.is_counted for one in sets),
        reps=sum(one.all_reps for one in sets),
        volume_kg=sum((one.volume_kg for one in sets), Decimal(0)),
        tension_ms=sum(one.tension_ms for one in sets),
        e1rm=best_e1rm(one for one in sets if one.is_counted),
    )


def _bests(sets: Sequence[SetFact]) -> Bests:
    held = [one for one in sets if one.reps is None and one.held_ms]
    return Bests(
        exercise=sets[-1].exercise,
        tempo=sets[-1].tempo,
        sets=len(sets),
        heaviest=_heaviest(sets),
        e1rm=best_e1rm(sets),
        longest=max(held, key=lambda one: one.held_ms or 0, default=None),
        brackets=tuple(_brackets(sets)),
        volume=_best_session(sets, [one.volume_kg for one in sets]),
        tension=_best_session(sets, [Decimal(one.tension_ms) for one in sets]),
    )


def _brackets(sets: Sequence[SetFact]) -> Iterable[BracketBest]:
    for low, high in BRACKETS:
        inside = [one for one in sets if low <= (one.reps or 0) <= (high or one.reps or 0)]
        if inside:
            yield BracketBest(low=low, high=high, best=_heaviest(inside))


def _heaviest(sets: Sequence[SetFact]) -> SetFact:
    return max(sets, key=lambda one: (load_on_scale(one), one.reps or 0))


def _best_session(sets: Sequence[SetFact], values: Sequence[Decimal]) -> SessionBest | None:
    """Return the session with the greatest sum; None where every sum is 0."""
    best: SessionBest | None = None
    pairs = zip(sets, values, strict=True)
    for (session, when), own in groupby(pairs, key=lambda pair: (pair[0].session, pair[0].date)):
        total = sum((value for _, value in own), Decimal(0))
        if total and (best is None or total > best.value):
            best = SessionBest(session=session, date=when, value=total)
    return best
