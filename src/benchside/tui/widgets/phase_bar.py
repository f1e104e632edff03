"""How much of the phase, the rest or the hold is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from benchside.tui.session_keys import TIME_STEP_MS
from benchside.tui.widgets.thirds import InThirds
from benchside.view import BAR_PARTS

if TYPE_CHECKING:
    from benchside.view import Activity

_EIGHTHS = " ▏▎▍▌▋▊▉"


class PhaseBar(InThirds):
    """A bar over the full width, drawn to the eighth of a cell, in the colour of its mood."""

    DEFAULT_CSS = """
    PhaseBar { width: 1fr; height: 1; color: $text-primary; background: $foreground 10%; }
    """

    mood: reactive[Activity | None] = reactive(None, repaint=False)
    part = reactive(0, repaint=False)
    """0 to `BAR_PARTS`."""

    def watch_mood(self, mood: Activity | None) -> None:
        """Take on the colour of another mood."""
        self.set_classes(f"-{mood}")

    def watch_part(self, before: int, part: int) -> None:
        """Paint the cells that change, and no others."""
        pairs = zip(self._row(before), self._row(part), strict=True)
        changed = [x for x, (one, other) in enumerate(pairs) if one != other]
        self.repaint((x, y) for y in range(self.content_size.height) for x in changed)

    async def on_click(self) -> None:
        """Make a rest or a count-in longer; there is nothing to change in a set."""
        await self.run_action(f"screen.add_time({TIME_STEP_MS})")

    def render(self) -> Content:
        """Fill every row alike."""
        return Content("\n".join([self._row(self.part)] * self.content_size.height))

    def _row(self, part: int) -> str:
        """Return a row in which so much is over."""
        width = self.content_size.width
        cells, eighths = divmod(width * 8 * part // BAR_PARTS, 8)
        row = "█" * cells + (_EIGHTHS[eighths] if cells < width else "")
        return row.ljust(width)
