"""The keys that lead through a session, each of them one command, and those of its sound."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from textual.message import Message

from benchside.runner import Abandon, AddTime, Amend, Back, FinishEarly, Pause, Skip, State
from benchside.tui.dialogs import open_dialog
from benchside.tui.screens.sets import open_overview
from benchside.tui.screens.viewed import ViewedScreen

T = TypeVar("T")


class LeadingScreen(ViewedScreen[T]):
    """Turns keys into commands; decides nothing about training."""

    class VolumeChanged(Message):
        """The athlete wants the cues louder or quieter."""

        def __init__(self, volume: float) -> None:
            super().__init__()
            self.volume = volume
            """0 to 1."""

    @abstractmethod
    def action_go(self) -> None:
        """Do the obvious thing."""

    def action_keep(self) -> None:
        """Keep what was counted of the last set; where that is answered, do the obvious thing."""
        last = self.corrected
        is_resting = self.view.state in (State.RESTING, State.WAITING)
        if last is not None and is_resting and last.is_assumed and last.reps is not None:
            self.order(Amend(last.id))
        else:
            self.action_go()

    def action_pause(self) -> None:
        """Stop the clock, or go on."""
        self.press(Pause())

    def action_back(self) -> None:
        """Begin again."""
        self.press(Back())

    def action_skip(self) -> None:
        """Leave out what is going on."""
        self.press(Skip())

    def action_add_time(self, ms: int) -> None:
        """Make the rest or the count-in longer or shorter."""
        self.press(AddTime(ms))

    def action_mute(self) -> None:
        """Silence the cues, or let them be heard."""
        self.session.mute(not self.session.state.is_muted)
        self.look()

    def action_change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter."""
        self.session.change_volume(steps)
        self.look()
        self.post_message(self.VolumeChanged(self.session.state.volume))

    async def action_overview(self) -> None:
        """Show today's sets."""
        await open_overview(self, self.session)

    async def action_finish(self) -> None:
        """Ask what to do with the session; one that has not begun just goes."""
        from benchside.tui.screens.finish import finish_question
        from benchside.tui.screens.question import QuestionScreen

        if FinishEarly in self.view.allowed:
            await open_dialog(self, QuestionScreen(finish_question(self.view)), self.order)
        else:
            self.press(Abandon())
