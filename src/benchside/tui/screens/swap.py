"""Which exercise to do instead: the catalogue, those first that train the same muscles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from benchside.session import CatalogueEntry, alternatives_to
from benchside.tui.dialogs import keys_read
from benchside.tui.text import overview as text, plain
from benchside.tui.widgets.choice_list import ChoiceList
from benchside.tui.widgets.line_input import LineInput
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input

    from benchside.session import Catalogue


class SwapScreen(ModalScreen[CatalogueEntry | None]):
    """Is dismissed with the exercise that was chosen, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "leave it", show=False, priority=True),
        Binding("enter", "take", "take it", show=False, priority=True),
        Binding("up", "move(-1)", "the one above", show=False, priority=True),
        Binding("down", "move(1)", "the one below", show=False, priority=True),
    ]

    def __init__(self, exercise: str, catalogue: Catalogue) -> None:
        super().__init__()
        self._exercise = exercise
        self._all = alternatives_to(exercise, catalogue)
        self._shown = self._all

    def compose(self) -> ComposeResult:
        """Yield a field to filter by, and the exercises."""
        with Vertical(classes="dialog"):
            yield Static(text.SWAP_TITLE, classes="title", markup=False)
            yield LineInput("", select_on_focus=True)
            yield ChoiceList(classes="entries")
            yield Static(text.SWAP_KEYS, classes="keys", markup=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show every exercise."""
        self._list("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the exercises whose name holds what was typed."""
        self._list(event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the clicked one."""
        event.stop()
        self.dismiss(self._shown[event.option_index])

    def action_move(self, by: int) -> None:
        """Highlight the exercise above or below."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    async def action_take(self) -> None:
        """Take the highlighted one."""
        await keys_read(self)
        place = self.query_one(OptionList).highlighted
        if self._shown and place is not None:
            self.dismiss(self._shown[place])

    def _list(self, typed: str) -> None:
        words = typed.casefold().split()
        self._shown = tuple(
            entry for entry in self._all if all(word in entry.name.casefold() for word in words)
        )
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_row(entry)) for entry in self._shown])
        if not self._shown:
            options.add_option(Option(text.NOTHING_LIKE_IT, disabled=True))
        options.highlighted = 0 if self._shown else None


def _row(entry: CatalogueEntry) -> Content:
    muscles = ", ".join(entry.muscles.main)
    return Content.assemble(plain(entry.name), (f"  {muscles}", "italic"))
