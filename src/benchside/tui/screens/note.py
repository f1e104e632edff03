"""A note about the set that is going on, or was the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from benchside.runner.commands import Note
from benchside.tui.text.session import NOTE_KEYS, NOTE_TITLE
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult

MAX_NOTE = 500
"""Longer is a diary."""


class NoteScreen(ModalScreen[Note | None]):
    """Is dismissed with the note, or None where nothing was written."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [Binding("escape", "dismiss(None)", "leave it", show=False)]

    def compose(self) -> ComposeResult:
        """One line to write on."""
        with Vertical(classes="dialog"):
            yield Static(NOTE_TITLE, classes="title", markup=False)
            yield Input(max_length=MAX_NOTE)
            yield Static(NOTE_KEYS, classes="keys", markup=False)
        yield TooSmall()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was written."""
        written = event.value.strip()
        self.dismiss(Note(written) if written else None)
