"""An app that offers our themes beside Textual's, all of them readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.tui.safe_lines import SafeApp
from benchside.tui.themes import THEMES, readable

if TYPE_CHECKING:
    from textual.driver import Driver


class ThemedApp(SafeApp):
    """Whatever theme is chosen, its text and bars have the contrast that they need."""

    CSS = """
    Toast {
        background: $panel;
        &:ansi { background: $ansi-background; }
    }
    """

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        for theme in THEMES:
            self.register_theme(theme)

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme, moved where they need it, and those of the bands."""
        variables = super().get_css_variables()
        self.theme_variables = {**variables, **readable(variables)}
        return self.theme_variables
