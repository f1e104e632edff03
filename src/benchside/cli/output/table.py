"""Columns of text: as wide as they have to be, and no wider than the terminal."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING, Final

from benchside.cli.output.lines import Styled, echo
from benchside.session import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP: Final = "  "
MIN_COLUMN_WIDTH: Final = 8
"""A column that has to give way keeps this many cells."""

UNBOUNDED: Final = 10_000
"""A width for what is not read on a terminal: nothing is cut."""


def terminal_width() -> int:
    """Return columns of the terminal, by COLUMNS where that is set; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def table_width() -> int:
    """Return columns for a table; in a pipe nothing is cut."""
    is_read = sys.stdout.isatty() or os.environ.get("COLUMNS")
    return terminal_width() if is_read else UNBOUNDED


def print_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()
) -> None:
    """Print rows under a head; `right` names the columns that stand to the right."""
    first, *others = aligned((head, *rows), width=table_width(), right=right)
    echo(Styled(first, bold=True))
    for line in others:
        echo(line)


def aligned(
    rows: Sequence[Sequence[str]], *, width: int, right: frozenset[int] = frozenset()
) -> list[str]:
    """Set rows in columns, a line each; columns without any text are left out."""
    columns = [[printable(cell) for cell in column] for column in zip(*rows, strict=True)]
    filled = [(column, number in right) for number, column in enumerate(columns) if any(column)]
    widths = _widths([column for column, _ in filled], width)
    cells = [
        [_padded(cut(cell, wide), wide, to_right=to_right) for cell in column]
        for (column, to_right), wide in zip(filled, widths, strict=True)
    ]
    return [GAP.join(line).rstrip() for line in zip(*cells, strict=True)]


def width_of(text: str) -> int:
    """Cells that a text takes on a terminal."""
    return sum(_cells(character) for character in text)


def cut(text: str, width: int) -> str:
    """Return a text in so many cells; what does not fit is left out with an ellipsis."""
    used = 0
    for number, character in enumerate(text):
        if used + _cells(character) > width:
            return f"{_without_last_cell(text[:number], used, width)}…"
        used += _cells(character)
    return text


def _without_last_cell(text: str, used: int, width: int) -> str:
    """Make room for the ellipsis."""
    while text and used > width - 1:
        used -= _cells(text[-1])
        text = text[:-1]
    return text


def _widths(columns: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths of the columns; the widest one gives way until all of them fit."""
    widths = [min(max(width_of(cell) for cell in column), width) for column in columns]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > MIN_COLUMN_WIDTH:
        widths[widths.index(max(widths))] -= 1
    return widths


def _padded(text: str, width: int, *, to_right: bool) -> str:
    blanks = " " * (width - width_of(text))
    return blanks + text if to_right else text + blanks


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
