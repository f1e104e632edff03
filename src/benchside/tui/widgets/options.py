"""A list of options that bears a terminal in which it has no room at all.

Textual's own ends the program when a page key comes while it is no cell wide or high.
"""

from __future__ import annotations

from textual.widgets import OptionList


class Options(OptionList):
    """A list in which page keys do nothing while no row of it can be seen."""

    def action_page_up(self) -> None:
        """Move up a page."""
        if self.scrollable_content_region:
            super().action_page_up()

    def action_page_down(self) -> None:
        """Move down a page."""
        if self.scrollable_content_region:
            super().action_page_down()
