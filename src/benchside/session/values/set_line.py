"""A set on one line: `"85% x 5+"`, its load and its reps, in the notation of ramp sets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.load import parse_load
from benchside.session.values.relative_load import WrittenLoad, parse_written_load
from benchside.session.values.reps import REP_PARTS, REPS, AskedReps, parse_asked_reps

SET_LINE = rf".*\S ?[x×✕✖⨯] ?(?:{REP_PARTS}|{REPS}) *"
"""Any set on one line, as a pattern."""

_EXPECTED = 'write "65% x 5": load and reps, or { reps = 5 }'
_LINE = re.compile(rf"(.*?\S) ?[x×✕✖⨯] ?({REP_PARTS}|{REPS})")
_AMOUNT = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
_METRES_OR_MINUTES = re.compile(rf"(?:[0-9]{{1,3}} ?[x×] ?)?({_AMOUNT}) ?m(?: .*)?")
_TIMED = re.compile(rf"(?:(.*\S) ?[x×] ?)?({_AMOUNT} ?s|max|[0-9]{{1,3}}:[0-5][0-9])")
_LENGTH = re.compile(rf"(?:(.*\S) ?[x×] ?)?({_AMOUNT}) ?(km|yd|mi)")


@dataclass(frozen=True, slots=True)
class SetLine:
    """What one line says of a set."""

    load: WrittenLoad
    reps: AskedReps


def parse_set_line(value: object) -> SetLine:
    """Read a set on one line; raises `InvalidValueError`."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    match = _LINE.fullmatch(text)
    if match is None:
        raise InvalidValueError(f"{quote_value(value)} is not a set", _nearest_form(text))
    written, reps = match.groups()
    try:
        return SetLine(parse_written_load(written), parse_asked_reps(_number(reps)))
    except InvalidValueError as mistake:
        hint = mistake.expected
        if written.isdecimal():
            hint = f'write "{written} kg x {reps}", or sets = {written} and reps = {_toml(reps)}'
        message = f"{quote_value(value)} is not a set: {mistake.message}"
        raise InvalidValueError(message, hint) from None


def _number(reps: str) -> int | str:
    return int(reps) if reps.isdecimal() else reps


def _toml(reps: str) -> str:
    return reps if reps.isdecimal() else quote_value(reps)


def _nearest_form(text: str) -> str:
    """What to write instead: a table, for what a line does not say."""
    if match := _METRES_OR_MINUTES.fullmatch(text):
        return (
            f'metres or minutes? write {{ distance = "{match[1]} m" }}'
            f' or {{ time = "{match[1]}m" }}'
        )
    if match := _TIMED.fullmatch(text):
        return f"write {{ {_load_key(match[1])}time = {quote_value(match[2])} }}"
    if match := _LENGTH.fullmatch(text):
        return f'write {{ {_load_key(match[1])}distance = "{match[2]} {match[3]}" }}'
    if re.fullmatch(rf"{REPS}", text):
        return f"write {{ reps = {_toml(text)} }}"
    return _EXPECTED


def _load_key(load: str | None) -> str:
    """Write the load that stands before a time; nothing where it is a number of sets."""
    try:
        parse_load(load)
    except InvalidValueError:
        return ""
    return f"load = {quote_value(load)}, "
