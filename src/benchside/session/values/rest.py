"""Rests: `"3m"`, `"3m+"`, `"2m-3m"`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.units import format_duration, parse_duration_ms

_EXPECTED = 'write a duration such as "3m", or "3m+", or "2m-3m"'


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest: when the athlete may go on, and when the session goes on by itself."""

    ready_ms: int
    """From here on the athlete may start."""
    ends_ms: int | None
    """Here the next set starts itself; None means that it waits for the athlete."""


def parse_rest(value: object) -> Rest:
    """Read a rest: a duration, `"3m+"` (waits for the athlete), `"2m-3m"` (ready, then starts)."""
    if not isinstance(value, str):
        ms = _duration_ms(value, value)
        return Rest(ready_ms=ms, ends_ms=ms)
    text = value.strip()
    if text.endswith("+"):
        return Rest(ready_ms=_duration_ms(text[:-1], value), ends_ms=None)
    first, separator, second = text.partition("-")
    if not separator:
        ms = _duration_ms(text, value)
        return Rest(ready_ms=ms, ends_ms=ms)
    if re.fullmatch(r"[0-9]+ ?", first) and (unit := re.search(r"[hms]$", second)):
        raise InvalidValueError(
            f"{quote_value(value)} is not a rest",
            f'write "{first.strip()}{unit[0]}-{second.strip()}"',
        )
    ready_ms, ends_ms = _duration_ms(first, value), _duration_ms(second, value)
    if ready_ms > ends_ms:
        nearest = format_rest(Rest(ends_ms, ready_ms))
        raise InvalidValueError(
            f"{quote_value(value)} ends before it is ready", f'write "{nearest}"'
        )
    return Rest(ready_ms, ends_ms)


def format_rest(rest: Rest) -> str:
    """Write a rest in its one form: `3m`, `3m+`, `2m-3m`."""
    ready = format_duration(rest.ready_ms)
    if rest.ends_ms is None:
        return f"{ready}+"
    return ready if rest.ends_ms == rest.ready_ms else f"{ready}-{format_duration(rest.ends_ms)}"


def _duration_ms(part: object, whole: object) -> int:
    """Read a duration that a rest is made of, or tell that the whole is no rest."""
    try:
        return parse_duration_ms(part)
    except InvalidValueError as mistake:
        if part == whole and not mistake.message.endswith("is not a duration"):
            raise
        nearest = mistake.expected if part == whole and isinstance(part, str) else _EXPECTED
        generic = nearest.count('"') != 2
        raise InvalidValueError(
            f"{quote_value(whole)} is not a rest", _EXPECTED if generic else nearest
        ) from None
