"""The history: a calendar, and lists of exercises, sessions and weeks, each with a page."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Horizontal
from textual.widgets import Static

from benchside.log import ExerciseTrend, LogFilter, LoggedSession, WeekSum, read_filter, streak_of
from benchside.session import InvalidValueError
from benchside.tui import history_keys
from benchside.tui.charting import terminal_dots
from benchside.tui.filtering import FilterScreen
from benchside.tui.history_reading import HistoryNow, read_history
from benchside.tui.keyed_app import with_keys
from benchside.tui.screens.past import PastScreen
from benchside.tui.tabs import TabScreen
from benchside.tui.text import history as text, plain
from benchside.tui.widgets.calendar import Calendar, CalendarDays
from benchside.tui.widgets.history_list import HistoryList
from benchside.tui.widgets.history_page import HistoryPage
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.row_list import RowList
from benchside.tui.widgets.tab_line import TabLine
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from benchside.tui.services import Services
    from benchside.tui.widgets.history_list import Chosen

TYPED_S: Final = 0.15
"""The log is read anew when nothing was typed for so long."""


class HistoryScreen(FilterScreen, TabScreen, PastScreen):
    """Opens at once, and shows what was done as soon as it is read."""

    TAB = "history"
    BINDINGS: ClassVar = history_keys.HISTORY
    FILTER_HINT = text.FILTER
    FILTER_BEFORE = "#problem"

    def __init__(self, services: Services) -> None:
        super().__init__(services.history)
        self.services = services
        self._now = HistoryNow(athlete=None)
        self._asked = LogFilter()
        self._mistake = ""
        """What is wrong with the filter; empty where nothing is."""

    def compose(self) -> ComposeResult:
        """Yield the line of the tabs, calendar, list and page."""
        yield TabLine(self.TAB)
        yield Static(id="problem", markup=False)
        yield Calendar()
        with Horizontal(id="lists"):
            yield HistoryList(id="left")
            yield HistoryPage(dots=terminal_dots(self), today=self.past.today)
        yield Static(text.READING, id="empty", markup=False)
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin with an empty calendar."""
        self._show(self._now)
        self.set_focus(self.query_one(RowList))

    def read(self) -> None:
        """Read what the filter lets through."""
        asked = self._asked
        self.background.ask(lambda: read_history(self.past, asked), self._show)

    def action_open(self) -> None:
        """Show what is chosen in full."""
        from benchside.tui.screens.exercise_history import ExerciseHistoryScreen
        from benchside.tui.screens.past_session import PastSessionScreen

        match self.query_one(HistoryList).chosen:
            case ExerciseTrend(exercise=exercise):
                athlete = self._now.athlete
                self.follow(ExerciseHistoryScreen(self.past, exercise, self._asked, athlete))
            case LoggedSession(id=record_id):
                self.follow(PastSessionScreen(self.past, record_id))
            case WeekSum() as week:
                self.query_one(HistoryList).show_sessions_of(week)

    def action_other_list(self, by: int) -> None:
        """Go on to another list."""
        self.query_one(HistoryList).turn(by)
        self.set_focus(self.query_one(RowList))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now; those of the lists only where these have rows."""
        if action in ("open", "other_list"):
            return bool(self._now.past is not None and self._now.past.sessions)
        return super().check_action(action, parameters)

    async def action_leave(self) -> None:  # type: ignore[override]
        """Stop filtering; without a filter go back."""
        if self.is_filtering:
            await self.action_end_filter()
        else:
            self.close_for(library=False)

    def focus_list(self) -> None:
        """Give the keys back to the list."""
        self.set_focus(self.query_one(RowList))

    @on(RowList.Moved)
    def _show_chosen(self) -> None:
        """Show what is chosen on the page, and its days in the calendar."""
        page, chosen = self.query_one(HistoryPage), self.query_one(HistoryList).chosen
        self._mark(chosen)
        match chosen:
            case ExerciseTrend():
                page.show_exercise(chosen, self.past.of(self._now.athlete), self._asked)
            case LoggedSession():
                page.show_session(chosen, self.past.of(self._now.athlete))
            case WeekSum():
                sets = [one.sets for week in self._now.weeks for one in week.muscles.muscles]
                page.show_week(chosen, most_sets=max(sets, default=Decimal(0)))
            case None:
                page.clear()

    @on(HistoryPage.Failed)
    def _tell_failure(self, failed: HistoryPage.Failed) -> None:
        self.complain(failed.problem)

    def filter(self) -> None:
        """Take the filter as far as it can be read, and read the log by it when typing rests."""
        try:
            asked = read_filter(self.typed, athletes=self._now.athletes, today=self.past.today)
        except InvalidValueError as wrong:
            self._tell(f"{wrong.message}; {wrong.expected}")
            return
        self._tell("")
        if asked != self._asked:
            self._asked = asked
            self.set_timer(TYPED_S, lambda: self.read() if self._asked is asked else None)

    def _show(self, now: HistoryNow) -> None:
        """Show what is known now."""
        self._now = now
        past, today = now.past, self.past.today
        last = min(self._asked.until or today, today)
        facts: tuple[str, ...] = ()
        if past is not None and past.sessions:
            facts = (*text.calendar_facts(past, streak_of(past.sets, today=today)), *text.LEGEND)
        sets = past.sets if past is not None else {}
        self.query_one(Calendar).days = CalendarDays(sets=sets, last=last, facts=facts)
        has_rows = bool(past is not None and past.sessions)
        self.query_one("#lists").display = has_rows
        empty = self.query_one("#empty", Static)
        empty.display = not has_rows
        empty.update(plain(self._why_empty()))
        self.query_one(TabLine).update(text.whose(now.athlete or "", now.athletes))
        self._tell(self._mistake)
        self.query_one(HistoryList).show(now, today=today, last=last)
        self.refresh_bindings()

    def _why_empty(self) -> str:
        now = self._now
        if not now.is_whole:
            return text.READING
        if now.athlete is None:
            return text.nobody_chosen(now.athletes, self.past.own_name)
        return (
            text.EMPTY if self._asked == LogFilter() else with_keys(self.app, text.NOTHING_PASSES)
        )

    def _mark(self, chosen: Chosen | None) -> None:
        """Mark the days of what is chosen."""
        days: set[date] = set()
        match chosen:
            case ExerciseTrend(points=points):
                days = {point.started.date() for point in points}
            case LoggedSession(started=started):
                days = {started.date()}
            case WeekSum(monday=monday):
                days = {monday + timedelta(days=number) for number in range(7)}
        self.query_one(Calendar).marked = frozenset(days)

    def _tell(self, mistake: str) -> None:
        """Say what is wrong with the filter, else with the log; nothing where all is well."""
        self._mistake = mistake
        now = self._now
        problem = mistake or text.unread(now.problems) or text.left_out(now.left_out_before)
        line = self.query_one("#problem", Static)
        line.update(plain(problem))
        line.display = bool(problem)
