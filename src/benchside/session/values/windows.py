"""Windows of time: `"3m"`, `"3m+"`, `"2m-3m"`, as rests and times are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.units import DURATION, format_duration, parse_duration_ms

WINDOW = rf"(?:{DURATION})(?: ?\+| ?- ?(?:{DURATION}))?"
"""Any written window, as a pattern."""


@dataclass(frozen=True, slots=True)
class Window:
    """From one duration to another; both are the same where a plain duration is written."""

    low_ms: int
    high_ms: int | None
    """None means that the window has no end: `3m+`."""


def parse_window(value: object, *, noun: str, expected: str) -> Window:
    """Read a duration, `"3m+"` or `"2m-3m"`; raises `InvalidValueError`.

    `noun` is what a mistake calls the value ("is not a rest"), `expected` what to write instead
    where no nearer form is known.
    """
    part = _Part(value, noun, expected)
    if not isinstance(value, str):
        return _plain(part.duration_ms(value))
    text = value.strip()
    if text.endswith("+"):
        return Window(part.duration_ms(text[:-1]), None)
    first, separator, second = text.partition("-")
    if not separator:
        return _plain(part.duration_ms(text))
    if re.fullmatch(r"[0-9]+ ?", first) and (unit := re.search(r"[hms]$", second)):
        raise InvalidValueError(
            f"{quote_value(value)} is not {noun}",
            f'write "{first.strip()}{unit[0]}-{second.strip()}"',
        )
    window = Window(part.duration_ms(first), part.duration_ms(second))
    if window.low_ms > (window.high_ms or 0):
        nearest = format_window(Window(window.high_ms or 0, window.low_ms))
        raise InvalidValueError(f"{quote_value(value)} ends before it begins", f'write "{nearest}"')
    return window


def format_window(window: Window) -> str:
    """Write a window in its one form: `3m`, `3m+`, `2m-3m`."""
    low = format_duration(window.low_ms)
    if window.high_ms is None:
        return f"{low}+"
    return low if window.high_ms == window.low_ms else f"{low}-{format_duration(window.high_ms)}"


def _plain(ms: int) -> Window:
    return Window(ms, ms)


@dataclass(frozen=True, slots=True)
class _Part:
    """Reads the durations that a value is made of."""

    whole: object
    noun: str
    expected: str

    def duration_ms(self, part: object) -> int:
        """Read one of them, or tell that the whole is none."""
        is_whole = part == (self.whole.strip() if isinstance(self.whole, str) else self.whole)
        try:
            return parse_duration_ms(part)
        except InvalidValueError as mistake:
            if is_whole and not mistake.message.endswith("is not a duration"):
                raise
            is_near = is_whole and isinstance(part, str) and mistake.expected.count('"') == 2
            raise InvalidValueError(
                f"{quote_value(self.whole)} is not {self.noun}",
                mistake.expected if is_near else self.expected,
            ) from None
