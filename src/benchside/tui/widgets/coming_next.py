"""What comes after the set that is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED, fitted
from benchside.tui.text import plain
from benchside.tui.text.session import AFTER, LAST_SET, in_short

if TYPE_CHECKING:
    from benchside.view import SetView


class ComingNext(Widget):
    """One row; the last set says that it is the last, and a long name is cut before its load."""

    DEFAULT_CSS = """
    ComingNext { height: 1; padding: 0 2; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    card: reactive[SetView | None] = reactive(None)
    label = reactive(AFTER)
    """What the set comes after: the one that is going on, or the one that comes next."""

    def render(self) -> Content:
        """Write the set in short."""
        label = Content.styled(f"{self.label}  ", MUTED)
        if self.card is None:
            return label + Content(LAST_SET)
        room = self.content_size.width - label.cell_length
        return label + fitted(map(plain, in_short(self.card)), room)
