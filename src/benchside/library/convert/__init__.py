"""Plans of other programs as sessions. Pure.

What another program says and a session cannot is listed, never dropped in silence.
"""

from __future__ import annotations

from benchside.library.convert.conversion import (
    Conversion,
    Converted,
    ConvertedProgram,
    LeftOut,
)
from benchside.library.convert.interval_timer import convert_intervals
from benchside.library.convert.liftosaur import convert_liftosaur

__all__ = [
    "Conversion",
    "Converted",
    "ConvertedProgram",
    "LeftOut",
    "convert",
    "convert_intervals",
    "convert_liftosaur",
]


def convert(text: str, *, title: str) -> Conversion:
    """Convert a plan of a known form; raises `InvalidValueError` where the form is not known.

    `title` is for a plan that has none of its own.
    """
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return convert_intervals(text)
    return convert_liftosaur(text, title=title)
