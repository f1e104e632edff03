"""The command palette, which closes itself and nothing else.

Textual's own closes whatever is on top when a second enter comes while it closes: the screen below,
or the program.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.theme import ThemeProvider
from textual.widgets import OptionList

from benchside.tui.keyed_app import KeyedApp, tooltip_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

NOT_OURS: Final = frozenset({"Keys", "Quit"})
"""What Textual offers and our own keys do better: help, and leaving."""

IDENTITY = "--command-palette"
"""By it Textual knows that the palette is open."""


class Palette(CommandPalette):
    """A palette that can be closed once, and that page keys do not end where it has no room."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now."""
        is_page = action == "command_list" and str(parameters[0]).startswith("page")
        if is_page and not self.query_one(OptionList).scrollable_content_region:
            return False
        return super().check_action(action, parameters)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it; once it is closed, do nothing."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class PaletteApp(KeyedApp):
    """An app that opens this palette, with the actions of the screen first."""

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every action of the screen that works now, then those of any Textual app."""
        offered = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if active.enabled and active.tooltip and binding.action not in offered:
                offered.add(binding.action)
                title = f"{binding.description[:1].upper()}{binding.description[1:]}"
                run = partial(self.run_action, binding.action, active.node)
                yield SystemCommand(title, tooltip_of(self, binding), run)
        yield from (
            command
            for command in super().get_system_commands(screen)
            if command.title not in NOT_OURS
        )

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id=IDENTITY))

    def action_step(self, by: int) -> None:
        """Choose the row above or below in the list that has the focus."""
        from benchside.tui.widgets.row_list import RowList

        focused = self.focused
        if isinstance(focused, RowList):
            focused.action_move(by)
        elif isinstance(focused, OptionList) and by > 0:
            focused.action_cursor_down()
        elif isinstance(focused, OptionList):
            focused.action_cursor_up()

    def action_help(self) -> None:
        """Show every key of the screen."""
        from benchside.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def search_themes(self) -> None:
        """Let a theme be chosen."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))
