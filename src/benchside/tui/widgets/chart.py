"""A line over days, drawn in dots, with round numbers at its left and dates below it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED
from benchside.tui.pacer.frames import Dots, dot_text, dots_in_cell
from benchside.tui.plotting import axis_of, day_marks, line_dots, placed_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from benchside.tui.plotting import Axis, PlotPoint

ROWS_A_TICK: Final = 3
"""Rows that a number at the side has, at the least."""

MIN_ROWS: Final = 3
MIN_WIDTH: Final = 16
"""A smaller chart shows nothing."""

_GRID: Final = "┈"


@dataclass(frozen=True, slots=True)
class ChartLine:
    """What a chart draws."""

    points: tuple[PlotPoint, ...]
    """In the order of their days."""
    span: tuple[date, date]
    """The first and the last day of its width."""
    label: Callable[[float], str]
    """How a number at the side is written."""
    is_whole: bool = False
    """Only whole numbers stand at the side."""


class Chart(Widget):
    """Fills its place; shows nothing where there are no points, or no room."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Chart { width: 1fr; height: 1fr; color: $text-primary; }
    """

    line: reactive[ChartLine | None] = reactive(None)

    def __init__(self, *, dots: Dots = Dots.BRAILLE) -> None:
        super().__init__()
        self._dots = dots

    def render(self) -> Content:
        """Draw the line."""
        width, height = self.content_size
        if self.line is None or not self.line.points or height < MIN_ROWS or width < MIN_WIDTH:
            return Content()
        return Content("\n").join(_drawn(self.line, width, height, self._dots))


def _drawn(line: ChartLine, width: int, height: int, dots: Dots) -> Iterator[Content]:
    """Yield the rows of a chart."""
    rows = height - 1
    values = [value for _, value in line.points]
    axis = axis_of(values, most_ticks=max(2, (rows + 1) // ROWS_A_TICK), is_whole=line.is_whole)
    labels = _labels(axis, line.label, rows)
    gutter = max(map(len, labels.values())) + 1
    plot_width = width - gutter
    across, down = dots_in_cell(dots)
    first, last = (day.toordinal() for day in line.span)
    drawn = line_dots(
        line.points,
        span=(first, last + 1),
        axis=axis,
        width=plot_width * across,
        height=rows * down,
    )
    for row, text in enumerate(dot_text(drawn, plot_width, dots)):
        label = labels.get(row, "")
        side = Content.styled(f"{label:>{gutter - 1}} ", MUTED)
        yield side + _row(text, has_grid=row in labels)

    def column_of(day: date) -> int:
        return round((day.toordinal() - first) / (last + 1 - first) * (plot_width - 1))

    below = [" "] * plot_width
    for column, label in placed_labels(list(day_marks(*line.span)), column_of, plot_width):
        below[column : column + len(label)] = label
    yield Content.styled(" " * gutter + "".join(below), MUTED)


def _labels(axis: Axis, label: Callable[[float], str], rows: int) -> dict[int, str]:
    """Return the numbers at the side by their rows."""
    span = axis.high - axis.low
    return {round((axis.high - tick) / span * (rows - 1)): label(tick) for tick in axis.ticks}


def _row(text: str, *, has_grid: bool) -> Content:
    """Return a row of dots, with a faint line in what it leaves free."""
    if not has_grid:
        return Content(text)
    pieces = []
    for is_free, group in groupby(text, key=lambda sign: sign == " "):
        piece = "".join(group)
        pieces.append((_GRID * len(piece), "$foreground 20%") if is_free else (piece, ""))
    return Content.assemble(*pieces)
