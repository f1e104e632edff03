"""The app: which screen stands, and what leads from one to the next.

It promises that an interrupted session's journal is never touched before its question is answered,
and that every way out leaves a clean terminal. Screens that are not shown first are imported when
they are needed, so the first one is there at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, ClassVar, Final

from rich.console import Console
from rich.text import Text
from textual import on
from textual.app import App
from textual.screen import Screen

from benchside.runner.machine import State
from benchside.session.mistake import shown
from benchside.tui import keys
from benchside.tui.leaving import SIGNALLED, call_soon, leave_on_signals
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.text import GOES_ON_FROM_HERE, TITLE, saved_in
from benchside.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from textual.driver import Driver

    from benchside.interrupted import Interrupted
    from benchside.library import Entry
    from benchside.tui.leaving import LastResort
    from benchside.tui.rep_keys import RepKeys
    from benchside.tui.screens.resume import Resume
    from benchside.tui.screens.session import SessionScreen
    from benchside.tui.services import LiveSession, Services

INTERRUPTED: Final = SIGNALLED + 2
"""The exit status of a program that ctrl-C has ended."""

TROUBLE: Final = 3
"""The exit status where something could not be written."""


class BenchsideApp(App[None]):
    """The library, or one session from its start to its summary."""

    TITLE = TITLE
    CRASHED: ClassVar = 1
    """The return code of an app that ended by an exception; no other way out has it."""
    CSS_PATH = "screens/library.tcss"  # of a default screen Textual loads none
    BINDINGS: ClassVar = keys.APP
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - so is Textual's
        (0, "-narrow"),
        (MIN_WIDTH, "-medium"),
        (120, "-wide"),
        (170, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (MIN_HEIGHT, "-low"),
        (34, "-tall"),
        (50, "-towering"),
    ]

    def __init__(
        self,
        services: Services,
        *,
        start: Entry | None = None,
        resumes: bool = False,
        chosen: str = "",
        last_resort: LastResort | None = None,
    ) -> None:
        super().__init__(driver_class=None if last_resort is None else _terminal_driver())
        self.said = StringIO()
        """What is to be printed once the screens are gone: a last word, or a traceback."""
        self.error_console = Console(file=self.said)
        self._last_resort = last_resort
        self._services = services
        self._start = start
        self._resumes = resumes
        self._chosen = chosen
        self._session: LiveSession | None = None
        self._led: list[LiveSession] = []
        if services.theme in self.available_themes:
            self.theme = services.theme

    @property
    def _is_for_one_session(self) -> bool:
        """Whether a session was asked for by name: there is no library to go back to."""
        return self._start is not None or self._resumes

    @property
    def unsaved(self) -> str:
        """What no disk has taken of the sessions that were led, to be printed at the end."""
        return "\n".join(filter(None, (session.state.rescue for session in self._led)))

    def get_default_screen(self) -> Screen[None]:
        """The library stands at the bottom, unless one session was asked for."""
        if self._is_for_one_session:
            return Screen()
        return LibraryScreen(self._services, self._chosen)

    def on_mount(self) -> None:
        """Ask about an interrupted session first; then the one that was asked for."""
        leave_on_signals(self._told_to_end)
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep("theme", theme.name))
        with self._saying_why():
            leftover = self._services.leftover()
            for notice in self._services.take_notices():
                self.notify(notice, severity="warning", markup=False, timeout=20)
            self._begin(leftover)

    def action_interrupt(self) -> None:
        """Leave at once, with the exit status of ctrl-C."""
        self.exit(return_code=INTERRUPTED)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the program, its sound first: the screens take their time, but not for ever."""
        self._arm(return_code)
        if self._session is not None:
            self._session.hush()
            told = last_words(self._session, self._services)
            message = message or (Text(told) if told else None)
        super().exit(result, return_code, message)

    def _told_to_end(self, status: int) -> None:
        """Leave on a signal, which comes at any moment and finds the screen perhaps stuck."""
        self._arm(status)
        call_soon(lambda: self.exit(return_code=status))

    def _arm(self, status: int) -> None:
        if self._last_resort is not None:
            self._last_resort.arm(status, self._close_session)

    def _close_session(self) -> None:
        if self._session is not None:
            self._session.close()

    def _begin(self, leftover: Interrupted | None) -> None:
        """Begin with what was asked for; ask what becomes of an interrupted session."""
        if leftover is None:
            self._play(self._start)
        elif self._resumes:
            self._lead(self._services.resume(leftover))
        else:
            from benchside.tui.screens.question import QuestionScreen
            from benchside.tui.screens.resume import resume_question

            self.push_screen(
                QuestionScreen(resume_question(leftover)),
                lambda answer: self._answer(leftover, answer),
            )

    @on(LibraryScreen.Chosen)
    def _play_chosen(self, message: LibraryScreen.Chosen) -> None:
        self._play(message.entry)

    def _answer(self, leftover: Interrupted, answer: Resume | None) -> None:
        """Carry out what becomes of the interrupted session."""
        from benchside.tui.screens.resume import Resume

        with self._saying_why():
            match answer:
                case Resume.GO_ON:
                    self._lead(self._services.resume(leftover))
                case Resume.SAVE:
                    self._services.save_leftover(leftover)
                    self.notify(saved_in(self._services.log_path), markup=False)
                    self._play(self._start)
                case Resume.DISCARD:
                    self._services.discard_leftover(leftover)
                    self._play(self._start)

    def _play(self, entry: Entry | None) -> None:
        """Open a session, if one is asked for."""
        if entry is not None:
            with self._saying_why():
                self._lead(self._services.play(entry))

    def _lead(self, session: LiveSession, reps: RepKeys | None = None) -> None:
        """Show a session until its sets are over."""
        from benchside.tui.rep_keys import RepKeys
        from benchside.tui.screens.session import SessionScreen

        self._session = session
        if session not in self._led:
            self._led.append(session)
        screen = SessionScreen(session, reps or RepKeys(session))
        self.push_screen(screen, lambda _: self._review(session, screen.reps))

    def _review(self, session: LiveSession, reps: RepKeys) -> None:
        """Show what was done, if anything is to be kept of it."""
        if not session.state.view.is_under_way:
            self._end(session)
            return
        from benchside.tui.screens.summary import SummaryScreen

        def leave(is_over: bool | None) -> None:
            self._end(session) if is_over else self._lead(session, reps)

        screen = SummaryScreen(session, reps, is_rehearsal=self._services.is_rehearsal)
        self.push_screen(screen, leave)

    def _end(self, session: LiveSession) -> None:
        """Back to the library; a session that was asked for by name ends the program."""
        session.close()
        self._session = None
        told, is_trouble = last_words(session, self._services), bool(session.state.trouble)
        if self._is_for_one_session:
            self.exit(
                return_code=TROUBLE if is_trouble else 0, message=Text(told) if told else None
            )
        elif told:
            self.notify(told, severity="error" if is_trouble else "information", markup=False)

    @contextmanager
    def _saying_why(self) -> Iterator[None]:
        """Say what the system refused; without a library to go back to, that ends the program."""
        try:
            yield
        except OSError as error:
            if self._is_for_one_session:
                self.exit(return_code=TROUBLE, message=Text(shown(str(error))))
            else:
                self.notify(str(error), severity="error", markup=False)

    def on_session_screen_volume_changed(self, message: SessionScreen.VolumeChanged) -> None:
        """Keep the volume for next time; that screen is not loaded for the first frame."""
        self._keep("volume", round(message.volume * 100))

    def _keep(self, setting: str, value: object) -> None:
        """Keep what was chosen for next time; a session does not end because that fails."""
        settings = self._services.settings
        changed = settings.model_copy(update={setting: value})
        if changed != settings:
            try:
                self._services.save_settings(changed)
            except OSError as error:
                self.notify(str(error), severity="error", markup=False)


def last_words(session: LiveSession, services: Services) -> str:
    """What becomes of a session that is left now; one that stands in its review is logged first."""
    if session.state.view.state is State.REVIEWING:
        session.close()
    state = session.state
    if services.is_rehearsal or state.view.state is State.READY:
        return ""
    if state.trouble:
        return shown(state.trouble)
    if state.view.is_under_way:
        return GOES_ON_FROM_HERE
    return saved_in(services.log_path) if state.record is not None else ""


def _terminal_driver() -> type[Driver] | None:
    """Return the driver for a terminal of this system; None for the one that Textual chooses."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from benchside.tui.driver import TerminalDriver

    return TerminalDriver
