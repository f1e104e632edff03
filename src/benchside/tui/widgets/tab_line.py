"""The line on top of a tab: the program, what is to be known today, and the way to other tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget

from benchside.tui import keys
from benchside.tui.lines import MUTED, spread
from benchside.tui.tabs import TABS
from benchside.tui.text import TITLE, plain

if TYPE_CHECKING:
    from textual import events

    from benchside.tui.tabs import Tab

_KEYS: Final = {binding.action.split("'")[1]: binding for binding in keys.TABS}
"""The binding that leads to each tab."""

_APART: Final = "  "
_EDGE: Final = " "


class TabLine(Widget):
    """One row; a click on a tab leads to it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TabLine { height: 1; dock: top; background: $panel; pointer: pointer; }
    """

    def __init__(self, tab: str, about: str = "") -> None:
        super().__init__()
        self._tab = tab
        self._about = about

    def update(self, about: str) -> None:
        """Say something else beside the program's name."""
        if about != self._about:
            self._about = about
            self.refresh()

    def render(self) -> Content:
        """Write the line."""
        title = Content.styled(TITLE.upper(), "bold $text-primary")
        left = Content.assemble(_EDGE, title, _APART, plain(self._about).stylize(MUTED))
        tabs = Content(_APART).join(self._written(tab) for tab in TABS)
        return spread(left, tabs + Content(_EDGE), self.size.width)

    async def on_click(self, event: events.Click) -> None:
        """Go to the tab that was clicked."""
        end = self.size.width - len(_EDGE)
        for tab in reversed(TABS):
            start = end - self._written(tab).cell_length
            if start <= event.x < end:
                await self.run_action(f"screen.tab('{tab.name}')")
            end = start - len(_APART)

    def _written(self, tab: Tab) -> Content:
        is_here = tab.name == self._tab
        title = Content.styled(tab.title, "bold underline" if is_here else "")
        return Content.assemble(
            (self.app.get_key_display(_KEYS[tab.name]), "bold $text-primary"), " ", title
        )
