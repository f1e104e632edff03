"""What was done, set by set, once it is in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from benchside.log.sums import sum_of
from benchside.tui import keys
from benchside.tui.text import plain
from benchside.tui.text.summary import NOTHING_LOST, STATUSES, sum_in_short
from benchside.tui.widgets.big_text import BigText
from benchside.tui.widgets.done_table import DoneTable
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from benchside.log.record import Record


class SummaryScreen(Screen[None]):
    """A page to read; is dismissed by a key."""

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar = keys.SUMMARY

    def __init__(self, record: Record, log_path: Path) -> None:
        super().__init__()
        self.record = record
        self._log_path = log_path

    def compose(self) -> ComposeResult:
        """A large word, the sum, the sets, where the log is."""
        with Vertical(id="head"):
            word = BigText()
            word.text = STATUSES[self.record.status]
            yield word
            yield Static(plain(self.record.session.name), id="session")
            yield Static(plain(sum_in_short(sum_of(self.record))), id="sum")
        with VerticalScroll():
            table = DoneTable()
            table.sets = self.record.sets
            yield table
        with Vertical(id="log"):
            yield Static(Content(NOTHING_LOST))
            yield Static(plain(str(self._log_path)), id="path")
        yield KeyLine()
        yield TooSmall()

    def action_done(self) -> None:
        """Leave the page."""
        self.dismiss()

    def action_help(self) -> None:
        """Show every key."""
        from benchside.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(keys.SUMMARY))
