"""What a set really was: its reps, load and RPE, to be corrected; and the sets before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from benchside.player import Answer
from benchside.runner import Amend
from benchside.session import InvalidValueError, printable, read_load, read_reps, read_rpe
from benchside.tui.dialog_keys import OTHER_SETS
from benchside.tui.dialogs import keys_read
from benchside.tui.keyed_app import with_keys
from benchside.tui.text import plain
from benchside.tui.text.session import (
    CORRECT_KEYS,
    LOAD_FIELD,
    OTHER_SETS_KEYS,
    REPS_FIELD,
    RPE_FIELD,
    TOO_LATE,
    which_set,
)
from benchside.tui.widgets.line_input import OrderedInput
from benchside.tui.widgets.too_small import TooSmall
from benchside.view import load_of, rpe_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from benchside.player import LiveSession
    from benchside.view import LastSetView

_NO_SIDE: Final = ""


class CorrectScreen(ModalScreen[None]):
    """Corrects the sets that it names, whatever is done meanwhile; says what it cannot read."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "leave", "leave it", show=False, priority=True),
        Binding("enter", "save", "save", show=False, priority=True),
        Binding("tab,down", "move(1)", "next field", show=False, priority=True),
        Binding("shift+tab,up", "move(-1)", "field before", show=False, priority=True),
        *OTHER_SETS,
    ]

    def __init__(
        self, session: LiveSession, chosen: LastSetView, draft: dict[str, str] | None = None
    ) -> None:
        """Correct a set; a draft holds what is typed until it is saved or left."""
        super().__init__()
        self._session = session
        self._chosen = chosen
        self._draft = {} if draft is None else draft

    def compose(self) -> ComposeResult:
        """Yield a field for each value that is known."""
        has_others = len(self._session.sets.recorded) > 1
        keys = (
            f"{CORRECT_KEYS}   {with_keys(self.app, OTHER_SETS_KEYS)}"
            if has_others
            else CORRECT_KEYS
        )
        with Vertical(classes="dialog"):
            yield Static(plain(which_set(self._chosen)), classes="title")
            for field, (label, value) in _fields(self._chosen).items():
                with Horizontal(classes="field"):
                    yield Label(printable(label), markup=False)
                    yield OrderedInput(self._draft.get(field, value), id=field)
            yield Static(classes="mistake", markup=False)
            yield Static(keys, classes="keys", markup=False)
        yield TooSmall()

    async def action_save(self) -> None:
        """Take what was written, or say what is wrong with it."""
        await keys_read(self)
        if self._keep(always=True):
            self._draft.clear()
            self.dismiss()

    def action_leave(self) -> None:
        """Leave the set as it is."""
        self._draft.clear()
        self.dismiss()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hold what is typed."""
        if event.input.has_focus and event.input.id is not None:
            self._draft[event.input.id] = event.value

    async def action_move(self, by: int) -> None:
        """Go to the field before or behind this one."""
        await keys_read(self)
        self.focus_next() if by > 0 else self.focus_previous()

    async def action_other_set(self, by: int) -> None:
        """Keep what was written, and go on to another set."""
        await keys_read(self)
        indices = [one.id for one in self._session.sets.recorded]
        place = indices.index(self._chosen.id) + by if self._chosen.id in indices else -1
        if 0 <= place < len(indices) and self._keep(always=False):
            self._draft = {}
            self._chosen = self._session.sets.recorded[place]
            await self.recompose()
            self.set_focus(self.query(Input).first())

    def _keep(self, *, always: bool) -> bool:
        """Return what was changed (and, `always`, that the set was done); False if that failed."""
        try:
            amends = list(self._amends())
        except InvalidValueError as mistake:
            self._complain(f"{mistake.message}; {mistake.expected}")
            return False
        if always and not amends:
            amends = [Amend(self._chosen.id)]
        for amend in amends:
            if self._session.order(amend) is not Answer.DONE:
                self._complain(TOO_LATE)
                return False
        return True

    def _amends(self) -> Iterator[Amend]:
        """Yield what was changed; raises `InvalidValueError` where a field cannot be read."""
        chosen = self._chosen
        changed: dict[str, str] = {}
        for field, (_, before) in _fields(chosen).items():
            written = self.query_one(f"#{field}", Input).value.strip()
            if written and written != before:
                changed[field] = written
        load = changed.get("load")
        rpe = changed.get("rpe")
        values = Amend(
            chosen.id,
            load=None if load is None else read_load(load, like=chosen.load),
            rpe=None if rpe is None else read_rpe(rpe),
        )
        for place, (side, _) in enumerate(_sides(chosen)):
            if (reps := changed.get(f"reps-{place}")) is not None:
                yield Amend(chosen.id, reps=read_reps(reps), side=side or None)
        if values != Amend(chosen.id):
            yield values

    def _complain(self, message: str) -> None:
        self.query_one(".mistake", Static).update(plain(message))


def _sides(last: LastSetView) -> tuple[tuple[str, int | None], ...]:
    """Return each side with its reps; one without a name where there are no sides."""
    if not last.counts_reps:
        return ()
    return last.sides or ((_NO_SIDE, last.reps),)


def _fields(last: LastSetView) -> dict[str, tuple[str, str]]:
    """Return the fields of a set: each one's name on the screen, and what is known."""
    fields = {
        f"reps-{place}": (
            f"{REPS_FIELD} {side}".strip(),
            "" if reps is None else str(reps),
        )
        for place, (side, reps) in enumerate(_sides(last))
    }
    return {
        **fields,
        "load": (LOAD_FIELD, printable(load_of(last.load))),
        "rpe": (RPE_FIELD, rpe_number(last.rpe)),
    }
