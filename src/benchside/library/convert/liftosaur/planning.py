"""What is done on each day: repeats in all of their weeks, reused sets in their places.

The rules are Liftosaur's. `...Squat` takes the sets and the warm-up of the one line of that name in
the week; what the taking line says itself holds before them, and what is said for all sets before
what is said for one. A warm-up that is declared once holds for the exercise in every week.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from benchside.library.convert.liftosaur.descriptions import CueFinder
from benchside.library.convert.liftosaur.lookup import Lookup
from benchside.library.convert.liftosaur.progressions import with_progress
from benchside.library.convert.liftosaur.repeats import spread
from benchside.library.convert.liftosaur.set_words import BODYWEIGHT
from benchside.library.convert.liftosaur.warm_ups import WarmUp, warm_up_of
from benchside.session import InvalidValueError, quote_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.library.convert.conversion import Limits, Losses
    from benchside.library.convert.liftosaur.document import WrittenDay, WrittenEntry, WrittenWeek
    from benchside.library.convert.liftosaur.exercises import Reuse, WrittenExercise
    from benchside.library.convert.liftosaur.progressions import WrittenProgress
    from benchside.library.convert.liftosaur.set_words import WrittenSets

T = TypeVar("T")

BY_RPE = (
    "a set by RPE without a load: Liftosaur works a load and a warm-up out of the 1RM, "
    "here it has neither"
)


@dataclass(frozen=True, slots=True)
class ResolvedExercise:
    """An exercise of a day with everything that it asks for."""

    line: int
    title: str
    label: str
    sets: tuple[WrittenSets, ...]
    """Each with its count; nothing is left to take from elsewhere."""
    warm_up: WarmUp = field(default_factory=WarmUp)
    superset: str = ""
    cues: tuple[str, ...] = ()
    written_progress: WrittenProgress | None = None
    """The progression that its line says or takes; None where others of its name may say it."""
    is_steady: bool = True
    """Whether a progression is all that changes what it asks for."""
    progress: str = ""
    """The rule that says the same; empty where there is none."""


@dataclass(frozen=True, slots=True)
class ResolvedDay:
    """A day of a week."""

    written: WrittenDay
    exercises: tuple[ResolvedExercise, ...]
    lacking: int | None
    """The line of its first exercise where that one cannot be said; None where it can."""


def plan_weeks(weeks: list[WrittenWeek], losses: Losses, limits: Limits) -> list[list[ResolvedDay]]:
    """Return the days of every week; raises `InvalidValueError` where they are too many."""
    spread(weeks, losses, limits)
    lookup = Lookup(weeks)
    planner = _Planner(lookup, CueFinder(lookup, losses), losses, limits)
    days = [[planner.day(day, number) for day in week.days] for number, week in enumerate(weeks, 1)]
    return with_progress(days, weeks, losses)


@dataclass(frozen=True, slots=True)
class _Planner:
    lookup: Lookup
    cue_finder: CueFinder
    losses: Losses
    limits: Limits

    def day(self, day: WrittenDay, week: int) -> ResolvedDay:
        done = [entry for entry in day.entries if not entry.is_template]
        planned = [self._exercise(entry, week) for entry in done]
        return ResolvedDay(
            day,
            tuple(exercise for exercise in planned if exercise),
            lacking=done[0].line if done and planned[0] is None else None,
        )

    def _exercise(self, entry: WrittenEntry, week: int) -> ResolvedExercise | None:
        """Plan an exercise; None where it cannot be said, which is told."""
        if entry.exercise is None:
            return None
        try:
            planned = self._planned(entry, entry.exercise, week)
        except InvalidValueError as mistake:
            self.losses.add(
                f"{entry.exercise.title}: {mistake.message}; {mistake.expected}", entry.line
            )
            return None
        self.limits.spend(sets=sum(one.count or 0 for one in planned.sets))
        return planned

    def _planned(
        self, entry: WrittenEntry, exercise: WrittenExercise, week: int
    ) -> ResolvedExercise:
        original = self._original(exercise.reuse, entry, week) if exercise.reuse else None
        sets = completed_sets(exercise, original)
        lines = [exercise, *([original] if original else [])]
        sign = _first(self.lookup.body_sign(one.head.key) for one in lines)
        if sign is not None:
            sets = tuple(_with_body(one, sign) for one in sets)
        declared = _first(
            warm_up for one in lines for warm_up in (one.warm_up, self.lookup.warm_up(one.head.key))
        )
        warm_up = warm_up_of(exercise.head.movement.name, declared, sets[0].load)
        if not warm_up.is_whole:
            self.losses.add(f"{exercise.title}: warm-ups in percent of no load", entry.line)
        for one in sets:
            if one.load is None and one.rpe is not None and one.hold_s is None:
                self.losses.add(BY_RPE, one.line)
        return ResolvedExercise(
            line=entry.line,
            title=exercise.title,
            label=exercise.head.label,
            sets=sets,
            warm_up=warm_up,
            superset=exercise.superset,
            cues=self.cue_finder.cues_of(entry, week),
            written_progress=_first(
                progress
                for one in lines
                for progress in (one.progress, self.lookup.progression(one.head.key))
            ),
            is_steady=all(self.lookup.is_steady(one.head.key) for one in lines),
        )

    def _original(self, reuse: Reuse, entry: WrittenEntry, week: int) -> WrittenExercise:
        """Return the line that sets are taken from."""
        found = self.lookup.find(reuse, week)
        shown = quote_value(reuse.text)
        if len(found) > 1:
            lines = " and ".join(str(one.line) for one in found[:2])
            raise InvalidValueError(
                f"{shown} may mean line {lines}", "say the week and day: ...Squat[1:2]"
            )
        if not found or found[0] is entry:
            raise InvalidValueError(
                f"{shown} is no other exercise of week {reuse.week or week}", "see its spelling"
            )
        original = found[0].exercise
        if original is None or original.reuse or original.head.others:
            raise InvalidValueError(
                f"{shown} in line {found[0].line} has no sets to take",
                "it needs sets of its own, and one movement",
            )
        return original


def completed_sets(
    exercise: WrittenExercise, original: WrittenExercise | None
) -> tuple[WrittenSets, ...]:
    """Return the sets of an exercise, with those of another line where it has none of its own.

    Raises `InvalidValueError` where neither has any.
    """
    taken = original.variations if original else []
    scheme = next(iter(exercise.variations or taken), None)
    if scheme is None:
        raise InvalidValueError("it has no sets", "write them: 3x8")
    shared = original.shared if original else []
    return tuple(_completed(one, exercise.shared, shared) for one in scheme.sets)


def _first(values: Iterable[T | None]) -> T | None:
    """Return the first that is said; None where none is."""
    return next((value for value in values if value is not None), None)


def _completed(sets: WrittenSets, own: list[WrittenSets], taken: list[WrittenSets]) -> WrittenSets:
    """Fill what a set leaves open: words for all sets go before its own, those of others after."""
    candidates = (*own, sets, *taken)
    hold = next((one for one in candidates if one.hold_s is not None), sets)
    return replace(
        sets,
        load=_load(own) or _load((sets, *taken)),
        rpe=_first(one.rpe for one in candidates),
        rest_s=_first(one.rest_s for one in candidates),
        hold_s=hold.hold_s,
        is_open=hold.is_open,
        is_auto=_first(one.is_auto for one in candidates),
        tempo=_first(one.tempo for one in candidates),
    )


def _with_body(sets: WrittenSets, sign: str) -> WrittenSets:
    """Put a set's load beside the body's weight."""
    load = sets.load
    if not sign or load in (None, BODYWEIGHT):
        return replace(sets, load=BODYWEIGHT)
    if load.endswith("%") or load.startswith(BODYWEIGHT):
        raise InvalidValueError(
            f"a script puts {quote_value(load)} beside the body's weight", "write a weight: 20kg"
        )
    return replace(sets, load=f"{BODYWEIGHT} {sign} {load}")


def _load(candidates: Iterable[WrittenSets]) -> str | None:
    """Return the first load that is said; a weight goes before a percentage."""
    loads = [one.load for one in candidates if one.load is not None]
    weights = [load for load in loads if not load.endswith("%")]
    return _first(weights or loads)
