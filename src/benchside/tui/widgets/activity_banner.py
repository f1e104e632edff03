"""What is going on, as a large word on its colour; it blinks with every cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from benchside.timeline.cues import CueKind
from benchside.tui.widgets.big_text import BigText
from benchside.view.words.activities import cue_word

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from benchside.view.view import Activity

LARGE: Final = frozenset(
    {
        CueKind.LAST_REP,
        CueKind.HALFWAY,
        CueKind.TEN_SECONDS,
        CueKind.SET_DONE,
        CueKind.REST_OVER,
    }
)
"""Nothing else on the screen tells them to somebody who stands two metres away: their word takes
the place of the mood's for a moment."""

Light: TypeAlias = "tuple[Activity | None, CueKind | None]"

WORD_S = 1.0
"""How long the word of a cue stays: nobody reads one in a blink."""


class ActivityBanner(Horizontal):
    """The phase word, a hint below it, and the side that is trained.

    It carries the mood as its class (`-eccentric`, …), for the style sheet to colour by.
    """

    DEFAULT_CSS = """
    ActivityBanner {
        height: 6;
        padding: 1 3 0 3;

        & > Vertical { width: 3fr; }
        #word { content-align: left middle; }
        #hint { height: 1; }
        #side { width: 2fr; content-align: right middle; padding-bottom: 1; display: none; }
        &.-has-side #side { display: block; }
    }
    """

    light: reactive[Light] = reactive((None, None), repaint=False)
    """The mood, and the cue of this moment."""
    word = reactive("", repaint=False)
    room_for = reactive("", repaint=False)
    """The longest word of the set: within a set no word jumps in size."""
    hint = reactive("", repaint=False)
    side = reactive("", repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._word = BigText(id="word")
        self._hint = Static(id="hint", markup=False)
        self._side = BigText(id="side")
        self._cue: CueKind | None = None
        """The cue whose word stands here."""
        self._cue_ends: Timer | None = None

    def compose(self) -> ComposeResult:
        """Word and hint on the left, the side on the right."""
        with Vertical():
            yield self._word
            yield self._hint
        yield self._side

    def watch_light(self, before: Light, light: Light) -> None:
        """Take on other colours, and show the word of a cue that has just come."""
        mood, cue = light
        kept = {"-has-side"} & self.classes
        lit = {"-lit"} if cue else set()
        self.set_classes({*kept, *lit, f"-{mood}"})  # in one go: it restyles all that stands in it
        if cue is not None and cue is not before[1] and cue_word(cue) not in ("", self.word):
            self._show_cue(cue)

    def watch_word(self) -> None:
        """Show another mood; it does not wait for the large word of a cue."""
        if self._cue in LARGE:
            self._cue = None
        self._write()

    def watch_hint(self) -> None:
        """Show another hint."""
        self._write()

    def watch_side(self, side: str) -> None:
        """Show the side, or nothing."""
        self._side.text = side.upper()
        self.set_class(bool(side), "-has-side")

    def _show_cue(self, cue: CueKind) -> None:
        if self._cue_ends is not None:
            self._cue_ends.stop()
        self._cue_ends = self.set_timer(WORD_S, self._end_cue)
        self._cue = cue
        self._write()

    def _end_cue(self) -> None:
        self._cue = None
        self._write()

    def _write(self) -> None:
        """Write word and hint, one of them that of the cue while there is one."""
        cue = "" if self._cue is None else cue_word(self._cue)
        is_large = self._cue in LARGE
        self._word.room_for = "" if is_large else self.room_for
        self._word.text = cue if is_large else self.word
        hint = Content(self.hint)
        if cue and not is_large:
            hint = Content.styled(f" {cue} ", "bold reverse")
        self._hint.update(hint, layout=False)  # its row takes all the width already
