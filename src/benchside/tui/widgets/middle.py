"""The middle of the session: the large numbers and the set they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.reactive import reactive

from benchside.view import Activity

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

COUNT_INS: AbstractSet[Activity] = frozenset({Activity.PREPARE, Activity.SWITCH})


class Middle(Horizontal):
    """Tells a count-in and a pause apart from the rest; a phase changes nothing here.

    What a class changes is restyled with all that stands in it, so the colours of the phases are
    left to the widgets that show them.
    """

    DEFAULT_CSS = """
    Middle { height: 1fr; }
    """

    mood: reactive[Activity | None] = reactive(None, repaint=False)

    def watch_mood(self, mood: Activity | None) -> None:
        """Take on another mood, if it looks different."""
        self.set_class(mood in COUNT_INS, "-count-in")
        self.set_class(mood is Activity.PAUSED, "-paused")
