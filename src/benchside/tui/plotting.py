"""A line over days as dots, with round numbers at its side and dates below it.

Pure: knows neither Textual nor colours. Values and days are plain numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PlotPoint: TypeAlias = tuple[float, float]
"""A day as its ordinal, with its fraction, and a value."""

THICK_FROM: Final = 4
MARKED_FROM: Final = 10
"""Dots that each point has of the width where the line is thick, and where points are marked."""

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
"""What numbers at the side go up by, times a power of ten."""

_MARGIN: Final = 0.06
"""How much longer an axis is than its values, at either end."""

_BLOB: Final = tuple((x, y) for x in (-1, 0, 1, 2) for y in (-2, -1, 0, 1))
"""The dots of a point that is marked, from the dot that it is."""

_SHORT_DAYS: Final = 70
_LONG_DAYS: Final = 800
"""Up to so many days the dates are days, from so many on years, else months."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The span of a chart's values, from its lowest to its highest row."""

    low: float
    high: float
    ticks: tuple[float, ...]
    """Round numbers between the two, in order."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """A date below a chart."""

    day: date
    label: str


def axis_of(values: Sequence[float], *, most_ticks: int, is_whole: bool = False) -> Axis:
    """Return an axis a little longer than values reach, with at most so many round numbers on it.

    `is_whole` asks for whole numbers alone, such as reps.
    """
    low, high = min(values), max(values)
    margin = (high - low) * _MARGIN or abs(high) * _MARGIN or 1.0
    low, high = low - margin, high + margin
    power = 10.0 ** floor(log10((high - low) / max(most_ticks, 1)))
    steps = [size * power * scale for scale in (1.0, 10.0) for size in _STEPS]
    for step in (one for one in steps if not is_whole or one == int(one)):
        first, last = ceil(low / step), floor(high / step)
        if last - first < most_ticks:
            return Axis(low, high, tuple(number * step for number in range(first, last + 1)))
    return Axis(low, high, (round(high),))


def line_dots(
    points: Sequence[PlotPoint], *, span: tuple[float, float], axis: Axis, width: int, height: int
) -> list[int]:
    """Return rows of dots, a bit each with the leftmost lowest, of a line through points.

    Points are in the order of days; `span` is the first and the last day of the width.
    """
    rows = [0] * height
    placed = [_dot_of(point, span, axis, width, height) for point in points]
    for (ax, ay), (bx, by) in pairwise(placed):
        _draw(rows, ax, ay, bx, by)
    if width >= THICK_FROM * len(points):
        rows = [row | below for row, below in zip(rows, [*rows[1:], 0], strict=True)]
    for x, y in placed:
        _mark(rows, x, y, width, is_large=width >= MARKED_FROM * len(points))
    return rows


def _dot_of(
    point: PlotPoint, span: tuple[float, float], axis: Axis, width: int, height: int
) -> tuple[int, int]:
    day, value = point
    first, last = span
    across = (day - first) / (last - first) if last > first else 0.5
    up = (value - axis.low) / (axis.high - axis.low)
    return round(across * (width - 1)), round((1 - up) * (height - 1))


def _draw(rows: list[int], ax: int, ay: int, bx: int, by: int) -> None:
    """Draw from dot to dot, in each column from the height of the column before."""
    if ax == bx:
        for y in range(min(ay, by), max(ay, by) + 1):
            rows[y] |= 1 << ax
        return
    before = ay
    for x in range(ax, bx + 1):
        y = round(ay + (by - ay) * (x - ax) / (bx - ax))
        start = before + (y > before) - (y < before) if x > ax else y
        for between in range(min(start, y), max(start, y) + 1):
            rows[between] |= 1 << x
        before = y


def _mark(rows: list[int], x: int, y: int, width: int, *, is_large: bool) -> None:
    """Set the dot of a point, and those around it where that is wanted."""
    rows[y] |= 1 << x
    if is_large:
        for across, down in _BLOB:
            if 0 <= x + across < width and 0 <= y + down < len(rows):
                rows[y + down] |= 1 << (x + across)


def day_marks(first: date, last: date) -> Iterator[DayMark]:
    """Yield the dates that stand below a chart: days, months or years by the length of it."""
    days = (last - first).days
    if days <= _SHORT_DAYS:
        step = max(7, 7 * ceil(days / 49))
        for number in range(0, days + 1, step):
            day = date.fromordinal(first.toordinal() + number)
            yield DayMark(day, f"{day.day} {day:%b}")
        return
    is_long = days >= _LONG_DAYS
    year, month = first.year, first.month
    while (day := date(year, month, 1)) <= last:
        if day >= first and (month == 1 or not is_long):
            yield DayMark(day, str(year) if month == 1 else f"{day:%b}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def placed_labels(
    marks: Sequence[DayMark], column_of: Callable[[date], int], width: int
) -> list[tuple[int, str]]:
    """Return the labels that have room, each with its column, from the left."""
    placed: list[tuple[int, str]] = []
    free = 0
    for mark in marks:
        column = column_of(mark.day)
        if column >= free and column + len(mark.label) <= width:
            placed.append((column, mark.label))
            free = column + len(mark.label) + 1
    return placed
