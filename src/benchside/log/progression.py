"""What to lift today, by a progress rule and what the log says, with the reason in words.

Derived from the log each time: there is no counter to go wrong. The reps have to be there in every
working set before anything is added, at the load that was planned or more; a lighter or unfinished
session counts as nothing. Three misses and ten percent, where a rule says so, are customs without
evidence; steps of 2 to 10 % are advised by ACSM (2009).

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from benchside.log.attempts import AttemptOutcome, find_attempts, lower_end, upper_end
from benchside.session import (
    USUAL_GYM,
    Bodyweight,
    Gym,
    Load,
    Mass,
    Weight,
    format_amount,
    format_load,
    format_mass,
    format_step,
    heavier,
    lighter,
    load_kg,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchside.log.attempts import AskedSets, Attempt
    from benchside.log.facts import SetFact
    from benchside.session import Progress


class Advice(StrEnum):
    """What a proposal does to the load."""

    ADD = "add"
    REPEAT = "repeat"
    BACK_OFF = "back off"
    AS_WRITTEN = "as written"
    """The file's own number, for it was changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What to lift today: offered to the athlete, who takes, changes or refuses it."""

    load: Load | None
    reps: tuple[int, ...]
    """The goal of each set; of an open target the least, 0 where it names none."""
    advice: Advice
    reason: str
    """In words, lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaxProposal:
    """A training max to ask the athlete about, before it is written into their file."""

    training_max: Mass
    reason: str


def propose(
    progress: Progress,
    goal: AskedSets,
    facts: Iterable[SetFact],
    *,
    gym: Gym = USUAL_GYM,
) -> Proposal | None:
    """Return what to lift today; None where the log has nothing to go by.

    Nor is there anything for a rule that goes by the cycle: see `propose_max`.
    """
    if progress.is_by_cycle:
        return None
    attempts = find_attempts(facts, goal)
    if not attempts.newest_first:
        return _as_written(goal, attempts.former_load)
    newest = attempts.newest_first[0]
    match newest.outcome:
        case AttemptOutcome.MET:
            return _added(progress, goal, newest, gym)
        case AttemptOutcome.MISSED:
            return _after_miss(progress, goal, attempts.newest_first, gym)
        case AttemptOutcome.HELD:
            load = _lightest(newest)
            told = f"{_reps_of(newest)}{_at(load)}, short of {_wanted(goal)}"
            return _repeated(goal, newest, load, told)
        case AttemptOutcome.LIGHTER:
            told = "another load than planned last time: it counts as nothing"
            if all(_is_mass(one.load) and _is_mass(one.target_load) for one in newest.done):
                told = "lighter than planned last time: it counts as nothing"
        case AttemptOutcome.UNFINISHED:
            told = f"{_share_done(goal, newest)} last time: not whole, and no miss"
    before = _last_that_counted(attempts.newest_first)
    return _repeated(goal, before, newest.planned_load, told)


def propose_max(
    progress: Progress, training_max: Mass, *, is_cycle_done: bool
) -> MaxProposal | None:
    """Return the next training max; None unless the rule goes by the cycle and it is done.

    Nor is there one where the rule is in another unit than the training max.
    """
    step = progress.step
    if not (progress.is_by_cycle and is_cycle_done) or isinstance(step, Decimal):
        return None
    if step.unit is not training_max.unit:
        return None
    return MaxProposal(
        training_max=Mass(training_max.amount + step.amount, step.unit),
        reason=f"the last week is done: {format_mass(training_max)} and {format_mass(step)}",
    )


def _as_written(goal: AskedSets, former: Load | None) -> Proposal | None:
    """Return the file's number, where it was changed since the last session."""
    if former is None:
        return None
    return Proposal(
        load=goal.load,
        reps=tuple(lower_end(target) for target in goal.reps),
        advice=Advice.AS_WRITTEN,
        reason=f"the file was changed from {format_load(former)}: its number holds",
    )


def _added(progress: Progress, goal: AskedSets, met: Attempt, gym: Gym) -> Proposal:
    base = _lightest(met)
    more = heavier(base, progress.step, exercise=goal.exercise, gym=gym)
    told = f"all {_wanted(goal)}{_at(base)}"
    if more is None:
        return Proposal(
            load=base,
            reps=tuple(upper_end(target) for target in goal.reps),
            advice=Advice.REPEAT,
            reason=f"{told}, but {_why_not_heavier(progress, base)}",
        )
    if base != met.planned_load:
        told += ", the lightest of the sets"
    if isinstance(progress.step, Mass) and _kg(more) - _kg(base) > _kg_added(progress.step, base):
        told += "; the next load that the plates make"
    return Proposal(
        load=more,
        reps=tuple(lower_end(target) for target in goal.reps),
        advice=Advice.ADD,
        reason=told,
    )


def _after_miss(
    progress: Progress, goal: AskedSets, newest_first: Sequence[Attempt], gym: Gym
) -> Proposal:
    newest, misses = newest_first[0], _misses(newest_first)
    load, back_off = newest.planned_load, progress.back_off
    if back_off is None:
        told = "missed" if misses == 1 else f"missed, {misses} times in a row"
        return _repeated(goal, newest, load, told)
    if misses < back_off.misses:
        return _repeated(goal, newest, load, f"missed, {misses} of {back_off.misses}")
    less = lighter(load, back_off.percent, step=progress.step, exercise=goal.exercise, gym=gym)
    told = f"missed {misses} times in a row"
    off = f"{format_amount(back_off.percent)}%"
    if less is None:
        return _repeated(
            goal, newest, load, f"{told}, but {off} cannot be taken off {_named(load)}"
        )
    return Proposal(
        load=less,
        reps=tuple(lower_end(target) for target in goal.reps),
        advice=Advice.BACK_OFF,
        reason=f"{told}: {off} off {_named(load)}, rounded down",
    )


def _misses(newest_first: Sequence[Attempt]) -> int:
    """Count the misses in a row at the newest load; what counts as nothing is passed over."""
    count = 0
    for attempt in newest_first:
        if attempt.planned_load != newest_first[0].planned_load:
            break
        if attempt.outcome in (AttemptOutcome.MET, AttemptOutcome.HELD):
            break
        count += attempt.outcome is AttemptOutcome.MISSED
    return count


def _last_that_counted(newest_first: Sequence[Attempt]) -> Attempt | None:
    """Return the last attempt at the newest load that says what reps are next."""
    for attempt in newest_first:
        if attempt.planned_load != newest_first[0].planned_load:
            return None
        if attempt.outcome in (AttemptOutcome.HELD, AttemptOutcome.MISSED):
            return attempt
    return None


def _repeated(goal: AskedSets, last: Attempt | None, load: Load | None, reason: str) -> Proposal:
    """Return the same load, each set with a rep more than last time, at most the upper end."""
    reps = [one.reps or 0 for one in last.sets] if last else []
    reps += [0] * (len(goal.reps) - len(reps))
    goals = (
        max(lower_end(target), min(had + 1, upper_end(target)))
        for target, had in zip(goal.reps, reps, strict=False)
    )
    return Proposal(load=load, reps=tuple(goals), advice=Advice.REPEAT, reason=reason)


def _lightest(attempt: Attempt) -> Load | None:
    return min((one.load for one in attempt.done), key=_kg)


def _kg(load: Load | None) -> Decimal:
    return load_kg(load) or Decimal(0)


def _kg_added(step: Mass, load: Load | None) -> Decimal:
    """Return the kilograms of a step, for each piece of a pair."""
    return step.kg * (load.count if isinstance(load, Weight) else 1)


def _why_not_heavier(progress: Progress, load: Load | None) -> str:
    """Return why a step cannot be added to a load."""
    step = f"+{format_step(progress.step)}"
    match load:
        case Weight(each) if isinstance(progress.step, Mass) and progress.step.unit != each.unit:
            return f"{step} is not in {each.unit}"
        case Weight():
            return "the plates do not make more"
        case Bodyweight() if isinstance(progress.step, Mass):
            return f"{step} is in another unit"
        case _:
            return f"{step} cannot be added to {_named(load)}"


def _is_mass(load: Load | None) -> bool:
    return load_kg(load) is not None


def _share_done(goal: AskedSets, attempt: Attempt) -> str:
    planned = max(len(goal.reps), len(attempt.sets))
    return f"{len(attempt.done)} of {planned} sets"


def _wanted(goal: AskedSets) -> str:
    """Return what has to be reached: `5 × 5`, of a range its upper end."""
    ends = {upper_end(target) for target in goal.reps}
    return f"{len(goal.reps)} × {ends.pop()}" if len(ends) == 1 else f"{len(goal.reps)} sets"


def _reps_of(attempt: Attempt) -> str:
    return " ".join(str(one.reps) for one in attempt.sets)


def _at(load: Load | None) -> str:
    return f" at {format_load(load)}" if load else ""


def _named(load: Load | None) -> str:
    return format_load(load) if load else "no load"
