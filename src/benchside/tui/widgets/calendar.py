"""The days of some months, a column a week, by how much was done on each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.log import WEEK, levels_of, monday_of
from benchside.tui.lines import MUTED
from benchside.tui.text import plain
from benchside.tui.text.history import WITH_CHOSEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from benchside.log import DayLevel

MIN_WEEKS: Final = 26
MAX_WEEKS: Final = 53

NAMES: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SIGNS: Final = ("·", "▃", "▇")
"""Of a day by its level: nothing done, fewer sets than usual, as many or more."""
STYLES: Final = ("$foreground 40%", "$text-primary", "$text-primary")

MARKED: Final = "$text-warning"
"""Of a day that what is chosen was done on."""

_NAME: Final = 4
_FACTS: Final = 26
"""Cells for the name of a day, and for what stands beside the days."""
_GAP: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDays:
    """What a calendar shows."""

    sets: Mapping[date, int] = field(default_factory=dict)
    """Of each day with a session."""
    last: date
    """The last week is that of this day."""
    facts: tuple[str, ...] = ()
    """Stand beside the days, a line each."""


class Calendar(Widget):
    """Shows as many weeks as have room, 26 at the least and a year at the most."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Calendar { height: 8; width: 1fr; }
    """

    days: reactive[CalendarDays | None] = reactive(None)
    marked: reactive[frozenset[date]] = reactive(frozenset())
    """Days that what is chosen was done on."""

    @property
    def weeks(self) -> int:
        """How many weeks are shown."""
        room = self.content_size.width - _NAME - _GAP - _FACTS
        return max(MIN_WEEKS, min(MAX_WEEKS, room // self._cell))

    @property
    def _cell(self) -> int:
        """Cells for a day, the gap behind it included."""
        room = self.content_size.width - _NAME - _GAP - _FACTS
        return 3 if room >= MIN_WEEKS * 3 else 2

    def render(self) -> Content:
        """Write months, days and facts."""
        if self.days is None:
            return Content()
        first = monday_of(self.days.last) - WEEK * (self.weeks - 1)
        levels = levels_of(self.days.sets, first=first, last=self.days.last)
        rows = [_months(first, self.weeks, self._cell), *_days(levels, self.marked, self._cell)]
        room = self.content_size.width - rows[0].cell_length - _GAP
        facts = [plain(fact) for fact in self.days.facts]
        if self.marked:
            facts.append(Content.assemble((SIGNS[-1], MARKED), f" {WITH_CHOSEN}"))
        facts += [Content()] * len(rows)
        return Content("\n").join(
            Content.assemble(row, " " * _GAP, fact.truncate(max(room, 0), ellipsis=True))
            for row, fact in zip(rows, facts, strict=False)
        )


def _months(first: date, weeks: int, cell: int) -> Content:
    """Return the names of the months above the weeks in which they begin."""
    line = [" "] * (weeks * cell)
    free, before = 0, None
    for week in range(weeks):
        monday = first + WEEK * week
        sunday = monday + timedelta(days=6)
        name = f"{sunday:%b}"
        at = week * cell
        if sunday.month != before and sunday.day <= 7 and at >= free and at + 3 <= len(line):
            line[at : at + 3] = name
            free = at + len(name) + 1
        before = sunday.month
    return Content.styled(" " * _NAME + "".join(line), MUTED)


def _days(levels: tuple[DayLevel, ...], marked: Collection[date], cell: int) -> Iterator[Content]:
    """Yield a row for each day of the week; the days to come are blank."""
    for weekday, name in enumerate(NAMES):
        row = Content.styled(f"{name} ", MUTED)
        own = levels[weekday::7]
        for one in own:
            sign = SIGNS[one.level] * (cell - 1)
            style = STYLES[one.level]
            is_marked = one.day in marked and one.level
            row += Content.styled(sign, MARKED if is_marked else style) + Content(" ")
        missing = len(levels[::7]) - len(own)
        yield row + Content(" " * cell * missing)
