"""Distances: `"40 m"`, `"2 km"`, `"60 yd"`, `"1 mi"`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Final

from benchside.session.values.errors import InvalidValueError, quote_value, suggestion
from benchside.session.values.load import format_amount
from benchside.session.values.lookalikes import as_ascii


class DistanceUnit(StrEnum):
    """A unit of length."""

    M = "m"
    KM = "km"
    YD = "yd"
    MI = "mi"


METRES_PER: Final = {
    DistanceUnit.M: Decimal(1),
    DistanceUnit.KM: Decimal(1_000),
    DistanceUnit.YD: Decimal("0.9144"),
    DistanceUnit.MI: Decimal("1609.344"),
}
"""Exact, by the international yard and pound agreement of 1959."""

MAX_METRES: Final = 1_000_000
"""No set of a day is longer."""

_AMOUNT = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
DISTANCE = rf"{_AMOUNT} ?(?:km|m|yd|mi)|.*[^\x00-\x7f].*"
"""Any written distance, as a pattern."""

_DISTANCE = re.compile(rf"({_AMOUNT}) ?(km|m|yd|mi)")
_OTHER_UNITS: Final = (
    (r"k(?:ilomet(?:er|re)s?|ms?)?", DistanceUnit.KM),
    (r"m(?:et(?:er|re)s?|trs?|s)?", DistanceUnit.M),
    (r"y(?:ar)?ds?", DistanceUnit.YD),
    (r"mi(?:les?)?", DistanceUnit.MI),
)
_EXPECTED = 'write "40 m", "2 km", "60 yd" or "1 mi"'


@dataclass(frozen=True, slots=True)
class Distance:
    """A length in the unit it was written in; more than nothing."""

    amount: Decimal
    unit: DistanceUnit

    @property
    def metres(self) -> Decimal:
        """The length in metres, exact."""
        return self.amount * METRES_PER[self.unit]


def parse_distance(value: object) -> Distance:
    """Read a distance with its unit; raises `InvalidValueError`."""
    text = _in_latin(as_ascii(value)) if isinstance(value, str) else ""
    match = _DISTANCE.fullmatch(text)
    if match is None:
        raise InvalidValueError(
            f"{quote_value(value)} is not a distance", partial(_nearest_form, value)
        )
    distance = Distance(Decimal(match[1]), DistanceUnit(match[2]))
    if not 0 < distance.metres <= MAX_METRES:
        raise InvalidValueError(
            f"{quote_value(value)} is not between 0 and {MAX_METRES // 1_000:,} km", _EXPECTED
        )
    return distance


def format_distance(distance: Distance) -> str:
    """Write a distance in its one form: `40 m`, `2.5 km`."""
    return f"{format_amount(distance.amount)} {distance.unit}"


def _in_latin(text: str) -> str:
    """Write the unit behind a number in Latin letters: `40 м`, `2 км`."""
    return re.sub(
        r"(?<=[0-9])( ?)(к?)м\b", lambda unit: f"{unit[1]}{'k' if unit[2] else ''}m", text
    )


def _nearest_form(value: object) -> str:
    """Return what to write instead: the unit as it is spelled here, metres where there is none."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= MAX_METRES:
        return suggestion(parse_distance, f"{value:g} m", otherwise=_EXPECTED)
    if not isinstance(value, str):
        return _EXPECTED
    guess = re.sub(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", ".", as_ascii(value[:40]).lower())
    guess = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", guess)
    if several := re.fullmatch(r"([1-9][0-9]?) ?[x×*] ?([0-9].*)", guess):
        return _several(several[1], several[2])
    match = re.fullmatch(rf"({_AMOUNT}) ?([a-z]*)\.?", guess)
    if match is None:
        return _EXPECTED
    for words, unit in _OTHER_UNITS:
        if re.fullmatch(words, match[2] or "m"):
            return suggestion(parse_distance, f"{match[1]} {unit}", otherwise=_EXPECTED)
    if re.fullmatch(r"h|hours?|mins?|minutes?|s|secs?|seconds?", match[2]):
        return f'a time is written time = "{match[1]}{match[2][0]}"; {_EXPECTED}'
    if re.fullmatch(r"f(?:ee)?t|foot", match[2]):
        metres = round(Decimal(match[1]) * Decimal("0.3048"))
        return suggestion(parse_distance, f"{max(metres, 1)} m", otherwise=_EXPECTED)
    return _EXPECTED


def _several(count: str, each: str) -> str:
    """Return what to write instead of `4 x 500 m`: the sets and the distance of each."""
    try:
        written = format_distance(parse_distance(each))
    except InvalidValueError as mistake:
        nearest = re.fullmatch(r'write "([^"]+)"', mistake.expected)
        written = nearest[1] if nearest else ""
    return f'write sets = {count} and distance = "{written}"' if written else _EXPECTED
