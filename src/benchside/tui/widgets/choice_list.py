"""A list of options that bears a terminal in which it has no room at all.

Textual's own ends the program when a page key comes while it is no cell wide or high.
"""

from __future__ import annotations

from textual.widgets import OptionList


class ChoiceList(OptionList):
    """A list in which page keys do nothing while no row of it can be seen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now."""
        is_page = action in {"page_up", "page_down"}
        if is_page and not self.scrollable_content_region:
            return False
        return super().check_action(action, parameters)
