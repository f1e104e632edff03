"""Every key of a screen, from its bindings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from benchside.tui.dialog_keys import KEYS_HELP
from benchside.tui.keyed_app import displays_of, is_changed, tooltip_of, with_keys
from benchside.tui.screens.question import QuestionScreen
from benchside.tui.text import HELP_KEYS, HELP_TITLE
from benchside.tui.widgets.key_line import bindings_of
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import App, ComposeResult
    from textual.binding import Binding
    from textual.screen import Screen


class HelpScreen(ModalScreen[None]):
    """Lists the keys of a screen: those of what has the focus first."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = KEYS_HELP

    def __init__(self, below: Screen[Any]) -> None:
        """List the keys of the screen that it is to lie on."""
        super().__init__()
        focused = bindings_of(below.focused) if below.focused is not None else []
        of_screen = below.told_bindings if isinstance(below, QuestionScreen) else bindings_of(below)
        # What the focused widget brings from Textual, such as the arrows of a list, has no tooltip.
        told = [binding for binding in focused if binding.tooltip or is_changed(below.app, binding)]
        every = (*told, *of_screen, *bindings_of(below.app))
        self.rows = tuple(_rows(below.app, every))

    def compose(self) -> ComposeResult:
        """Yield a row for each key."""
        with VerticalScroll(classes="dialog -wide-dialog"):
            yield Static(HELP_TITLE, classes="title", markup=False)
            for row in self.rows:
                with Horizontal(classes="key-row"):
                    for told, part in zip(row, ("key", "word", "what"), strict=True):
                        yield Static(told, classes=part, markup=False)
            yield Static(with_keys(self.app, HELP_KEYS), classes="keys", markup=False)
        yield TooSmall()


def _rows(app: App[Any], bindings: Iterable[Binding]) -> Iterator[tuple[str, str, str]]:
    """Yield keys, name and meaning of each action.

    One without a name is told with the one before it, unless it has a key of the athlete's own.
    """
    word = ""
    for binding in bindings:
        word = binding.description or word
        if binding.description or is_changed(app, binding):
            yield displays_of(app, binding), word, tooltip_of(app, binding)
