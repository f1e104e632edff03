"""What was done of a session's exercises the last time, and what is proposed now."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.message import Message

from benchside.tui.lines import GAP, MUTED
from benchside.tui.text import plain
from benchside.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from textual.content import Content
    from textual.timer import Timer

    from benchside.library import Entry
    from benchside.log import SessionMemory, TopSet
    from benchside.tui.services import Services

SETTLED_S: Final = 0.15
"""Who goes through the list does not stay so long: nothing is read for a session in passing."""


class CardMemory(NamedTuple):
    """What the log knows of the session on the card."""

    memory: SessionMemory
    today: date
    top_set: TopSet | None = None


def memory_for_card(services: Services, entry: Entry) -> CardMemory:
    """Return what the log knows of a session; may take its time, raises OSError."""
    top_set = None if entry.plan is None else services.history.top_set(entry.plan)
    return CardMemory(services.recall(entry), services.setup.today, top_set)


class MemoryTable(Rows):
    """Reads the log on a thread once it has been shown for a moment; empty until it has."""

    DEFAULT_CSS = """
    MemoryTable { margin-top: 1; }
    """

    class Recalled(Message):
        """The log has been read."""

        def __init__(self, known: CardMemory, recall: Callable[[], CardMemory]) -> None:
            super().__init__()
            self.known = known
            self.recall = recall

    def __init__(self) -> None:
        super().__init__()
        self._recall: Callable[[], CardMemory] | None = None
        self._waits: Timer | None = None

    def begin(self, recall: Callable[[], CardMemory]) -> None:
        """Read what is known of another session."""
        self.clear()
        self._recall = recall
        self._waits = self.set_timer(SETTLED_S, self._read)

    def clear(self) -> None:
        """Show nothing."""
        if self._waits is not None:
            self._waits.stop()
        self._recall = None
        self.update([])

    def on_memory_table_recalled(self, message: Recalled) -> None:
        """Show what was read, unless another session is shown by now."""
        if message.recall is self._recall:
            self.update(_rows(message.known))  # the card has the message next
        else:
            message.stop()

    def _read(self) -> None:
        recall = self._recall

        def run() -> None:
            if recall is None:
                return
            try:
                self.post_message(self.Recalled(recall(), recall))
            except OSError:  # it is told with the date of the last time
                return

        # Not a worker of Textual's: a program that is left does not wait for this one.
        threading.Thread(target=run, name="recall", daemon=True).start()


def _rows(known: CardMemory) -> Iterator[Content]:
    from benchside.tui.text.memory import LAST_TIME, card_rows  # not for the first frame

    for number, (exercise, told, when) in enumerate(card_rows(known.memory, today=known.today)):
        if number == 0:
            yield plain(LAST_TIME).stylize("bold $text-primary")
        row = plain(f"  {exercise}  {told}" if exercise else f"    {told}")
        yield row + plain(f"{GAP}{when}").stylize(MUTED) if when else row
