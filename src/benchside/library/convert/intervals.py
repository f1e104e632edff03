"""A workout of the interval timer as sets of intervals, with the rests told apart.

A rest is known by its name, or by its place: what stands between every two different exercises of
a set, always under the same name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from benchside.library.convert.rest_names import is_rest
from benchside.session import InvalidValueError, printable, quote_value

if TYPE_CHECKING:
    from benchside.library.convert.conversion import Losses, TomlTable

MAX_NUMBER: Final = 86_400
"""Of repetitions, or of seconds: a day has no more."""

LEAST_ALTERNATION: Final = 4
"""Intervals of a set that have to take turns before one of the names is taken for a rest."""

BLANK: Final = " \t\r\n"
"""What is no part of a name; other controls may be what an export made of a letter."""

UNNAMED: Final = "Exercise"
"""What an exercise without a name is called."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Work of a length, and the rest behind it."""

    name: str
    seconds: int
    rest_s: int = 0


@dataclass(frozen=True, slots=True)
class IntervalSet:
    """Intervals that are done several times."""

    name: str
    rounds: int
    leading_s: int
    """Rest before its first interval, in each round."""
    intervals: tuple[Interval, ...]
    after_s: int
    """From its last interval to the next set's first."""

    @property
    def round_rest_s(self) -> int:
        """From the last interval of a round to the first of the next one."""
        return self.intervals[-1].rest_s + self.leading_s


@dataclass(frozen=True, slots=True)
class Workout:
    """A workout with at least one set; no set is without work."""

    title: str
    leading_s: int
    """Rest before anything else."""
    sets: tuple[IntervalSet, ...]


def read_workout(data: object, losses: Losses) -> Workout:
    """Read a workout; raises `InvalidValueError` where it is none."""
    if not isinstance(data, dict) or not isinstance(data.get("sets"), list):
        raise InvalidValueError(
            "it is no interval list", 'an interval list has a "title" and "sets"'
        )
    title = _title(data)
    sets = [_checked_set(one) for one in data["sets"]]
    rests = frozenset[str]().union(*(_rests_by_place(one) for one in sets))
    for name in sorted(rests):
        losses.add(f'{title}: "{name}" is taken for a rest, by its place')
    read = [
        _set(one, f"{title}: set {number}", rests, losses) for number, one in enumerate(sets, 1)
    ]
    leading_s, joined = _joined(read)
    if not joined:
        raise InvalidValueError(
            f"{quote_value(title)} has no exercises", "add one, and export it again"
        )
    return Workout(title, leading_s, tuple(joined))


def _title(data: TomlTable) -> str:
    title = data.get("title")
    if not isinstance(title, str) or not title.strip():
        raise InvalidValueError(
            f"title {quote_value(title)} is not text", 'write "title": "Glutes"'
        )
    return printable(title.strip())


def _checked_set(data: object) -> TomlTable:
    if not isinstance(data, dict) or not isinstance(data.get("exercises"), list):
        raise InvalidValueError("a set has no exercises", 'a set has "repetitions" and "exercises"')
    for exercise in data["exercises"]:
        if not isinstance(exercise, dict):
            raise InvalidValueError(
                f"{quote_value(exercise)} is no exercise", "it has a name and a duration"
            )
    return data


def _names(data: TomlTable) -> list[str]:
    exercises = data["exercises"]
    assert isinstance(exercises, list)
    names = (exercise.get("name") for exercise in exercises)
    return [name if isinstance(name, str) else "" for name in names]


def _rests_by_place(data: TomlTable) -> frozenset[str]:
    """Return the name of every second interval, where those between are different exercises."""
    names = _names(data)
    if len(names) < LEAST_ALTERNATION or any(map(is_rest, names)):
        return frozenset()
    for start in (0, 1):
        alternating, others = set(names[start::2]), names[1 - start :: 2]
        if len(alternating) == 1 and len(set(others)) == len(others) and len(others) > 1:
            return frozenset(printable(name.strip(BLANK)) for name in alternating if name.strip())
    return frozenset()


def _set(data: TomlTable, place: str, rests: frozenset[str], losses: Losses) -> IntervalSet:
    exercises = data["exercises"]
    assert isinstance(exercises, list)
    leading_s = 0
    intervals: list[Interval] = []
    for number, (exercise, written) in enumerate(zip(exercises, _names(data), strict=True), 1):
        seconds = _number(exercise, "duration")
        name = printable(written.strip(BLANK))
        if not (is_rest(written) or name in rests):
            if not name:
                losses.add(f'{place}, exercise {number}: it has no name, and is "{UNNAMED}"')
            elif name != written.strip(BLANK):
                losses.add(
                    f'{place}, exercise {number}: letters of "{name}" were lost in the export; '
                    "sharing the workout keeps them"
                )
            intervals.append(Interval(name or UNNAMED, seconds))
        elif intervals:
            last = intervals[-1]
            intervals[-1] = replace(last, rest_s=last.rest_s + seconds)
        else:
            leading_s += seconds
    title = data.get("name")
    return IntervalSet(
        name=printable(title.strip()) if isinstance(title, str) else "",
        rounds=_number(data, "repetitions"),
        leading_s=leading_s,
        intervals=tuple(intervals),
        after_s=intervals[-1].rest_s if intervals else 0,
    )


def _joined(sets: list[IntervalSet]) -> tuple[int, list[IntervalSet]]:
    """Return the sets, each with the rest up to the next; sets of nothing but rest become rests.

    Returns the rest before the first set, and the sets.
    """
    leading_s = 0
    joined: list[IntervalSet] = []
    for one in sets:
        rest_s = one.leading_s if one.intervals else one.leading_s * one.rounds
        if joined:
            joined[-1] = replace(joined[-1], after_s=joined[-1].after_s + rest_s)
        else:
            leading_s += rest_s
        if one.intervals:
            joined.append(one)
    return leading_s, joined


def _number(table: TomlTable, key: str) -> int:
    value = table.get(key)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise InvalidValueError(
            f"{key} {quote_value(value)} is not a whole number above 0", f'write "{key}": 30'
        )
    if value > MAX_NUMBER:
        raise InvalidValueError(
            f"{key} {quote_value(value)} is too large", f"write {MAX_NUMBER:,} at most"
        )
    return value
