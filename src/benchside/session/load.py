"""Loads: what is on the bar, in the hands, or around the knees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn, TypeAlias

from benchside.session.mistake import Mistake, is_control, quoted


class Unit(StrEnum):
    """A unit of mass."""

    KG = "kg"
    LB = "lb"


_AMOUNT = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
MASS = rf"{_AMOUNT} ?(?:kg|lb)"
"""A mass, as a pattern."""
LOAD = (
    rf"(?:[1-9][0-9]? ?[x×] ?)?{MASS}|{_AMOUNT} ?%"
    rf"|[Bb]odyweight(?: ?\+ ?{MASS})?|[^0-9\s+.-].*"
)
"""Any written load, as a pattern: numbers, or a label that does not begin like one."""

MAX_PERCENT = 200
"""Overloads above the training max are lifted, but not twice of it."""

_EXPECTED = 'write "100 kg", "225 lb", "2 x 24 kg", "80%", "bodyweight + 10 kg" or a label'
_WEIGHT = re.compile(rf"(?:([1-9][0-9]?) ?[x×] ?)?({MASS})")
_PERCENT = re.compile(rf"({_AMOUNT}) ?%")
_BODYWEIGHT = re.compile(rf"bodyweight(?: ?\+ ?({MASS}))?", re.IGNORECASE)

KG_PER_LB = Decimal("0.45359237")
"""Exact, by the international yard and pound agreement of 1959."""


@dataclass(frozen=True, slots=True)
class Mass:
    """An amount in the unit it was written in; never converted behind the athlete's back."""

    amount: Decimal
    unit: Unit

    @property
    def kg(self) -> Decimal:
        """The mass in kilograms, exact."""
        return self.amount if self.unit is Unit.KG else self.amount * KG_PER_LB


@dataclass(frozen=True, slots=True)
class Weight:
    """`100 kg`, `225 lb`, or `2 x 24 kg`: `count` pieces of `each`."""

    each: Mass
    count: int = 1


@dataclass(frozen=True, slots=True)
class Percent:
    """`80%` of this exercise's training max."""

    percent: Decimal


@dataclass(frozen=True, slots=True)
class Bodyweight:
    """`bodyweight`, or `bodyweight + 10 kg`."""

    plus: Mass | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A load that is no number: `band`, `red band`."""

    text: str


Load: TypeAlias = Weight | Percent | Bodyweight | Label


def parse_load(value: object) -> Load:
    """Read a load; a text that begins like a number has to be one, any other is a label."""
    if not isinstance(value, str):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        with_unit = f'write "{value:g} kg" or "{value:g} lb"' if is_number else _EXPECTED
        raise Mistake(f"{quoted(value)} is not a load", with_unit)
    text = " ".join(value.split())
    if match := _WEIGHT.fullmatch(text):
        return Weight(parse_mass(match[2]), int(match[1] or 1))
    if match := _PERCENT.fullmatch(text):
        return Percent(_percent(match[1], value))
    if match := _BODYWEIGHT.fullmatch(text):
        return Bodyweight(parse_mass(match[1]) if match[1] else None)
    if re.match(r"[0-9+.-]|bodyweight\b", text, re.IGNORECASE) or not text:
        _refuse(value)
    if any(is_control(character) for character in text):
        raise Mistake(f"{quoted(value)} holds a control character", "write plain text")
    return Label(text)


def format_load(load: Load) -> str:
    """Write a load in its one form: `100 kg`, `2 x 24 kg`, `80%`, `bodyweight + 10 kg`, `band`."""
    match load:
        case Weight(each, 1):
            return format_mass(each)
        case Weight(each, count):
            return f"{count} x {format_mass(each)}"
        case Percent(percent):
            return f"{format_amount(percent)}%"
        case Bodyweight(None):
            return "bodyweight"
        case Bodyweight(Mass() as plus):
            return f"bodyweight + {format_mass(plus)}"
        case Label(text):
            return text
    raise AssertionError(load)


def load_kg(load: Load | None) -> Decimal | None:
    """Total kilograms, every piece of a pair counted; None where the load is no number."""
    match load:
        case Weight(each, count):
            return each.kg * count
        case Bodyweight(Mass() as plus):
            return plus.kg
        case _:
            return None


def parse_mass(value: object) -> Mass:
    """Read a mass with its unit, more than nothing: `100 kg`, `2.5 lb`."""
    if not isinstance(value, str) or re.fullmatch(MASS, value.strip()) is None:
        _refuse(value)
    text = str(value).strip()
    mass = Mass(Decimal(text[:-2].strip()), Unit(text[-2:]))
    if not mass.amount:
        raise Mistake(f"{quoted(value)} weighs nothing", 'write "bodyweight", or leave it out')
    return mass


def format_mass(mass: Mass) -> str:
    """Write a mass in its one form, without zeros that say nothing: `2.5 kg`."""
    return f"{format_amount(mass.amount)} {mass.unit}"


def format_amount(amount: Decimal) -> str:
    """Write a number plainly: no exponent, no zeros at its end."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _percent(digits: str, written: object) -> Decimal:
    percent = Decimal(digits)
    if not 0 < percent <= MAX_PERCENT:
        raise Mistake(f"{quoted(written)} is not between 0 and {MAX_PERCENT}%", 'write "80%"')
    return percent


def _refuse(value: object) -> NoReturn:
    raise Mistake(f"{quoted(value)} is not a load", _nearest_form(str(value)))


def _nearest_form(text: str) -> str:
    """What to write instead: the unit as it is spelled here, a point for a comma."""
    guess = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", " ".join(text.lower().split()))
    guess = re.sub(r"kgs?\b\.?|kilo(?:gram)?s?\b|k\b", "kg", guess)
    guess = re.sub(r"lbs?\b\.?|pounds?\b|#", "lb", guess)
    guess = re.sub(r"\*", "x", guess)
    guess = re.sub(r"percent\b|pct\b", "%", guess)
    try:
        return f'write "{format_load(_known(guess))}"'
    except ValueError:
        return _EXPECTED


def _known(text: str) -> Load:
    """Read a number's form only: what a guess may come to."""
    if match := _WEIGHT.fullmatch(text):
        return Weight(Mass(Decimal(match[2][:-2].strip()), Unit(match[2][-2:])), int(match[1] or 1))
    if match := _PERCENT.fullmatch(text):
        return Percent(Decimal(match[1]))
    if (match := _BODYWEIGHT.fullmatch(text)) and match[1]:
        return Bodyweight(Mass(Decimal(match[1][:-2].strip()), Unit(match[1][-2:])))
    raise ValueError(text)
