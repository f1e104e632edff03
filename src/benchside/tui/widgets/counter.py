"""A large number with a caption below it: the seconds, the rep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from benchside.tui.widgets.big_text import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Counter(Vertical):
    """The number takes what room there is; the caption one row."""

    DEFAULT_CSS = """
    Counter {
        width: 1fr;
        height: 1fr;
        padding: 0 2;
        #caption { height: 1; text-align: center; color: $text-muted; }
    }
    """

    number = reactive("", repaint=False)
    caption = reactive("", repaint=False)
    room_for = reactive("", repaint=False)
    """A wider number that the size leaves room for."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._number = BigText()
        self._caption = Static(id="caption", markup=False)

    def compose(self) -> ComposeResult:
        """Number above caption."""
        yield self._number
        yield self._caption

    def watch_number(self, number: str) -> None:
        """Draw another number."""
        self._number.text = number

    def watch_room_for(self, room_for: str) -> None:
        """Leave other room."""
        self._number.room_for = room_for

    def watch_caption(self, caption: str) -> None:
        """Write another caption."""
        self._caption.update(Content(caption), layout=False)
