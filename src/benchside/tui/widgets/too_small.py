"""The size that the screens are made for, and what stands over one where nothing has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from benchside.tui.text import too_small

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.screen import Screen

MIN_WIDTH = 80
MIN_HEIGHT = 24
"""From here on a screen shows all it has; below, what is needed."""

ROOMY_WIDTH = 120
ROOMY_HEIGHT = 36
"""From here on a screen also shows what is good to know, and no more than that."""

LEAST_WIDTH = 20
LEAST_HEIGHT = 6
"""Below, a page or a dialog cannot be used."""


def is_roomy(size: Size) -> bool:
    """Return whether a terminal has room for more than is needed."""
    return size.width >= ROOMY_WIDTH and size.height >= ROOMY_HEIGHT


class TooSmall(Widget):
    """Says which size is needed, and hides what it stands over; what runs goes on running."""

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
        &.-shown { display: block; }
    }
    Screen { layers: default above; }
    """

    def on_mount(self) -> None:
        """Follow the size of the terminal."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._measure)

    def render(self) -> Content:
        """Return what is and what is needed."""
        return Content(too_small(self.app.size, (LEAST_WIDTH, LEAST_HEIGHT)))

    def _measure(self, screen: Screen[object]) -> None:
        width, height = screen.app.size
        self.set_class(width < LEAST_WIDTH or height < LEAST_HEIGHT, "-shown")
        self.refresh()
