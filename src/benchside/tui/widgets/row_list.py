"""A list of any length, a row each, of which only what is seen is ever drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    Draw: TypeAlias = Callable[[int, int, bool], Content]
    """Returns the row of a place in so many cells; the last value says whether it is chosen."""


class RowList(ScrollView, can_focus=True):
    """Rows to choose one of. A first click chooses, another one on it opens it."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home", "go(0)", show=False),
        Binding("end", "go(-1)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar = {"row-list--row", "row-list--chosen", "row-list--hover"}
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .row-list--chosen {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }
        &:focus > .row-list--chosen {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
        & > .row-list--hover { background: $block-hover-background; }
    }
    """

    chosen: reactive[int | None] = reactive(None, repaint=False)
    """Place of the row that is chosen; None where there is no row."""

    class Moved(Message):
        """Another row is chosen, or the rows are others now."""

        def __init__(self, rows: RowList) -> None:
            super().__init__()
            self.set_sender(rows)  # or it would stop at a widget that has asked for other rows
            self.rows = rows

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._count = 0
        self._draw: Draw = lambda _place, _width, _chosen: Content()
        self._hovered: int | None = None

    def show(self, count: int, draw: Draw, *, chosen: int = 0) -> None:
        """Show other rows, one of them chosen."""
        self._count, self._draw = count, draw
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        self.chosen = min(chosen, count - 1) if count else None
        self.refresh()
        self._follow()
        self.post_message(self.Moved(self))

    def watch_chosen(self, before: int | None, after: int | None) -> None:
        """Paint both rows, and keep the chosen one in sight."""
        if before != after:
            self.refresh()
            self._follow()

    def on_resize(self) -> None:
        """Draw the rows in the width that there is."""
        self.virtual_size = Size(self.scrollable_content_region.width, self._count)
        self._follow()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light the row below the pointer."""
        self._hover(self._place_at(event.y))

    def on_leave(self) -> None:
        """Light no row."""
        self._hover(None)

    async def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked, or open it where it is chosen already."""
        place = self._place_at(event.y)
        if place is None:
            return
        if place == self.chosen:
            await self.run_action("screen.open")
        else:
            self._choose(place)

    def render_line(self, y: int) -> Strip:
        """Draw a row that is seen."""
        width = self.scrollable_content_region.width
        place = self.scroll_offset.y + y
        if place >= self._count:
            return Strip.blank(width, self.rich_style)
        is_chosen = place == self.chosen
        sort = "chosen" if is_chosen else "hover" if place == self._hovered else "row"
        style = self.get_visual_style("row-list--row", f"row-list--{sort}")
        row = self._draw(place, width, is_chosen)
        [strip, *_] = Visual.to_strips(self, row, width, 1, style)
        return strip.extend_cell_length(width, style.rich_style)

    def action_move(self, by: int) -> None:
        """Choose another row, so many below."""
        if self.chosen is not None:
            self._choose(self.chosen + by)

    def action_move_page(self, pages: int) -> None:
        """Choose a row that is a page away."""
        self.action_move(pages * max(self.scrollable_content_region.height - 1, 1))

    def action_go(self, place: int) -> None:
        """Choose the row of a place; -1 is the last one."""
        if self._count:
            self._choose(place % self._count)

    def _choose(self, place: int) -> None:
        chosen = max(0, min(place, self._count - 1))
        if chosen != self.chosen:
            self.chosen = chosen
            self.post_message(self.Moved(self))

    def _follow(self) -> None:
        """Scroll no farther than the chosen row needs."""
        height = self.scrollable_content_region.height
        if self.chosen is None or not height:
            return
        top = self.scroll_offset.y
        if not top <= self.chosen < top + height:
            y = self.chosen if self.chosen < top else self.chosen - height + 1
            self.scroll_to(y=y, animate=False)

    def _place_at(self, y: int) -> int | None:
        place = self.scroll_offset.y + y
        return place if place < self._count else None

    def _hover(self, place: int | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self.refresh()
