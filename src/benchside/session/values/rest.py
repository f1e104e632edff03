"""Rests: `"3m"`, `"3m+"`, `"2m-3m"`."""

from __future__ import annotations

from dataclasses import dataclass

from benchside.session.values.windows import Window, format_window, parse_window

_EXPECTED = 'write a duration such as "3m", or "3m+", or "2m-3m"'


@dataclass(frozen=True, slots=True)
class RestWindow:
    """A rest: when the athlete may go on, and when the session goes on by itself."""

    ready_ms: int
    """From here on the athlete may start."""
    ends_ms: int | None
    """Here the next set starts itself; None means that it waits for the athlete."""

    @property
    def is_fixed(self) -> bool:
        """Whether it lasts as long as it was written, and neither waits nor has a window."""
        return self.ready_ms == self.ends_ms


def parse_rest(value: object) -> RestWindow:
    """Read a rest: a duration, `"3m+"` (waits for the athlete), `"2m-3m"` (ready, then starts)."""
    window = parse_window(value, noun="a rest", expected=_EXPECTED)
    return RestWindow(ready_ms=window.low_ms, ends_ms=window.high_ms)


def format_rest(rest: RestWindow) -> str:
    """Write a rest in its one form: `3m`, `3m+`, `2m-3m`."""
    return format_window(Window(rest.ready_ms, rest.ends_ms))
