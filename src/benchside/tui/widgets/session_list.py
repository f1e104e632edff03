"""The list of sessions in groups: one click chooses, a click on what is chosen selects it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.widgets.option_list import Option

from benchside.tui.lines import MUTED, spread
from benchside.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual import events

GAP: Final = "  "


class ListRow(NamedTuple):
    """A session in the list."""

    name: Content
    columns: tuple[Content, ...] = ()
    """At the right. All but the last are left out, in every row, where they have no room."""


class ListGroup(NamedTuple):
    """Sessions below a heading."""

    heading: str
    rows: tuple[ListRow, ...]
    about: str = ""
    """Beside the heading."""


class SessionList(ChoiceList):
    """A list to look through with the mouse: a first click only shows what a session holds."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - it is called so in Textual
        super().__init__(id=id)
        self._groups: tuple[ListGroup, ...] = ()
        self._places: list[int | None] = []
        """For each line the place of its row among all rows; None for a heading."""
        self._marked: int | None = None
        """The row that was chosen when rows were written last."""
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
            if prompt != self.get_option_at_index(line).prompt:
                self.replace_option_prompt_at_index(line, prompt)

    def on_option_list_option_highlighted(self) -> None:
        """Write the chosen row in the colours of the cursor; show the heading above the first."""
        for line, (place, prompt) in enumerate(self._prompts()):
            if place is not None and place in (self.place, self._marked):
                self.replace_option_prompt_at_index(line, prompt)
        self._marked = self.place
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
        widths = _widths([row for group in self._groups for row in group.rows], width)
        place = 0
        for number, group in enumerate(self._groups):
            above = Content("\n" if number else "")
            heading = Content.styled(group.heading, "bold $text-primary")
            about = Content.styled(f"{GAP}{group.about}" if group.about else "", MUTED)
            yield None, Content.assemble(above, heading, about)
            for row in group.rows:
                yield place, _written(row, width, widths, is_chosen=place == self.place)
                place += 1


def _widths(rows: Sequence[ListRow], width: int) -> tuple[int, ...]:
    """Return the widths of the columns that have room; the last one has, whatever the names are."""
    most = max((len(row.columns) for row in rows), default=0)
    whole = [row.columns for row in rows if len(row.columns) == most]
    widths = [max(one.cell_length for one in column) for column in zip(*whole, strict=True)]
    name = max((_name_width(row) for row in rows), default=0)
    while len(widths) > 1 and name + sum(len(GAP) + one for one in widths) > width:
        del widths[0]
    return tuple(widths)


def _name_width(row: ListRow) -> int:
    return 1 + max(line.cell_length for line in row.name.split("\n"))


def _written(row: ListRow, width: int, widths: Sequence[int], *, is_chosen: bool) -> Content:
    """Write a row: its name, cut where it is too long, and those of its columns that have room."""
    first, *below = (Content(" ") + row.name).split("\n")
    shown = row.columns[max(len(row.columns) - len(widths), 0) :]
    beside = Content(GAP).join(
        Content(" " * (cells - column.cell_length)) + column
        for cells, column in zip(widths[len(widths) - len(shown) :], shown, strict=True)
    )
    if len(beside) and width > 0:
        if is_chosen:  # the colours of the cursor are for plain text
            beside = Content(beside.plain)
        name = first.truncate(max(width - beside.cell_length - len(GAP), 1), ellipsis=True)
        first = spread(name, beside, width)
    return Content("\n").join([first, *below])
