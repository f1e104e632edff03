"""The session that is going on: hands its view to the panes.

It decides nothing about training. Keys become commands; which of them work now, the view says. The
session has a loop of its own: this screen is told that something has changed, and asks for it.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar

from benchside.runner import Go, State
from benchside.tui import session_keys
from benchside.tui.folding import fold_dialogs, is_time_to_fold
from benchside.tui.screens.leading import LeadingScreen
from benchside.tui.session_look import SessionLook
from benchside.tui.side_notices import SideNotices
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.session_panes import SessionPanes
from benchside.view import title_of

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.player import LiveSession
    from benchside.tui.rep_keys import RepKeys
    from benchside.view import View

DONE_SHOWN_S = 1.5
"""How long the word DONE stands, and its sound sounds, before the summary."""


class SessionScreen(LeadingScreen[None]):
    """Leads through a session; is dismissed when all its sets are over."""

    CSS_PATH = "session.tcss"
    BINDINGS: ClassVar = session_keys.SESSION

    def __init__(
        self,
        session: LiveSession,
        reps: RepKeys | None = None,
        look: SessionLook | None = None,
        notices: SideNotices | None = None,
    ) -> None:
        super().__init__(session, reps)
        self._notices = notices or SideNotices()
        self._panes = SessionPanes(look or SessionLook())
        self._is_told = False
        self._is_over = False

    def compose(self) -> ComposeResult:
        """Yield what there is to see, above the keys."""
        yield self._panes
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
        self.app.sub_title = ""

    def _look_when_heard(self) -> None:
        """Look at what the loop has told, when its cue is heard."""
        delay_ms = self.session.state.sound.delay_ms
        if delay_ms:
            self.set_timer(delay_ms / 1_000, self._look_at_told)
        else:
            self._look_at_told()

    def _look_at_told(self) -> None:
        self._is_told = False
        self.look()

    def on_screen_resume(self) -> None:
        """Leave if the session has ended while a dialog stood here."""
        self._leave_if_over()

    def watch_view(self, before: View, view: View) -> None:
        """Show the view; fold away what stands over a set that is about to begin."""
        self.reps.notice(before, view)
        self.app.sub_title = title_of(view)
        self._panes.show(view, self.reps)
        if before.allowed != view.allowed or before.state is not view.state:
            self.refresh_bindings()
        if before.state is not view.state:
            self._leave_if_over()
        if is_time_to_fold(before, view):
            fold_dialogs(self)

    def action_go(self) -> None:
        """Go on; once all sets are over, to their summary."""
        if not self.first_look.is_over_for("go"):
            return
        self.look()
        if self.view.state is State.REVIEWING:
            self._leave()
        else:
            self.press(Go())

    def look(self) -> None:
        """Show the session as it is now."""
        state = self.session.state
        self.view = state.view
        self._panes.show_machine(state)
        self._notices.tell(self, state)
        self._panes.show_answering(self.view, self.reps)

    def _be_told(self) -> None:
        """Ask the screen to look, on the loop's thread; once, however long the screen takes."""
        if not self._is_told:
            self._is_told = True
            self.call_later(self._look_when_heard)

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
