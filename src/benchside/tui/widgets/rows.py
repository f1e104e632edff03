"""Facts below each other; none of them takes the room of the others, however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from benchside.tui.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Size


class Rows(Widget):
    """As high as its facts are; each is cut after three rows."""

    DEFAULT_CSS = """
    Rows { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._rows: tuple[Content, ...] = ()

    def update(self, rows: Iterable[Content], *, layout: bool = True) -> None:
        """Show other facts; without layout they must take the same room as those before."""
        shown = tuple(row for row in rows if row)
        if shown != self._rows:
            self._rows = shown
            self.refresh(layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many rows as the facts take."""
        return len(self._written(width).wrap(width)) if self._rows and width else 0

    def render(self) -> Content:
        """Write all facts."""
        return self._written(self.content_size.width)

    def _written(self, width: int) -> Content:
        return Content("\n").join(wrapped(row, width) for row in self._rows)
