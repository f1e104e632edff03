"""Something to be written on one line: a note about a set, the name of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from benchside.tui.dialogs import keys_read
from benchside.tui.text import plain
from benchside.tui.widgets.line_input import LineInput
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input

LINE: Final = "line"
"""The field, in a draft."""


class LineScreen(ModalScreen[str | None]):
    """Is dismissed with what was written, or None where it was left."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "leave", "leave it", show=False, priority=True),
        Binding("enter", "save", "save", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        keys: str,
        value: str = "",
        *,
        about: str = "",
        goes_on: bool = False,
        draft: dict[str, str] | None = None,
    ) -> None:
        """Begin with a value: a suggestion that typing replaces, or a text that `goes_on`.

        A draft holds what is typed until it is saved or left; with one it goes on from there.
        """
        super().__init__()
        self._title = title
        self._about = about
        self._keys = keys
        self._draft = {} if draft is None else draft
        is_suggestion = not goes_on and LINE not in self._draft
        self._field = LineInput(self._draft.get(LINE, value), select_on_focus=is_suggestion)

    def compose(self) -> ComposeResult:
        """Yield one line to write on."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="title", markup=False)
            if self._about:
                yield Static(plain(self._about), classes="about")
            yield self._field
            yield Static(self._keys, classes="keys", markup=False)
        yield TooSmall()

    async def action_save(self) -> None:
        """Take what was written."""
        await keys_read(self)
        self._draft.clear()
        self.dismiss(self._field.value.strip())

    def action_leave(self) -> None:
        """Leave it as it was."""
        self._draft.clear()
        self.dismiss(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hold what is typed."""
        if event.input.has_focus:
            self._draft[LINE] = event.value
