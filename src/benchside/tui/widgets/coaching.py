"""The coaching cue of the moment: what the coach beside the bench would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import wrapped
from benchside.tui.text import plain

if TYPE_CHECKING:
    from textual.content import Content


class Coaching(Widget):
    """A line or two."""

    DEFAULT_CSS = """
    Coaching {
        height: 3;
        padding: 0 2;
        content-align: left middle;
        text-style: bold italic;
    }
    """

    cue = reactive("")

    def render(self) -> Content:
        """Write the cue."""
        return wrapped(plain(self.cue), *self.content_size)
