"""Times of a set: `"45s"`, `"30s+"`, `"60s-90s"`, `"max"`, and in parts `"6 x 7s"`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from benchside.session.values.errors import (
    InvalidValueError,
    checked_hint,
    quote_value,
    suggestion,
)
from benchside.session.values.reps import MAX_PARTS
from benchside.session.values.time_hints import time_hint
from benchside.session.values.units import (
    DURATION,
    MAX_DURATION_MS,
    format_duration,
    parse_duration_ms,
)
from benchside.session.values.windows import WINDOW, Window, format_window, parse_window

TIME = rf"max|[0-9]{{1,3}} ?[x×] ?(?:{DURATION})|{WINDOW}"
"""Any time that is written as text, as a pattern."""

_FORMS = '"45s", "30s+", "60s-90s", "max" or "6 x 7s"'
_EXPECTED = f"write {_FORMS}"
_PARTS = re.compile(r"([0-9]{1,3}) ?[x×*] ?([0-9].*)")
_SUM = re.compile(r"[0-9][0-9a-z.: ]*(?:\+ *[0-9][0-9a-z.: ]*)+")
_AS_LONG_AS_POSSIBLE = ("amap", "all", "failure", "longest", "maximum", "open", "to failure")


@dataclass(frozen=True, slots=True)
class TimeTarget:
    """How long a set lasts, from `low_ms` to `high_ms`."""

    low_ms: int
    """At least so long; 0 means as long as possible (`max`)."""
    high_ms: int | None
    """At most so long, then it ends by itself; None means that a key ends it (`30s+`, `max`)."""

    @property
    def is_fixed(self) -> bool:
        """Whether it ends by itself and no sooner."""
        return self.low_ms == self.high_ms


@dataclass(frozen=True, slots=True)
class TimeParts:
    """One set of several times that are alike: `6 x 7s`; at least two."""

    count: int
    each_ms: int


AskedTime: TypeAlias = TimeTarget | TimeParts

MAX_TIME = TimeTarget(low_ms=0, high_ms=None)
"""As long as possible."""


def parse_time(value: object) -> AskedTime:
    """Read the time of a set; raises `InvalidValueError`."""
    text = value.strip() if isinstance(value, str) else ""
    if text == "max":
        return MAX_TIME
    if text.lower() in ("max", *_AS_LONG_AS_POSSIBLE):
        raise InvalidValueError(f"{quote_value(value)} is not a time", 'write "max"')
    if match := _PARTS.fullmatch(text):
        return _parts(match, value)
    if "+" in text and _SUM.fullmatch(text):
        raise InvalidValueError(f"{quote_value(value)} is not a time", partial(_parts_of, text))
    try:
        window = parse_window(value, noun="a time", expected=_EXPECTED)
    except InvalidValueError as mistake:
        raise InvalidValueError(mistake.message, partial(_hint, text, mistake)) from None
    if window.low_ms == 0:
        raise InvalidValueError(
            f"{quote_value(value)} lasts no time", 'write a duration such as "45s"'
        )
    return TimeTarget(window.low_ms, window.high_ms)


def format_time(time: AskedTime) -> str:
    """Write a time in its one form: `45s`, `30s+`, `1m-1m30s`, `max`, `6 x 7s`."""
    match time:
        case TimeParts(count, each_ms):
            return f"{count} x {format_duration(each_ms)}"
        case TimeTarget(0, None):
            return "max"
        case TimeTarget(low_ms, high_ms):
            return format_window(Window(low_ms, high_ms))


def _parts(match: re.Match[str], written: object) -> TimeParts:
    """Read `6 x 7s`."""
    try:
        each_ms = parse_duration_ms(match[2])
    except InvalidValueError as mistake:
        hint = partial(_nearest_parts, match, mistake)
        raise InvalidValueError(f"{quote_value(written)} is not a time", hint) from None
    count = int(match[1])
    each = format_duration(each_ms)
    if "*" in match[0]:
        hint = partial(suggestion, parse_time, f"{count} x {each}", otherwise=_EXPECTED)
        raise InvalidValueError(f"{quote_value(written)} is not a time", hint)
    if not each_ms or not count:
        raise InvalidValueError(
            f"{quote_value(written)} lasts no time", 'write parts such as "6 x 7s"'
        )
    if count == 1:
        hint = partial(suggestion, parse_time, each, otherwise=_EXPECTED)
        raise InvalidValueError(f"{quote_value(written)} is one part only", hint)
    if count > MAX_PARTS:
        raise InvalidValueError(
            f"{quote_value(written)} has more than {MAX_PARTS} parts",
            f'write sets = {count} and time = "{each}"',
        )
    if count * each_ms > MAX_DURATION_MS:
        raise InvalidValueError(f"{quote_value(written)} is longer than 24 hours", _EXPECTED)
    return TimeParts(count, each_ms)


def _nearest_parts(match: re.Match[str], mistake: InvalidValueError) -> str:
    """Return what to write instead of parts whose duration is none."""
    one = re.fullmatch(r'write "([^"]+)"', mistake.expected)
    nearest = f"{int(match[1])} x {one[1]}" if one else ""
    return suggestion(parse_time, nearest, otherwise=_told_in_words(match[0]))


def _parts_of(text: str) -> str:
    """Write parts that are alike as they are written here; others are sets of their own."""
    parts = [part.strip() for part in text.split("+")]
    if len(set(parts)) > 1:
        return "the parts of a time are alike; write a set for each length"
    return suggestion(parse_time, f"{len(parts)} x {parts[0]}", otherwise=_EXPECTED)


def _hint(text: str, mistake: InvalidValueError) -> str:
    """Lead to the key that was meant, and to nothing that lasts no time."""
    if match := re.fullmatch(r"([0-9]{1,4}) ?(?:reps?|x)", text.lower()):
        return f"write reps = {int(match[1])}"
    nearest = checked_hint(parse_time, mistake.expected, otherwise=_EXPECTED)
    return _told_in_words(text) if nearest == _EXPECTED else nearest


def _told_in_words(text: str) -> str:
    """Read a time that is told in words; what every time may be where nobody can tell."""
    return checked_hint(parse_time, time_hint(text), otherwise=_EXPECTED) or _EXPECTED
