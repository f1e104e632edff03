"""A Liftoscript text as lines with their numbers: headings, comments, exercises.

A line that ends in a backslash, or within a script, goes on in the next one. Scripts (`{~ … ~}`)
are cut down to their marks: what they do cannot be said in a file. In a Markdown page only what
stands in fences of Liftoscript is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.session import InvalidValueError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LINE: Final = 2_000
"""Characters of an exercise's line without its scripts; a longer one is left out."""

MAX_TITLE: Final = 100
"""Characters of a heading that are taken over."""

SCRIPT: Final = "{~~}"
"""What is left of a script."""

_FENCE: Final = "```liftoscript"


@dataclass(frozen=True, slots=True)
class Heading:
    """`# Week 1` or `## Day 1`."""

    line: int
    text: str
    is_day: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """`// Pause at the bottom`, or an empty line or `///`, which end one."""

    line: int
    text: str | None
    """None where it only ends what stands before it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an exercise's line that stands on one line of the text."""

    line: int
    text: str
    """With marks where scripts were."""
    scripts: tuple[str, ...] = ()
    """Those that end on this line, each without its marks."""


Line: TypeAlias = "Heading | Comment | tuple[Piece, ...]"
"""A tuple of pieces is an exercise; they read on as one line."""


def read_lines(text: str) -> Iterator[Line]:
    """Read a text line by line; raises `InvalidValueError` where a script has no end."""
    rows = _rows(text)
    place = 0
    while place < len(rows):
        number, row = place + 1, rows[place]
        place += 1
        if row.startswith("#"):
            is_day = row.startswith("##")
            yield Heading(number, row.lstrip("# ")[:MAX_TITLE].strip(), is_day)
        elif not row or row.startswith("///"):
            yield Comment(number, None)
        elif row.startswith("//"):
            yield Comment(number, row[2:])
        else:
            pieces, place = _pieces(rows, number)
            yield pieces


def _rows(text: str) -> list[str]:
    """Return the lines of a text as they may be shown.

    What is no Liftoscript of a page is left empty.
    """
    rows = [printable(row.replace("\t", " ")).strip() for row in re.split(r"\r\n|\r|\n", text)]
    if not any(row.startswith(_FENCE) for row in rows):
        return rows
    kept: list[str] = []
    is_within = False
    for row in rows:
        if row.startswith("```"):
            is_within = row.startswith(_FENCE)
            kept.append("")
        else:
            kept.append(row if is_within else "")
    return kept


def _pieces(rows: list[str], start: int) -> tuple[tuple[Piece, ...], int]:
    """Read on from a line for as long as a backslash or a script asks for the next one.

    Returns what belongs together, and the number of its last line.
    """
    pieces: list[Piece] = []
    script: list[str] | None = None
    for number in range(start, len(rows) + 1):
        row = rows[number - 1]
        if script is None and pieces and (not row or row.startswith(("#", "//"))):
            return tuple(pieces), number - 1
        kept, ended, script = _without_scripts(row, script)
        goes_on = script is None and kept.endswith("\\")
        if kept or ended:
            pieces.append(Piece(number, kept.removesuffix("\\") if goes_on else kept, ended))
        if script is None and not goes_on:
            return tuple(pieces), number
    if script is not None:
        raise InvalidValueError(
            f"the script in line {start} has no end", 'a script stands between "{~" and "~}"'
        )
    return tuple(pieces), len(rows)


def _without_scripts(
    row: str, script: list[str] | None
) -> tuple[str, tuple[str, ...], list[str] | None]:
    """Cut the scripts of one line down to their marks.

    `script` is what earlier lines have of one that is not over; None where there is none. Returns
    the text, the scripts that end here, and what goes on in the next line.
    """
    kept: list[str] = []
    ended: list[str] = []
    position = 0
    while True:
        found = row.find("{~" if script is None else "~}", position)
        part = row[position:] if found < 0 else row[position:found]
        if script is not None:
            script.append(part)
        if found < 0:
            if script is None:
                kept.append(part)
            return "".join(kept).rstrip(), tuple(ended), script
        if script is None:
            kept.append(part + SCRIPT)
            script = []
        else:
            ended.append("\n".join(script))
            script = None
        position = found + 2
