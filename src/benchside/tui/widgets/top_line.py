"""Where in the session: its name and block, the time gone and left, the sets done as a line."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED, fitted, joined, spread
from benchside.tui.text import plain
from benchside.view import whole_minutes

MIN_SEGMENT: Final = 3
"""Cells of a set with the gap behind it; where there is less room the line has no gaps."""

MAX_SEGMENT: Final = 9


class TopLine(Widget):
    """Two rows at the top of the session."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TopLine { height: 2; padding: 0 2; }
    """

    session = reactive("")
    block = reactive("")
    round = reactive("")
    elapsed_min = reactive(0)
    """Minutes that are over."""
    remaining_min = reactive(0)
    """Minutes that are begun. What is left is an estimate, which seconds would make a promise of;
    and a line that moves with every second draws the eye and costs power."""
    sets = reactive((0, 0))
    """Done, and in all."""

    def render(self) -> Content:
        """Lay out both rows."""
        width = self.content_size.width
        time = joined(
            [
                Content.styled(f"{whole_minutes(self.elapsed_min)} in", "bold"),
                Content.styled(f"{whole_minutes(self.remaining_min)} to go", MUTED),
            ]
        )
        where = fitted(
            [plain(self.session).stylize("bold"), plain(self.block), Content(self.round)],
            width - time.cell_length - 2,
        )
        return Content("\n").join([spread(where, time, width), way(*self.sets, width)])


def way(done: int, total: int, width: int) -> Content:
    """Return the sets as segments of a line: done, the one of now, to come."""
    if total < 1 or width < 1:
        return Content()
    share = (width + 1) // total
    if share < MIN_SEGMENT:
        gone = width * done // total
        return Content.assemble(("━" * gone, "$bar-up"), ("─" * (width - gone), MUTED))
    segment = min(share, MAX_SEGMENT) - 1
    styles = [("━", "$bar-up")] * done + [("━", "$bar-ready")] + [("┅", MUTED)] * (total - done)
    parts = [Content.styled(sign * segment, style) for sign, style in styles[:total]]
    return Content(" ").join(parts)
