"""One session of the past in full: every set, its records and notes; corrected and deleted here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from benchside.log import read_session, sum_of
from benchside.session import InvalidValueError, read_note
from benchside.tui import history_keys
from benchside.tui.dialogs import open_dialog
from benchside.tui.lines import joined
from benchside.tui.screens.past import PastScreen
from benchside.tui.text import history as text, plain
from benchside.tui.text.summary import sum_in_short
from benchside.tui.widgets.done_table import DoneTable
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.past_page import PastPage, compared_lines
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.log import Record, SessionPast
    from benchside.tui.services import PastSessions


class PastSessionScreen(PastScreen):
    """Shows the log's latest word of a session; every change of it is a line more."""

    BINDINGS: ClassVar = history_keys.SESSION

    def __init__(self, past: PastSessions, record_id: str) -> None:
        super().__init__(past)
        self._record_id = record_id
        self._record: Record | None = None
        self._table = DoneTable()
        self._page = PastPage()

    def compose(self) -> ComposeResult:
        """Yield facts, the sets, and what they came to."""
        yield Static(id="title", markup=False)
        yield Static(text.READING, id="facts", markup=False)
        yield Static(id="sum", markup=False)
        with Horizontal(id="session"):
            with Vertical(id="done"):
                yield VerticalScroll(self._table, can_focus=False, id="sets")
                yield Static(id="notes", markup=False)
            yield VerticalScroll(self._page, can_focus=False, id="review")
        yield KeyLine()
        yield TooSmall()

    def read(self) -> None:
        """Read the session as it is now."""
        history, record_id = self.past.of(None), self._record_id

        def answer() -> SessionPast | None:
            record = history.record(record_id)
            own = self.past.of(None if record is None else record.athlete)
            return read_session(own, record_id)

        self.background.ask(lambda: iter([answer()]), self._take)

    def action_move(self, by: int) -> None:
        """Choose another set."""
        if self._record is not None and self._table.chosen is not None:
            self._choose(self._table.chosen + by)

    async def action_correct(self) -> None:
        """Ask what the chosen set really was."""
        from benchside.tui.screens.logged_set import LoggedSetScreen

        before, place = self._record, self._table.chosen
        if before is None or place is None:
            return

        def keep(after: Record | None) -> None:
            if after is not None and after != before:
                self._amend(before, after)

        await open_dialog(self, LoggedSetScreen(before, place), keep)

    async def action_note(self) -> None:
        """Ask for a note on the session, with what is written already."""
        from benchside.tui.screens.line import LineScreen

        before = self._record
        if before is None:
            return

        def keep(note: str | None) -> None:
            if note is None or note == before.note:
                return
            try:
                self._amend(before, replace(before, note=read_note(note)))
            except InvalidValueError as wrong:
                self.complain(f"{wrong.message}; {wrong.expected}")

        dialog = LineScreen(
            text.NOTE_TITLE, text.NOTE_KEYS, before.note, about=before.session.name, goes_on=True
        )
        await open_dialog(self, dialog, keep)

    def action_delete(self) -> None:
        """Delete the session, and go back."""
        record = self._record
        if record is not None and self.change(lambda: self.past.editor.delete(record)):
            self.tell_change()
            self.close_for(library=False)

    def _amend(self, before: Record, after: Record) -> None:
        if self.change(lambda: self.past.editor.amend(before, after)):
            self.tell_change()

    def _take(self, past: SessionPast | None) -> None:
        if past is None:  # it is deleted
            self.close_for(library=False)
            return
        record = self._record = past.record
        self.query_one("#title", Static).update(plain(record.session.name))
        facts = [*text.session_facts(record), f'"{record.note}"' if record.note else ""]
        self.query_one("#facts", Static).update(joined(plain(fact) for fact in facts))
        self.query_one("#sum", Static).update(plain(sum_in_short(sum_of(record))))
        self._table.sets = record.sets
        self._page.show(partial(compared_lines, past.review))
        if record.sets:
            self._choose(self._table.chosen or 0)

    def _choose(self, place: int) -> None:
        """Choose a set, bring it into sight, and tell its notes."""
        record = self._record
        if record is None:
            return
        self._table.chosen = max(0, min(place, len(record.sets) - 1))
        notes = text.notes_of(record.sets[self._table.chosen])
        self.query_one("#notes", Static).update(plain(notes))
        line = Region(0, self._table.chosen_line, 1, 1)
        self.query_one("#sets", VerticalScroll).scroll_to_region(line, animate=False)
