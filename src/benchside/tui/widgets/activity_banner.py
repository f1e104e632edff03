"""What is going on, as a large word on its colour, with what moves or the time that is left.

It blinks with every cue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from benchside.timeline import CueKind
from benchside.tui.pressing import act_on_click
from benchside.tui.widgets.big_text import BigText
from benchside.view import cue_word

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.widget import Widget

    from benchside.view import Activity

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

SHORT: Final = 2
"""Digits of a time that leaves more room to the word."""

Light: TypeAlias = "tuple[Activity | None, CueKind | None]"

WORD_S = 1.0
"""How long the word of a cue stays: nobody reads one in a blink."""


class ActivityBanner(Horizontal):
    """The word with a hint below it; beside it the time of a rest, or what the caller puts there.

    It carries the mood as its class (`-eccentric`, …), for the style sheet to colour by. A click
    is the go key.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ActivityBanner {
        height: 8;
        padding: 0 2;
        pointer: pointer;

        & > Vertical { width: 1fr; min-width: 28; }
        #word { content-align: left middle; }
        #hint { height: 1; }
        #time { width: 2fr; display: none; }
        #aside { width: 12; padding: 1 0; height: 1fr; display: none; }
        &.-short-time #time { width: 20; }
        &.-has-time #time, &.-has-time #aside { display: block; }
        &.-large #time, &.-large #aside, &.-large Pacer { display: none; }
    }
    """

    light: reactive[Light] = reactive((None, None), repaint=False)
    """The mood, and the cue of this moment."""
    word = reactive("", repaint=False)
    room_for = reactive("", repaint=False)
    """The longest word of the set: within a set no word jumps in size."""
    hint = reactive("", repaint=False)
    time = reactive("", repaint=False)
    """A time to be drawn large; empty shows none."""
    aside = reactive(Content(), repaint=False)
    """What the time is of, and the keys that change it."""

    def __init__(self, *beside: Widget) -> None:
        """Stand the widgets beside the word; they show themselves, or not."""
        super().__init__()
        self._beside = beside
        self._word = BigText(id="word")
        self._hint = Static(id="hint", markup=False)
        self._time = BigText(id="time")
        self._aside = Static(id="aside", markup=False)
        self._cue: CueKind | None = None
        """The cue whose word stands here."""
        self._cue_ends: Timer | None = None

    def compose(self) -> ComposeResult:
        """Word and hint on the left; on the right the time, or what moves."""
        with Vertical():
            yield self._word
            yield self._hint
        yield self._time
        yield self._aside
        yield from self._beside

    async def on_click(self, event: events.Click) -> None:
        """Do what the go key does: the band is the largest thing to hit."""
        await act_on_click(self.screen, event, "go")

    def watch_light(self, before: Light, light: Light) -> None:
        """Take on other colours, and show the word of a cue that has just come."""
        mood, cue = light
        kept = {"-has-time", "-short-time", "-large"} & self.classes
        lit = {"-lit"} if cue else set()
        self.set_classes({*kept, *lit, f"-{mood}"})  # in one go: it restyles all that stands in it
        if cue is not None and cue is not before[1] and cue_word(cue) not in ("", self.word):
            self._show_cue(cue)

    def watch_word(self) -> None:
        """Show another mood; it waits for no large word but that of the rep that it begins."""
        if self._cue in LARGE and self._cue is not CueKind.LAST_REP:
            self._cue = None
        self._write()

    def watch_hint(self) -> None:
        """Show another hint."""
        self._write()

    def watch_room_for(self) -> None:
        """Leave other room."""
        self._write()

    def watch_time(self, time: str) -> None:
        """Show another time, or none; its size is that of its widest digits."""
        self._time.room_for = "".join("0" if sign.isdigit() else sign for sign in time)
        self._time.text = time
        self.set_class(bool(time), "-has-time")
        self.set_class(len(time) <= SHORT, "-short-time")

    def watch_aside(self, aside: Content) -> None:
        """Say what the time is of."""
        self._aside.update(aside, layout=False)

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
        self.set_class(is_large, "-large")
        self._word.room_for = "" if is_large else self.room_for
        self._word.text = cue if is_large else self.word
        hint = Content(self.hint)
        if cue and not is_large:
            hint = Content.styled(f" {cue} ", "bold reverse")
        self._hint.update(hint, layout=False)  # its row takes all the width already
