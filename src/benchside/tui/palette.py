"""The command palette, which closes itself and nothing else.

Textual's own closes whatever is on top when a second enter comes while it closes: the screen below,
or the program.
"""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.theme import ThemeProvider

from benchside.tui.themed_app import ThemedApp

IDENTITY = "--command-palette"
"""By it Textual knows that the palette is open."""


class Palette(CommandPalette):
    """A palette that can be closed once."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it; once it is closed, do nothing."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class PaletteApp(ThemedApp):
    """An app that opens this palette."""

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id=IDENTITY))

    def search_themes(self) -> None:
        """Let a theme be chosen."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))
