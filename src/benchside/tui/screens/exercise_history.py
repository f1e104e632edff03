"""One exercise in full: how it goes, its records, and every session that had it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from benchside.log import best_rows
from benchside.tui import history_keys
from benchside.tui.charting import line_of, terminal_dots
from benchside.tui.columns import Column, table
from benchside.tui.history_reading import ExerciseNow, read_exercise_now
from benchside.tui.lines import MUTED, joined
from benchside.tui.screens.past import PastScreen
from benchside.tui.text import history as text, plain, short_day
from benchside.tui.text.history import Plotted
from benchside.tui.widgets.chart import Chart
from benchside.tui.widgets.exercise_page import session_table
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.past_page import PastPage
from benchside.tui.widgets.row_list import RowList
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from benchside.log import ExerciseTrend, LogFilter
    from benchside.tui.columns import Table
    from benchside.tui.services import PastSessions


class ExerciseHistoryScreen(PastScreen):
    """Shows the last sessions first, and all of them as soon as they are read."""

    BINDINGS: ClassVar = history_keys.EXERCISE

    def __init__(
        self, past: PastSessions, exercise: str, asked: LogFilter, athlete: str | None
    ) -> None:
        super().__init__(past)
        self._exercise = exercise
        self._asked = asked
        self._athlete = athlete
        self._now: ExerciseNow | None = None
        self._tempo = 0
        """Place of the tempo that is drawn."""
        self._plotted = Plotted.BEST
        self._table: Table | None = None

    def compose(self) -> ComposeResult:
        """Yield name and facts, chart beside records, sessions."""
        yield Static(id="title", markup=False)
        yield Static(id="facts", markup=False)
        with Horizontal(id="above"):
            with Vertical(id="plot"):
                yield Static(id="chart-title", markup=False)
                yield Chart(dots=terminal_dots(self))
            yield PastPage()
        yield Static(id="row-head", markup=False)
        yield RowList(id="rows")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Name the exercise before anything is read."""
        self.query_one("#title", Static).update(plain(self._exercise))
        self.query_one("#facts", Static).update(text.READING)
        self.set_focus(self.query_one(RowList))

    def read(self) -> None:
        """Read its sessions."""
        history, exercise, asked = self.past.of(self._athlete), self._exercise, self._asked
        self.background.ask(lambda: read_exercise_now(history, exercise, asked), self._take)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another tempo only where there is one."""
        if action == "other_tempo":
            return self._now is not None and len(self._now.trends) > 1
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        """Lay the columns out for the room that there is."""
        self._list()

    def action_open(self) -> None:
        """Show the chosen session in full."""
        from benchside.tui.screens.past_session import PastSessionScreen

        place = self.query_one(RowList).chosen
        if self._now is not None and place is not None:
            record_id = self._now.past.sessions[place].last.session
            self.follow(PastSessionScreen(self.past, record_id))

    def action_other_line(self) -> None:
        """Draw volumes in place of bests, or the other way round."""
        self._plotted = Plotted.BEST if self._plotted is Plotted.VOLUME else Plotted.VOLUME
        self._draw()

    def action_other_tempo(self) -> None:
        """Draw the sessions at another tempo."""
        if self._now is not None:
            self._tempo = (self._tempo + 1) % len(self._now.trends)
            self._draw()

    def _take(self, now: ExerciseNow) -> None:
        if not now.past.sessions and not now.trends:
            self.close_for(library=False)
            return
        self._now = now
        self._tempo = min(self._tempo, max(len(now.trends) - 1, 0))
        self._draw()
        self._list()
        self.refresh_bindings()

    @property
    def _trend(self) -> ExerciseTrend | None:
        trends = self._now.trends if self._now is not None else ()
        return trends[self._tempo] if trends else None

    def _draw(self) -> None:
        """Show the trend at the tempo that is chosen."""
        trend = self._trend
        if self._now is None or trend is None:
            return
        facts = [*text.trend_facts(trend, self.past.today)]
        if not self._now.past.is_whole:
            facts.append(text.MORE_TO_READ)
        self.query_one("#facts", Static).update(joined(plain(fact) for fact in facts))
        is_line = len(trend.points) > 1
        title = text.chart_title(trend, self._plotted) if is_line else text.NOTHING_TO_DRAW
        self.query_one("#chart-title", Static).update(plain(title))
        self.query_one(Chart).line = line_of(trend, self._plotted) if is_line else None
        self.query_one(PastPage).show(self._best_lines)

    def _best_lines(self, width: int) -> Iterator[Content]:
        """Yield the best at the tempo that is drawn."""
        trend, now = self._trend, self._now
        if trend is None or now is None:
            return
        rows = [
            row
            for bests in now.past.bests
            if bests.tempo == trend.tempo
            for row in best_rows(bests)
        ]
        laid = table(
            [
                Column("best", tuple(row.name for row in rows), style=MUTED, gives_way=True),
                Column("", tuple(row.told for row in rows), style="bold", gives_way=True),
                Column(
                    "",
                    tuple(short_day(row.when, self.past.today) for row in rows),
                    style=MUTED,
                    is_right=True,
                    rank=1,
                ),
            ],
            width,
        )
        yield Content.styled(text.BESTS if rows else "", "bold $text-primary")
        yield from laid.rows

    def _list(self) -> None:
        rows = self.query_one(RowList)
        width = rows.scrollable_content_region.width - 1
        if self._now is None or width < 1:
            return
        laid = session_table(self._now.past.sessions, width, today=self.past.today)
        self.query_one("#row-head", Static).update(Content(" ") + laid.head.stylize(MUTED))

        def draw(place: int, _: int, is_chosen: bool) -> Content:
            row = laid.rows[place]
            return Content(" ") + (Content(row.plain) if is_chosen else row)

        rows.show(len(laid.rows), draw, chosen=rows.chosen or 0)
