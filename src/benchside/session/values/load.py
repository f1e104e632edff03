"""Loads: what is on the bar, in the hands, or around the knees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn, TypeAlias

from benchside.session.values.errors import InvalidValueError, is_control, quote_value
from benchside.session.values.lookalikes import as_ascii


class Unit(StrEnum):
    """A unit of mass."""

    KG = "kg"
    LB = "lb"


MAX_AMOUNT = 100_000
"""A mass or a percent is below it, in its unit."""

_AMOUNT = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
MASS = rf"{_AMOUNT} ?(?:kg|lb)"
"""A mass, as a pattern."""
LOAD = (
    rf"(?:[1-9][0-9]? ?[x×] ?)?{MASS}|{_AMOUNT} ?%"
    r"|[^0-9\s+.-].*|.*[^\x00-\x7f].*"
)
"""Any written load, as a pattern: numbers, or a text that does not begin like one."""

MAX_PERCENT = 200
"""Overloads above the training max are lifted, but not twice of it."""

_EXPECTED = 'write "100 kg", "225 lb", "2 x 24 kg", "80%", "bodyweight + 10 kg" or a label'
_WEIGHT = re.compile(rf"(?:([1-9][0-9]?) ?x ?)?({MASS})")
_PERCENT = re.compile(rf"({_AMOUNT}) ?%")
_BODY = r"(?:body[ -]?weight|bw)"
_BODYWEIGHT = re.compile(rf"{_BODY}(?: ?([+-]) ?({MASS}))?", re.IGNORECASE)

_TOP_SHARE = re.compile(rf"({_AMOUNT}) ?% ?(?:of )?(?:the |my |today's )?top ?(?:set)?")
_BODY_SHARE = re.compile(rf"{_AMOUNT} ?% ?(?:of )?(?:my )?{_BODY}|{_BODY} ?[*x×/].*")
_A_HAND = re.compile(rf"(?:2 ?x ?)?({MASS}) ?(?:in )?(?:each|per|a|/) ?(?:hand|side|arm|db)?")

_KILOS = (
    "kilogramm?e?s?|kilos?|kgs?|k"
    "|кило(?:грамм)?(?:а|ов)?|кг|公斤|千克|キロ(?:グラム)?|킬로(?:그램)?"
)
_POUNDS = r"pounds?|lbs?|#|фунт(?:а|ов)?|ポンド|磅|파운드"
_SHARES = r"percent|per cent|pct|prozent|%"
_OTHER_UNITS = r"pfund|stones?|st|pood|пуд(?:а|ов)?|斤"
_UNITS = rf"(?:{_KILOS}|{_POUNDS}|{_SHARES}|{_OTHER_UNITS})"
_NUMBERED = re.compile(rf"0 ?{_UNITS}(?!\w)|(?<!\w)(?:kgs?|lbs?|кг) ?0", re.IGNORECASE)
"""A number beside a unit, every digit written as 0: what is no label, for it weighs something."""
_WITHIN = re.compile(rf"(?<![\w.,⁄/])(?:{_WEIGHT.pattern}|{_PERCENT.pattern})")

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
    """`bodyweight`, `bodyweight + 10 kg`, or assisted: `bodyweight - 20 kg`."""

    plus: Mass | None = None
    """What is added; below zero it is taken off."""


@dataclass(frozen=True, slots=True)
class Label:
    """A load that is no number: `band`, `red band`."""

    text: str


Load: TypeAlias = Weight | Percent | Bodyweight | Label


def parse_load(value: object) -> Load:
    """Read a load; a text that has a number with a unit has to be one, any other is a label."""
    if not isinstance(value, str):
        raise InvalidValueError(f"{quote_value(value)} is not a load", _with_unit(value))
    label = " ".join(value.split())
    if any(is_control(character) for character in label):
        raise InvalidValueError(
            f"{quote_value(value)} holds a control character", "write plain text"
        )
    text = _in_one_script(as_ascii(label))
    if match := _WEIGHT.fullmatch(text):
        return Weight(parse_mass(match[2]), int(match[1] or 1))
    if match := _PERCENT.fullmatch(text):
        return Percent(_percent(match[1], value))
    if match := _BODYWEIGHT.fullmatch(text):
        return Bodyweight(_signed(match[1], parse_mass(match[2])) if match[1] else None)
    if not text or re.match(rf"[0-9+.-]|{_BODY}\b", text, re.IGNORECASE) or _is_numbered(text):
        _refuse(value)
    return Label(label)


def _with_unit(value: object) -> str:
    """Write a bare number as the loads that it may mean."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < MAX_AMOUNT:
        return _in_units(f"{value:g}")
    return _EXPECTED


def _in_units(amount: str) -> str:
    return f'write "{amount} kg" or "{amount} lb"'


def format_load(load: Load) -> str:
    """Write a load in its one form: `100 kg`, `2 x 24 kg`, `80%`, `bodyweight - 20 kg`, `band`."""
    match load:
        case Weight(each, 1):
            return format_mass(each)
        case Weight(each, count):
            return f"{count} x {format_mass(each)}"
        case Percent(percent):
            return f"{format_amount(percent)}%"
        case Bodyweight(None):
            return "bodyweight"
        case Bodyweight(Mass(amount, unit)):
            return f"bodyweight {'-' if amount < 0 else '+'} {format_mass(Mass(abs(amount), unit))}"
        case Label(text):
            return text
    raise AssertionError(load)


def load_kg(load: Load | None) -> Decimal | None:
    """Total kilograms, every piece of a pair counted; None where the load is no number.

    Bodyweight itself is not counted, so what is taken off it is below zero.
    """
    match load:
        case Weight(each, count):
            return each.kg * count
        case Bodyweight(Mass() as plus):
            return plus.kg
        case _:
            return None


def parse_mass(value: object) -> Mass:
    """Read a mass with its unit, more than nothing: `100 kg`, `2.5 lb`."""
    text = _in_one_script(as_ascii(value)) if isinstance(value, str) else ""
    if re.fullmatch(MASS, text) is None:
        _refuse(value)
    mass = _mass(text)
    if not mass.amount:
        raise InvalidValueError(
            f"{quote_value(value)} weighs nothing", 'write "bodyweight", or leave it out'
        )
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
        raise InvalidValueError(
            f"{quote_value(written)} is not between 0 and {MAX_PERCENT}%", 'write "80%"'
        )
    return percent


def _signed(sign: str, mass: Mass) -> Mass:
    return Mass(-mass.amount, mass.unit) if sign == "-" else mass


def _in_one_script(text: str) -> str:
    """Write the unit behind a number and the sign between two in Latin letters: `60 кг`."""
    text = re.sub(r"(?<=[0-9])( ?)[kк][gг]\b", r"\1kg", text)
    return re.sub(r"(?<=[0-9])( ?)х(?= ?[0-9])", r"\1x", text)


def _is_numbered(text: str) -> bool:
    """Return whether a text that is no load has number and unit: `barbell 60 kg`, `六十公斤`."""
    shape = "".join("0" if character.isnumeric() else character for character in text)
    return _NUMBERED.search(shape) is not None


def _refuse(value: object) -> NoReturn:
    raise InvalidValueError(f"{quote_value(value)} is not a load", _nearest_form(str(value)))


def _nearest_form(text: str) -> str:
    """Return what to write instead: the unit as it is spelled here, a point for a comma."""
    guess = re.sub(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", ".", as_ascii(text).lower())
    if re.fullmatch(_AMOUNT, guess) and Decimal(guess):
        return _in_units(guess)
    guess = re.sub(rf"(?<=[0-9])( ?)(?:{_KILOS})(?!\w)\.?", r"\1kg", guess)
    guess = re.sub(rf"(?<=[0-9])( ?)(?:{_POUNDS})(?!\w)\.?", r"\1lb", guess)
    guess = re.sub(r"\*", "x", guess)
    guess = re.sub(rf"(?<=[0-9])( ?)(?:{_SHARES})(?!\w)", r"\1%", guess)
    if re.fullmatch(rf"{_BODY} ?[+-] ?{_AMOUNT}", guess):
        guess += " kg"
    if match := _BODYWEIGHT.match(guess):
        guess = match[0] if match[1] else guess
    try:
        return f'write "{format_load(_known(guess))}"'
    except ValueError:
        pass
    if hint := _of_share_or_pair(guess):
        return hint
    if match := _WITHIN.search(guess):
        return f'write "{format_load(_known(match[0]))}", or a label without a weight'
    return _EXPECTED


def _of_share_or_pair(text: str) -> str:
    """Return what to write instead of a share of something else, or of one weight a hand."""
    if match := _TOP_SHARE.fullmatch(text):
        less = 100 - Decimal(match[1])
        return f'write "-{format_amount(less)}%"' if 0 < less < 100 else _EXPECTED
    if _BODY_SHARE.fullmatch(text):
        return 'a share of the body\'s weight is not counted: write "bodyweight", or kilograms'
    if match := _A_HAND.fullmatch(text):
        return f'write "2 x {format_mass(_mass(match[1]))}"'
    if match := re.fullmatch(rf"2 ?x ?({_AMOUNT})", text):
        return f'write "2 x {match[1]} kg" or "2 x {match[1]} lb"'
    return ""


def _known(text: str) -> Load:
    """Read a number's form only: what a guess may come to."""
    if match := _WEIGHT.fullmatch(text):
        return Weight(_mass(match[2]), int(match[1] or 1))
    if match := _PERCENT.fullmatch(text):
        return Percent(Decimal(match[1]))
    if (match := _BODYWEIGHT.fullmatch(text)) and match[1]:
        return Bodyweight(_signed(match[1], _mass(match[2])))
    raise ValueError(text)


def _mass(text: str) -> Mass:
    return Mass(Decimal(text[:-2].strip()), Unit(text[-2:]))
