"""A set as it is announced: exercise, number, target, load with plates, tempo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.runner.view import Mood
from benchside.tui.lines import joined
from benchside.tui.text import per_side, plain, set_of, target_of

if TYPE_CHECKING:
    from benchside.runner.view import SetCard

_PHASES = (Mood.ECCENTRIC, Mood.PAUSE_STRETCHED, Mood.CONCENTRIC, Mood.PAUSE_CONTRACTED)
"""In the order of the digits of a tempo."""
_MOST_DOTS = 10


class SetPanel(Widget):
    """One set, a fact a row; the digit of the phase that is going on is highlighted."""

    DEFAULT_CSS = """
    SetPanel { width: 32; height: 1fr; padding: 1 2; border-left: tall $foreground 15%; }
    """

    heading = reactive("")
    card: reactive[SetCard | None] = reactive(None)
    phase: reactive[Mood | None] = reactive(None)
    """The phase that is going on, where a tempo is lifted."""

    def render(self) -> Content:
        """Write what there is to say, row by row."""
        card = self.card
        if card is None:
            return Content()
        rows = [
            Content.styled(self.heading, "$text-muted"),
            plain(card.exercise).stylize("bold"),
            joined([set_of(card), card.type if card.type != "working" else ""]),
            _dots(card),
            Content(),
            joined([target_of(card), f"RPE {card.rpe}" if card.rpe else ""]).stylize("bold"),
            plain(card.load).stylize("bold"),
            plain(per_side(card)).stylize("$text-muted"),
            _tempo(card.tempo, self.phase),
        ]
        return Content("\n").join(rows[:5] + [row for row in rows[5:] if row])


def _dots(card: SetCard) -> Content:
    if not 1 < card.of <= _MOST_DOTS:
        return Content()
    dots = ["●"] * (card.number - 1) + ["◉"] + ["○"] * (card.of - card.number)
    return Content.styled(" ".join(dots), "$text-primary")


def _tempo(tempo: str, phase: Mood | None) -> Content:
    """The four digits, the one of the phase reversed."""
    if not tempo:
        return Content()
    digits = [
        Content.styled(f" {digit} ", "bold reverse" if mood is phase else "")
        for digit, mood in zip(tempo.split("-"), _PHASES, strict=False)
    ]
    return Content.assemble(("tempo ", "$text-muted"), Content("-").join(digits))
