"""The stage: what goes on now, in the colours of its mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.reactive import reactive

if TYPE_CHECKING:
    from benchside.runner.view import Mood


class Stage(Vertical):
    """Carries the mood as its class (`-eccentric`, …), for the style sheet to colour by."""

    DEFAULT_CSS = """
    Stage { height: 1fr; }
    """

    mood: reactive[Mood | None] = reactive(None, repaint=False)

    def watch_mood(self, mood: Mood | None) -> None:
        """Take on another mood."""
        self.set_classes(f"-{mood}" if mood else "")  # in one go: it restyles the whole stage
