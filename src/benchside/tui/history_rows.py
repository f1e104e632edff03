"""The rows of the history's lists: an exercise, a session, a week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from benchside.log import value_words, weekly_bests
from benchside.tui.lines import MUTED
from benchside.tui.text import plain, short_day
from benchside.tui.text.history import listed_session
from benchside.tui.widgets.trend import sparkline
from benchside.view import counted

if TYPE_CHECKING:
    from datetime import date

    from benchside.log import ExerciseTrend, LoggedSession, WeekSum

_WEEKS: Final = ((44, 12), (30, 6))
"""From so many cells on, a trend of so many weeks; none in less."""

_VALUE: Final = 10
"""Cells of the best of an exercise."""

_NARROW: Final = 24
"""In fewer cells there is the name alone."""


def weeks_told(width: int) -> int:
    """Return of how many weeks a row tells the trend."""
    return next((weeks for least, weeks in _WEEKS if width >= least), 0)


def exercise_head(width: int) -> Content:
    """Return what stands above exercises."""
    weeks = weeks_told(width)
    told = f"  {f'{weeks} weeks':<{weeks}}" if weeks else ""
    right = f"{'best':>{_VALUE}}{told} " if width >= _NARROW else ""
    return Content(f"{' exercise':<{max(width - len(right), 0)}}{right}").stylize(MUTED)


def exercise_row(trend: ExerciseTrend, width: int, *, is_chosen: bool, last: date) -> Content:
    """Return an exercise: its name, its best, and how it goes, up to the week of `last`."""
    best = value_words(trend, trend.best.value) if trend.best and width >= _NARROW else ""
    spark = sparkline(weekly_bests(trend, last=last, weeks=weeks_told(width)))
    right = Content.assemble(
        (f"{best:>{_VALUE}}" if best else "", "" if is_chosen else "$text-warning"),
        "  " if spark else "",
        (spark, "" if is_chosen else "$text-primary"),
        " ",
    )
    return _row(plain(trend.exercise), right, width)


def session_row(one: LoggedSession, width: int, *, is_chosen: bool, today: date) -> Content:
    """Return a session: its day, its name, how long it was."""
    when = Content.styled(f"{short_day(one.started, today)}  ", "" if is_chosen else MUTED)
    right = Content.styled(f"{listed_session(one)} ", "" if is_chosen else MUTED)
    return _row(when + plain(one.session), right, width)


def week_row(week: WeekSum, width: int, *, is_chosen: bool, today: date) -> Content:
    """Return a week: its number, its Monday, and what was done."""
    number = week.name if week.monday.year != today.year else week.name.partition("-")[2]
    done = f"{counted(week.sessions, 'session')}  {counted(week.sets, 'set'):>8}"
    name = Content.assemble(number, (f"  {short_day(week.monday, today)}", _muted(is_chosen)))
    right = Content.styled(f"{done if week.sessions else '–'} ", _muted(is_chosen))
    return _row(name, right, width)


def _muted(is_chosen: bool) -> str:
    return "" if is_chosen else MUTED


def _row(left: Content, right: Content, width: int) -> Content:
    """Return a row, its name as long as it has room."""
    room = max(width - right.cell_length - 2, 0)
    left = left.truncate(room, ellipsis=True, pad=True)
    return Content.assemble(" ", left, " ", right)
