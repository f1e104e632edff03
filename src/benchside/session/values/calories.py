"""Calories on a machine: `15`."""

from __future__ import annotations

import re

from benchside.session.values.errors import InvalidValueError, quote_value

MAX_CALORIES = 10_000
"""No set of a day takes more."""

_EXPECTED = "write a whole number such as 15"


def parse_calories(value: object) -> int:
    """Read calories: a whole number; raises `InvalidValueError`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidValueError(
            f"{quote_value(value)} is not a number of calories", _nearest_form(value)
        )
    if not 1 <= value <= MAX_CALORIES:
        raise InvalidValueError(
            f"{quote_value(value)} is not between 1 and {MAX_CALORIES:,}", _EXPECTED
        )
    return value


def _nearest_form(value: object) -> str:
    if isinstance(value, float) and 1 <= value <= MAX_CALORIES:
        return f"write {round(value)}"
    text = value.strip().lower() if isinstance(value, str) else ""
    match = re.fullmatch(r"([0-9]{1,5}) ?(?:k?cals?|(?:kilo)?calories)?", text)
    return f"write {int(match[1])}" if match else _EXPECTED
