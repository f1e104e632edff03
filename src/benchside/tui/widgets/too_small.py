"""Stands over everything while the terminal is too small; what runs goes on running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.text import too_small

if TYPE_CHECKING:
    from textual import events

MIN_WIDTH = 80
MIN_HEIGHT = 24


class TooSmall(Widget):
    """Every screen has one; the classes of the breakpoints show it."""

    DEFAULT_CSS = """
    TooSmall {
        display: none;
        layer: above;
        dock: top;
        width: 100%;
        height: 100%;
        content-align: center middle;
        text-align: center;
        background: $background;
        color: $text;
    }
    Screen { layers: default above; }
    Screen.-narrow TooSmall, Screen.-flat TooSmall { display: block; }
    """

    terminal = reactive((0, 0))

    def on_resize(self, event: events.Resize) -> None:
        """Tell the present size."""
        self.terminal = (event.size.width, event.size.height)

    def render(self) -> Content:
        """Say what is and what is needed."""
        return Content(too_small(self.terminal, (MIN_WIDTH, MIN_HEIGHT)))
