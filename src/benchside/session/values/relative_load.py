"""Loads as a file may write them: any load, one relative to today's heaviest set, or `"none"`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.load import (
    LOAD,
    MASS,
    Load,
    Mass,
    Percent,
    format_load,
    format_mass,
    parse_load,
    parse_mass,
)
from benchside.session.values.lookalikes import as_ascii

_PERCENT = r"[0-9]{1,3}(?:\.[0-9]{1,3})? ?%"
WRITTEN_LOAD = rf"[+-] ?(?:{_PERCENT}|{MASS})|{LOAD}"
"""Any load of a file, as a pattern; `none` is written like a label."""

MAX_RISE_PERCENT = 100
"""Twice the heaviest set is a slip of the finger."""

_RELATIVE = re.compile(rf"([+-]) ?(?:({_PERCENT})|({MASS}))")
_SIGNED = re.compile(r"([+-]) ?(.+)")
_EXPECTED = 'write "-10%" or "-20 kg" from the heaviest set of today, or "100 kg"'


@dataclass(frozen=True, slots=True)
class RelativeLoad:
    """`-10%`, `+5%`, `-20 kg`: from today's heaviest set of the exercise."""

    change: Percent | Mass
    """Below zero for less; a mass is for each piece of a pair."""


@dataclass(frozen=True, slots=True)
class NoLoad:
    """`none`: takes an inherited load back."""


WrittenLoad: TypeAlias = Load | RelativeLoad | NoLoad


def parse_written_load(value: object) -> WrittenLoad:
    """Read a load of a file; raises `InvalidValueError`."""
    text = as_ascii(value) if isinstance(value, str) else ""
    if text.lower() == "none":
        return NoLoad()
    if match := _RELATIVE.fullmatch(text):
        return RelativeLoad(_change(match, value))
    if match := _SIGNED.fullmatch(text):
        raise InvalidValueError(f"{quote_value(value)} is not a load", _nearest_form(match))
    return parse_load(value)


def format_written_load(load: WrittenLoad) -> str:
    """Write a load of a file in its one form: `100 kg`, `-10%`, `none`."""
    match load:
        case NoLoad():
            return "none"
        case RelativeLoad(change):
            return _format_change(change)
        case _:
            return format_load(load)


def _change(match: re.Match[str], written: object) -> Percent | Mass:
    sign = Decimal(-1 if match[1] == "-" else 1)
    if match[3]:
        mass = parse_mass(match[3])
        return Mass(sign * mass.amount, mass.unit)
    percent = sign * Decimal(match[2].rstrip("% "))
    if not percent:
        raise InvalidValueError(
            f"{quote_value(written)} changes nothing", 'write "100%", or leave it out'
        )
    if not -100 < percent <= MAX_RISE_PERCENT:
        raise InvalidValueError(
            f"{quote_value(written)} is not between -100% and +{MAX_RISE_PERCENT}%",
            'write a change such as "-10%"',
        )
    return Percent(percent)


def _nearest_form(match: re.Match[str]) -> str:
    """Return what to write instead: the change with its unit where it can be guessed."""
    try:
        parse_load(match[2])
    except InvalidValueError as mistake:
        found = re.fullmatch(r'write "([^"]+)"', mistake.expected)
        guess = f"{match[1]}{found[1]}" if found else ""
        if _RELATIVE.fullmatch(guess):
            return f'write "{guess}"'
    amount = match[2].replace(",", ".")
    if re.fullmatch(r"[0-9]{1,2}(?:\.[0-9]{1,3})?", amount) and Decimal(amount):
        return f'write "{match[1]}{amount} kg" or "{match[1]}{amount}%"'
    return _EXPECTED


def _format_change(change: Percent | Mass) -> str:
    if isinstance(change, Percent):
        return _sign(change.percent) + format_load(Percent(abs(change.percent)))
    return _sign(change.amount) + format_mass(Mass(abs(change.amount), change.unit))


def _sign(amount: Decimal) -> str:
    return "-" if amount < 0 else "+"
