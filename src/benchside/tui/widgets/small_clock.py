"""The session in a small terminal: what is counted, and the set, in as many rows as there are.

From a window of 79 × 23 down to one row, nothing that the athlete needs goes before something
that is nice to have: first the number, then the exercise, the set with its load, the target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED, fitted, whole
from benchside.tui.text import plain
from benchside.tui.text.session import NEXT
from benchside.tui.widgets.glyphs import can_draw, draw, fitting_scale
from benchside.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH
from benchside.view import (
    Activity,
    asked_of,
    counted_in_words,
    digits_of,
    load_of,
    plates_of,
    rep_of,
    rpe_of,
    set_of,
    time_of,
    written_tempo,
)

if TYPE_CHECKING:
    from textual.screen import Screen

    from benchside.view import SetView, View

TIERS: Final = {"-short": 16, "-tiny": 10, "-sliver": 4}
"""Classes that the screen has below these heights; the style sheet leaves rows out by them."""

_LARGE_ROWS: Final = 3
"""The lowest glyphs."""
_FACTS: Final = 3
"""Facts that the large number leaves room for: exercise, set and load, target."""
_ROOMY: Final = 24
_COMING: Final = frozenset({Activity.PREPARE, Activity.REST, Activity.WAIT})
_CAPTION: Final = 14
"""Cells that are kept for what stands beside the large number."""


class SmallClock(Widget):
    """Shows the view of its screen where that has no room for all its widgets."""

    DEFAULT_CSS = """
    SmallClock { display: none; height: 1fr; padding: 0 1; text-wrap: nowrap; }
    """

    view: reactive[View | None] = reactive(None, repaint=False)

    def on_mount(self) -> None:
        """Follow the view of the screen, and its size."""
        self.watch(self.screen, "view", self._follow)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._measure)

    def render(self) -> Content:
        """Write as much as there is room for."""
        if self.view is None:
            return Content()
        width, height = self.content_size
        return Content("\n").join(lines_of(self.view, width, height))

    def _follow(self, view: View) -> None:
        self.view = view
        if self.display:
            self.refresh()

    def _measure(self, screen: Screen[object]) -> None:
        """Tell the style sheet how many rows there are."""
        width, height = screen.app.size
        is_small = width < MIN_WIDTH or height < MIN_HEIGHT
        for name, below in TIERS.items():
            screen.set_class(is_small and height < below, name)


def lines_of(view: View, width: int, height: int) -> list[Content]:
    """Return what is needed of a view in a place of this size, the foremost first."""
    if width < 1 or height < 1:
        return []
    if height == 1:
        parts = (counted_in_words(view), load_of(view.set.load), _set_of(view.set, width))
        return [whole(map(plain, parts), width).stylize("bold")]
    facts = _facts(view, width)
    number = _large(view, width, max(_LARGE_ROWS, height - _FACTS))
    if not number or height < _LARGE_ROWS + 2:
        number = [plain(counted_in_words(view)).stylize("bold").truncate(width, ellipsis=True)]
    spare = height - len(number) - len(facts)
    above = [Content()] if spare > 1 else []
    below = [Content()] if spare > 0 else []
    return [*above, *number, *below, *facts][:height]


def _facts(view: View, width: int) -> list[Content]:
    """Return the set, a fact a line."""
    card = view.set
    heading = Content.styled(f"{NEXT}  ", MUTED) if view.mood in _COMING else Content()
    name = plain(card.exercise)
    rows = (
        heading + name.stylize("bold"),
        fitted([plain(_set_of(card, width)), plain(load_of(card.load)).stylize("bold")], width),
        fitted([plain(asked_of(card)), plain(rpe_of(card.rpe))], width),
        fitted([plain(plates_of(card.plates)), plain(written_tempo(card.tempo))], width).stylize(
            MUTED
        ),
        Content.styled(time_of(view), MUTED),
    )
    return [row.truncate(width, ellipsis=True) for row in rows if row]


def _set_of(card: SetView, width: int) -> str:
    """Return which set: `set 2 of 5`, or `set 2/5` where every cell counts."""
    return set_of(card) if width >= _ROOMY else set_of(card).replace(" of ", "/")


def _large(view: View, width: int, height: int) -> list[Content]:
    """Return what is counted in large glyphs, with what it counts beside it; empty without room."""
    number, caption = digits_of(view) if view.rep is None else rep_of(view)
    beside = ""
    widest = "0:00" if view.rep is None else f"0{number}"
    room = width - _CAPTION
    if not number or not can_draw(number):
        return []
    scale = min(fitting_scale(each, room, height) for each in (number, widest))
    if scale < 1:
        return []
    rows = draw(number, scale)
    words = [""] * len(rows)
    words[0], words[-1] = beside, caption
    return [
        Content.assemble(row, "  ", Content.styled(word, MUTED))
        for row, word in zip(rows, words, strict=True)
    ]
