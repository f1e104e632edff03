"""Windows of time: `"3m"`, `"3m+"`, `"2m-3m"`, as rests and times are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from benchside.session.values.errors import InvalidValueError, quote_value, suggestion
from benchside.session.values.units import DURATION, format_duration, parse_duration_ms

WINDOW = rf"(?:{DURATION})(?: ?\+| ?- ?(?:{DURATION}))?"
"""Any written window, as a pattern."""

_AS_LONG_AS_NEEDED = ("as needed", "as long as needed", "full", "until ready", "when ready")


@dataclass(frozen=True, slots=True)
class Window:
    """From one duration to another; both are the same where a plain duration is written."""

    low_ms: int
    high_ms: int | None
    """None means that the window has no end: `3m+`."""

    @property
    def falls(self) -> bool:
        """Whether it ends before it begins."""
        return self.high_ms is not None and self.low_ms > self.high_ms


def parse_window(value: object, *, noun: str, expected: str) -> Window:
    """Read a duration, `"3m+"` or `"2m-3m"`; raises `InvalidValueError`.

    `noun` is what a mistake calls the value ("a rest"), `expected` what to write instead where no
    nearer form is known.
    """
    try:
        window = _window(value)
    except InvalidValueError as mistake:
        if mistake.message == f"{quote_value(value)} is not between 0 and 24 hours":
            raise
        hint = partial(_nearest_form, value, otherwise=expected)
        raise InvalidValueError(f"{quote_value(value)} is not {noun}", hint) from None
    if window.falls:
        nearest = format_window(Window(window.high_ms or 0, window.low_ms))
        raise InvalidValueError(f"{quote_value(value)} ends before it begins", f'write "{nearest}"')
    return window


def _window(value: object) -> Window:
    """Read a window, whichever way round."""
    text = value.strip() if isinstance(value, str) else ""
    if text.endswith("+"):
        return Window(parse_duration_ms(text[:-1]), None)
    first, separator, second = text.partition("-")
    if separator:
        return Window(parse_duration_ms(first), parse_duration_ms(second))
    ms = parse_duration_ms(value)
    return Window(ms, ms)


def _in_order(value: object) -> Window:
    window = _window(value)
    if window.falls:
        raise InvalidValueError(f"{quote_value(value)} ends before it begins")
    return window


def format_window(window: Window) -> str:
    """Write a window in its one form: `3m`, `3m+`, `2m-3m`."""
    low = format_duration(window.low_ms)
    if window.high_ms is None:
        return f"{low}+"
    return low if window.high_ms == window.low_ms else f"{low}-{format_duration(window.high_ms)}"


def _nearest_form(value: object, *, otherwise: str) -> str:
    """Return what to write instead: the window that was meant where it can be guessed."""
    nearest = _nearest_window(value) if isinstance(value, str) else ""
    return suggestion(_in_order, nearest, otherwise=otherwise)


def _nearest_window(text: str) -> str:
    """Return the window that was meant; empty where nobody can tell."""
    text = re.sub("[–—]", "-", text.strip())
    if text.lower() in _AS_LONG_AS_NEEDED:
        return "0s+"
    if text.endswith("+"):
        nearest = _nearest_duration(text[:-1])
        return f"{nearest}+" if nearest else ""
    first, separator, second = text.partition("-")
    if not separator:
        return _nearest_duration(text)
    high = _nearest_duration(second)
    if first.strip().isdecimal() and high:
        first += re.sub("[^a-z]", "", second.lower())
    low = _nearest_duration(first)
    return f"{low}-{high}" if low and high else ""


def _nearest_duration(text: str) -> str:
    """Return the duration that was meant, as it is written where it is one.

    Empty if nobody can tell.
    """
    try:
        parse_duration_ms(text)
        return text.strip()
    except InvalidValueError as mistake:
        found = re.fullmatch(r'write "([^"]+)"', mistake.expected)
        return found[1] if found else ""
