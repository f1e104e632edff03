"""The list of sessions: one click chooses, a click on what is chosen selects it, as enter does."""

from __future__ import annotations

from textual.widgets import OptionList


class SessionList(OptionList):
    """A list to look through with the mouse: a first click only shows what a session holds."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - it is called so in Textual
        super().__init__(id=id)
        self._chosen_before: int | None = None
        self._is_clicked = False

    def on_mouse_down(self) -> None:
        """Note what is chosen before the click."""
        self._chosen_before = self.highlighted

    def on_click(self) -> None:
        """Tell a click from a key, as long as it is handled."""
        self._is_clicked = True
        self.call_next(self._forget_click)

    def action_select(self) -> None:
        """Select what is chosen; a click that has only just chosen it selects nothing."""
        if not self._is_clicked or self.highlighted == self._chosen_before:
            super().action_select()

    def _forget_click(self) -> None:
        self._is_clicked = False
