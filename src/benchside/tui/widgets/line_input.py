"""A field of one line that takes a pasted text whole: its lines are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from benchside.session.answers import MAX_NOTE

if TYPE_CHECKING:
    from textual import events


class LineInput(Input):
    """An input that keeps every line of what is pasted, with a space between them."""

    def __init__(self, value: str) -> None:
        super().__init__(value, max_length=MAX_NOTE, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Join the lines, and let the field insert them."""
        event.stop()
        event.prevent_default()  # which would take the first line only
        self.insert_text_at_cursor(" ".join(event.text.split()))
