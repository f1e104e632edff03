"""Plans of other programs as sessions. Pure.

What another program says and a session cannot is listed, never dropped in silence.
"""

from __future__ import annotations

from dataclasses import replace

from benchside.library.convert.conversion import (
    Conversion,
    Converted,
    ConvertedProgram,
    LeftOut,
)
from benchside.library.convert.interval_timer import convert_intervals
from benchside.library.convert.liftosaur import convert_liftosaur
from benchside.library.convert.liftosaur.exported import exported_program

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
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return convert_liftosaur(text, title=title)
    exported = exported_program(text.removeprefix("\ufeff"))
    if exported is None:
        return convert_intervals(text)
    conversion = convert_liftosaur(exported.text, title=exported.title.strip() or title)
    without_lines = tuple(LeftOut(lost.text) for lost in conversion.left_out)
    return replace(conversion, left_out=without_lines)  # the file has lines of its own
