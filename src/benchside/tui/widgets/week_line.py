"""The week of today on one row below the library, where there is room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widget import Widget

from benchside.tui.lines import MUTED, whole
from benchside.tui.text import plain
from benchside.tui.text.week import THIS_WEEK, WeekDay, days_of, facts_of_week
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.too_small import is_roomy

if TYPE_CHECKING:
    from textual.screen import Screen

    from benchside.log import ThisWeek

_STYLES = {WeekDay.TRAINED: "bold $text-success", WeekDay.TODAY: "bold", WeekDay.FREE: MUTED}


class WeekLine(Widget):
    """Shows which days had a session, and what they came to; what has no room is left out."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    WeekLine { dock: bottom; height: 1; margin-bottom: 1; padding: 0 1; text-wrap: nowrap; }
    """

    def __init__(self, week: ThisWeek) -> None:
        super().__init__()
        self._week = week

    def on_mount(self) -> None:
        """Follow the size of the terminal."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._measure)
        self._measure(self.screen)

    def show(self, week: ThisWeek) -> None:
        """Show what has been done since."""
        if week != self._week:
            self._week = week
            self.refresh()

    def render(self) -> Content:
        """Write the line."""
        days = Content("  ").join(
            Content.styled(f"{letter} {kind.value}", _STYLES[kind])
            for letter, kind in days_of(self._week)
        )
        label = Content.styled(f"{THIS_WEEK}   ", "bold $text-primary")
        facts = [plain(one) for one in facts_of_week(self._week)]
        left = Content.assemble(label, days, "     ")
        return left + whole(facts, self.content_size.width - left.cell_length)

    def _measure(self, screen: Screen[Any]) -> None:
        self.display = is_roomy(screen.app.size)


def tell_week(screen: Screen[Any], week: ThisWeek | None) -> None:
    """Show a week above the keys of a screen; None takes the line away."""
    lines = screen.query(WeekLine)
    if week is None:
        lines.remove()
    elif lines:
        lines.first().show(week)
    else:
        screen.mount(WeekLine(week), before=screen.query_one(KeyLine))
