"""Every key of a screen, from its bindings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from benchside.tui.text import HELP_KEYS, HELP_TITLE
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.dom import DOMNode
    from textual.screen import Screen


class HelpScreen(ModalScreen[None]):
    """Lists the keys of a screen: those of what has the focus first."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,space,enter", "dismiss(None)", "close", show=False)
    ]

    def __init__(self, below: Screen[Any]) -> None:
        """List the keys of the screen that it is to lie on."""
        super().__init__()
        focused = _bindings_of(below.focused) if below.focused is not None else []
        # What the focused widget brings from Textual, such as the arrows of a list, has no tooltip.
        told = [binding for binding in focused if binding.tooltip]
        every = (*told, *_bindings_of(below), *_bindings_of(below.app))
        self.bindings = [binding for binding in every if binding.description]

    def compose(self) -> ComposeResult:
        """Yield a row for each key."""
        with VerticalScroll(classes="dialog -wide-dialog"):
            yield Static(HELP_TITLE, classes="title", markup=False)
            for binding in self.bindings:
                with Horizontal(classes="key-row"):
                    yield Static(self.app.get_key_display(binding), classes="key", markup=False)
                    yield Static(binding.description, classes="word", markup=False)
                    yield Static(binding.tooltip, classes="what", markup=False)
            yield Static(HELP_KEYS, classes="keys", markup=False)
        yield TooSmall()


def _bindings_of(node: DOMNode) -> list[Binding]:
    """Return the bindings that a widget, a screen or an app itself has, in their order."""
    return [binding for binding in type(node).BINDINGS if isinstance(binding, Binding)]
