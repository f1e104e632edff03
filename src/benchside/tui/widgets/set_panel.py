"""A set as it is announced: exercise, number, target, load with plates, tempo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive

from benchside.tui.lines import MUTED, joined
from benchside.tui.text import plain
from benchside.tui.widgets.big_text import BigText
from benchside.tui.widgets.rows import Rows
from benchside.view.words.activities import PHASES
from benchside.view.words.sets import (
    asked_of,
    load_of,
    phase_seconds,
    plates_of,
    rpe_of,
    set_of,
)

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.session.values.tempo import Tempo
    from benchside.view.view import Activity, SetView

_MAX_DOTS = 10


class SetPanel(Vertical):
    """One set, a fact a row (a long name three), the load large.

    The digit of the phase that is going on stands out.
    """

    DEFAULT_CSS = """
    SetPanel {
        width: 32;
        height: 1fr;
        padding: 0 2;
        border-left: solid $foreground 20%;
        align: left middle;

        BigText { height: 1; content-align: left middle; }
    }
    """

    heading = reactive("", repaint=False)
    card: reactive[SetView | None] = reactive(None, repaint=False)
    phase: reactive[Activity | None] = reactive(None, repaint=False)
    """The phase that is going on, where a tempo is lifted."""

    def __init__(self) -> None:
        super().__init__()
        self._what = Rows()
        self._load = BigText(id="load")
        self._how = Rows()

    def compose(self) -> ComposeResult:
        """What is lifted, how much, and how."""
        yield self._what
        yield self._load
        yield self._how

    def watch_heading(self) -> None:
        """Say whether the set is going on or coming."""
        self._show_what()

    def watch_card(self, card: SetView | None) -> None:
        """Announce another set."""
        self._show_what()
        self._show_how()
        self._load.text = load_of(card.load) if card else ""
        self._load.display = bool(card and card.load)

    def watch_phase(self) -> None:
        """Let another digit stand out; it takes no other room."""
        self._show_how(layout=False)

    def _show_what(self) -> None:
        if (card := self.card) is None:
            return
        rows = (
            Content.styled(self.heading, MUTED),
            plain(card.exercise).stylize("bold"),
            joined([set_of(card).capitalize(), card.type if card.type != "working" else ""]),
            _dots(card),
            joined([asked_of(card), rpe_of(card.rpe)]).stylize("bold"),
        )
        self._what.update(rows)

    def _show_how(self, *, layout: bool = True) -> None:
        if (card := self.card) is None:
            return
        rows = (plain(plates_of(card.plates)).stylize(MUTED), _tempo(card.tempo, self.phase))
        self._how.update(rows, layout=layout)


def _dots(card: SetView) -> Content:
    if not 1 < card.of <= _MAX_DOTS:
        return Content()
    dots = ["●"] * (card.number - 1) + ["◉"] + ["○"] * (card.of - card.number)
    return Content.styled(" ".join(dots), "$text-primary")


def _tempo(tempo: Tempo | None, phase: Activity | None) -> Content:
    """The four digits, the one of the phase reversed."""
    if tempo is None:
        return Content()
    digits = [
        Content.styled(f" {digit} ", "bold reverse" if mood is phase else "")
        for digit, mood in zip(phase_seconds(tempo), PHASES, strict=True)
    ]
    return Content.assemble(("tempo ", MUTED), Content("-").join(digits))
