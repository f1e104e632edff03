"""The sets of a record, target beside actual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.runner.done import SetStatus
from benchside.runner.look import clock_text
from benchside.tui.lines import MUTED, spread
from benchside.tui.text import NOT_ENTERED, plain
from benchside.tui.text.summary import HEADINGS_DONE, row_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

    from benchside.log.record import SetRecord

_MARKS = {SetStatus.DONE: "✓", SetStatus.ASSUMED: "~", SetStatus.SKIPPED: "–", SetStatus.CUT: "✂"}
_NAMES = 12
_COLUMNS = (18, 22, 5, 9, 6)
"""Cells for reps, load, RPE, time under tension, rest."""


class DoneTable(Widget):
    """As high as it needs to be; columns that have no room are left out from the right."""

    DEFAULT_CSS = """
    DoneTable { width: 1fr; height: auto; }
    """

    sets: reactive[tuple[SetRecord, ...]] = reactive((), layout=True)
    chosen: reactive[int | None] = reactive(None)
    """Place of the set that can be corrected; None where none can."""

    @property
    def chosen_line(self) -> int:
        """The line that the chosen set stands on, from 0."""
        return self._line_of(self.chosen) if self.chosen is not None else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write all sets."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = [_row("", HEADINGS_DONE, width).stylize(MUTED)] if self.sets else []
        for (block, name), sets in self._by_exercise().items():
            lines.append(
                spread(
                    plain(name).stylize("bold $text-primary"),
                    plain(block).stylize(MUTED),
                    width,
                )
            )
            lines += [self._set_line(place, width) for place in sets]
            lines.append(Content())
        return lines[:-1]

    def _set_line(self, place: int, width: int) -> Content:
        each = self.sets[place]
        row = _row(_name(each), _cells(each), width)
        if place != self.chosen:
            return row.stylize("$text-warning") if each.status is SetStatus.ASSUMED else row
        return plain(f"{row.plain:<{width}}").stylize("bold reverse")

    def _line_of(self, chosen: int) -> int:
        line = 1
        for sets in self._by_exercise().values():
            if chosen in sets:
                return line + 1 + sets.index(chosen)
            line += len(sets) + 2
        return 0

    def _by_exercise(self) -> dict[tuple[str, str], list[int]]:
        """Places of the sets of each block and exercise, a circuit's rounds together."""
        exercises: dict[tuple[str, str], list[int]] = {}
        for place, each in enumerate(self.sets):
            exercises.setdefault((each.block, each.exercise), []).append(place)
        return exercises


def _row(name: str, cells: Sequence[str], width: int) -> Content:
    """One row, its columns aligned."""
    row = f"{name:<{_NAMES}}"
    for cell, room in zip(cells, _COLUMNS, strict=True):
        row += f"{cell:<{room}}"
    return plain(row.rstrip()).truncate(width, ellipsis=True)


def _name(each: SetRecord) -> str:
    return f"{_MARKS[each.status]} {row_name(each)}"


def _cells(each: SetRecord) -> tuple[str, ...]:
    if each.status is SetStatus.SKIPPED:
        return (each.status, "", "", "", "")
    rest = each.taken_rest_ms
    return (
        _reps(each),
        _arrow(each.target_load, each.actual_load),
        NOT_ENTERED if each.actual_rpe is None else str(each.actual_rpe),
        _tension(each),
        NOT_ENTERED if rest is None else clock_text(rest // 1_000),
    )


def _tension(each: SetRecord) -> str:
    if (tut := each.tut) is None:
        return NOT_ENTERED
    phases = (tut.eccentric_ms, tut.pause_stretched_ms, tut.concentric_ms, tut.pause_contracted_ms)
    return f"{sum(phases) // 1_000} s"


def _reps(each: SetRecord) -> str:
    if each.target_reps is None:
        target = None if each.target_time_ms is None else clock_text(each.target_time_ms // 1_000)
        return f"{target} → {clock_text(each.work_ms // 1_000)}"
    sides = [side.reps for side in each.sides] or [each.actual_reps]
    actual = "/".join(NOT_ENTERED if reps is None else str(reps) for reps in sides)
    if each.status is SetStatus.ASSUMED and each.actual_reps is not None:
        actual = f"~{actual}"
    return f"{each.target_reps} → {actual} reps"


def _arrow(target: str | None, actual: str | None) -> str:
    """What was asked for, and what it became if that was another."""
    if target is None or target == actual:
        return actual or NOT_ENTERED
    return f"{target} → {actual or NOT_ENTERED}"
