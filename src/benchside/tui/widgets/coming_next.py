"""What comes after the set that is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED
from benchside.tui.text import plain
from benchside.tui.text.session import LAST_SET, in_short

if TYPE_CHECKING:
    from benchside.runner.view import SetCard


class ComingNext(Widget):
    """One row; the last set says that it is the last."""

    DEFAULT_CSS = """
    ComingNext { height: 1; padding: 0 3; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    card: reactive[SetCard | None] = reactive(None)

    def render(self) -> Content:
        """Write the set in short."""
        what = plain(in_short(self.card)) if self.card else Content(LAST_SET)
        return Content.assemble(("then  ", MUTED), what)
