"""The session that is going on: ticks the player, hands the pieces of its view to the widgets.

It decides nothing about training. Keys become commands; which of them work now, the view says.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import Initialize, reactive
from textual.screen import Screen

from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
)
from benchside.runner.done import SessionStatus
from benchside.runner.view import TIMED_MOODS, Mood
from benchside.tui import keys
from benchside.tui.text import session as text
from benchside.tui.widgets.coaching import Coaching
from benchside.tui.widgets.coming_next import ComingNext
from benchside.tui.widgets.counter import Counter
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.last_set_line import LastSetLine
from benchside.tui.widgets.middle import Middle
from benchside.tui.widgets.mood_banner import MoodBanner
from benchside.tui.widgets.phase_bar import PhaseBar
from benchside.tui.widgets.set_panel import SetPanel
from benchside.tui.widgets.small_clock import SmallClock
from benchside.tui.widgets.status_line import StatusLine
from benchside.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding
    from textual.timer import Timer

    from benchside.runner.commands import Command
    from benchside.runner.view import View
    from benchside.tui.services import Player

DONE_SHOWN_S = 1.5
"""How long the word DONE stands, and its sound sounds, before the summary."""

_CALM: Final = frozenset({Mood.READY, Mood.REST, Mood.WAIT, Mood.PAUSED, Mood.FINISHED})
_AT_WORK: Final = frozenset(
    {Mood.ECCENTRIC, Mood.PAUSE_STRETCHED, Mood.CONCENTRIC, Mood.PAUSE_CONTRACTED}
    | {Mood.LIFT, Mood.SWITCH, *TIMED_MOODS}
)
_ROOM: Final[Mapping[Mood, str]] = {
    **dict.fromkeys(TIMED_MOODS, "0:00"),
    Mood.PREPARE: "00",
    Mood.SWITCH: "00",
    Mood.LIFT: "0:00",
    Mood.REST: "0:00",
    Mood.WAIT: "0:00",
}


def _view_of_player(screen: SessionScreen) -> View:
    return screen.player.view


class SessionScreen(Screen[None]):
    """Leads through a session; is dismissed when the session has ended."""

    class VolumeChanged(Message):
        """The athlete wants the cues louder or quieter."""

        def __init__(self, volume: float) -> None:
            super().__init__()
            self.volume = volume
            """0 to 1."""

    CSS_PATH = "session.tcss"
    BINDINGS: ClassVar = keys.SESSION

    view: reactive[View] = reactive(Initialize(_view_of_player), repaint=False)

    def __init__(self, player: Player) -> None:
        super().__init__()
        self.player = player
        self._top = TopLine()
        self._banner = MoodBanner()
        self._middle = Middle()
        self._digits = Counter(id="digits")
        self._rep = Counter(id="rep")
        self._panel = SetPanel()
        self._bar = PhaseBar()
        self._coaching = Coaching()
        self._next = ComingNext()
        self._last = LastSetLine()
        self._status = StatusLine()
        self._next_tick: Timer | None = None

    def compose(self) -> ComposeResult:
        """From the top: where, what, how long, what next, which keys."""
        yield self._top
        yield self._banner
        with self._middle:
            yield self._digits
            yield self._rep
            yield self._panel
        yield self._bar
        yield SmallClock()
        with Vertical(id="foot"):  # what moves above it is painted without it
            yield self._coaching
            yield self._next
            yield self._last
            yield self._status
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to tick."""
        self._tick()
        # What stands now stands until the end. Searched for garbage again and again it would cost
        # a fifth of the processor's time, both in a rest and in a set.
        self.call_after_refresh(gc.freeze)

    def on_unmount(self) -> None:
        """Let go of the player, however the screen went."""
        self.player.close()
        gc.unfreeze()

    def on_screen_resume(self) -> None:
        """A dialog has gone; the session may have ended meanwhile."""
        self._leave_if_over()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key does anything now."""
        return keys.is_legal(action, self.view)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, in the words of the table of moves."""
        active = super().active_bindings
        is_wide = self.has_class("-wide") or self.has_class("-huge")
        return {
            key: keys.worded(binding, self.view, is_wide=is_wide) for key, binding in active.items()
        }

    def watch_view(self, before: View, view: View) -> None:
        """Hand the pieces down; equal ones stop there."""
        self._show_moment(view)
        self._show_sets(view)
        if (before.state, before.last is None) != (view.state, view.last is None):
            self.refresh_bindings()
        if before.status is not view.status:
            self._leave_if_over()

    def action_go(self) -> None:
        """The one key."""
        self._press(Go())

    def action_pause(self) -> None:
        """Stop the clock, or go on."""
        self._press(Pause())

    def action_back(self) -> None:
        """Begin again."""
        self._press(Back())

    def action_skip(self) -> None:
        """Leave out what is going on."""
        self._press(Skip())

    def action_add_time(self, ms: int) -> None:
        """Make the rest or the count-in longer or shorter."""
        self._press(AddTime(ms))

    def action_add_rep(self, by: int) -> None:
        """Correct the reps of the last set by one."""
        if (last := self.view.last) is not None:
            self._press(Amend(reps=max(0, (last.reps or 0) + by)))

    def action_mute(self) -> None:
        """Silence the cues, or let them be heard."""
        self.player.mute(not self.player.muted)
        self._show_status()

    def action_change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter."""
        self.player.change_volume(steps)
        self._status.volume = self.player.volume
        self._show_status()
        self.post_message(self.VolumeChanged(self.player.volume))

    def action_correct(self) -> None:
        """Ask what the last set really was."""
        from benchside.tui.screens.correct import CorrectScreen

        if (last := self.view.last) is not None:
            self.app.push_screen(CorrectScreen(last), self._press)

    def action_note(self) -> None:
        """Ask for a note."""
        from benchside.tui.screens.line import LineScreen

        self.app.push_screen(LineScreen(text.NOTE_TITLE, text.NOTE_KEYS), self._note)

    def action_finish(self) -> None:
        """Ask what to do with the session; one that has not begun just goes."""
        from benchside.tui.screens.finish import finish_question
        from benchside.tui.screens.question import QuestionScreen

        if FinishEarly in self.view.allowed:
            question = finish_question(self.view)
            self.app.push_screen(QuestionScreen(question), self._press)
        else:
            self._press(Abandon())

    def action_help(self) -> None:
        """Show every key."""
        from benchside.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(keys.SESSION))

    def _tick(self) -> None:
        """Look at the player, and again when there is something else to see."""
        self.view = self.player.tick()
        self._show_status()
        self._next_tick = self.set_timer(self.player.wait_s(), self._tick)

    def _press(self, command: Command | None) -> None:
        """Tell the player a command, if a dialog came to one."""
        if command is not None:
            self.player.press(command)
            if self._next_tick is not None:
                self._next_tick.stop()
            self._tick()

    def _note(self, written: str | None) -> None:
        """Keep what was written, if anything was."""
        self._press(Note(written) if written else None)

    def _show_moment(self, view: View) -> None:
        """What changes within a set."""
        self._middle.mood = self._bar.mood = view.mood
        self._banner.word = text.MOODS[view.mood]
        self._banner.light = view.mood, view.flash
        self._banner.hint = text.hint(view.mood, view.set.tempo, view.paused_mood)
        self._banner.side = view.set.side if view.mood not in _CALM else ""
        self._digits.room_for = _ROOM.get(view.mood, "")
        self._digits.number, self._digits.caption = text.digits_of(view)
        self._rep.number, self._rep.caption = text.rep_of(view)
        self._rep.display = view.rep is not None
        self._bar.part = view.bar
        self._panel.phase = view.mood
        self._coaching.cue = view.coaching
        self._top.elapsed_min = view.elapsed_s // 60
        self._top.remaining_min = -(-view.remaining_s // 60)

    def _show_sets(self, view: View) -> None:
        """What changes from set to set."""
        self._top.session = view.session
        self._top.block = view.set.block
        self._top.round = text.round_of(view)
        self._top.sets = (view.sets_done, view.sets_total)
        self._panel.heading = text.HEADINGS[view.mood in _AT_WORK or view.mood is Mood.PAUSED]
        self._panel.card = view.set
        self._next.card = view.next
        self._last.last = view.last if view.mood not in _AT_WORK else None
        self._last.is_correctable = Amend in view.allowed
        self._status.slept_s = view.slept_s

    def _show_status(self) -> None:
        self._status.sound = self.player.sound
        self._status.is_muted = self.player.muted
        self._status.trouble = self.player.trouble

    def _leave_if_over(self) -> None:
        """Go when the session has ended and nothing stands above; first let DONE be seen."""
        if self.view.status is None or not self.is_current:
            return
        if self.view.status is SessionStatus.COMPLETE:
            self.set_timer(DONE_SHOWN_S, self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss()
