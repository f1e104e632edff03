"""Every key of a screen, from its bindings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from benchside.tui import keys
from benchside.tui.text import HELP_KEYS, HELP_TITLE
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class HelpScreen(ModalScreen[None]):
    """Lists the keys of the screen below it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,space,enter", "dismiss(None)", "close", show=False)
    ]

    def __init__(self, bindings: Sequence[BindingType]) -> None:
        super().__init__()
        self.bindings = [
            binding
            for binding in (*bindings, *keys.APP)
            if isinstance(binding, Binding) and binding.description
        ]

    def compose(self) -> ComposeResult:
        """A row for each key."""
        with VerticalScroll(classes="dialog -wide-dialog"):
            yield Static(HELP_TITLE, classes="title", markup=False)
            for binding in self.bindings:
                with Horizontal(classes="key-row"):
                    yield Static(self.app.get_key_display(binding), classes="key", markup=False)
                    yield Static(binding.description, classes="word", markup=False)
                    yield Static(binding.tooltip, classes="what", markup=False)
            yield Static(HELP_KEYS, classes="keys", markup=False)
        yield TooSmall()
