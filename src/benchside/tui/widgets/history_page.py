"""What the chosen row of the history was, at a glance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual.containers import Container, VerticalScroll
from textual.message import Message

from benchside.log import read_exercise, read_session
from benchside.tui.background import Background
from benchside.tui.widgets.exercise_page import MAX_SHOWN, ExercisePage
from benchside.tui.widgets.past_page import PastPage, session_lines, week_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from textual.app import ComposeResult
    from textual.timer import Timer

    from benchside.log import ExerciseTrend, History, LogFilter, LoggedSession, SessionPast, WeekSum
    from benchside.tui.pacer.frames import Dots

SETTLED_S: Final = 0.08
"""Who goes through a list does not stay so long: nothing is read for a row in passing."""


class HistoryPage(Container):
    """Shows an exercise, a session or a week; what has to be read comes a moment later."""

    class Failed(Message):
        """The log cannot be read."""

        def __init__(self, problem: str) -> None:
            super().__init__()
            self.problem = problem

    def __init__(self, *, dots: Dots, today: date) -> None:
        super().__init__()
        self._today = today
        self._exercise = ExercisePage(dots=dots)
        self._page = PastPage()
        self._scroll = VerticalScroll(self._page, can_focus=False)
        self._background = Background(self, self._fail)
        self._waits: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield one page of each sort."""
        yield self._exercise
        yield self._scroll

    def on_mount(self) -> None:
        """Show nothing yet."""
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._forget()
        self._exercise.display = self._scroll.display = False

    def show_exercise(self, trend: ExerciseTrend, history: History, asked: LogFilter) -> None:
        """Show an exercise."""
        self._exercise.display, self._scroll.display = True, False
        self._exercise.show_trend(trend, today=self._today)
        self._settle(
            lambda: read_exercise(history, trend.exercise, asked, limit=MAX_SHOWN),
            lambda past: self._exercise.show_sessions(past, today=self._today),
        )

    def show_session(self, session: LoggedSession, history: History) -> None:
        """Show a session; the one before it stands until this one is read."""
        self._settle(partial(read_session, history, session.id), self._take_session)

    def show_week(self, week: WeekSum, *, most_sets: Decimal) -> None:
        """Show a week; the longest bar stands for so many sets."""
        self._forget()
        self._show_lines()
        self._page.show(partial(week_lines, week, most_sets=most_sets))

    def _forget(self) -> None:
        """Read nothing more of the row before."""
        self._background.forget()
        if self._waits is not None:
            self._waits.stop()

    def _fail(self, error: Exception) -> None:
        self.post_message(self.Failed(str(error)))

    def _take_session(self, past: SessionPast | None) -> None:
        self._show_lines()
        self._page.show(lambda _: ()) if past is None else self._page.show(
            partial(session_lines, past)
        )

    def _show_lines(self) -> None:
        self._exercise.display, self._scroll.display = False, True
        self._scroll.scroll_home(animate=False)

    def _settle(self, read: Callable[[], object], take: Callable[..., None]) -> None:
        """Read once the row has been chosen for a moment."""
        self._forget()
        self._waits = self.set_timer(
            SETTLED_S, lambda: self._background.ask(lambda: iter([read()]), take)
        )
