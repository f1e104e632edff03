"""A picture in thirds, so that less of it is written when something moves.

Of a row that changes Textual writes everything from the left edge of a widget on, so much that
stands in a wide picture is written again. It begins at the edges of any widget, also of one that
paints nothing. Thirds that paint themselves would do, too, but cost more of a core; so do more of
them than three.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.strip import Strip


class MiddleThird(Widget):
    """A place that paints nothing: what it stands on is seen."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    MiddleThird { width: 33.34%; height: 100%; }
    """

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002
        """Return no line."""
        return []


class InThirds(Widget):
    """A picture of which in each third only what lies between changes is written again."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    InThirds { align: center middle; overflow: hidden hidden; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._middle = MiddleThird()

    def compose(self) -> ComposeResult:
        """Lay the edges of the thirds over the picture."""
        yield self._middle

    def repaint(self, cells: Iterable[tuple[int, int]]) -> None:
        """Paint cells again, each named by its column and row, and those between two in a third."""
        left, right = self._middle.virtual_region.column_span
        runs: dict[tuple[int, int], list[int]] = defaultdict(list)
        for x, y in cells:
            runs[y, (x >= left) + (x >= right)].append(x)
        if runs:
            self.refresh(
                *(Region(min(xs), y, max(xs) - min(xs) + 1, 1) for (y, _), xs in runs.items())
            )
