"""Opening dialogs so that no key is lost: what is typed after the key that opens one is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual.widgets import Input, OptionList

from benchside.runner.commands import Note
from benchside.tui.text.session import NOTE_KEYS, NOTE_TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from benchside.tui.services import LiveSession

T = TypeVar("T")


async def open_dialog(
    above: Screen[Any], dialog: Screen[T], answered: Callable[[T | None], None] | None = None
) -> None:
    """Open a dialog and give its first field the focus before another key is read."""
    await above.app.push_screen(dialog, answered)
    fields = [*dialog.query(Input), *dialog.query(OptionList)]
    if fields:
        dialog.set_focus(fields[0])


async def open_note(
    above: Screen[Any], session: LiveSession, index: int, about: str, written: str
) -> None:
    """Ask for a note on a set, with what is written on it already, and keep it."""
    from benchside.tui.screens.line import LineScreen

    def keep(note: str | None) -> None:
        if note is not None:
            session.order(Note(index, note))

    await open_dialog(above, LineScreen(NOTE_TITLE, NOTE_KEYS, written, about=about), keep)
