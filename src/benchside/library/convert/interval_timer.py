"""Interval lists of Just Another Workout Timer: JSON, one workout or a backup of several.

A set with repetitions becomes a block with rounds, an exercise a timed set, and an exercise that is
called a rest the rest before the next one. The intervals keep their lengths to the second: a
count-in takes place within a rest, and there is none where exercises follow each other at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from benchside.library.convert.conversion import Conversion, Converted, Limits, Table
from benchside.session.values.errors import InvalidValueError, quote_value

RESTS: Final = frozenset(
    {"rest", "break", "pause", "recovery", "recover", "breathe", "ruhe", "riposo", "repos"}
)
"""Names, in small letters, that mean that nothing is done."""

COUNT_IN_S: Final = 3
"""Within a rest that is at least as long."""

MAX_NUMBER: Final = 86_400
"""Of repetitions, or of seconds: a day has no more."""

FIRST_COUNT_IN_S: Final = 10
"""Before the session, as the app has it."""


@dataclass(frozen=True, slots=True)
class _Interval:
    name: str
    seconds: int
    rest_s: int = 0
    """Before the next interval of its set."""


@dataclass(frozen=True, slots=True)
class _Set:
    name: str
    rounds: int
    leading_s: int
    """Rest before its first interval, in each round."""
    intervals: tuple[_Interval, ...]
    after_s: int
    """From its last interval to the next set's first."""

    @property
    def round_rest_s(self) -> int:
        """From the last interval of a round to the first of the next one."""
        return self.intervals[-1].rest_s + self.leading_s


def convert_intervals(text: str) -> Conversion:
    """Convert a workout, or all of a backup; raises `InvalidValueError` if it is neither."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidValueError("the file is not whole JSON", "export the workout again") from None
    backup = data.get("workouts") if isinstance(data, dict) else data
    workouts = backup if isinstance(backup, list) else [data]
    left_out: list[str] = []
    if not workouts:
        raise InvalidValueError("it has no workouts", "export it again")
    limits = Limits()
    limits.spend(sessions=len(workouts))
    sessions = tuple(_session(workout, left_out, limits) for workout in workouts)
    return Conversion(sessions, tuple(left_out))


def _session(workout: object, left_out: list[str], limits: Limits) -> Converted:
    if not isinstance(workout, dict) or not isinstance(workout.get("sets"), list):
        raise InvalidValueError(
            "it is no interval list", 'an interval list has a "title" and "sets"'
        )
    title = _text(workout, "title")
    read = [_set(one) for one in workout["sets"]]
    limits.spend(exercises=sum(len(one.intervals) for one in read))
    sets = _joined(read, title, left_out)
    if not sets:
        raise InvalidValueError(
            f"{quote_value(title)} has no exercises", "add one, and export it again"
        )
    first_rests = (None, *(one.after_s for one in sets))
    blocks = [_block(one, before) for one, before in zip(sets, first_rests, strict=False)]
    return Converted(title, {"name": title, "block": blocks})


def _set(data: object) -> _Set:
    if not isinstance(data, dict) or not isinstance(data.get("exercises"), list):
        raise InvalidValueError("a set has no exercises", 'a set has "repetitions" and "exercises"')
    leading_s = 0
    intervals: list[_Interval] = []
    for exercise in data["exercises"]:
        if not isinstance(exercise, dict):
            raise InvalidValueError(
                f"{quote_value(exercise)} is no exercise", "it has a name and a duration"
            )
        name, seconds = _text(exercise, "name"), _number(exercise, "duration")
        if name.casefold() not in RESTS:
            intervals.append(_Interval(name, seconds))
        elif intervals:
            last = intervals[-1]
            intervals[-1] = replace(last, rest_s=last.rest_s + seconds)
        else:
            leading_s += seconds
    title = data.get("name")
    return _Set(
        name=title if isinstance(title, str) and title.strip() else "",
        rounds=_number(data, "repetitions"),
        leading_s=leading_s,
        intervals=tuple(intervals),
        after_s=intervals[-1].rest_s if intervals else 0,
    )


def _joined(sets: list[_Set], title: str, left_out: list[str]) -> list[_Set]:
    """Give each set the rest up to the next one; sets of nothing but rest become such rests."""
    joined: list[_Set] = []
    for one in sets:
        rest_s = one.leading_s if one.intervals else one.leading_s * one.rounds
        if joined:
            joined[-1] = replace(joined[-1], after_s=joined[-1].after_s + rest_s)
        elif rest_s:
            left_out.append(f"{title}: the rest of {rest_s} s before the first exercise")
        if one.intervals:
            joined.append(one)
    return joined


def _block(one: _Set, before_s: int | None) -> Table:
    """A set as a block; `before_s` is the rest before it, None where the session begins."""
    first_s = FIRST_COUNT_IN_S if before_s is None else _count_in_s(before_s)
    if one.rounds > 1:
        first_s = min(
            first_s, one.round_rest_s if before_s is None else _count_in_s(one.round_rest_s)
        )
    counts = (first_s, *(_count_in_s(earlier.rest_s) for earlier, _ in pairwise(one.intervals)))
    exercises: list[Table] = [
        {
            "name": interval.name,
            "time": interval.seconds,
            "rest": interval.rest_s,
            "prepare": count_in_s,
        }
        for interval, count_in_s in zip(one.intervals, counts, strict=True)
    ]
    exercises[-1]["rest"] = one.after_s
    block: Table = {"name": one.name} if one.name else {}
    if one.rounds > 1:
        block |= {"rounds": one.rounds, "round_rest": one.round_rest_s}
    return {**block, "exercise": exercises}


def _count_in_s(rest_s: int) -> int:
    return COUNT_IN_S if rest_s >= COUNT_IN_S else 0


def _text(table: Table, key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InvalidValueError(
            f"{key} {quote_value(value)} is not text", f'write "{key}": "Glute bridge"'
        )
    return value.strip()


def _number(table: Table, key: str) -> int:
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise InvalidValueError(
            f"{key} {quote_value(value)} is not a whole number above 0", f'write "{key}": 30'
        )
    if value > MAX_NUMBER:
        raise InvalidValueError(
            f"{key} {quote_value(value)} is too large", f"write {MAX_NUMBER:,} at most"
        )
    return value
