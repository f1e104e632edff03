"""What was done, set by set: to be corrected and confirmed, then saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from benchside.log import sum_of
from benchside.runner import Back, Close, Go, NoteSession, State
from benchside.tui import footer, session_keys
from benchside.tui.dialogs import open_dialog
from benchside.tui.keyed_app import with_keys
from benchside.tui.screens.sets import SetScreen
from benchside.tui.side_notices import SideNotices
from benchside.tui.text import plain
from benchside.tui.text.memory import SESSION_NOTE_TITLE, summary_rows
from benchside.tui.text.summary import (
    NO_DISK,
    REHEARSED,
    STATUSES,
    how_to_return,
    how_to_save,
    sum_in_short,
)
from benchside.tui.widgets.big_text import BigText
from benchside.tui.widgets.done_table import DoneTable
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.labelled_rows import LabelledRows
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from benchside.log import Record
    from benchside.player import LiveSession, PlayerState
    from benchside.tui.rep_keys import RepKeys
    from benchside.view import LastSetView


class SummaryScreen(SetScreen[bool]):
    """Stands over a session in its review; is dismissed with whether the session is over.

    It is not where the athlete returned to a set. However the screen goes, the session is logged.
    """

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar = session_keys.SUMMARY

    def __init__(
        self,
        session: LiveSession,
        reps: RepKeys | None = None,
        notices: SideNotices | None = None,
        *,
        is_rehearsal: bool,
    ) -> None:
        super().__init__(session, reps)
        self._notices = notices or SideNotices()
        self._is_rehearsal = is_rehearsal
        self._sets: tuple[LastSetView, ...] = ()
        self._place = 0
        self._is_over = False
        self._goes_on = False
        self._gives_up = False
        self._word = BigText()
        self._table = DoneTable()
        self._sum = Static(id="sum")
        self._told = LabelledRows(id="told")
        self._session_name = Static(id="session")
        self._how = Static(id="how")

    def compose(self) -> ComposeResult:
        """Yield a large word, the sum, the sets, what enter does."""
        with Vertical(id="head"):
            yield self._word
            yield self._session_name
            yield self._sum
        yield self._told
        with VerticalScroll(can_focus=False):
            yield self._table
        with Vertical(id="log"):
            yield self._how
            yield Static(id="problem")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin with the set that was worked last; a key that is still held saves nothing."""
        self.first_look.begin()
        self.session.start(self._be_told)
        self._sets = tuple(self.session.sets.recorded)
        last = self.session.state.view.last
        places = [place for place, one in enumerate(self._sets) if last and one.id == last.id]
        self._place = places[0] if places else max(len(self._sets) - 1, 0)
        self.look()

    def on_unmount(self) -> None:
        """Log the session as it stands, unless it goes on."""
        if not self._goes_on:
            self.session.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Return whether a key does anything now."""
        if self._waits_for_disk(self.session.state):
            return action in ("close", "help")
        if action in ("correct", "note", "choose", "add_rep", "count_rep", "type_reps"):
            return bool(self._sets)
        return footer.is_legal(action, self.session.state.view)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, in the words of what they do to this session."""
        is_assumed = any(one.is_assumed for one in self._sets)
        return {
            key: footer.worded_in_review(
                binding, is_assumed=is_assumed, is_rehearsal=self._is_rehearsal
            )
            for key, binding in super().active_bindings.items()
        }

    @property
    def corrected(self) -> LastSetView | None:
        """The chosen set; None where there is none."""
        return self._sets[self._place] if self._sets else None

    def action_go(self) -> None:
        """Confirm what is assumed, and save."""
        if self.first_look.is_over_for("go"):
            self.press(Go())

    def action_close(self) -> None:
        """Save as it is; leave where no disk takes it."""
        if self.first_look.is_over_for("close"):
            self._gives_up = self._waits_for_disk(self.session.state)
            self.press(Close())

    def action_back(self) -> None:
        """Return to the set that was skipped at the end."""
        self.press(Back())

    def action_choose(self, by: int) -> None:
        """Choose a set before or after this one."""
        self._place = min(max(self._place + by, 0), len(self._sets) - 1)
        self.look()

    async def action_note_session(self) -> None:
        """Ask for a note on the session, with what is written already."""
        from benchside.tui.screens.line import LineScreen
        from benchside.tui.text.session import NOTE_KEYS

        record = self.session.state.record
        if record is None:
            return

        def keep(note: str | None) -> None:
            if note is not None and note != record.note:
                self.order(NoteSession(note))

        dialog = LineScreen(
            SESSION_NOTE_TITLE, NOTE_KEYS, record.note, about=record.session.name, goes_on=True
        )
        await open_dialog(self, dialog, keep)

    def look(self) -> None:
        """Show the session as it is now, and go where the review is over."""
        state = self.session.state
        self._notices.tell(self, state)
        if self._waits_for_disk(state):
            self.query_one("#problem", Static).update(
                plain(f"{state.problem}; {with_keys(self.app, NO_DISK)}")
            )
            self.refresh_bindings()
            return
        if state.view.state is not State.REVIEWING:
            self._leave(is_over=state.view.state is State.FINISHED)
            return
        self._sets = tuple(self.session.sets.recorded)
        self._place = max(min(self._place, len(self._sets) - 1), 0)
        if state.record is not None:
            self._show(state.record)
            told = summary_rows(state.review, state.record.note) if state.review else ()
            self._told.rows = tuple(told)
        self.query_one("#problem", Static).update(plain(state.problem))
        self.refresh_bindings()

    def _waits_for_disk(self, state: PlayerState) -> bool:
        """Return whether the session is over, and no disk has taken it yet."""
        is_over = state.view.state is State.FINISHED
        return is_over and state.unsaved is not None and not self._gives_up

    def _be_told(self) -> None:
        """Ask the screen to look, on the loop's thread."""
        self.call_later(self.look)

    def _leave(self, *, is_over: bool) -> None:
        if not self._is_over and self.is_active:
            self._is_over = True
            self._goes_on = not is_over
            self.dismiss(is_over)

    def _show(self, record: Record) -> None:
        self._word.text = STATUSES[record.status]
        self._session_name.update(plain(record.session.name))
        self._sum.update(plain(sum_in_short(sum_of(record))))
        view = self.session.state.view
        way_back = how_to_return(view.sets_passed_over if Back in view.allowed else 0)
        way_out = REHEARSED if self._is_rehearsal else how_to_save(record)
        self._how.update(
            plain(_capital(with_keys(self.app, way_back)) + _capital(with_keys(self.app, way_out)))
        )
        self._table.sets = record.sets
        self._table.chosen = self._place if self._sets else None
        self.call_after_refresh(self._scroll_to_chosen)

    def _scroll_to_chosen(self) -> None:
        line = self._table.chosen_line
        where = Region(0, line + self._table.virtual_region.y, 1, 1)
        self.query_one(VerticalScroll).scroll_to_region(where, animate=False)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
