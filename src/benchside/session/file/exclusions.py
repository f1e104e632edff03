"""Keys of one table that exclude each other, each pair with the reason; of two the later is found.

`rules` applies them to the tables of a file, `schema` tells them to editors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.session.file.findings import At, KeyPath, KeyProblem
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.time_target import TimeTarget, parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table: TypeAlias = "dict[str, object]"

ASKS: Final = ("reps", "time", "distance", "calories")
"""What a set may ask for; `reps` and `time` go together where the reps are `max`."""

_ONE = "a set asks for one of them"
_ON_CLOCK = "each set starts on the clock, what is left is the rest"

EXCLUDING: Final = (
    ("time", "tempo", "a tempo cues reps, a time ends by itself"),
    ("distance", "tempo", "a tempo cues reps, a distance ends by a key"),
    ("calories", "tempo", "a tempo cues reps, calories end by a key"),
    ("reps", "distance", _ONE),
    ("reps", "calories", _ONE),
    ("time", "distance", _ONE),
    ("time", "calories", _ONE),
    ("distance", "calories", _ONE),
    ("rpe", "rir", "rir = 2 is rpe = 8; write one of the two"),
    ("every", "time_cap", "rounds on the clock, or rounds until the cap"),
    ("every", "round_rest", "what is left of every is the rest"),
    ("every_set", "every", "each set on the clock, or each round"),
    ("every_set", "time_cap", "sets on the clock, or rounds until the cap"),
    ("every_set", "round_rest", _ON_CLOCK),
    ("every_set", "rest", _ON_CLOCK),
    ("every_set", "ramp", "each set starts on the clock; write rising loads, or a block before"),
    ("rounds", "ramp", "with rounds an exercise has one set a round"),
    ("time_cap", "ramp", "with a cap an exercise has one set a round"),
)
"""Pairs of keys of one table, each with the reason."""

NO_SETS_UNTIL_CAP: Final = "with a cap an exercise has one set a round"
"""Why `sets` has no place beside a `time_cap` without `rounds`."""


def excluded_keys(path: KeyPath, table: Table) -> Iterator[KeyProblem]:
    """Yield the keys of a table that exclude each other."""
    for one, other, reason in EXCLUDING:
        if _says(table, one) and _says(table, other):
            yield _excluding(path, table, (one, other), reason)
    if {"time_cap", "sets"} <= table.keys() and "rounds" not in table:
        yield _excluding(path, table, ("time_cap", "sets"), NO_SETS_UNTIL_CAP)
    if "time" in table and table.get("reps", "max") != "max":
        reason = 'in a time, only reps = "max" can be asked for'
        yield _excluding(path, table, ("time", "reps"), reason)
    elif {"time", "reps"} <= table.keys() and _is_open(table["time"]):
        reason = 'reps = "max" needs a time that ends by itself, such as "30s"'
        yield _excluding(path, table, ("time", "reps"), reason)


def takes_back(key: str, value: object) -> bool:
    """Return whether a key only takes an inherited value back: `tempo = "none"`."""
    return key == "tempo" and isinstance(value, str) and value.strip().lower() == "none"


def _says(table: Table, key: str) -> bool:
    return key in table and not takes_back(key, table[key])


def _is_open(time: object) -> bool:
    """Return whether a time is no plain duration; what is no time at all is told elsewhere."""
    try:
        asked = parse_time(time)
    except InvalidValueError:
        return False
    return not (isinstance(asked, TimeTarget) and asked.is_fixed)


def _excluding(
    path: KeyPath, table: Mapping[str, object], pair: tuple[str, str], reason: str
) -> KeyProblem:
    earlier, later = sorted(pair, key=list(table).index)
    return KeyProblem(
        path=(*path, later), at=At.KEY, message=f"{later} excludes {earlier}", hint=reason
    )
