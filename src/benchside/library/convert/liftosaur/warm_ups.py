"""Warm-ups: those that are declared (`warmup: 1x5 45lb, 1x3 80%`), and those that go unsaid.

A percentage is one of the first set's load. Where nothing is declared, Liftosaur gives five reps
with 30, 50 and 80 % of it, and leaves out those for which the load is too light to be worth it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from benchside.library.convert.liftosaur.set_words import MAX_SETS
from benchside.session import (
    Bodyweight,
    InvalidValueError,
    Load,
    Mass,
    Percent,
    Unit,
    Weight,
    format_amount,
    format_load,
    parse_load,
    parse_reps,
    quote_value,
)

DEFAULT_REPS: Final = 5
DEFAULT_PERCENTS: Final = (30, 50, 80)

MAX_WARM_UP_PERCENT: Final = 110
"""Some go a little above the first set's load; what is heavier is a slip of the finger."""

_LEAST_LOADS: Final = {
    "light": {Unit.LB: (60, 30, 10), Unit.KG: (30, 15, 5)},
    "barbell": {Unit.LB: (120, 90, 45), Unit.KG: (60, 45, 20)},
    "floor": {Unit.LB: (150, 125, 95), Unit.KG: (70, 60, 40)},
}
"""For each of the default percentages the load that the first set has to exceed."""

_FLOOR: Final = frozenset(
    {
        "bent over row",
        "deadlift",
        "deadlift high pull",
        "deficit deadlift",
        "stiff leg deadlift",
        "sumo deadlift",
        "sumo deadlift high pull",
    }
)
"""Lifts from the floor, which need plates of a size."""

_BARBELL: Final = frozenset(
    {
        "bench press",
        "bench press close grip",
        "bench press wide grip",
        "box squat",
        "clean",
        "clean and jerk",
        "decline bench press",
        "front squat",
        "glute bridge",
        "good morning",
        "hack squat",
        "hang clean",
        "hang snatch",
        "high row",
        "hip thrust",
        "incline bench press",
        "incline bench press wide grip",
        "legs up bench press",
        "lunge",
        "overhead press",
        "overhead squat",
        "power clean",
        "power snatch",
        "press under",
        "push press",
        "safety squat bar squat",
        "seated overhead press",
        "sling shot bench press",
        "snatch",
        "snatch pull",
        "split jerk",
        "squat",
        "thruster",
        "zercher squat",
    }
)
"""Lifts that begin with the bar alone."""

_NO_WARM_UP: Final = frozenset({"ball slams", "battle ropes", "behind the neck press", "bench dip"})

_PART: Final = re.compile(
    r"\s*(?:(?P<percent>[0-9]{1,3}(?:\.[0-9]{1,3})?)%"
    r"|(?P<weight>[0-9]{1,5}(?:\.[0-9]{1,3})?)\s?(?P<unit>kg|lb)"
    r"|(?:(?P<count>[0-9]{1,3})\s?x\s?)?(?P<reps>[0-9]{1,4})(?![0-9.%]|\s?(?:kg|lb|x)))\s*"
)


@dataclass(frozen=True, slots=True)
class WarmUpSet:
    """A set before the others."""

    reps: int
    percent: Decimal | None = None
    """Of the first set's load; None where it has a load of its own, or none."""
    load: Load | None = None


@dataclass(frozen=True, slots=True)
class WarmUpEntry:
    """A warm-up set as it is done before a certain load."""

    reps: int
    percent: Decimal | None
    """Of the first set's load; None where it is no part of it."""
    load: str | None
    """As a session file has it; None where there is no number."""


@dataclass(frozen=True, slots=True)
class WarmUp:
    """What leads up to the sets of an exercise."""

    entries: tuple[WarmUpEntry, ...] = ()
    is_ramp: bool = False
    """Whether every entry is a part of a load that is a number."""
    is_whole: bool = True
    """Whether it is all of the warm-up that the plan has."""

    @property
    def ramp(self) -> list[str]:
        """The entries as a session file has them."""
        return [
            f"{format_amount(entry.percent)}% x {entry.reps}"
            for entry in self.entries
            if entry.percent is not None
        ]


def parse_warm_up(text: str) -> tuple[WarmUpSet, ...]:
    """Read `1x5 45lb, 1x3 80%`, or `none`; raises `InvalidValueError` for anything else."""
    if text.strip() in ("none", ""):
        return ()
    sets: list[WarmUpSet] = []
    for part in text.split(","):
        count, one = _parse_part(part)
        sets += [one] * count
        if len(sets) > MAX_SETS:
            raise InvalidValueError(f"it has more than {MAX_SETS} warm-ups", "write fewer")
    return tuple(sets)


def _parse_part(text: str) -> tuple[int, WarmUpSet]:
    words: dict[str, str] = {}
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if match is None or match.end() == position:
            raise _no_warm_up(text)
        words |= {name: word for name, word in match.groupdict().items() if word is not None}
        position = match.end()
    if "reps" not in words:
        raise _no_warm_up(text)
    reps, count = int(words["reps"]), int(words.get("count", 1))
    parse_reps(reps)
    if not 1 <= count <= MAX_SETS:
        raise _no_warm_up(text)
    percent = Decimal(words.get("percent", 0))
    if percent > MAX_WARM_UP_PERCENT:
        raise InvalidValueError(
            f"{quote_value(text.strip())} is heavier than the first set", "write 100% at most"
        )
    if percent:
        return count, WarmUpSet(reps, percent=percent)
    if "weight" in words and Decimal(words["weight"]):
        return count, WarmUpSet(reps, load=parse_load(f"{words['weight']} {words['unit']}"))
    return count, WarmUpSet(reps)


def _no_warm_up(text: str) -> InvalidValueError:
    return InvalidValueError(
        f"{quote_value(text.strip())} is no warm-up", "a warm-up is written: 1x5 45lb, or 1x3 80%"
    )


def warm_up_of(
    name: str, declared: tuple[WarmUpSet, ...] | None, written_load: str | None
) -> WarmUp:
    """Return the warm-up of an exercise whose first set has this load; None is no load."""
    load = parse_load(written_load) if written_load else None
    sets = _default(name, load) if declared is None else declared
    is_number = isinstance(load, Weight | Percent)
    entries = tuple(
        WarmUpEntry(one.reps, one.percent, _load_of(one, load))
        for one in sets
        if one.percent is None or load
    )
    return WarmUp(
        entries,
        is_ramp=is_number and all(entry.percent and entry.percent < 100 for entry in entries),
        is_whole=len(entries) == len(sets),
    )


def _default(name: str, load: Load | None) -> tuple[WarmUpSet, ...]:
    """Return the warm-ups of a line that declares none."""
    kind = name.casefold()
    if kind in _NO_WARM_UP or not isinstance(load, Weight | Percent):
        return ()
    least: tuple[int, ...] = (0, 0, 0)  # a percentage may be one of anything
    if isinstance(load, Weight):
        limits = "floor" if kind in _FLOOR else "barbell" if kind in _BARBELL else "light"
        least = _LEAST_LOADS[limits][load.each.unit]
    amount = load.each.amount if isinstance(load, Weight) else load.percent
    return tuple(
        WarmUpSet(DEFAULT_REPS, percent=Decimal(percent))
        for percent, lower in zip(DEFAULT_PERCENTS, least, strict=True)
        if amount > lower
    )


def _load_of(one: WarmUpSet, load: Load | None) -> str | None:
    """Return the load of a warm-up that stands as a set of its own.

    None for one without a number.
    """
    if one.percent is None:
        return format_load(one.load) if one.load else None
    part = one.percent / 100
    match load:
        case Weight(Mass(amount, unit)):
            return format_load(Weight(Mass(_rounded(amount * part), unit)))
        case Percent(percent):
            return format_load(Percent(_rounded(percent * part)))
        case Bodyweight():
            return format_load(load)
        case _:
            return None


def _rounded(amount: Decimal) -> Decimal:
    return max(round(amount, 3), Decimal("0.001"))
