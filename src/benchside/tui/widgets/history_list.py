"""The lists of the history: exercises, sessions and weeks, one of them at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from benchside.log import ExerciseTrend, LoggedSession, WeekSum, exercise_key, monday_of
from benchside.tui import history_rows
from benchside.tui.lines import MUTED
from benchside.tui.text.history import HistoryTab
from benchside.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual import events
    from textual.app import ComposeResult

    from benchside.tui.history_reading import HistoryNow

Chosen: TypeAlias = ExerciseTrend | LoggedSession | WeekSum
"""A row of a list."""

_TABS: Final = tuple(HistoryTab)
_TAB_GAP: Final = "  "


class HistoryList(Vertical):
    """Keeps what is chosen in each list, whatever is read anew."""

    tab: reactive[HistoryTab] = reactive(HistoryTab.EXERCISES, init=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002 - it is called so in Textual
        super().__init__(id=id)
        self._rows: Sequence[Chosen] = ()
        self._known: HistoryNow | None = None
        self._kept: dict[HistoryTab, object] = {}
        self._today: date | None = None
        self._last: date | None = None
        self.list = RowList(id="rows")

    def compose(self) -> ComposeResult:
        """Yield which list it is, what its columns are, and its rows."""
        yield Static(id="tabs", markup=False)
        yield Static(id="row-head", markup=False)
        yield self.list

    @property
    def chosen(self) -> Chosen | None:
        """What is chosen; None where the list is empty."""
        place = self.list.chosen
        return None if place is None or place >= len(self._rows) else self._rows[place]

    def show(self, now: HistoryNow, *, today: date, last: date) -> None:
        """Show what is known now; trends end with the week of `last`."""
        self._known, self._today, self._last = now, today, last
        self._list()

    def watch_tab(self) -> None:
        """Show another list."""
        self._list()

    def turn(self, by: int) -> None:
        """Go on to another list."""
        self.tab = _TABS[(_TABS.index(self.tab) + by) % len(_TABS)]

    def show_sessions_of(self, week: WeekSum) -> None:
        """Go on to the sessions, with the last one of a week chosen."""
        past = self._known.past if self._known is not None else None
        for one in past.sessions if past is not None else ():
            if monday_of(one.started.date()) == week.monday:
                self._kept[HistoryTab.SESSIONS] = one.id
                break
        self.tab = HistoryTab.SESSIONS

    def on_row_list_moved(self) -> None:
        """Keep what is chosen."""
        if self.chosen is not None:
            self._kept[self.tab] = _key(self.chosen)

    def on_click(self, event: events.Click) -> None:
        """Go on to the list whose name was clicked."""
        widget, _ = self.screen.get_widget_at(*event.screen_offset)
        if widget is not self.query_one("#tabs"):
            return
        end = 0
        for tab in _TABS:
            end += len(tab) + len(_TAB_GAP)
            if event.x < end:
                self.tab = tab
                return

    def on_resize(self) -> None:
        """Write the heads for the width that there is."""
        self._write_heads()

    def _list(self) -> None:
        if self._known is None:
            return
        past = self._known.past
        lists: dict[HistoryTab, Sequence[Chosen]] = {
            HistoryTab.EXERCISES: past.exercises if past else (),
            HistoryTab.SESSIONS: past.sessions if past else (),
            HistoryTab.WEEKS: self._known.weeks,
        }
        if lists[self.tab] is self._rows:  # which are drawn with what is known now
            return
        self._rows = lists[self.tab]
        kept = self._kept.get(self.tab)
        places = [place for place, one in enumerate(self._rows) if _key(one) == kept]
        self._write_heads()
        self.list.show(len(self._rows), self._draw, chosen=places[0] if places else 0)

    def _write_heads(self) -> None:
        tabs = (
            Content.styled(tab, "bold $text-primary underline" if tab is self.tab else MUTED)
            for tab in _TABS
        )
        self.query_one("#tabs", Static).update(Content(_TAB_GAP).join([Content(""), *tabs]))
        width = self.list.scrollable_content_region.width
        head = self.query_one("#row-head", Static)
        head.display = self.tab is HistoryTab.EXERCISES
        head.update(history_rows.exercise_head(width))

    def _draw(self, place: int, width: int, is_chosen: bool) -> Content:
        today, last = self._today, self._last
        assert today is not None
        assert last is not None
        one = self._rows[place]
        match one:
            case ExerciseTrend():
                return history_rows.exercise_row(one, width, is_chosen=is_chosen, last=last)
            case LoggedSession():
                return history_rows.session_row(one, width, is_chosen=is_chosen, today=today)
            case WeekSum():
                return history_rows.week_row(one, width, is_chosen=is_chosen, today=today)


def _key(one: Chosen) -> object:
    """Return what a row is known by when the log is read anew."""
    match one:
        case ExerciseTrend():
            return exercise_key(one.exercise)
        case LoggedSession():
            return one.id
        case WeekSum():
            return one.monday
