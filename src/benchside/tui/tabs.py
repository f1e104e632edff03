"""The screens that stand side by side: sessions, history, settings. A key leads to each.

The sessions stand at the bottom, another tab above them; from one tab to the next nothing is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from textual.screen import Screen

if TYPE_CHECKING:
    from benchside.tui.services import Services


class Tab(NamedTuple):
    """One of the screens."""

    name: str
    title: str


TABS: Final = (
    Tab("sessions", "Sessions"),
    Tab("history", "History"),
    Tab("settings", "Settings"),
)
"""In their order; the first is the one that stands at the bottom."""


class TabScreen(Screen[Any]):
    """A screen from which a key leads to the others."""

    TAB: ClassVar[str]
    """The name of its tab."""
    services: Services

    async def action_tab(self, name: str) -> None:
        """Go to another tab."""
        if name == self.TAB or not self.is_current:
            return
        if TABS[0].name != self.TAB:
            self.app.pop_screen()  # awaited it would wait for itself
        if name != TABS[0].name:
            await self.app.push_screen(_screen_of(name, self.services))


def _screen_of(name: str, services: Services) -> Screen[Any]:
    """Make the screen of a tab; it is loaded only then."""
    from benchside.tui.screens.history import HistoryScreen
    from benchside.tui.screens.settings import SettingsScreen

    if name == HistoryScreen.TAB:
        return HistoryScreen(services)
    assert name == SettingsScreen.TAB
    return SettingsScreen(services)
