"""Text as large as its place allows: digits, phase words, sides."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.text import plain
from benchside.tui.widgets.glyphs import can_draw, draw, fitting_scale


class BigText(Widget):
    """One line of text, scaled to its place.

    What has no glyph, or no room at the smallest scale, is shown in ordinary letters, bold.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    BigText {
        width: 1fr;
        height: 1fr;
        content-align: center middle;
        text-style: bold;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    text = reactive("")
    """What is shown; empty shows nothing."""
    room_for = reactive("")
    """Another text of which the scale is taken too, so that a shorter one does not jump in size."""

    def render(self) -> Content:
        """Draw the text in the largest glyphs that fit."""
        text = self.text
        if not text or not can_draw(text + self.room_for):
            return plain(text)
        width, height = self.content_size
        shown = (text, self.room_for or text)
        scale = min(fitting_scale(each, width, height) for each in shown)
        return Content("\n".join(draw(text, scale))) if scale else plain(text)
