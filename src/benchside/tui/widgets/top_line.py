"""Where in the session: its name and block, the time gone and left, the sets done as a line."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED, fitted, joined, spread
from benchside.tui.text import plain
from benchside.view.words import whole_minutes


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
                Content.styled(whole_minutes(self.elapsed_min), "bold"),
                Content.styled(f"{whole_minutes(self.remaining_min)} to go", MUTED),
            ]
        )
        where = fitted(
            [plain(self.session).stylize("bold"), plain(self.block), Content(self.round)],
            width - time.cell_length - 2,
        )
        done, total = self.sets
        count = Content.styled(f" {done}/{total} sets", MUTED)
        room = max(0, width - count.cell_length)
        gone = room * done // total if total else 0
        line = Content.assemble(
            ("━" * gone, "$text-primary"), ("─" * (room - gone), "$foreground 25%"), count
        )
        return Content("\n").join([spread(where, time, width), line])
