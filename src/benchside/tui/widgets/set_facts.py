"""Beside what is counted: which set or side, large, and in small print how it is lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.session import SetType, Wording
from benchside.tui.lines import MUTED, joined, wrapped
from benchside.tui.text import plain
from benchside.tui.text.session import in_columns, in_pairs
from benchside.tui.widgets.glyphs import can_draw, draw, size_of
from benchside.view import asked_of, plates_of, rpe_of, set_of, tempo_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.view import SetView

MIN_ROWS: Final = 6
"""From so many rows on glyphs leave room for the facts below them."""

_LABELS: Final = 8
"""Cells for the word in front of a fact."""


class SetFacts(Widget):
    """One set: a fact a row, which set it is in glyphs where they have room."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SetFacts { width: 22; height: 1fr; padding: 0 2 0 0; }
    """

    card: reactive[SetView | None] = reactive(None)
    side = reactive("")
    """The side that is trained now, in the place of the number of the set."""
    wording = reactive(Wording.MOTION)
    last_time = reactive("")
    """What was done of it the last time; empty where nobody knows."""

    def render(self) -> Content:
        """Write as many facts as there are rows."""
        if self.card is None:
            return Content()
        width, height = self.content_size
        rows = list(self._rows(self.card, width, height))
        return Content("\n").join([*rows, *self._last_time(width, height - len(rows))][:height])

    def _last_time(self, width: int, rows: int) -> list[Content]:
        """Return what was done the last time; without how hard it was where that has no room."""
        if not self.last_time:
            return []
        told = in_columns("last", self.last_time, _LABELS, width)
        if len(told) > rows:
            told = in_columns("last", self.last_time.partition(", ")[0], _LABELS, width)
        return told

    def _rows(self, card: SetView, width: int, height: int) -> Iterator[Content]:
        which = self.side.upper() or f"{'RAMP' if card.is_ramp else 'SET'} {card.number}/{card.of}"
        large = _large(which, width) if height >= MIN_ROWS else []
        yield from large
        if large:
            yield Content()
        if not large or self.side:
            yield plain(set_of(card).capitalize()).stylize("bold")
        if self.side and not large:
            yield plain(self.side.upper()).stylize("bold")
        sort = card.type.value if card.type is not SetType.WORKING else ""
        yield from _wrapped(joined([plain(asked_of(card)), rpe_of(card.rpe), sort]), width)
        if card.plates:
            yield from _wrapped(plain(plates_of(card.plates)).stylize(MUTED), width)
        tempo = tempo_in_words(card, self.wording)
        if tempo:
            yield from in_columns("tempo", in_pairs(tempo, width - _LABELS), _LABELS, width)


def _large(text: str, width: int) -> list[Content]:
    if not can_draw(text) or size_of(text, 1)[0] > width:
        return []
    return [Content.styled(row, "bold") for row in draw(text, 1)]


def _wrapped(text: Content, width: int) -> list[Content]:
    return wrapped(text, width, 2).wrap(width) if width > 0 and len(text) else []
