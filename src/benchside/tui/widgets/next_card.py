"""In a rest: the set that comes, its load large with the plates drawn, and how it is lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.session import Wording
from benchside.tui.keyed_app import with_keys
from benchside.tui.lines import MUTED, joined, whole, wrapped
from benchside.tui.pressing import act_on_click, acting
from benchside.tui.text import plain
from benchside.tui.text.counting import asked_large
from benchside.tui.text.session import CHANGES, NEXT, in_columns
from benchside.tui.widgets.glyphs import can_draw, draw, fitting_scale
from benchside.tui.widgets.plates import drawn_bar
from benchside.view import asked_of, load_of, plates_of, rpe_of, set_of, tempo_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events

    from benchside.view import SetView

_GLYPH_ROWS: Final = 5
_MAX_ROWS: Final = 10
_AROUND: Final = 12
"""Rows of all the rest, with air between them."""
_LABELS: Final = 11
"""Cells for the word in front of a fact."""

_ROOMY: Final = 11
"""From so many rows on there is air between the facts."""


class NextCard(Widget):
    """Where there is no load, what is asked for stands large; a click starts the set."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    NextCard { width: 1fr; height: 1fr; padding: 0 2; pointer: pointer; }
    """

    card: reactive[SetView | None] = reactive(None)
    wording = reactive(Wording.MOTION)
    memory: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """What the log knows of it, each fact with its label."""

    def render(self) -> Content:
        """Write as much as there is room for, the load first."""
        if self.card is None:
            return Content()
        width, height = self.content_size
        rows = list(self._rows(self.card, width, height))
        return Content("\n").join(row.truncate(width, ellipsis=True) for row in rows[:height])

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked; anywhere else start the set."""
        await act_on_click(self.screen, event, "go")

    def _rows(self, card: SetView, width: int, height: int) -> Iterator[Content]:
        is_roomy = height >= _ROOMY
        label = Content.styled(f"{NEXT}  ", "bold $text-success")
        about = [plain(set_of(card)), plain(card.exercise).stylize("bold")]
        yield label + whole(about, width - label.cell_length)
        if is_roomy:
            yield Content()
        large = load_of(card.load) or asked_large(card)
        rows = min(max(_GLYPH_ROWS, height - _AROUND), _MAX_ROWS)
        yield from _large(large, width, rows if is_roomy else 3)
        if is_roomy:
            yield Content()
        bar = drawn_bar(card.plates, width)
        if bar and is_roomy:
            yield Content(bar)
        if card.plates:
            yield Content.styled(plates_of(card.plates), MUTED)
        yield joined([plain(asked_of(card)).stylize("bold"), rpe_of(card.rpe)])
        tempo = tempo_in_words(card, self.wording)
        if tempo:
            yield Content(" · ".join(tempo))
        for name, told in self.memory:
            yield from in_columns(name.lower(), told, _LABELS, width)
        keys = [
            acting(Content.styled(with_keys(self.app, told), MUTED), action)
            for action, told in CHANGES
        ]
        yield whole(keys, width)


def _large(text: str, width: int, rows: int) -> list[Content]:
    style = "bold $text-warning"
    scale = fitting_scale(text, width, rows) if can_draw(text) else 0
    if scale < 1:
        return [line.stylize(style) for line in wrapped(plain(text), width, rows).wrap(width)]
    return [Content.styled(row, style) for row in draw(text, scale)]
