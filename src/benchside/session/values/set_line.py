"""A set on one line: `"85% x 5+"`, its load and its reps, in the notation of ramp sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from benchside.session.values.errors import InvalidValueError, quote_value, suggestion
from benchside.session.values.load import Label, parse_load
from benchside.session.values.relative_load import WrittenLoad, parse_written_load
from benchside.session.values.reps import REP_PARTS, REPS, AskedReps, parse_asked_reps

SET_LINE = rf".*\S ?[x×✕✖⨯] ?(?:{REP_PARTS}|{REPS}) *"
"""Any set on one line, as a pattern."""

MAX_LINE = 500
"""Characters of a line; a label and a hundred parts are shorter."""

_MAX_USUAL_SETS = 12
"""A bare number is more often a number of sets up to here, and a weight above."""

_EXPECTED = 'write "65% x 5": load and reps, or { reps = 5 }'
_LINE = re.compile(rf"(.*?\S) ?[x×✕✖⨯] ?({REP_PARTS}|{REPS})")
_AMOUNT = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
_METRES_OR_MINUTES = re.compile(rf"(?<![\w.])({_AMOUNT}) ?m(?!\w)")
_SPOKEN = (
    re.compile(rf"(?P<reps>{REPS})(?: reps?)? ?(?:@|at|with) ?(?P<load>.*\S)"),
    re.compile(rf"(?P<load>.*\S) (?:for|by) (?P<reps>{REPS})(?: reps?)?"),
    re.compile(rf"(?P<load>.*\S)@(?P<reps>{REPS})"),
)
"""Load and reps with words between them: `5 @ 85%`, `100 kg for 5`."""
_SEVERAL = re.compile(rf"([2-9]|[1-9][0-9]) ?[x×] ?({REPS}) (?:@ ?|at )?(.*\S)")
_REVERSED = re.compile(rf"({REPS}) ?[x×] ?(.*\S)")
_WITH_RPE = re.compile(rf"(.*\S) ?[x×] ?({REPS}) ?@ ?([0-9]{{1,2}}(?:\.5)?)")
_TIMED = re.compile(rf"(?:(.*\S) ?[x×] ?)?({_AMOUNT} ?s|max|[0-9]{{1,3}}:[0-5][0-9])")
_LENGTH = re.compile(rf"(?:(.*\S) ?[x×] ?)?({_AMOUNT}) ?(km|yd|mi)")


@dataclass(frozen=True, slots=True)
class SetLine:
    """What one line says of a set."""

    load: WrittenLoad
    reps: AskedReps


def parse_set_line(value: object) -> SetLine:
    """Read a set on one line; raises `InvalidValueError`."""
    text = " ".join(value.split()) if isinstance(value, str) and len(value) <= MAX_LINE else ""
    match = _LINE.fullmatch(text)
    if match is None:
        raise InvalidValueError(f"{quote_value(value)} is not a set", partial(_nearest_form, text))
    written, reps = match.groups()
    try:
        return SetLine(parse_written_load(written), parse_asked_reps(_number(reps)))
    except InvalidValueError as mistake:
        message = f"{quote_value(value)} is not a set: {mistake.message}"
        raise InvalidValueError(message, partial(_better, written, reps, mistake)) from None


def _better(load: str, reps: str, mistake: InvalidValueError) -> str:
    """Return what to write instead of a line whose load or reps are none."""
    if load.isdecimal():
        line = suggestion(parse_set_line, f"{load} kg x {reps}", otherwise=_EXPECTED)
        if int(load) > _MAX_USUAL_SETS or line == _EXPECTED:
            return line
        return f"write sets = {load} and reps = {_toml(reps)}, or {line.removeprefix('write ')}"
    nearest = re.fullmatch(r'write "([^"]+)"', mistake.expected)
    line = f"{nearest[1]} x {reps}" if nearest else ""
    return suggestion(parse_set_line, line, otherwise=_EXPECTED)


def _number(reps: str) -> int | str:
    return int(reps) if reps.isdecimal() else reps


def _toml(reps: str) -> str:
    return reps if reps.isdecimal() else quote_value(reps)


def _nearest_form(text: str) -> str:
    """Return what to write instead: a table, for what a line does not say."""
    if re.fullmatch(REPS, text):
        return f"write {{ reps = {_toml(text)} }}"
    if match := _WITH_RPE.fullmatch(text):
        reps, rpe = _toml(match[2]), match[3]
        return f"write {{ reps = {reps}, {_load_key(match[1])}rpe = {rpe} }}"
    if match := _TIMED.fullmatch(text):
        return f"write {{ {_load_key(match[1])}time = {quote_value(match[2])} }}"
    if match := _LENGTH.fullmatch(text):
        return f'write {{ {_load_key(match[1])}distance = "{match[2]} {match[3]}" }}'
    for pattern in _SPOKEN:
        if (match := pattern.fullmatch(text)) and _is_load(match["load"]):
            line = f"{match['load']} x {match['reps']}"
            return suggestion(parse_set_line, line, otherwise=_EXPECTED)
    if (match := _SEVERAL.fullmatch(text)) and _is_load(match[3]):
        line = f"{match[3]} x {match[2]}"
        return suggestion(parse_set_line, line, otherwise=_EXPECTED).replace(
            "write ", f"write {match[1]} times ", 1
        )
    if (match := _REVERSED.fullmatch(text)) and _is_load(match[2]):
        return suggestion(parse_set_line, f"{match[2]} x {match[1]}", otherwise=_EXPECTED)
    if match := _METRES_OR_MINUTES.search(text):
        return (
            f'metres or minutes? write {{ distance = "{match[1]} m" }}'
            f' or {{ time = "{match[1]}m" }}'
        )
    return _EXPECTED


def _load_key(load: str | None) -> str:
    """Write the load that stands before a time; nothing where it is a number of sets."""
    return f"load = {quote_value(load)}, " if _is_load(load) else ""


def _is_load(text: object) -> bool:
    """Return whether a text is a load with a number."""
    try:
        return not isinstance(parse_load(text), Label)
    except InvalidValueError:
        return False
