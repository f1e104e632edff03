"""What was done, set by set: to be corrected and confirmed, then saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from benchside.log.sums import sum_of
from benchside.runner.commands import Back, Close, Go, Undo
from benchside.runner.machine import State
from benchside.tui import keys
from benchside.tui.dialogs import open_dialog, open_note
from benchside.tui.rep_keys import RepKeys
from benchside.tui.text import plain
from benchside.tui.text.session import which_set
from benchside.tui.text.summary import REHEARSED, STATUSES, how_to_save, sum_in_short
from benchside.tui.widgets.big_text import BigText
from benchside.tui.widgets.done_table import DoneTable
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.log.record import Record
    from benchside.runner.commands import Command
    from benchside.runner.view import LastSet
    from benchside.tui.services import LiveSession


class SummaryScreen(Screen[bool]):
    """Stands over a session in its review; is dismissed with whether the session is over.

    It is not where the athlete returned to a set. However the screen goes, the session is logged.
    """

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar = keys.SUMMARY

    def __init__(self, session: LiveSession, *, is_rehearsal: bool) -> None:
        super().__init__()
        self.session = session
        self._is_rehearsal = is_rehearsal
        self._sets: tuple[LastSet, ...] = ()
        self._place = 0
        self._reps = RepKeys(session)
        self._goes_on = False
        self._word = BigText()
        self._table = DoneTable()
        self._sum = Static(id="sum")
        self._session_name = Static(id="session")
        self._how = Static(id="how")

    def compose(self) -> ComposeResult:
        """A large word, the sum, the sets, what enter does."""
        with Vertical(id="head"):
            yield self._word
            yield self._session_name
            yield self._sum
        with VerticalScroll():
            yield self._table
        with Vertical(id="log"):
            yield self._how
            yield Static(id="trouble")
        yield Footer(show_command_palette=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin with the set that was worked last."""
        self._sets = tuple(self.session.recorded())
        last = self.session.state.view.last
        places = [place for place, one in enumerate(self._sets) if last and one.index == last.index]
        self._place = places[0] if places else max(len(self._sets) - 1, 0)
        self._look()

    def on_screen_resume(self) -> None:
        """A dialog has gone: show what it changed."""
        if self._sets:
            self._look()

    def on_unmount(self) -> None:
        """Log the session as it stands, unless it goes on."""
        if not self._goes_on:
            self.session.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key does anything now."""
        if action in ("correct", "note", "choose", "add_rep", "type_reps"):
            return bool(self._sets)
        return keys.is_legal(action, self.session.state.view)

    @property
    def chosen(self) -> LastSet | None:
        """The set that is corrected; None where there is none."""
        return self._sets[self._place] if self._sets else None

    def action_go(self) -> None:
        """Confirm what is assumed, and save."""
        self._press(Go())

    def action_close(self) -> None:
        """Save as it is."""
        self._press(Close())

    def action_undo(self) -> None:
        """Take the last key back."""
        self._press(Undo())

    def action_back(self) -> None:
        """Return to the set that was skipped at the end."""
        self._press(Back())

    def action_choose(self, by: int) -> None:
        """Choose a set before or after this one."""
        self._place = min(max(self._place + by, 0), len(self._sets) - 1)
        self._look()

    def action_add_rep(self, by: int) -> None:
        """Correct the reps of the chosen set by one."""
        if self.chosen is not None:
            self._reps.add_to(self.chosen, by)
            self._look()

    def action_type_reps(self, digit: int) -> None:
        """Take a digit of the reps of the chosen set."""
        if self.chosen is not None:
            self._reps.type_for(self.chosen, digit)
            self._look()

    async def action_correct(self) -> None:
        """Ask what the chosen set really was."""
        from benchside.tui.screens.correct import CorrectScreen

        if self.chosen is not None:
            dialog = CorrectScreen(self._sets, self.chosen.index, self.session.order)
            await open_dialog(self, dialog)

    async def action_note(self) -> None:
        """Ask for a note on the chosen set."""
        if (chosen := self.chosen) is not None:
            about = which_set(chosen)
            await open_note(self, self.session, chosen.index, about, chosen.note)

    def action_help(self) -> None:
        """Show every key."""
        from benchside.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(keys.SUMMARY))

    def _press(self, command: Command) -> None:
        self.session.press(command)
        self._look()

    def _look(self) -> None:
        """Show the session as it is now, and go where the review is over."""
        state = self.session.state
        if state.view.state is not State.REVIEWING:
            self._goes_on = state.view.state is not State.FINISHED
            self.dismiss(not self._goes_on)
            return
        self._sets = tuple(self.session.recorded())
        if state.record is not None:
            self._show(state.record)
        self.query_one("#trouble", Static).update(plain(state.trouble))
        self.refresh_bindings()

    def _show(self, record: Record) -> None:
        self._word.text = STATUSES[record.status]
        self._session_name.update(plain(record.session.name))
        self._sum.update(plain(sum_in_short(sum_of(record))))
        self._how.update(plain(REHEARSED if self._is_rehearsal else how_to_save(record)))
        self._table.sets = record.sets
        self._table.chosen = self._place if self._sets else None
        self._table.scroll_visible()
