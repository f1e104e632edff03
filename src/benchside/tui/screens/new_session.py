"""A new session, written a line an exercise; what it needs beyond that is edited in its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from benchside.library import convert_line
from benchside.session import Goal
from benchside.tui.dialogs import keys_read
from benchside.tui.text import plain
from benchside.tui.text.own_files import (
    EXERCISE,
    EXERCISE_HINT,
    GOAL,
    NAME,
    NEW_KEYS,
    NEW_TITLE,
    NO_EXERCISE,
    NO_GOAL,
    NO_NAME,
    not_understood,
)
from benchside.tui.widgets.choice_row import ChoiceRow, ChoiceValue
from benchside.tui.widgets.line_input import LineInput
from benchside.tui.widgets.rows import Rows
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.tui.ports import SessionEditor

GOALS = (ChoiceValue("", NO_GOAL), *(ChoiceValue(goal.value, goal.value) for goal in Goal))


class NewSessionScreen(ModalScreen[Path | None]):
    """Is dismissed with the file that was written, or None where it was left."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", "leave it", show=False, priority=True),
        Binding("enter", "take", "take", show=False, priority=True),
    ]

    def __init__(self, own: SessionEditor) -> None:
        super().__init__()
        self._own = own
        self._goal = Goal.STRENGTH.value
        self._lines: list[str] = []
        self._exercises: list[dict[str, Any]] = []
        self._title = LineInput("", select_on_focus=False)
        self._line = LineInput("", select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Name, goal, the exercises so far, and one more."""
        self._line.placeholder = EXERCISE_HINT
        with Vertical(classes="dialog -wide-dialog"):
            yield Static(NEW_TITLE, classes="title", markup=False)
            with Horizontal(classes="field"):
                yield Label(NAME)
                yield self._title
            yield ChoiceRow("goal", GOAL, GOALS, self._goal, label_cells=15)
            yield Rows(id="exercises")
            with Horizontal(classes="field"):
                yield Label(EXERCISE)
                yield self._line
            yield Static(classes="mistake")
            yield Static(NEW_KEYS, classes="keys", markup=False)
        yield TooSmall()

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        """Take another goal."""
        self._goal = str(event.value)
        event.row.show(event.value)

    async def action_take(self) -> None:
        """Take the line that was written; an empty one ends the session."""
        await keys_read(self)
        if self.focused is not self._line:
            self.set_focus(self._line)
        elif line := self._line.value.strip():
            self._add(line)
        else:
            self._create()

    def _add(self, line: str) -> None:
        exercise, lost = convert_line(line)
        if exercise is None or lost:
            self._complain(not_understood(lost))
            return
        self._exercises.append(exercise)
        self._lines.append(line)
        self._complain("")
        self._line.value = ""
        self.query_one("#exercises", Rows).update(
            plain(f"{number}  {each}") for number, each in enumerate(self._lines, 1)
        )

    def _create(self) -> None:
        title = self._title.value.strip()
        if not title or not self._exercises:
            self._complain(NO_EXERCISE if title else NO_NAME)
            if not title:
                self.set_focus(self._title)
            return
        try:
            made = self._own.create(title, self._goal, self._exercises)
        except OSError as error:
            self._complain(error.strerror or str(error))
            return
        if isinstance(made, tuple):
            self._complain(made[0].message)
        else:
            self.dismiss(made)

    def _complain(self, mistake: str) -> None:
        self.query_one(".mistake", Static).update(plain(mistake))
