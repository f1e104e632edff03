"""How the main exercise of a session goes, as a line below what was done last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.widgets import Static

from benchside.tui.charting import line_of, terminal_dots
from benchside.tui.lines import MUTED, spread
from benchside.tui.text import plain
from benchside.tui.text.history import Plotted
from benchside.tui.text.library import TOP_SET, top_set_about, top_set_now
from benchside.tui.widgets.chart import Chart

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.log import TopSet

LEAST_ROWS: Final = 6
MOST_ROWS: Final = 12
"""With its title and its dates."""


class TopSetChart(Vertical):
    """As high as it is told to be."""

    DEFAULT_CSS = """
    TopSetChart {
        margin-top: 1;
        #top-set { height: 1; text-wrap: nowrap; }
    }
    """

    def __init__(self, top_set: TopSet) -> None:
        super().__init__()
        self._top_set = top_set
        self._title = Static(id="top-set", markup=False)

    def compose(self) -> ComposeResult:
        """Title and line."""
        yield self._title
        chart = Chart(dots=terminal_dots(self))
        chart.line = line_of(self._top_set.trend, Plotted.BEST)
        yield chart

    def on_resize(self) -> None:
        """Write the title in the room that there is."""
        label = plain(f"{TOP_SET}  ").stylize("bold $text-primary")
        about = plain(top_set_about(self._top_set)).stylize(MUTED)
        now = plain(top_set_now(self._top_set)).stylize(
            "bold $text-success" if self._top_set.is_record else "bold"
        )
        self._title.update(spread(label + about, now, self.size.width))
