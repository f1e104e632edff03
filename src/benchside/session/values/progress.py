"""Progress rules: `"+2.5 kg"`, `"+2.5%"`, `"+2.5 kg, -10% after 3"`, `"+5 kg a cycle"`.

A rule says what is added once the reps are there. What follows from it and the log is worked out
in `benchside.log.progression`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.load import MASS, Mass, format_amount, format_mass, parse_mass
from benchside.session.values.lookalikes import as_ascii

_SHARE = r"[0-9]{1,2}(?:\.[0-9]{1,3})?"
_OFF = rf", ?- ?{_SHARE} ?% after [0-9]{{1,2}}"
PROGRESS = rf"\+ ?(?:{MASS} a cycle|(?:{MASS}|{_SHARE} ?%)(?:{_OFF})?)"
"""Any written progress rule, as a pattern."""

MAX_STEP_PERCENT = 25
"""A percentage added at a time is at most this; ACSM (2009) advises 2 to 10 %."""

MAX_MISSES = 10
"""A back-off after more misses in a row than this is a slip of the finger."""

_EXPECTED = 'write "+2.5 kg", "+2.5%", "+2.5 kg, -10% after 3" or "+5 kg a cycle"'
_RULE = re.compile(
    rf"\+ ?(?:(?P<mass>{MASS})|(?P<share>{_SHARE}) ?%)"
    rf"(?:(?P<cycle> a cycle)|, ?- ?(?P<off>{_SHARE}) ?% after (?P<misses>[0-9]{{1,2}}))?"
)


@dataclass(frozen=True, slots=True)
class BackOff:
    """What is taken off after misses in a row."""

    percent: Decimal
    """Above 0 and below 100."""
    misses: int
    """From 1 to `MAX_MISSES`."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is added once the reps are there."""

    step: Mass | Decimal
    """A mass in its own unit, for each piece of a pair; a plain number is percent of the load."""
    back_off: BackOff | None = None
    """None means that a missed load is repeated until it is met."""
    is_by_cycle: bool = False
    """The step raises the training max when the last week of a program is done, and no load."""


def parse_progress(value: object) -> Progress:
    """Parse a progress rule; raises `InvalidValueError`."""
    text = as_ascii(value) if isinstance(value, str) else ""
    match = _RULE.fullmatch(text)
    if match is None:
        raise InvalidValueError(f"{quote_value(value)} is not a progress rule", _nearest(value))
    if match["share"] and match["cycle"]:
        raise InvalidValueError(
            f"{quote_value(value)} adds a percentage to the training max", 'write "+5 kg a cycle"'
        )
    return Progress(
        step=_mass(match["mass"], value) if match["mass"] else _percent(match["share"], value),
        back_off=_back_off(match["off"], match["misses"], value) if match["off"] else None,
        is_by_cycle=bool(match["cycle"]),
    )


def format_progress(progress: Progress) -> str:
    """Return a rule in its one form: `+2.5 kg, -10% after 3`."""
    step = f"+{format_step(progress.step)}"
    if progress.is_by_cycle:
        return f"{step} a cycle"
    if progress.back_off is None:
        return step
    percent = format_amount(progress.back_off.percent)
    return f"{step}, -{percent}% after {progress.back_off.misses}"


def format_step(step: Mass | Decimal) -> str:
    """Return a step without its sign: `2.5 kg`, `2.5%`."""
    return format_mass(step) if isinstance(step, Mass) else f"{format_amount(step)}%"


def _mass(text: str, written: object) -> Mass:
    try:
        return parse_mass(text)
    except InvalidValueError:
        raise InvalidValueError(f"{quote_value(written)} adds nothing", 'write "+2.5 kg"') from None


def _percent(digits: str, written: object) -> Decimal:
    percent = Decimal(digits)
    if not 0 < percent <= MAX_STEP_PERCENT:
        raise InvalidValueError(
            f"{quote_value(written)} does not add between 0 and {MAX_STEP_PERCENT}%",
            'write "+2.5%"',
        )
    return percent


def _back_off(digits: str, misses: str, written: object) -> BackOff:
    percent, count = Decimal(digits), int(misses)
    if not percent:
        raise InvalidValueError(
            f"{quote_value(written)} takes nothing off", 'write "+2.5 kg, -10% after 3"'
        )
    if not 1 <= count <= MAX_MISSES:
        raise InvalidValueError(
            f"{quote_value(written)} waits for a number of misses not between 1 and {MAX_MISSES}",
            'write "+2.5 kg, -10% after 3"',
        )
    return BackOff(percent, count)


def _nearest(value: object) -> str:
    """Return what to write instead: the rule that is meant where it can be guessed."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 100:
        return f'write "+{value:g} kg" or "+{value:g} lb"'
    if not isinstance(value, str):
        return _EXPECTED
    guess = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", as_ascii(value[:100]).lower())
    guess = re.sub(r"^(?:add|plus|\+)? ?(?=[0-9])", "+", guess)
    guess = re.sub(r"(?<=[0-9]) ?(?:kgs|kilos?|kilograms?)\b", " kg", guess)
    guess = re.sub(r"(?<=[0-9]) ?(?:lbs|pounds?)\b", " lb", guess)
    guess = re.sub(r"(?<=[0-9]) ?(?:percent|per cent|pct)\b", "%", guess)
    guess = re.sub(r",? ?(?:per|each|every|/) ?cycle$", " a cycle", guess)
    guess = re.sub(r"(?:[,;]| and| then)? ?(?:-|minus) ?(?=[0-9])", ", -", guess)
    guess = re.sub(r" after ([0-9]{1,2})(?: [a-z ]+)$", r" after \1", guess)
    match = _RULE.fullmatch(guess)
    if match is None or (match["share"] and match["cycle"]):
        return _EXPECTED
    try:
        return f'write "{format_progress(parse_progress(guess))}"'
    except InvalidValueError as refused:
        return refused.expected
