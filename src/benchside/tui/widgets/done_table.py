"""The sets of a record, target beside actual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.runner import SetStatus
from benchside.session import clock_text
from benchside.tui.lines import MUTED, spread
from benchside.tui.text import NOT_ENTERED, plain
from benchside.tui.text.summary import HEADINGS_DONE, amount_of, row_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.geometry import Size

    from benchside.log import SetRecord

_MARKS = {SetStatus.DONE: "✓", SetStatus.ASSUMED: "~", SetStatus.SKIPPED: "–", SetStatus.CUT: "✂"}
_NAMES = 12
_COLUMNS = (22, 20, 5, 8, 6)
"""Cells for reps or time, load, RPE, time under tension, rest, each with the gap before it."""

_NARROW_COLUMNS = (15, 9, 5, 8, 6)


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
        """Return as many rows as there are lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write all sets."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        headings = [Content(heading) for heading in HEADINGS_DONE]
        lines = [_row("", headings, width).stylize(MUTED)] if self.sets else []
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


def _row(name: str, cells: Sequence[Content], width: int) -> Content:
    """Return one row, its columns aligned; what is too long for its column is cut."""
    row = plain(name).truncate(_NAMES - 1, ellipsis=True, pad=True)
    for cell, room in zip(cells, _columns(width), strict=False):
        row = Content.assemble(row, " ", cell.truncate(room - 1, ellipsis=True, pad=True))
    return row.rstrip().truncate(width, ellipsis=True)


def _columns(width: int) -> Iterator[int]:
    """Cells for each column that has room, from the left."""
    used = _NAMES
    for column in _COLUMNS if width >= _NAMES + sum(_COLUMNS) else _NARROW_COLUMNS:
        used += column
        if used <= width:
            yield column


def _name(each: SetRecord) -> str:
    return f"{_MARKS[each.status]} {row_name(each)}"


def _cells(each: SetRecord) -> tuple[Content, ...]:
    if each.status is SetStatus.SKIPPED:
        return (plain(each.status), *[Content()] * (len(_COLUMNS) - 1))
    rest = each.taken_rest_ms
    amount, is_met = amount_of(each)
    others = (
        _arrow(each.target_load, each.actual_load),
        NOT_ENTERED if each.actual_rpe is None else str(each.actual_rpe),
        _tension(each),
        NOT_ENTERED if rest is None else clock_text(rest // 1_000),
    )
    style = "$text-success" if is_met and each.status is SetStatus.DONE else "$text-warning"
    return (plain(amount).stylize(style), *(plain(cell) for cell in others))


def _tension(each: SetRecord) -> str:
    if (tut := each.tut) is None:
        return NOT_ENTERED
    phases = (tut.eccentric_ms, tut.pause_stretched_ms, tut.concentric_ms, tut.pause_contracted_ms)
    return clock_text(sum(phases) // 1_000)


def _arrow(target: str | None, actual: str | None) -> str:
    """Return what was asked for, and what it became if that was another."""
    if target is None or target == actual:
        return actual or NOT_ENTERED
    return f"{target} → {actual or NOT_ENTERED}"
