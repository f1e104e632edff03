"""The session that is going on: hands the pieces of its view to the widgets.

It decides nothing about training. Keys become commands; which of them work now, the view says. The
session has a loop of its own: this screen is told that something has changed, and asks for it.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import Initialize, reactive

from benchside.runner.commands import Abandon, AddTime, Back, FinishEarly, Go, Pause, Skip
from benchside.runner.machine import State
from benchside.tui import footer, session_keys
from benchside.tui.dialogs import open_dialog
from benchside.tui.screens.sets import SetScreen, open_overview, show_keys
from benchside.tui.text import session as text
from benchside.tui.widgets.activity_banner import ActivityBanner
from benchside.tui.widgets.coaching import Coaching
from benchside.tui.widgets.coming_next import ComingNext
from benchside.tui.widgets.counter import Counter
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.last_set_line import LastSetLine
from benchside.tui.widgets.memory_lines import MemoryLines
from benchside.tui.widgets.middle import Middle
from benchside.tui.widgets.phase_bar import PhaseBar
from benchside.tui.widgets.set_panel import SetPanel
from benchside.tui.widgets.small_clock import SmallClock
from benchside.tui.widgets.status_line import StatusLine
from benchside.tui.widgets.top_line import TopLine
from benchside.view.view import TIMED_ACTIVITIES, Activity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from benchside.timeline.set_id import SetId
    from benchside.tui.rep_keys import RepKeys
    from benchside.tui.services import LiveSession
    from benchside.view.view import LastSetView, NoteTarget, View

DONE_SHOWN_S = 1.5
"""How long the word DONE stands, and its sound sounds, before the summary."""

_CALM: Final = frozenset(
    {Activity.READY, Activity.REST, Activity.WAIT, Activity.PAUSED, Activity.FINISHED}
)
_AT_WORK: Final = frozenset(
    {Activity.ECCENTRIC, Activity.PAUSE_STRETCHED, Activity.CONCENTRIC, Activity.PAUSE_CONTRACTED}
    | {Activity.LIFT, Activity.SWITCH, *TIMED_ACTIVITIES}
)
_ROOM: Final[Mapping[Activity, str]] = {
    **dict.fromkeys((Activity.LIFT, Activity.REST, Activity.WAIT, *TIMED_ACTIVITIES), "0:00"),
    **dict.fromkeys((Activity.PREPARE, Activity.SWITCH), "00"),
}


def _view_of_session(screen: SessionScreen) -> View:
    return screen.session.state.view


class SessionScreen(SetScreen[None]):
    """Leads through a session; is dismissed when all its sets are over."""

    class Changed(Message):
        """The session's loop has something new to show."""

    class VolumeChanged(Message):
        """The athlete wants the cues louder or quieter."""

        def __init__(self, volume: float) -> None:
            super().__init__()
            self.volume = volume
            """0 to 1."""

    CSS_PATH = "session.tcss"
    BINDINGS: ClassVar = session_keys.SESSION

    view: reactive[View] = reactive(Initialize(_view_of_session), repaint=False)

    def __init__(self, session: LiveSession, reps: RepKeys | None = None) -> None:
        super().__init__(session, reps)
        self._top = TopLine()
        self._banner = ActivityBanner()
        self._middle = Middle()
        self._digits = Counter(id="digits")
        self._rep = Counter(id="rep")
        self._panel = SetPanel()
        self._bar = PhaseBar()
        self._coaching = Coaching()
        self._next = ComingNext()
        self._last = LastSetLine()
        self._memory = MemoryLines()
        self._status = StatusLine()
        self._is_told = False
        self._is_over = False

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
            yield self._memory
            yield self._last
            yield self._status
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the session's loop begin."""
        self.session.start(self._be_told)
        self.look()
        # What stands now stands until the end; searched for garbage it costs a fifth of the time.
        self.call_after_refresh(gc.freeze)

    def on_unmount(self) -> None:
        """Let go of the session, unless its review goes on; however the screen went."""
        gc.unfreeze()
        if not self._is_over:
            self.session.close()

    def on_session_screen_changed(self) -> None:
        """Look at what the loop has told."""
        self._is_told = False
        self.look()

    def on_resize(self) -> None:
        """Word the keys for the room that there is now."""
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """A dialog has gone; the session may have ended meanwhile."""
        self._leave_if_over()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key does anything now."""
        return footer.is_legal(action, self.view)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, in the words of the table of moves."""
        active = super().active_bindings
        width = self.size.width
        return {
            key: footer.worded(binding, self.view, width=width) for key, binding in active.items()
        }

    def watch_view(self, before: View, view: View) -> None:
        """Hand the pieces down; equal ones stop there."""
        self._show_moment(view)
        self._show_sets(view)
        self.reps.notice(before, view)
        if before.allowed != view.allowed or before.state is not view.state:
            self.refresh_bindings()
        if before.state is not view.state:
            self._leave_if_over()

    @property
    def corrected(self) -> LastSetView | None:
        """The set that was worked last, where it is seen."""
        return self.view.last if footer.is_correctable(self.view) else None

    @property
    def meant(self) -> SetId | None:
        """The set that is going on or comes next; None once all are over."""
        return None if self.view.state is State.REVIEWING else self.view.set.id

    @property
    def noted(self) -> NoteTarget:
        """The set that stands here now."""
        return self.view.note

    def action_go(self) -> None:
        """The one key; once all sets are over it leads on to their summary."""
        if not self.first_look.is_over_for("go"):
            return
        self.look()
        if self.view.state is State.REVIEWING:
            self._leave()
        else:
            self.press(Go())

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
        self._status.volume = self.session.state.volume
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

    def action_help(self) -> None:
        """Show every key."""
        show_keys(self, session_keys.SESSION)

    def _be_told(self) -> None:
        """Ask the screen to look, on the loop's thread; once, however long the screen takes."""
        if not self._is_told:
            self._is_told = True
            self.post_message(self.Changed())

    def look(self) -> None:
        """Show the session as it is now."""
        state = self.session.state
        self.view = state.view
        self._memory.memory, self._memory.is_at_work = state.memory, state.view.mood in _AT_WORK
        self._status.sound = state.sound
        self._status.is_muted = state.is_muted
        self._status.problem = state.problem

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
        self._panel.heading = text.HEADINGS[view.mood in _AT_WORK or view.mood is Activity.PAUSED]
        self._panel.card = view.set
        self._next.card = view.next
        self._last.last = view.last if view.mood not in _AT_WORK else None
        self._last.is_correctable = footer.is_correctable(view)
        self._last.side = self.reps.side_of(view.last) if view.last is not None else ""
        self._status.slept_s = view.slept_s

    def _leave_if_over(self) -> None:
        """Go when all sets are over and no dialog stands above; first let DONE be seen."""
        if self.view.state is State.FINISHED:
            self._leave()
        elif self.view.state is State.REVIEWING:
            self.set_timer(DONE_SHOWN_S, self._leave)

    def _leave(self) -> None:
        is_still_over = self.view.state in (State.REVIEWING, State.FINISHED)
        if self.is_active and is_still_over and not self._is_over:
            self._is_over = True
            self.dismiss()
