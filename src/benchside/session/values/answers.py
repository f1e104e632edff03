"""Values as an athlete types them in training, the same on the screen and on plain lines.

Read more freely than in a file, where a wrong digit would last: a comma is a point, and a load
without a unit has the one of the load that it corrects.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.session.values.errors import InvalidValueError, is_control, quote_value
from benchside.session.values.load import Bodyweight, Mass, Weight, parse_load
from benchside.session.values.reps import MAX_REPS
from benchside.session.values.rpe import parse_rpe

if TYPE_CHECKING:
    from benchside.session.values.load import Load

MAX_NOTE = 2_000
"""Characters of a note; longer is a diary."""

_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_NUMBER = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,3})?")


def read_reps(typed: str) -> int:
    """Read a number of reps; raises `InvalidValueError`."""
    text = typed.strip()
    if not (text.isascii() and text.isdecimal()) or int(text[:9]) > MAX_REPS:
        raise InvalidValueError(
            f"{quote_value(typed)} is not a number of reps", 'write it in digits: "8"'
        )
    return int(text[:9])


def read_note(typed: str) -> str:
    """Return a note on one line; raises `InvalidValueError` for no plain text, or too much."""
    text = " ".join(typed.split())
    if any(is_control(character) for character in text):
        raise InvalidValueError("the note holds a control character", "write plain text")
    if len(text) > MAX_NOTE:
        raise InvalidValueError(
            f"the note has more than {MAX_NOTE} characters", "write a shorter one"
        )
    return text


def read_rpe(typed: str) -> Decimal:
    """Read an RPE from 1 to 10 in halves: `8`, `8.5`, `8,5`; raises `InvalidValueError`."""
    text = _COMMA.sub(".", typed.strip())
    if not _NUMBER.fullmatch(text):
        raise InvalidValueError(f"{quote_value(typed)} is not an RPE", 'write "8" or "8.5"')
    return parse_rpe(Decimal(text))


def read_load(typed: str, *, like: Load | None) -> Load:
    """Read a load; a bare number has the unit and the form of the load it corrects.

    Raises `InvalidValueError`; a number that corrects no weight needs its unit.
    """
    text = _COMMA.sub(".", " ".join(typed.split()))
    if not _NUMBER.fullmatch(text):
        return parse_load(text)
    amount = Decimal(text)
    match like:
        case Weight(each):
            return replace(like, each=_like(each, amount, typed))
        case Bodyweight(Mass() as plus):
            return replace(like, plus=_like(plus, amount, typed)) if amount else Bodyweight()
        case _:
            raise InvalidValueError(
                f"{quote_value(typed)} has no unit", f'write "{text} kg" or "{text} lb"'
            )


def _like(mass: Mass, amount: Decimal, typed: str) -> Mass:
    if not amount:
        raise InvalidValueError(
            f"{quote_value(typed)} weighs nothing", 'write "bodyweight" for no weight'
        )
    return replace(mass, amount=amount)
