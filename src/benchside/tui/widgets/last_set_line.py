"""The set that was finished last, as it stands in the journal, to be corrected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.keyed_app import key_of
from benchside.tui.lines import GAP, MUTED, fitted, joined, whole
from benchside.tui.text import plain
from benchside.tui.text.session import DONE_LAST, done_in_short, how_to_correct

if TYPE_CHECKING:
    from benchside.view import LastSetView


_ROOMY: Final = 66
"""Where there is less room, the exercise is left out, and how to correct the set."""


class LastSetLine(Widget):
    """One row; it asks where the reps cannot be known without being told."""

    DEFAULT_CSS = """
    LastSetLine {
        height: 1;
        padding: 0 2;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &.-asks { background: $band-ready; color: $on-ready; text-style: bold; }
    }
    """

    last: reactive[LastSetView | None] = reactive(None)
    side = reactive("")
    """The side whose reps the keys correct; empty where there are no sides."""
    is_correctable = reactive(False)

    def watch_last(self, last: LastSetView | None) -> None:
        """Stand out while a number is missing."""
        self.set_class(last is None, "-empty")
        self.set_class(last is not None and last.asks_reps and last.reps is None, "-asks")

    def render(self) -> Content:
        """Write what was done and how to correct it; in a narrow place the question comes first."""
        if self.last is None:
            return Content()
        width = self.content_size.width
        asks = self.has_class("-asks")
        label = Content.styled(f"{DONE_LAST}  ", MUTED)
        how = Content(
            how_to_correct(self.last, self.side, partial(key_of, self.app))
            if self.is_correctable
            else ""
        )
        *numbers, exercise, note = map(plain, done_in_short(self.last))
        if width < _ROOMY:
            return (
                whole([how, *numbers], width)
                if asks
                else label + whole(numbers, width - label.cell_length)
            )
        how = how.stylize(MUTED).pad_left(3) if how else how
        room = width - label.cell_length - how.cell_length
        done = fitted(numbers, room * 2 // 3)
        rest = fitted([exercise, note], room - done.cell_length - len(GAP))
        return label + joined([done, rest]) + how
