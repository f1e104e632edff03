"""An app that offers our themes beside Textual's, all of them readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

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
        self._has_theme = False
        super().__init__(driver_class=driver_class)
        for theme in THEMES:
            self.register_theme(theme)

    def begin_with_theme(self, name: str) -> None:
        """Set the theme before anything is drawn; later it is set by its name, `theme`.

        So no style is worked out twice before the first frame.
        """
        self._has_theme = True
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme, moved where they need it, and those of the bands."""
        variables = super().get_css_variables()
        if not self._has_theme:  # Textual asks before it can be told
            return variables
        self.theme_variables = {**variables, **readable(variables)}
        return self.theme_variables
