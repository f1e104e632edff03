"""What the log knows of the set that is shown: last time, what to lift today, a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.keyed_app import with_keys
from benchside.tui.lines import MUTED
from benchside.tui.text import plain
from benchside.tui.text.memory import RECORD, TODAY, session_rows

if TYPE_CHECKING:
    from textual.geometry import Size

    from benchside.player import SetMemory


class MemoryLines(Widget):
    """A row for each fact, none where there is nothing to tell."""

    DEFAULT_CSS = """
    MemoryLines { height: auto; max-height: 3; padding: 0 2; }
    """

    memory: reactive[SetMemory | None] = reactive(None, layout=True)
    is_at_work = reactive(False, layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many rows as there are facts."""
        return len(self._rows())

    def render(self) -> Content:
        """Write the facts, each on a row."""
        width = self.content_size.width
        return Content("\n").join(row.truncate(width, ellipsis=True) for row in self._rows())

    def _rows(self) -> list[Content]:
        if self.memory is None:
            return []
        return [
            Content.styled(f"{label}  ", "bold $text-success" if label == RECORD else MUTED)
            + plain(with_keys(self.app, told) if label == TODAY else told)
            for label, told in session_rows(self.memory, is_at_work=self.is_at_work)
        ]
