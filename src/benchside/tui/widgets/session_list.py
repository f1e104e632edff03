"""The list of sessions in groups: one click chooses, a click on what is chosen selects it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from benchside.tui.lines import MUTED, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events

MIN_NAME: Final = 26
"""Cells that a name has before the first column beside it is left out."""

GAP: Final = "  "


@dataclass(frozen=True, slots=True)
class ListRow:
    """A session in the list."""

    name: Content
    columns: tuple[Content, ...] = ()
    """At the right; those that have no room are left out from the left."""


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Sessions below a heading."""

    heading: str
    rows: tuple[ListRow, ...]
    about: str = ""
    """Beside the heading."""


class SessionList(OptionList):
    """A list to look through with the mouse: a first click only shows what a session holds."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - it is called so in Textual
        super().__init__(id=id)
        self._groups: tuple[ListGroup, ...] = ()
        self._places: list[int | None] = []
        """For each line the place of its row among all rows; None for a heading."""
        self._chosen_before: int | None = None
        self._is_clicked = False

    @property
    def place(self) -> int | None:
        """The place of the row that is chosen, headings not counted; None where none is."""
        line = self.highlighted
        return None if line is None or line >= len(self._places) else self._places[line]

    def show(self, groups: Iterable[ListGroup], place: int | None = None) -> None:
        """List groups of rows, and choose the row of a place."""
        self._groups = tuple(group for group in groups if group.rows)
        prompts = list(self._prompts())
        self._places = [at for at, _ in prompts]
        self.set_options(Option(prompt, disabled=at is None) for at, prompt in prompts)
        if place is not None:
            self.highlighted = self._places.index(place)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Write every line for the new width."""
        for line, (_, prompt) in enumerate(self._prompts()):
            self.replace_option_prompt_at_index(line, prompt)

    def on_option_list_option_highlighted(self) -> None:
        """Show the heading above the first row too."""
        if self.place == 0:
            self.scroll_home(animate=False)

    def on_mouse_down(self) -> None:
        """Note what is chosen before the click."""
        self._chosen_before = self.highlighted

    def on_click(self) -> None:
        """Tell a click from a key, as long as it is handled."""
        self._is_clicked = True
        self.call_next(self._forget_click)

    def action_select(self) -> None:
        """Select what is chosen; a click that has only just chosen it selects nothing."""
        if not self._is_clicked or self.highlighted == self._chosen_before:
            super().action_select()

    def _forget_click(self) -> None:
        self._is_clicked = False

    def _prompts(self) -> Iterator[tuple[int | None, Content]]:
        """Write every line, with the place of its row."""
        width = self.scrollable_content_region.width
        place = 0
        for number, group in enumerate(self._groups):
            above = Content("\n" if number else "")
            heading = Content.styled(group.heading, "bold $text-primary")
            about = Content.styled(f"{GAP}{group.about}" if group.about else "", MUTED)
            yield None, Content.assemble(above, heading, about)
            for row in group.rows:
                yield place, _written(row, width)
                place += 1


def _written(row: ListRow, width: int) -> Content:
    """Write a row: its name, and as many columns as leave the name its room."""
    name = Content(" ") + row.name
    first, *below = name.split("\n")
    for left_out in range(len(row.columns) + 1):
        columns = Content(GAP).join(row.columns[left_out:])
        if width - columns.cell_length - len(GAP) >= min(MIN_NAME, first.cell_length):
            break
    if len(columns) and width > 0:
        first = spread(first, columns, width)
    return Content("\n").join([first, *below])
