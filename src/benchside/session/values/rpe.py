"""RPE and RIR: how hard a set is, 1 to 10 in halves, or reps in reserve (Zourdos 2016).

Two reps in reserve are an RPE of 8.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from benchside.session.values.errors import InvalidValueError, quote_value

MAX_RPE = 10

_RPE = (1, MAX_RPE)
_RIR = (0, MAX_RPE - 1)
_NUMBER = r"[0-9]{1,2}(?:\.[05])?"


def parse_rpe(value: object) -> Decimal:
    """Read an RPE: a number from 1 to 10 in halves; raises `InvalidValueError`."""
    return _in_halves(value, _RPE, "an RPE", "8 or 8.5")


def parse_rir(value: object) -> Decimal:
    """Read reps in reserve: a number from 0 to 9 in halves; raises `InvalidValueError`."""
    return _in_halves(value, _RIR, "a number of reps in reserve", "2 or 1.5")


def format_rpe(rpe: Decimal) -> int | float:
    """Write an RPE, or reps in reserve, as TOML has it: 8, 8.5."""
    return int(rpe) if rpe == int(rpe) else float(rpe)


def rpe_of_rir(rir: Decimal) -> Decimal:
    """Return the RPE that leaves so many reps in reserve."""
    return MAX_RPE - rir


def _in_halves(value: object, bounds: tuple[int, int], noun: str, example: str) -> Decimal:
    low, high = bounds
    expected = f"write {low} to {high} in halves, such as {_within(value, bounds) or example}"
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise InvalidValueError(f"{quote_value(value)} is not {noun}", expected)
    try:
        number = Decimal(str(value) if -MAX_RPE <= value <= MAX_RPE else "NaN")
        if low <= number <= high and number * 2 == int(number * 2):
            return number.normalize()
    except (InvalidOperation, ValueError):  # nan
        pass
    raise InvalidValueError(f"{quote_value(value)} is not {noun}", expected)


def _within(value: object, bounds: tuple[int, int]) -> str:
    """Return the number that a text such as `7-8` or `@8` comes to; empty where none does."""
    text = value.strip().replace(",", ".") if isinstance(value, str) else ""
    match = re.fullmatch(rf"@?({_NUMBER})(?: ?(?:-|–|to) ?({_NUMBER}))?", text)
    if match is None:
        return ""
    middle = (Decimal(match[1]) + Decimal(match[2] or match[1])) / 2
    halves = Decimal(int(middle * 2)) / 2
    return str(format_rpe(halves)) if bounds[0] <= halves <= bounds[1] else ""
