"""The keys that change what comes: one more set, another load, later, another exercise, again.

The session and the overview of its sets have them in common.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from benchside.player import Answer
from benchside.runner import AddSet, ChangeLoad, Defer, DropSet, Redo, Swap
from benchside.session import InvalidValueError, read_load
from benchside.tui.dialogs import open_dialog
from benchside.tui.folding import Drafts
from benchside.tui.text import overview as text
from benchside.tui.text.memory import NOTHING_OFFERED
from benchside.view import load_of

if TYPE_CHECKING:
    from benchside.player import LiveSession
    from benchside.runner import Command
    from benchside.session import CatalogueEntry, Load
    from benchside.timeline import SetId

T = TypeVar("T")


class PlanningScreen(Screen[T]):
    """Changes what comes of the session that it shows."""

    session: LiveSession

    @cached_property
    def drafts(self) -> Drafts:
        """What was typed into dialogs of this screen that were folded away."""
        return Drafts()

    @property
    @abstractmethod
    def meant(self) -> SetId | None:
        """The set that a key means; None where there is none."""

    @abstractmethod
    def look(self) -> None:
        """Show the session as it is now."""

    def bend(self, command: Command) -> None:
        """Tell the session a change; say why where it is refused."""
        if self.session.order(command) is Answer.NOT_NOW:
            self.notify(self.session.state.why_not, severity="warning", markup=False)
        self.look()

    def action_add_set(self) -> None:
        """Do one more set of the exercise."""
        if (set_id := self.meant) is not None:
            self.bend(AddSet(set_id))

    def action_defer(self) -> None:
        """Do the exercise later."""
        if (set_id := self.meant) is not None:
            self.bend(Defer(set_id))

    def action_drop_set(self) -> None:
        """Leave the set out."""
        if (set_id := self.meant) is not None:
            self.bend(DropSet(set_id))

    def action_redo(self) -> None:
        """Do the last set again."""
        self.bend(Redo())

    def action_take_loads(self) -> None:
        """Take the loads that are offered; where all are taken, put the session's own back."""
        commands = self.offered_loads()
        for command in commands:
            self.session.order(command)
        if not commands:
            self.notify(NOTHING_OFFERED, markup=False)
        self.look()

    def offered_loads(self) -> tuple[ChangeLoad, ...]:
        """Return what takes the loads that are offered here."""
        memory = self.session.state.memory
        return memory.take if memory else ()

    async def action_change_load(self) -> None:
        """Ask for another load."""
        from benchside.tui.screens.line import LineScreen

        if (set_id := self.meant) is None:
            return
        planned = self.session.sets.agenda.at(set_id).planned

        def taken(typed: str | None) -> None:
            if not typed:
                return
            try:
                load = read_load(typed, like=planned.load)
            except InvalidValueError as wrong:
                self.notify(f"{wrong.message}; {wrong.expected}", severity="error", markup=False)
                return
            self.run_worker(self._ask_how_many(set_id, load))

        dialog = LineScreen(
            text.LOAD_TITLE,
            text.LOAD_KEYS,
            load_of(self._offered(set_id) or planned.load),
            about=text.set_line(planned),
            draft=self.drafts.of("load", set_id),
        )
        await open_dialog(self, dialog, taken)

    def _offered(self, set_id: SetId) -> Load | None:
        """Return the load that is offered for a set and not taken; None where there is none."""
        memory = self.session.state.memory
        offers = memory.offers if memory else ()
        loads = (one.proposal.load for one in offers if set_id in one.sets and not one.is_taken)
        return next(loads, None)

    async def _ask_how_many(self, set_id: SetId, load: Load) -> None:
        """Ask whether a load is for one set or for all that are left."""
        from benchside.tui.screens.question import QuestionScreen

        def answered(all_left: bool | None) -> None:
            if all_left is not None:
                self.bend(ChangeLoad(set_id, load, all_left=all_left))

        await open_dialog(self, QuestionScreen(text.how_many_sets(load)), answered)

    async def action_swap(self) -> None:
        """Ask which exercise to do instead."""
        from benchside.tui.screens.swap import SwapScreen

        if (set_id := self.meant) is None:
            return
        agenda = self.session.sets.agenda

        def chosen(entry: CatalogueEntry | None) -> None:
            if entry is not None:
                self.bend(Swap(set_id, entry.name, entry.starts_with, entry.cues))

        dialog = SwapScreen(agenda.at(set_id).planned.exercise, agenda.plan.catalogue)
        await open_dialog(self, dialog, chosen)
