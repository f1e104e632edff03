"""Opening dialogs so that no key is lost: what is typed after the key that opens one is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

T = TypeVar("T")


async def open_dialog(
    above: Screen[Any], dialog: Screen[T], answered: Callable[[T | None], None] | None = None
) -> None:
    """Open a dialog and give its first field the focus before another key is read."""
    from textual.widgets import Input, OptionList  # loaded with the first dialog

    await above.app.push_screen(dialog, answered)
    fields = [*dialog.query(Input), *dialog.query(OptionList)]
    if fields:
        dialog.set_focus(fields[0])


async def keys_read(dialog: Screen[Any]) -> None:
    """Wait until the keys that came before this one stand in the field that has the focus."""
    from benchside.tui.widgets.line_input import OrderedInput

    if isinstance(dialog.focused, OrderedInput):
        await dialog.focused.keys_read()
