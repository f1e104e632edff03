"""Attempts at an exercise: its working sets of one session, and how they went against the plan.

Nothing is counted and kept: the attempts are found in the log each time.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from benchside.log.facts import exercise_key
from benchside.session import Label, Load, Percent, SetType, load_kg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.log.facts import SetFact
    from benchside.session import RepTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSets:
    """What a session's file asks for in the working sets of an exercise."""

    exercise: str
    athlete: str
    tempo: str
    """`3-1-X-0`; empty where the athlete lifts at will."""
    reps: tuple[RepTarget, ...]
    """Of each working set."""
    load: Load | None
    """As the file has it."""
    file: str = ""
    """The session's file as the log names it; empty where any file's number is as good."""


class AttemptOutcome(StrEnum):
    """How an attempt went."""

    MET = "met"
    """As many sets as planned, each at its load or more, each with all of its reps."""
    HELD = "held"
    """The same, with reps inside the range that are not yet its upper end."""
    MISSED = "missed"
    """A set at the planned load had fewer reps than the least."""
    LIGHTER = "lighter"
    """Some load was less than planned, by choice: it counts as nothing."""
    UNFINISHED = "unfinished"
    """Sets were skipped, cut, not reached or not answered for: it counts as nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The working sets of an exercise in one session."""

    sets: tuple[SetFact, ...]
    """At least one; those that were not done are among them."""
    is_whole: bool
    """Every set that was planned was reached."""

    @property
    def planned_load(self) -> Load | None:
        """The load that was offered."""
        return self.sets[0].target_load

    @property
    def done(self) -> tuple[SetFact, ...]:
        """The sets that the athlete answered for."""
        return tuple(one for one in self.sets if one.is_done)

    @property
    def outcome(self) -> AttemptOutcome:
        """How it went."""
        if any(_is_missed(one) for one in self.done):
            return AttemptOutcome.MISSED
        if any(_is_lighter(one) for one in self.done):
            return AttemptOutcome.LIGHTER
        if not self.is_whole or len(self.done) < len(self.sets):
            return AttemptOutcome.UNFINISHED
        if all(has_reached(one, upper_end(one.target_reps)) for one in self.sets):
            return AttemptOutcome.MET
        is_in_range = all(has_reached(one, lower_end(one.target_reps)) for one in self.sets)
        return AttemptOutcome.HELD if is_in_range else AttemptOutcome.UNFINISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """What the log has of a goal."""

    newest_first: tuple[Attempt, ...]
    former_load: Load | None = None
    """The file's load of the session before these, where the file has been changed since."""


def find_attempts(facts: Iterable[SetFact], goal: AskedSets) -> Attempts:
    """Return the attempts at a goal, back to where the file last had another load.

    The same exercise, tempo, rep targets and athlete; a session of another file with another load
    is passed over.
    """
    own = sorted((one for one in facts if _is_of(one, goal)), key=_moment_of, reverse=True)
    found: list[Attempt] = []
    for _, session in groupby(own, key=_moment_of):
        sets = tuple(session)
        alike = tuple(one for one in sets if _is_attempt(one, goal))
        if fitting := tuple(one for one in alike if one.file_load == goal.load):
            found.append(Attempt(sets=fitting, is_whole=_is_whole(sets)))
        elif alike and goal.file in ("", alike[0].file):
            return Attempts(newest_first=tuple(found), former_load=alike[0].file_load)
    return Attempts(newest_first=tuple(found))


def compare_loads(load: Load | None, planned: Load | None) -> int:
    """Return 1 where a load is heavier than planned, 0 where equal, -1 where lighter.

    Another thing than planned, such as another band, is as good as lighter.
    """
    if load == planned:
        return 0
    if planned is None:
        return 1
    if type(load) is not type(planned) or isinstance(load, Label | Percent):
        return -1
    lifted, offered = load_kg(load) or 0, load_kg(planned) or 0
    return (lifted > offered) - (lifted < offered)


def lower_end(target: RepTarget | None) -> int:
    """Return the least reps of a target; 0 where it names none."""
    return target.low if target else 0


def upper_end(target: RepTarget | None) -> int:
    """Return the most reps of a target, of an open one the least; 0 where it names none."""
    if target is None:
        return 0
    return target.low if target.high is None else target.high


def has_reached(one: SetFact, reps: int) -> bool:
    """Return whether a set had so many reps; none is no number to reach."""
    return one.reps is not None and one.reps >= reps > 0


def _is_of(one: SetFact, goal: AskedSets) -> bool:
    return (
        not one.is_ramp
        and one.athlete == goal.athlete
        and exercise_key(one.exercise) == exercise_key(goal.exercise)
    )


def _is_attempt(one: SetFact, goal: AskedSets) -> bool:
    return one.type is SetType.WORKING and one.tempo == goal.tempo and one.target_reps in goal.reps


def _moment_of(one: SetFact) -> tuple[object, ...]:
    return (one.date, one.session)


def _is_whole(sets: tuple[SetFact, ...]) -> bool:
    """Return whether every set of the exercise is there, wherever in the session it stands."""
    planned = {(one.block_index, one.block, one.exercise_index): one.of for one in sets}
    return len(sets) >= sum(planned.values())


def _is_missed(one: SetFact) -> bool:
    least = lower_end(one.target_reps)
    return one.reps is not None and one.reps < least and _compared(one) == 0


def _is_lighter(one: SetFact) -> bool:
    return _compared(one) < 0


def _compared(one: SetFact) -> int:
    return compare_loads(one.load, one.target_load)
