"""Rep targets: `8`, `"5-8"`, `"8+"`, `"max"`, and in parts `"2+2+2"`."""

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
from benchside.session.values.rep_hints import EXPECTED, rep_hint

MAX_REPS = 1_000
"""A set that asks for more is a slip of the finger."""

MAX_PARTS = 100
"""Of one set; a cluster has five, a breathing drill thirty."""

_ONE = r"[0-9]{1,4}(?: ?- ?[0-9]{1,4})?"
REPS = rf"max|{_ONE}|[0-9]{{1,4}}\+"
"""Any rep target that is written as text, as a pattern."""

REP_PARTS = rf"(?:max|{_ONE})(?: ?\+ ?(?:max|{_ONE}))+"
"""Any set of parts, as a pattern."""


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


@dataclass(frozen=True, slots=True)
class RepParts:
    """One set that is done in parts, with a short rest between them: `2+2+2`; at least two."""

    parts: tuple[RepTarget, ...]

    @property
    def total(self) -> RepTarget:
        """What the parts ask for together; open where one of them is."""
        highs = [part.high for part in self.parts]
        known = [high for high in highs if high is not None]
        return RepTarget(
            low=sum(part.low for part in self.parts),
            high=sum(known) if len(known) == len(highs) else None,
        )


AskedReps: TypeAlias = RepTarget | RepParts

AS_MANY_AS_POSSIBLE = RepTarget(low=0, high=None)
"""As many reps as possible."""


def parse_reps(value: object) -> RepTarget:
    """Read a rep target: `8`, `"5-8"`, `"8+"`, `"max"`; raises `InvalidValueError`."""
    match value:
        case bool():
            raise InvalidValueError(f"{quote_value(value)} is not a rep target", EXPECTED)
        case int():
            return _checked(value, RepTarget(value, value))
        case str():
            return _checked(value, _from_text(value))
        case _:
            raise InvalidValueError(f"{quote_value(value)} is not a rep target", rep_hint(value))


def parse_asked_reps(value: object) -> AskedReps:
    """Read what a set asks for: a rep target, or parts such as `"2+2+2"`, `"15+4+4+4"`."""
    if not isinstance(value, str) or re.fullmatch(REP_PARTS, value.strip()) is None:
        return parse_reps(value)
    written = value.split("+")
    if len(written) > MAX_PARTS:
        raise InvalidValueError(
            f"{quote_value(value)} has more than {MAX_PARTS} parts", "write sets = 3 for sets"
        )
    asked = RepParts(tuple(_checked(value, _from_text(part)) for part in written))
    if (asked.total.high or asked.total.low) > MAX_REPS:
        raise InvalidValueError(
            f"{quote_value(value)} is more than {MAX_REPS:,} together", "write fewer"
        )
    return asked


def format_reps(target: AskedReps) -> str:
    """Write a rep target in its one form: `8`, `5-8`, `8+`, `max`, `2+2+2`."""
    if isinstance(target, RepParts):
        return "+".join(format_reps(part) for part in target.parts)
    if target == AS_MANY_AS_POSSIBLE:
        return "max"
    if target.high is None:
        return f"{target.low}+"
    return str(target.low) if target.low == target.high else f"{target.low}-{target.high}"


def _from_text(text: str) -> RepTarget:
    if re.fullmatch(REPS, text.strip()) is None:
        raise InvalidValueError(f"{quote_value(text)} is not a rep target", partial(_hint, text))
    low, separator, high = text.strip().partition("-")
    if separator:
        return RepTarget(int(low), int(high))
    if low == "max":
        return AS_MANY_AS_POSSIBLE
    number = int(low.removesuffix("+"))
    return RepTarget(number, None if low.endswith("+") else number)


def _hint(text: str) -> str:
    """Return what to write instead; a range that falls is none."""
    return checked_hint(parse_asked_reps, rep_hint(text), otherwise=EXPECTED)


def _checked(written: object, target: RepTarget) -> RepTarget:
    if target == AS_MANY_AS_POSSIBLE and isinstance(written, str):
        return target
    high = target.low if target.high is None else target.high
    if high < target.low:
        hint = partial(suggestion, parse_reps, f"{high}-{target.low}", otherwise=EXPECTED)
        raise InvalidValueError(f"{quote_value(written)} is a rep range that falls", hint)
    if not 1 <= target.low <= high <= MAX_REPS:
        raise InvalidValueError(
            f"{quote_value(written)} is not between 1 and {MAX_REPS:,}", EXPECTED
        )
    return target
