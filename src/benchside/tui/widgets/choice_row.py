"""One row with a name and a few values, of which one is chosen by arrows, enter or a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from benchside.tui import keys
from benchside.tui.lines import MUTED
from benchside.tui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events

LABEL: Final = 24
"""Cells for the mark and the name, unless it is said otherwise."""
BAR: Final = 20
"""Cells of the bar of a level."""


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    """Something that can be chosen."""

    value: object
    label: str


class ChoiceRow(Widget, can_focus=True):
    """Posts `Changed` with the new value; keeps to show the old one until it is told to.

    With a `level` the values are steps from nothing to all, drawn as a bar. Without any value, or
    with one alone, it only tells.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar = keys.CHOICE_ROW
    DEFAULT_CSS = """
    ChoiceRow {
        height: 1;
        width: 1fr;
        text-wrap: nowrap;
        pointer: pointer;
        &:focus { background: $block-cursor-blurred-background; }
    }
    """

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, row: ChoiceRow, value: object) -> None:
            super().__init__()
            self.row = row
            self.value = value

    def __init__(
        self,
        name: str,
        label: str,
        values: tuple[ChoiceValue, ...],
        value: object,
        *,
        about: str = "",
        is_level: bool = False,
        label_cells: int = LABEL,
    ) -> None:
        super().__init__(id=f"choice-{name}")
        self.setting = name
        self.about = about
        """What it means, for the line below all rows."""
        self._label = label
        self._values = values
        self._value = value
        self._is_level = is_level
        self._label_cells = label_cells

    def show(self, value: object) -> None:
        """Show another value as the chosen one."""
        if value != self._value:
            self._value = value
            self.refresh()

    def action_change(self, steps: int) -> None:
        """Choose the value so many steps further; a level ends, other values go round."""
        if len(self._values) > 1:
            place = self._place + steps
            last = len(self._values) - 1
            self._choose(min(max(place, 0), last) if self._is_level else place % (last + 1))

    def action_leave(self, steps: int) -> None:
        """Go to the row above or below."""
        if steps > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_click(self, event: events.Click) -> None:
        """Choose the value that was clicked."""
        for start, end, place in self._targets():
            if start <= event.x < end:
                self._choose(place)

    def render(self) -> Content:
        """Write the row."""
        mark = Content("▌") if self.has_focus else Content(" ")
        label = plain(self._label).truncate(self._label_cells - 2, ellipsis=True, pad=True)
        if self.has_focus:
            label = label.stylize("bold")
        parts = [mark, Content(" "), label]
        if self._is_level:
            parts.append(self._bar())
        elif self._fits():
            parts += [self._written(place) for place in range(len(self._values))]
        else:
            parts.append(self._alone())
        return Content.assemble(*parts).truncate(self.size.width, ellipsis=True)

    @property
    def _place(self) -> int:
        """The place of the chosen value; of a level the nearest below it."""
        values = [one.value for one in self._values]
        if self._value in values:
            return values.index(self._value)
        if self._is_level and isinstance(self._value, int):
            return sum(isinstance(one, int) and one < self._value for one in values[:-1])
        return 0

    def _choose(self, place: int) -> None:
        value = self._values[place].value
        if value != self._value:
            self.post_message(self.Changed(self, value))

    def _written(self, place: int) -> Content:
        """Return a value, in brackets and bold where it is chosen: never by its colour alone."""
        one = self._values[place]
        if one.value == self._value:
            return plain(f"[{one.label}]").stylize(self._styled("bold", "$text-primary"))
        return plain(f" {one.label} ").stylize(self._styled("", MUTED))

    def _fits(self) -> bool:
        is_chosen = any(one.value == self._value for one in self._values)
        width = sum(self._written(place).cell_length for place in range(len(self._values)))
        return is_chosen and width <= self.size.width - self._label_cells

    def _alone(self) -> Content:
        """Return the chosen value by itself, where the others have no room."""
        known = [one.label for one in self._values if one.value == self._value]
        label = plain(known[0] if known else str(self._value)).stylize("bold")
        if len(self._values) < 2:
            return Content(" ") + label
        place = f"  {self._place + 1} of {len(self._values)}" if known else ""
        mark, muted = self._styled("", "$text-primary"), self._styled("", MUTED)
        alone = Content.assemble(("‹ ", mark), label, (" ›", mark))
        told = Content.assemble(alone, (place, muted))
        return told if told.cell_length <= self.size.width - self._label_cells else alone

    def _bar(self) -> Content:
        last = len(self._values) - 1
        filled = round(BAR * self._place / last)
        level = f" {self._value} %"
        bar, rest = self._styled("", "$bar-up"), self._styled("", MUTED)
        return Content.assemble(
            " ", ("█" * filled, bar), ("░" * (BAR - filled), rest), (level, "bold")
        )

    def _styled(self, style: str, color: str) -> str:
        """Add a colour, but on the ground of the row that has the focus: that is for plain text."""
        return style if self.has_focus else f"{style} {color}".strip()

    def _targets(self) -> Iterator[tuple[int, int, int]]:
        """Yield the cells of the row that belong to each value, with its place."""
        start = self._label_cells
        if self._is_level:
            last = len(self._values) - 1
            for x in range(BAR + 1):
                yield start + x, start + x + 1, round(x * last / BAR)
        elif self._fits():
            for place in range(len(self._values)):
                end = start + self._written(place).cell_length
                yield start, end, place
                start = end
        elif len(self._values) > 1:
            yield start, start + 2, (self._place - 1) % len(self._values)
            yield start + 2, self.size.width, (self._place + 1) % len(self._values)
