"""Fields that lose nothing: neither keys that come in a burst, nor lines of a pasted text."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.widgets import Input

from benchside.session import MAX_NOTE, is_control

if TYPE_CHECKING:
    from textual import events

EDITS: Final = {
    key: binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding) and binding.action != "submit"
    for key in binding.key.split(",")
}
"""What the keys do that move the cursor or delete."""


class OrderedInput(Input):
    """An input that takes all keys in the order in which they were pressed.

    Left to bindings, a backspace in a burst would come after the letters behind it.
    """

    async def on_key(self, event: events.Key) -> None:
        """Edit at once."""
        if (action := EDITS.get(event.key)) is not None:
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    async def keys_read(self) -> None:
        """Wait until every key that was pressed so far stands in the field."""
        read = asyncio.Event()
        if self.call_later(read.set):
            await read.wait()


class LineInput(OrderedInput):
    """An input that keeps every line of what is pasted, with a space between them."""

    def __init__(self, value: str, *, select_on_focus: bool) -> None:
        super().__init__(value, max_length=MAX_NOTE, select_on_focus=select_on_focus)

    def on_paste(self, event: events.Paste) -> None:
        """Join the lines, and insert them."""
        event.stop()
        event.prevent_default()  # which would take the first line only
        line = " ".join(event.text.split())
        line = "".join(character for character in line if not is_control(character))
        start, end = sorted(self.selection)
        room = MAX_NOTE - len(self.value) + end - start
        self.replace(line[:room], start, end)
