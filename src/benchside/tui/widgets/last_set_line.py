"""The set that was finished last, as it stands in the journal, to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED
from benchside.tui.text import plain
from benchside.tui.text.session import done_in_short, how_to_correct

if TYPE_CHECKING:
    from benchside.runner.view import LastSet


class LastSetLine(Widget):
    """One row; it asks where the reps cannot be known without being told."""

    DEFAULT_CSS = """
    LastSetLine {
        height: 1;
        padding: 0 3;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &.-asks { background: $warning-muted; color: $text-warning; text-style: bold; }
    }
    """

    last: reactive[LastSet | None] = reactive(None)
    side = reactive("")
    """The side whose reps the keys correct; empty where there are no sides."""
    is_correctable = reactive(False)

    def watch_last(self, last: LastSet | None) -> None:
        """Stand out while a number is missing."""
        self.set_class(last is not None and last.asks_reps and last.reps is None, "-asks")

    def render(self) -> Content:
        """Write what was done and how to correct it."""
        if self.last is None:
            return Content()
        how = how_to_correct(self.last, self.side)
        return Content.assemble(
            ("done  ", MUTED),
            plain(done_in_short(self.last)),
            (f"   {how}" if self.is_correctable else "", MUTED),
        )
