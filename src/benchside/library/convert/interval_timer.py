"""Interval lists of Just Another Workout Timer: JSON, one workout or a backup of several.

A set with repetitions becomes a block with rounds, an exercise a timed set, and a rest the rest
before the next one. The intervals keep their lengths to the second: a count-in takes place within a
rest, there is none where exercises follow each other at once, and the ten seconds with which the
app begins stand before the first one. A workout of a backup that is none leaves the others be.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from benchside.library.convert.conversion import Conversion, Converted, Limits, Losses
from benchside.library.convert.intervals import Workout, read_workout
from benchside.session import InvalidValueError

if TYPE_CHECKING:
    from benchside.library.convert.conversion import TomlTable
    from benchside.library.convert.intervals import IntervalSet

COUNT_IN_S: Final = 3
"""Within a rest that is at least as long."""

FIRST_COUNT_IN_S: Final = 10
"""Before the session, as the app has it."""


def convert_intervals(text: str) -> Conversion:
    """Convert a workout, or all of a backup; raises `InvalidValueError` if it is neither."""
    workouts = _workouts(text)
    limits, losses = Limits(), Losses()
    limits.spend(sessions=len(workouts))
    sessions: list[Converted] = []
    for number, data in enumerate(workouts, 1):
        try:
            workout = read_workout(data, losses)
        except InvalidValueError as mistake:
            if len(workouts) == 1:
                raise
            losses.add(f"workout {number}: {mistake.message}; {mistake.expected}")
        else:
            limits.spend(exercises=sum(len(one.intervals) for one in workout.sets))
            sessions.append(_session(workout))
    return Conversion(tuple(sessions), losses.listed())


def _workouts(text: str) -> list[object]:
    """Return the workouts of a file, unread."""
    try:
        data = json.loads(text.removeprefix("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        raise InvalidValueError(
            f"the file is not whole JSON: {error.msg.lower()} in line {error.lineno}, "
            f"column {error.colno}",
            "export the workout again",
        ) from None
    except (ValueError, RecursionError):
        raise InvalidValueError("the file is not whole JSON", "export the workout again") from None
    backup = data.get("workouts") if isinstance(data, dict) else data
    workouts = backup if isinstance(backup, list) else [data]
    if not workouts:
        raise InvalidValueError("it has no workouts", "export it again")
    return workouts


def _session(workout: Workout) -> Converted:
    first, *others = workout.sets
    blocks = _first_blocks(first, FIRST_COUNT_IN_S + workout.leading_s)
    for before, one in pairwise((first, *others)):
        blocks.append(_block(one, _count_in_s(before.after_s)))
    return Converted(workout.title, {"name": workout.title, "block": blocks})


def _first_blocks(one: IntervalSet, lead_in_s: int) -> list[TomlTable]:
    """Return the set that a session begins with, after a count-in that no other round has.

    Where the rest between its rounds has no room for so long a one, the first round is a block of
    its own; but for the usual count-in, which a session begins with by itself.
    """
    if one.rounds == 1 or one.round_rest_s >= lead_in_s:
        return [_block(one, lead_in_s, round_count_in_s=lead_in_s)]
    if one.round_rest_s < COUNT_IN_S and lead_in_s == FIRST_COUNT_IN_S:
        return [_block(one, 0)]
    first = replace(one, rounds=1, after_s=one.round_rest_s)
    others = replace(one, rounds=one.rounds - 1)
    return [_block(first, lead_in_s), _block(others, _count_in_s(one.round_rest_s))]


def _block(one: IntervalSet, count_in_s: int, *, round_count_in_s: int | None = None) -> TomlTable:
    """Return a set as a block; `count_in_s` is what its first round begins with.

    Every round has the same count-in, so it is no longer than the rest between them.
    """
    if one.rounds > 1:
        within_s = _count_in_s(one.round_rest_s)
        count_in_s = min(count_in_s, within_s) if round_count_in_s is None else round_count_in_s
    counts = (count_in_s, *(_count_in_s(earlier.rest_s) for earlier, _ in pairwise(one.intervals)))
    exercises: list[TomlTable] = [
        {
            "name": interval.name,
            "time": interval.seconds,
            "rest": interval.rest_s,
            "prepare": prepare_s,
        }
        for interval, prepare_s in zip(one.intervals, counts, strict=True)
    ]
    exercises[-1]["rest"] = one.after_s
    block: TomlTable = {"name": one.name} if one.name else {}
    if one.rounds > 1:
        block |= {"rounds": one.rounds, "round_rest": one.round_rest_s}
    return {**block, "exercise": exercises}


def _count_in_s(rest_s: int) -> int:
    return COUNT_IN_S if rest_s >= COUNT_IN_S else 0
