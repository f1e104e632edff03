"""Facts behind their labels, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED
from benchside.tui.text import plain

if TYPE_CHECKING:
    from textual.geometry import Size

GAP = 2
"""Cells between label and fact."""


class LabelledRows(Widget):
    """As high as there are facts; a fact that is longer than its row is cut."""

    DEFAULT_CSS = """
    LabelledRows { height: auto; }
    """

    rows: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many rows as there are facts."""
        return len(self.rows)

    def render(self) -> Content:
        """Write the facts; a label that stood above already is not repeated."""
        width = self.content_size.width
        labels = max((len(label) for label, _ in self.rows), default=0) + GAP
        lines, before = [], ""
        for label, told in self.rows:
            shown = "" if label == before else label
            before = label
            line = Content.styled(shown.ljust(labels), MUTED) + plain(told)
            lines.append(line.truncate(width, ellipsis=True))
        return Content("\n").join(lines)
