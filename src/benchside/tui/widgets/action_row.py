"""One row that does something when it is entered or clicked."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from benchside.tui.dialog_keys import ACTION_ROW
from benchside.tui.lines import MUTED


class ActionRow(Widget, can_focus=True):
    """Posts `Pressed`."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar = ACTION_ROW
    DEFAULT_CSS = """
    ActionRow {
        height: 1;
        width: 1fr;
        text-wrap: nowrap;
        pointer: pointer;
        &:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """

    class Pressed(Message):
        """It was entered or clicked."""

        def __init__(self, row: ActionRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, label: str, about: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._label = label
        self._about = about

    def action_press(self) -> None:
        """Do it."""
        self.post_message(self.Pressed(self))

    def action_leave(self, steps: int) -> None:
        """Go to the row above or below."""
        if steps > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_click(self) -> None:
        """Do it."""
        self.action_press()

    def render(self) -> Content:
        """Write the row."""
        mark = "▶ " if self.has_focus else "  "
        about = Content.styled(f"   {self._about}", "" if self.has_focus else MUTED)
        label = Content.styled(self._label, "bold")
        return Content.assemble(mark, label, about).truncate(self.size.width, ellipsis=True)
