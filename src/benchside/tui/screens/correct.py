"""What the last set really was: its reps, load and RPE, to be corrected."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from benchside.runner.commands import Amend
from benchside.session.load import parse_load
from benchside.session.mistake import Mistake, quoted, shown
from benchside.session.reps import MAX_REPS
from benchside.session.rpe import parse_rpe
from benchside.tui.text import plain
from benchside.tui.text.session import CORRECT_KEYS, FIELDS, which_set
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.runner.view import LastSet
    from benchside.session.load import Load


class CorrectScreen(ModalScreen[Amend | None]):
    """Is dismissed with what is to be amended, or None; says what it cannot read."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "leave it", show=False),
        Binding("down", "app.focus_next", "next field", show=False),
        Binding("up", "app.focus_previous", "field before", show=False),
    ]

    def __init__(self, last: LastSet) -> None:
        super().__init__()
        self.last = last
        self._written = {
            "reps": "" if last.reps is None else str(last.reps),
            "load": shown(last.load),
            "rpe": last.rpe,
        }

    def compose(self) -> ComposeResult:
        """Three fields with what is known."""
        with Vertical(classes="dialog"):
            yield Static(plain(which_set(self.last)), classes="title")
            for field, label in FIELDS.items():
                with Horizontal(classes="field"):
                    yield Label(label, markup=False)
                    yield Input(self._written[field], id=field)
            yield Static(classes="mistake", markup=False)
            yield Static(CORRECT_KEYS, classes="keys", markup=False)
        yield TooSmall()

    def on_input_submitted(self) -> None:
        """Take what was written, or say what is wrong with it."""
        try:
            amend = Amend(
                reps=_reps(self._changed("reps")),
                load=_load(self._changed("load")),
                rpe=_rpe(self._changed("rpe")),
            )
        except Mistake as mistake:
            self.query_one(".mistake", Static).update(
                plain(f"{mistake.message}; {mistake.expected}")
            )
        else:
            self.dismiss(amend if amend != Amend() else None)

    def _changed(self, field: str) -> str:
        """What stands in a field now; empty where it is as it was."""
        written = self.query_one(f"#{field}", Input).value.strip()
        return "" if written == self._written[field] else written


def _reps(written: str) -> int | None:
    if not written:
        return None
    if not (written.isascii() and written.isdecimal()) or int(written) > MAX_REPS:
        raise Mistake(f"{quoted(written)} is not a number of reps", "write 8")
    return int(written)


def _load(written: str) -> Load | None:
    return parse_load(written) if written else None


def _rpe(written: str) -> Decimal | None:
    if not written:
        return None
    try:
        return parse_rpe(Decimal(written.replace(",", ".")))
    except InvalidOperation:
        raise Mistake(f"{quoted(written)} is not an RPE", "write 8 or 8.5") from None
