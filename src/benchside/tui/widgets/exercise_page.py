"""An exercise at a glance: its best, how it goes, and its last sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from benchside.log import clock_words, e1rm_words, results_words, rpe_words
from benchside.tui.charting import line_of
from benchside.tui.columns import Column, Table, table
from benchside.tui.lines import MUTED, joined
from benchside.tui.text import plain, short_day
from benchside.tui.text.history import (
    NOTHING_TO_DRAW,
    Plotted,
    chart_title,
    records_in_short,
    trend_facts,
)
from benchside.tui.widgets.chart import Chart
from benchside.view import volume_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual.app import ComposeResult

    from benchside.log import ExercisePast, ExerciseSession, ExerciseTrend, LastTime
    from benchside.tui.pacer.frames import Dots

MAX_SHOWN = 20
"""Sessions that a glance shows at the most."""


class ExercisePage(Vertical):
    """Shows a trend at once, and the sessions as soon as they are read."""

    DEFAULT_CSS = """
    ExercisePage {
        #exercise { text-style: bold; height: 1; }
        #exercise-facts { height: 1; color: $text-muted; }
        #chart-title { height: 1; color: $text-muted; margin-top: 1; }
        Chart { height: 1fr; min-height: 4; max-height: 12; }
        #exercise-sessions { height: auto; max-height: 50%; margin-top: 1; }
    }
    """

    def __init__(self, *, dots: Dots) -> None:
        super().__init__()
        self._head = Static(id="exercise", markup=False)
        self._facts = Static(id="exercise-facts", markup=False)
        self._title = Static(id="chart-title", markup=False)
        self._chart = Chart(dots=dots)
        self._sessions = SessionRows()
        self._shown: ExerciseTrend | None = None

    def compose(self) -> ComposeResult:
        """Name, facts, chart, sessions."""
        yield self._head
        yield self._facts
        yield self._sessions
        yield self._title
        yield self._chart

    def show_trend(self, trend: ExerciseTrend, *, today: date) -> None:
        """Show another exercise, as far as it is known already."""
        if trend == self._shown:
            return
        self._shown = trend
        self._head.update(plain(trend.exercise))
        self._facts.update(joined(plain(fact) for fact in trend_facts(trend, today)))
        is_line = len(trend.points) > 1
        title = chart_title(trend, Plotted.BEST) if is_line else NOTHING_TO_DRAW
        self._title.update(plain(title))
        self._chart.line = line_of(trend, Plotted.BEST) if is_line else None
        self._sessions.show((), today=today)

    def show_sessions(self, past: ExercisePast, *, today: date) -> None:
        """Show its last sessions."""
        self._sessions.show(past.sessions[:MAX_SHOWN], today=today)


class SessionRows(Static):
    """The sessions of an exercise, as many as have room."""

    def __init__(self) -> None:
        super().__init__(id="exercise-sessions", markup=False)
        self._rows: Sequence[ExerciseSession] = ()
        self._today: date | None = None

    def show(self, sessions: Sequence[ExerciseSession], *, today: date) -> None:
        """Show these, the latest first."""
        self._rows, self._today = sessions, today
        self._write()

    def on_resize(self) -> None:
        """Lay the columns out for the room that there is."""
        self._write()

    def _write(self) -> None:
        width = self.size.width
        if self._today is None or not self._rows or not width:
            self.update("")
            return
        laid = session_table(self._rows, width, today=self._today)
        self.update(Content("\n").join([laid.head.stylize(MUTED), *laid.rows]))


def session_table(sessions: Sequence[ExerciseSession], width: int, *, today: date) -> Table:
    """Lay sessions of an exercise out; what matters least is left out where it has no room."""
    lasts = [one.last for one in sessions]
    has_tempos = len({last.tempo for last in lasts}) > 1

    def of_each(say: Callable[[LastTime], str]) -> tuple[str, ...]:
        return tuple(map(say, lasts))

    return table(
        [
            Column("date", of_each(lambda one: short_day(one.date, today)), is_right=True),
            Column(
                "sets",
                of_each(lambda one: results_words(one.sets)),
                style="bold",
                gives_way=True,
            ),
            Column("tempo", of_each(lambda one: one.tempo if has_tempos else ""), rank=2),
            Column("RPE", of_each(lambda one: rpe_words(one.sets)), is_right=True, rank=4),
            Column("e1RM", of_each(_e1rm), is_right=True, rank=1),
            Column("volume", of_each(_volume), is_right=True, rank=5),
            Column("TUT", of_each(_tension), is_right=True, rank=6),
            Column(
                "record",
                tuple(records_in_short(one.records) for one in sessions),
                style="$text-success",
                gives_way=True,
                rank=3,
            ),
            Column("note", of_each(lambda one: one.note), gives_way=True, rank=7),
        ],
        width,
    )


def _e1rm(last: LastTime) -> str:
    return e1rm_words(last.best) if last.best else ""


def _volume(last: LastTime) -> str:
    return volume_of(last.volume_kg) if last.volume_kg else ""


def _tension(last: LastTime) -> str:
    return clock_words(last.tension_ms) if last.tension_ms else ""
