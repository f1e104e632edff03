"""Stands over everything while the terminal is too small; what runs goes on running."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from benchside.tui.text import too_small

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

    def on_resize(self) -> None:
        """Tell another size."""
        self.refresh()

    def render(self) -> Content:
        """Say what is and what is needed."""
        return Content(too_small(self.app.size, (MIN_WIDTH, MIN_HEIGHT)))
