"""Ramp entries: `"50% x 8"`, a warm-up set in percent of the working load."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from benchside.session.values.errors import InvalidValueError, quote_value, suggestion
from benchside.session.values.load import format_amount
from benchside.session.values.reps import MAX_REPS

RAMP = r"[0-9]{1,2}(?:\.[0-9]{1,3})? ?% ?[x×] ?[0-9]{1,4}"
"""Any written ramp entry, as a pattern."""

_RAMP = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,3})?) ?% ?[x×] ?([0-9]{1,4})")
_EXPECTED = 'write "50% x 8": percent of the working load, and reps'


@dataclass(frozen=True, slots=True)
class RampEntry:
    """One ramp set; `percent` is above 0 and below 100."""

    percent: Decimal
    reps: int


def parse_ramp(value: object) -> RampEntry:
    """Read a ramp entry: percent of the working load, and reps."""
    match = _RAMP.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise InvalidValueError(
            f"{quote_value(value)} is not a ramp set", partial(_nearest_form, value)
        )
    entry = RampEntry(Decimal(match[1]), int(match[2]))
    if not entry.percent or not 1 <= entry.reps <= MAX_REPS:
        raise InvalidValueError(f"{quote_value(value)} is a ramp set of nothing", _EXPECTED)
    return entry


def format_ramp(entry: RampEntry) -> str:
    """Write a ramp entry in its one form: `50% x 8`."""
    return f"{format_amount(entry.percent)}% x {entry.reps}"


def _nearest_form(value: object) -> str:
    match = re.fullmatch(r"\s*([0-9]{1,2}) ?%? ?[xX×*@] ?([0-9]{1,3})\s*", str(value)[:20])
    if match is None:
        return _EXPECTED
    return suggestion(parse_ramp, f"{match[1]}% x {match[2]}", otherwise=_EXPECTED)
