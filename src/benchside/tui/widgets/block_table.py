"""The blocks of a session with their sets: what one is in for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED, spread, wrapped
from benchside.tui.text import plain

if TYPE_CHECKING:
    from textual.geometry import Size

    from benchside.report import BlockOutline, Row

_NAMES = 23
"""Cells for the name of an exercise, where details stand beside it."""
_SETS = 14
_BESIDE = 68
"""From this width on details stand beside the name, not below it."""


class BlockTable(Widget):
    """As high as it needs to be; details move below the name where the place is narrow."""

    DEFAULT_CSS = """
    BlockTable { width: 1fr; height: auto; }
    """

    blocks: reactive[tuple[BlockOutline, ...]] = reactive((), layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many rows as there are lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write all blocks."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for block in self.blocks:
            about = Content.styled(block.about, MUTED)
            lines.append(spread(plain(block.name).stylize("bold $text-primary"), about, width))
            for row in block.rows:
                lines += _beside(row, width) if width >= _BESIDE else _below(row, width)
            lines.append(Content())
        return lines[:-1]


def _beside(row: Row, width: int) -> list[Content]:
    name = plain(row.exercise).truncate(_NAMES, ellipsis=True, pad=True)
    sets = plain(row.sets).truncate(_SETS, ellipsis=True, pad=True).stylize("bold")
    start = Content.assemble("  ", name, " ", sets, " ")
    room = width - start.cell_length
    details = wrapped(plain(row.details).stylize(MUTED), room).wrap(room) or [Content()]
    indent = " " * start.cell_length
    return [start + details[0], *(Content(indent) + line for line in details[1:])]


def _below(row: Row, width: int) -> list[Content]:
    name = [Content.assemble("  ", plain(row.exercise).truncate(width - 2, ellipsis=True))]
    details = Content.assemble(
        plain(row.sets).stylize("bold"), "  ", plain(row.details).stylize(MUTED)
    )
    room = max(20, width - 4)
    rows = [Content("    ") + line for line in wrapped(details, room).wrap(room)]
    return (name if row.exercise else []) + rows
