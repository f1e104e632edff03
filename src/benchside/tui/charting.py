"""The line of an exercise, as a chart draws it."""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from benchside.log import Measure, in_unit
from benchside.session import MS_PER_SECOND, clock_text
from benchside.tui.pacer.frames import dots_for
from benchside.tui.text.history import Plotted
from benchside.tui.widgets.chart import ChartLine

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from textual.widget import Widget

    from benchside.log import ExerciseTrend
    from benchside.tui.pacer.frames import Dots

LEAST_SPAN: Final = timedelta(weeks=6)
"""A chart is no shorter: one session is no steep line."""

_SECONDS_A_DAY: Final = 86_400


def line_of(trend: ExerciseTrend, plotted: Plotted) -> ChartLine:
    """Return the line of an exercise: its bests, or its volume."""
    is_volume = plotted is Plotted.VOLUME
    points = tuple(
        (_day_of(point.started), _amount(trend, point.volume_kg, is_volume=True))
        if is_volume
        else (_day_of(point.started), _amount(trend, point.value))
        for point in trend.points
    )
    days = [point.started.date() for point in trend.points] or [date.min]
    last = max(days)
    return ChartLine(
        points=points,
        span=(min(*days, last - LEAST_SPAN) if last > date.min + LEAST_SPAN else last, last),
        label=_clock if trend.measure is Measure.HOLD and not is_volume else _number,
        is_whole=is_volume or trend.measure in (Measure.REPS, Measure.HOLD),
    )


def terminal_dots(widget: Widget) -> Dots:
    """Return what the terminal can draw."""
    return dots_for(widget.app.console.encoding, os.environ.get("TERM", ""))


def _day_of(moment: datetime) -> float:
    """Return a moment as the ordinal of its day, with its fraction, in its own zone."""
    seconds = moment.hour * 3_600 + moment.minute * 60 + moment.second
    return moment.toordinal() + seconds / _SECONDS_A_DAY


def _amount(trend: ExerciseTrend, value: Decimal, *, is_volume: bool = False) -> float:
    """Return a value as it is told: in the unit of the load, seconds, reps or metres."""
    if is_volume or trend.measure in (Measure.E1RM, Measure.LOAD):
        return float(in_unit(value, trend.unit))
    return float(value) / MS_PER_SECOND if trend.measure is Measure.HOLD else float(value)


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _clock(value: float) -> str:
    return clock_text(max(round(value), 0))
