"""Durations: `"90s"`, `"1m30s"`, `"2m"`, `"1:30"`, `90` (seconds).

Inside they are whole milliseconds, from 0 to 24 hours. Written back they have one form: `"1m30s"`.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import partial

from benchside.session.values.errors import InvalidValueError, quote_value, suggestion

MS_PER_SECOND = 1_000
MS_PER_MINUTE = 60 * MS_PER_SECOND
MS_PER_HOUR = 60 * MS_PER_MINUTE
MAX_DURATION_MS = 24 * MS_PER_HOUR
"""No duration, and no session, is longer."""

DURATION = (
    r"(?:[0-9]{1,5} ?h ?)?(?:[0-9]{1,5} ?m ?)?(?:[0-9]{1,5}(?:\.[0-9]{1,3})? ?s)?"
    r"|[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?"
)
"""Any written duration, as a pattern; it also lets the empty text through, the parser does not."""

_PARTS = re.compile(
    r"(?:(?P<h>[0-9]{1,5}) ?h ?)?"
    r"(?:(?P<m>[0-9]{1,5}) ?m ?)?"
    r"(?:(?P<s>[0-9]{1,5}(?:\.[0-9]{1,3})?) ?s)?"
)
_CLOCK = re.compile(r"(?:(?P<h>[0-9]{1,3}):)?(?P<m>[0-9]{1,3}):(?P<s>[0-5][0-9])")
_OTHER_WORDS = (
    (r"hours?|hrs?", "h"),
    (r"minutes?|mins?", "m"),
    (r"seconds?|secs?", "s"),
)
_NOTHING = ("none", "no", "off", "nothing")
_EXPECTED = 'write "90s", "1m30s", "1:30" or 90 for seconds'


def parse_duration_ms(value: object) -> int:
    """Read a duration as whole milliseconds, 0 to 24 hours."""
    match value:
        case bool():
            raise InvalidValueError(f"{quote_value(value)} is not a duration", _EXPECTED)
        case int() | float() | Decimal():
            milliseconds = _seconds_as_ms(value)
        case str():
            milliseconds = _text_as_ms(value)
        case _:
            raise InvalidValueError(f"{quote_value(value)} is not a duration", _EXPECTED)
    if not 0 <= milliseconds <= MAX_DURATION_MS:
        raise InvalidValueError(
            f"{quote_value(value)} is not between 0 and 24 hours",
            'write "0s" to "24h", such as "90s"',
        )
    return milliseconds


def format_duration(ms: int) -> str:
    """Write a duration in its one form: `0s`, `90s` as `1m30s`, `1h`, `1.5s`."""
    hours, rest = divmod(ms, MS_PER_HOUR)
    minutes, rest = divmod(rest, MS_PER_MINUTE)
    seconds = format(Decimal(rest) / MS_PER_SECOND, "f")
    parts = [f"{hours}h" if hours else "", f"{minutes}m" if minutes else ""]
    if rest or ms == 0:
        parts.append(f"{seconds}s")
    return "".join(parts)


def clock_text(seconds: int) -> str:
    """Return a duration as a clock: `0:05`, `2:45`, `1:02:03`."""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _seconds_as_ms(value: int | float | Decimal) -> int:
    if isinstance(value, int):
        return value * MS_PER_SECOND
    try:
        exact = Decimal(str(value)) * MS_PER_SECOND
        whole = int(exact)
    except (InvalidOperation, ValueError, OverflowError):  # nan, infinity
        raise InvalidValueError(f"{quote_value(value)} is not a duration", _EXPECTED) from None
    if whole != exact:
        raise InvalidValueError(f"{quote_value(value)} is finer than a millisecond", _EXPECTED)
    return whole


def _text_as_ms(text: str) -> int:
    match = _PARTS.fullmatch(text.strip()) or _CLOCK.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        raise InvalidValueError(
            f"{quote_value(text)} is not a duration", partial(_nearest_form, text)
        )
    return (
        int(match["h"] or 0) * MS_PER_HOUR
        + int(match["m"] or 0) * MS_PER_MINUTE
        + int(Decimal(match["s"] or 0) * MS_PER_SECOND)
    )


def _nearest_form(text: str) -> str:
    """Return what to write instead: the form that is meant where it can be guessed."""
    guess = text.strip().lower()
    if guess in _NOTHING:
        return 'write "0s"'
    for words, unit in _OTHER_WORDS:
        guess = re.sub(rf"(?<=[0-9 ])(?:{words})\b\.?", unit, guess)
    guess = f"{guess}s" if re.fullmatch(r"[0-9]{1,5}", guess) else guess
    match = _PARTS.fullmatch(guess)
    if match is None or not any(match.groups()):
        return _EXPECTED
    nearest = format_duration(_text_as_ms(guess))
    return suggestion(parse_duration_ms, nearest, otherwise=_EXPECTED)
