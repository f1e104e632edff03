"""Tables of text in so many cells: what matters least is left out first where there is no room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content

from benchside.tui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP: Final = 2
"""Cells between columns."""

MIN_FLEXIBLE: Final = 8
"""Cells that a column which gives way keeps."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column with its head."""

    head: str
    cells: tuple[str, ...]
    style: str = ""
    is_right: bool = False
    """Numbers stand to the right."""
    rank: int = 0
    """The column of the highest rank is left out first; one of rank 0 never is."""
    gives_way: bool = False
    """It is cut where that is enough, before it is left out; of rank 0 last of all."""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of a table."""

    head: Content
    rows: tuple[Content, ...]


def table(columns: Sequence[Column], width: int) -> Table:
    """Set columns beside each other; a column without any text is left out."""
    kept = [column for column in columns if any(column.cells)]
    widths = [_width(column) for column in kept]
    while (over := sum(widths) + GAP * (len(widths) - 1) - width) > 0:
        last = max(range(len(kept)), key=lambda place: kept[place].rank)
        spare = max(
            range(len(kept)),
            key=lambda place: (kept[place].gives_way and widths[place], kept[place].rank),
        )
        room = widths[spare] - MIN_FLEXIBLE if kept[spare].gives_way else 0
        if kept[last].rank and not (kept[last].gives_way and widths[last] - over >= MIN_FLEXIBLE):
            del kept[last], widths[last]
        elif kept[last].rank:
            widths[last] -= over
        elif room > 0:
            widths[spare] -= min(over, room)
        else:
            break
    head = _line([(column, column.head, "") for column in kept], widths, width)
    count = len(columns[0].cells) if columns else 0
    return Table(
        head,
        tuple(
            _line([(one, one.cells[row], one.style) for one in kept], widths, width)
            for row in range(count)
        ),
    )


def _width(column: Column) -> int:
    return max(plain(text).cell_length for text in (column.head, *column.cells))


def _line(cells: Sequence[tuple[Column, str, str]], widths: Sequence[int], width: int) -> Content:
    line = Content()
    for number, ((column, text, style), wide) in enumerate(zip(cells, widths, strict=True)):
        cell = plain(text).truncate(wide, ellipsis=True)
        blanks = " " * (wide - cell.cell_length)
        styled = cell.stylize(style) if style else cell
        gap = " " * GAP if number else ""
        first, last = (blanks, "") if column.is_right else ("", blanks)
        line = Content.assemble(line, gap, first, styled, last)
    return line.rstrip().truncate(width, ellipsis=True)
