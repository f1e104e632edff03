"""Rep targets: `8`, `"5-8"`, `"8+"`, `"max"`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchside.session.values.errors import InvalidValueError, quote_value

MAX_REPS = 1_000
"""A set that asks for more is a slip of the finger."""

REPS = r"max|[0-9]{1,4}(?: ?- ?[0-9]{1,4}|\+)?"
"""Any rep target that is written as text, as a pattern."""

_EXPECTED = 'write 8, "5-8", "8+" or "max"'


@dataclass(frozen=True, slots=True)
class RepTarget:
    """How many reps a set asks for, from `low` to `high`."""

    low: int
    """At least so many; 0 means as many as possible (`max`)."""
    high: int | None
    """At most so many; None means that the set is open (`8+`, `max`)."""

    @property
    def is_open(self) -> bool:
        """Whether the athlete goes on as long as it goes."""
        return self.high is None


MAX = RepTarget(low=0, high=None)
"""As many reps as possible."""


def parse_reps(value: object) -> RepTarget:
    """Read a rep target: `8`, `"5-8"`, `"8+"`, `"max"`."""
    match value:
        case bool():
            raise InvalidValueError(f"{quote_value(value)} is not a rep target", _EXPECTED)
        case int():
            return _checked(value, RepTarget(value, value))
        case str():
            return _checked(value, _from_text(value))
        case _:
            raise InvalidValueError(f"{quote_value(value)} is not a rep target", _EXPECTED)


def format_reps(target: RepTarget) -> str:
    """Write a rep target in its one form: `8`, `5-8`, `8+`, `max`."""
    if target == MAX:
        return "max"
    if target.high is None:
        return f"{target.low}+"
    return str(target.low) if target.low == target.high else f"{target.low}-{target.high}"


def _from_text(text: str) -> RepTarget:
    if re.fullmatch(REPS, text.strip()) is None:
        raise InvalidValueError(f"{quote_value(text)} is not a rep target", _nearest_form(text))
    low, separator, high = text.strip().partition("-")
    if separator:
        return RepTarget(int(low), int(high))
    if low == "max":
        return MAX
    number = int(low.removesuffix("+"))
    return RepTarget(number, None if low.endswith("+") else number)


def _checked(written: object, target: RepTarget) -> RepTarget:
    if target == MAX and isinstance(written, str):
        return target
    high = target.low if target.high is None else target.high
    if high < target.low:
        raise InvalidValueError(
            f"{quote_value(written)} is a rep range that falls", f'write "{high}-{target.low}"'
        )
    if not 1 <= target.low <= high <= MAX_REPS:
        raise InvalidValueError(
            f"{quote_value(written)} is not between 1 and {MAX_REPS:,}", _EXPECTED
        )
    return target


def _nearest_form(text: str) -> str:
    """What to write instead: the form that is meant where it can be guessed."""
    if text.strip().lower() in ("max", "amrap", "maximum", "all"):
        return 'write "max"'
    numbers = re.findall(r"[0-9]{1,4}", text)
    if re.fullmatch(r"\s*[0-9]{1,4}\s*(?:–|—|to|\.\.+|/|:)\s*[0-9]{1,4}\s*", text):
        return f'write "{numbers[0]}-{numbers[1]}"'
    return _EXPECTED
