"""Facts behind their labels, a row or two each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED, wrapped
from benchside.tui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.geometry import Size

GAP = 2
"""Cells between label and fact."""
MAX_ROWS: Final = 2
"""Rows that a fact may take on a tall screen, on a lower one it has one; a longer one is cut."""
TALL: Final = 34


class LabelledRows(Widget):
    """As high as its facts; a label that stood above already is not repeated."""

    DEFAULT_CSS = """
    LabelledRows { height: auto; }
    """

    rows: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many rows as the facts take."""
        return len(list(self._lines(width)))

    def render(self) -> Content:
        """Write the facts."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        labels = max((len(label) for label, _ in self.rows), default=0) + GAP
        room, before = max(width - labels, 1), ""
        most = MAX_ROWS if self.screen.size.height >= TALL else 1
        for label, told in self.rows:
            shown = "" if label == before else label
            before = label
            for row in wrapped(plain(told), room, most).wrap(room):
                line = Content.styled(shown.ljust(labels), MUTED) + row
                yield line.truncate(width, ellipsis=True)
                shown = ""
