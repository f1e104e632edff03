"""What a set of the log really was: its reps, load, RPE and note, to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from benchside.log import CorrectionError, correct_set, read_correction
from benchside.session import InvalidValueError, format_rpe, printable
from benchside.tui.dialogs import keys_read
from benchside.tui.text import plain
from benchside.tui.text.history import FIELDS, SET_KEYS, which_set
from benchside.tui.widgets.line_input import OrderedInput
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.log import Record, SetRecord

_REPS: Final = "reps"


class LoggedSetScreen(ModalScreen["Record | None"]):
    """Is dismissed with the session as it should have been logged; None where nothing is wrong."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "leave it", show=False, priority=True),
        Binding("enter", "save", "save", show=False, priority=True),
        Binding("tab,down", "move(1)", "next field", show=False, priority=True),
        Binding("shift+tab,up", "move(-1)", "field before", show=False, priority=True),
    ]

    def __init__(self, record: Record, place: int) -> None:
        """Ask about the set at a place of the session, from 0."""
        super().__init__()
        self._record = record
        self._place = place
        self._fields = _fields(record.sets[place])

    def compose(self) -> ComposeResult:
        """Yield a field for each value."""
        with Vertical(classes="dialog"):
            yield Static(plain(which_set(self._record, self._place)), classes="title")
            for number, (label, value) in enumerate(self._fields):
                with Horizontal(classes="field"):
                    yield Label(printable(label), markup=False)
                    yield OrderedInput(value, id=f"field-{number}")
            yield Static(classes="mistake", markup=False)
            yield Static(SET_KEYS, classes="keys", markup=False)
        yield TooSmall()

    async def action_save(self) -> None:
        """Take what was written, or say what is wrong with it."""
        await keys_read(self)
        try:
            self.dismiss(self._corrected())
        except InvalidValueError as wrong:
            self._complain(f"{wrong.message}; {wrong.expected}")
        except CorrectionError as wrong:
            self._complain(str(wrong))

    async def action_move(self, by: int) -> None:
        """Go to the field before or behind this one."""
        await keys_read(self)
        self.focus_next() if by > 0 else self.focus_previous()

    def _corrected(self) -> Record:
        """Return the session with what was changed."""
        record, one = self._record, self._record.sets[self._place]
        for number, (label, before) in enumerate(self._fields):
            written = self.query_one(f"#field-{number}", Input).value.strip()
            what, _, side = label.partition(" ")
            if written == before or not (written or what == FIELDS["note"]):
                continue
            key = next(key for key, name in FIELDS.items() if name == what)
            correction = read_correction(one, **{key: written}, side=side or None)
            record = correct_set(record, self._place + 1, correction)
        return record

    def _complain(self, message: str) -> None:
        self.query_one(".mistake", Static).update(plain(message))


def _fields(one: SetRecord) -> tuple[tuple[str, str], ...]:
    """Return the fields of a set: what each is called, and what is known."""
    reps: list[tuple[str, str]] = []
    if one.sides and (one.target_reps is not None or one.actual_reps is not None):
        reps = [(f"{FIELDS[_REPS]} {each.side}", _number(each.reps)) for each in one.sides]
    elif one.target_reps is not None or one.actual_reps is not None:
        reps = [(FIELDS[_REPS], _number(one.actual_reps))]
    rpe = "" if one.actual_rpe is None else str(format_rpe(one.actual_rpe))
    return (
        *reps,
        (FIELDS["load"], one.actual_load or ""),
        (FIELDS["rpe"], rpe),
        (FIELDS["note"], one.note),
    )


def _number(reps: int | None) -> str:
    return "" if reps is None else str(reps)
