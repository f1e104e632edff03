"""What is going on, as a large word on its colour; it blinks with every cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from benchside.tui.text.session import CUES
from benchside.tui.widgets.big_text import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from benchside.runner.view import Mood
    from benchside.timeline.cues import CueKind

LIT_S = 0.15
"""How long a cue lights the banner."""
WORD_S = 1.0
"""How long its word stays: nobody reads one in a blink."""


class MoodBanner(Horizontal):
    """The phase word, a hint below it, and the side that is trained.

    It carries the mood as its class (`-eccentric`, …), for the style sheet to colour by.
    """

    DEFAULT_CSS = """
    MoodBanner {
        height: 6;
        padding: 1 3 0 3;

        & > Vertical { width: 3fr; }
        #word { content-align: left middle; }
        #hint { height: 1; }
        #side { width: 2fr; content-align: right middle; padding-bottom: 1; display: none; }
        &.-has-side #side { display: block; }
    }
    """

    mood: reactive[Mood | None] = reactive(None, repaint=False)
    word = reactive("", repaint=False)
    hint = reactive("", repaint=False)
    side = reactive("", repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._word = BigText(id="word")
        self._hint = Static(id="hint", markup=False)
        self._side = BigText(id="side")
        self._cue_ends: Timer | None = None

    def compose(self) -> ComposeResult:
        """Word and hint on the left, the side on the right."""
        with Vertical():
            yield self._word
            yield self._hint
        yield self._side

    def blink(self, cue: CueKind) -> None:
        """Light up for a moment and show the cue's word."""
        self.add_class("-lit")
        self.set_timer(LIT_S, lambda: self.remove_class("-lit"))
        if CUES[cue] == self.word:
            return
        if self._cue_ends is not None:
            self._cue_ends.stop()
        self._write(Content.styled(f" {CUES[cue]} ", "bold reverse"))
        self._cue_ends = self.set_timer(WORD_S, self._show_hint)

    def watch_mood(self, mood: Mood | None) -> None:
        """Take on the colours of another mood."""
        kept = {name for name in self.classes if name in ("-lit", "-has-side")}
        self.set_classes({*kept, f"-{mood}"})  # in one go: it restyles all that stands in it

    def watch_word(self, word: str) -> None:
        """Show another mood."""
        self._word.text = word

    def watch_hint(self) -> None:
        """Show another hint, unless a cue's word stands there."""
        if self._cue_ends is None:
            self._show_hint()

    def watch_side(self, side: str) -> None:
        """Show the side, or nothing."""
        self._side.text = side.upper()
        self.set_class(bool(side), "-has-side")

    def _show_hint(self) -> None:
        self._cue_ends = None
        self._write(Content(self.hint))

    def _write(self, hint: Content) -> None:
        """Write into the row of the hint, which takes all of it: no layout is needed for that."""
        self._hint.update(hint, layout=False)
