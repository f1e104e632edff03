"""What the session and its summary have in common: their keys correct a set, and note on it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, TypeVar

from benchside.runner import Note, Undo
from benchside.tui.dialogs import open_dialog
from benchside.tui.key_runs import FirstLook
from benchside.tui.keyed_app import with_keys
from benchside.tui.rep_keys import RepKeys
from benchside.tui.screens.planning import PlanningScreen
from benchside.tui.text import session as text
from benchside.view import note_on

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen

    from benchside.player import LiveSession
    from benchside.runner import Command
    from benchside.timeline import SetId
    from benchside.view import LastSetView, NoteTarget

T = TypeVar("T")


class AnswerScreen(PlanningScreen[T]):
    """Its digits and arrows answer for the set that it shows as the one to be corrected."""

    def __init__(self, session: LiveSession, reps: RepKeys | None = None) -> None:
        super().__init__()
        self.session = session
        self.reps = reps or RepKeys(session)

    @property
    @abstractmethod
    def corrected(self) -> LastSetView | None:
        """The set that is corrected now; None where there is none."""

    @property
    def meant(self) -> SetId | None:
        """The same set."""
        return None if self.corrected is None else self.corrected.id

    def action_add_rep(self, by: int) -> None:
        """Correct the reps of the set by one."""
        self.reps.add(self.corrected, by)
        self.look()

    def action_count_rep(self) -> None:
        """Correct the reps by a key that has no other beside it."""
        self.reps.count(self.corrected)
        self.look()

    def action_type_reps(self, digit: int) -> None:
        """Take a digit of the reps of the set, or of its RPE."""
        self.reps.type(self.corrected, digit)
        self.look()

    def action_rate(self) -> None:
        """Take the next digits for the RPE of the set."""
        self.reps.rate(self.corrected)
        self.look()


class SetScreen(AnswerScreen[T]):
    """Corrects the set that it shows, and takes notes on it."""

    def __init__(self, session: LiveSession, reps: RepKeys | None = None) -> None:
        super().__init__(session, reps)
        self.first_look = FirstLook()
        self._is_covered = False
        self._knows_keys = False

    @property
    def noted(self) -> NoteTarget | None:
        """The set that a note is written on now; None where there is none."""
        return None if self.corrected is None else note_on(self.corrected)

    @abstractmethod
    def look(self) -> None:
        """Show the session as it is now."""

    def on_screen_suspend(self) -> None:
        """Remember that a dialog stands here."""
        self._is_covered = True

    def on_screen_resume(self) -> None:
        """Show what a dialog has changed; the key that closed it may still be held."""
        if self._is_covered:
            self.first_look.begin()
            self.look()

    def on_key(self, event: events.Key) -> None:
        """Point once to the keys that there are: perhaps the keyboard has another layout."""
        if event.is_printable and not self._knows_keys:
            self._knows_keys = True
            self.notify(with_keys(self.app, text.UNKNOWN_KEY), severity="warning", markup=False)

    def action_undo(self) -> None:
        """Take the last key back."""
        self.press(Undo())

    async def action_correct(self) -> None:
        """Ask what the set really was."""
        from benchside.tui.screens.correct import CorrectScreen

        if (chosen := self.corrected) is not None:
            await open_dialog(
                self, CorrectScreen(self.session, chosen, self.drafts.of("correct", chosen.id))
            )

    async def action_note(self) -> None:
        """Ask for a note on the set, with what is written on it already."""
        from benchside.tui.screens.line import LineScreen

        if (about := self.noted) is None:
            return

        def keep(note: str | None) -> None:
            if note is not None and note != about.text:
                self.order(Note(about.id, note))

        dialog = LineScreen(
            text.NOTE_TITLE,
            text.NOTE_KEYS,
            about.text,
            about=text.which_set(about),
            goes_on=True,
            draft=self.drafts.of("note", about.id),
        )
        await open_dialog(self, dialog, keep)

    def press(self, command: Command) -> None:
        """Tell the session what a key says."""
        self.session.press(command)
        self.look()

    def order(self, command: Command | None) -> None:
        """Tell the session a command, if a dialog came to one."""
        if command is not None:
            self.session.order(command)
            self.look()


async def open_overview(above: Screen[Any], session: LiveSession) -> None:
    """Show the sets of a session over its screen."""
    from benchside.tui.screens.overview import OverviewScreen

    await open_dialog(above, OverviewScreen(session))
