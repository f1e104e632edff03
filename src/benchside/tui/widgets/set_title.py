"""Exercise and load of the set that is going on, to be read from the bench where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import spread, wrapped
from benchside.tui.text import plain
from benchside.tui.widgets.glyphs import can_draw, draw, size_of
from benchside.view import load_of

if TYPE_CHECKING:
    from benchside.view import SetView

GLYPH_ROWS: Final = 3
"""The lowest glyphs."""

_GAP: Final = 4


class SetTitle(Widget):
    """In glyphs from three rows on; a name that is too long for them stands in letters."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SetTitle {
        height: 1;
        padding: 0 2;
        text-style: bold;
        text-wrap: nowrap;
    }
    """

    card: reactive[SetView | None] = reactive(None)

    def render(self) -> Content:
        """Write the exercise at the left, the load at the right."""
        if self.card is None:
            return Content()
        width, height = self.content_size
        load = load_of(self.card.load)
        style = "$text-warning"
        if height < GLYPH_ROWS:
            return spread(plain(self.card.exercise), plain(load).stylize(style), width)
        loads = _large(load, width // 2) or [plain(load), Content(), Content()]
        room = width - max(row.cell_length for row in loads) - _GAP
        names = _large(self.card.exercise, room)
        if not names:
            written = wrapped(plain(self.card.exercise), room, GLYPH_ROWS).wrap(room)
            names = [*written, *[Content()] * (GLYPH_ROWS - len(written))]
        rows = zip(names, loads, strict=True)
        return Content("\n").join(
            Content.assemble(
                name, " " * (width - name.cell_length - row.cell_length), row.stylize(style)
            )
            for name, row in rows
        )


def _large(text: str, width: int) -> list[Content]:
    """Return a text in the lowest glyphs; empty where it has none, or no room."""
    if not text or not can_draw(text) or size_of(text, 1)[0] > width:
        return []
    return [Content(row) for row in draw(text, 1)]
