"""What leads from one screen to the next: the question, the session, its review, and back.

An interrupted session's journal is never touched before its question is answered. Screens that are
not shown first are imported when they are needed, so the first one is there at once.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from benchside.session import printable
from benchside.tui.side_notices import SideNotices
from benchside.tui.text import GOES_ON_FROM_HERE, KEPT_ASIDE, saved_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.notifications import SeverityLevel

    from benchside.library import Entry
    from benchside.log import Record
    from benchside.player import InterruptedSession, LiveSession
    from benchside.tui.rep_keys import RepKeys
    from benchside.tui.screens.resume import Resume
    from benchside.tui.services import Services

TROUBLE: Final = 3
"""The exit status where something could not be written."""


class SessionFlow:
    """Leads the app through sessions; with one to `start`, or one to resume, through that only."""

    def __init__(
        self,
        app: App[Any],
        services: Services,
        *,
        start: Entry | None,
        resumes: bool,
        welcomes: bool = False,
    ) -> None:
        """With `welcomes` somebody who has never used the program is asked how it should sound."""
        self._app = app
        self._services = services
        self._start = start
        self._resumes = resumes
        self._welcomes = welcomes and not self.is_for_one_session
        self._session: LiveSession | None = None
        self._led: list[LiveSession] = []
        self._notices = SideNotices()

    @property
    def is_for_one_session(self) -> bool:
        """Whether a session was asked for by name: there is no library to go back to."""
        return self._start is not None or self._resumes

    def begin(self) -> None:
        """Ask about an interrupted session first; then begin the one that was asked for."""
        with self._saying_why():
            leftover = self._services.unfinished.find()
            for notice in self._services.unfinished.take_notices():
                self._app.notify(notice, severity="warning", markup=False, timeout=20)
            if leftover is None:
                self.play(self._start)
                if self._welcomes and self._services.setup.is_new:
                    self._welcome()
            elif self._resumes:
                self._lead(self._services.unfinished.resume(leftover))
            else:
                self._ask(leftover)

    def play(self, entry: Entry | None) -> None:
        """Open a session, if one is asked for."""
        if entry is not None:
            with self._saying_why():
                self._lead(self._services.play(entry))

    def close(self) -> None:
        """Let go of the session that is going on, if one is."""
        if self._session is not None:
            self._session.close()

    def last_words(self) -> str:
        """Silence the session that is left now, and return what becomes of it."""
        if self._session is None:
            return ""
        self._session.silence()
        return last_words(self._session, self._services)

    @property
    def unsaved(self) -> tuple[Record, ...]:
        """Every session that was led and is nowhere on disk."""
        found = (session.unsaved for session in self._led)
        return tuple(record for record in found if record is not None)

    def _ask(self, leftover: InterruptedSession) -> None:
        from benchside.tui.screens.question import QuestionScreen
        from benchside.tui.screens.resume import resume_question

        self._app.push_screen(
            QuestionScreen(resume_question(leftover)),
            lambda answer: self._answer(leftover, answer),
        )

    def _answer(self, leftover: InterruptedSession, answer: Resume | None) -> None:
        """Carry out what becomes of the interrupted session."""
        from benchside.tui.screens.resume import Resume

        with self._saying_why():
            match answer:
                case Resume.GO_ON:
                    self._lead(self._services.unfinished.resume(leftover))
                case Resume.SAVE:
                    self._services.unfinished.save(leftover)
                    self._app.notify(saved_in(self._services.setup.log_path), markup=False)
                    self.play(self._start)
                case Resume.DISCARD:
                    self._services.unfinished.discard(leftover)
                    self.play(self._start)

    def _welcome(self) -> None:
        """Welcome somebody; that they were is told from now on by a file of settings."""
        from benchside.library import FIRST_SESSION
        from benchside.tui.screens.welcome import WelcomeScreen

        def answered(starts: bool | None) -> None:
            with self._saying_why():
                self._services.save_settings(self._services.settings)
            if starts:
                entries = self._services.shelf.entries()
                self.play(next((one for one in entries if one.name == FIRST_SESSION), None))

        self._app.push_screen(WelcomeScreen(self._services), answered)

    def _lead(self, session: LiveSession, reps: RepKeys | None = None) -> None:
        """Show a session until its sets are over."""
        from benchside.tui.rep_keys import RepKeys
        from benchside.tui.screens.session import SessionScreen
        from benchside.tui.session_look import look_of

        self._session = session
        if session not in self._led:
            self._led.append(session)
            self._notices = SideNotices()
        look = look_of(self._services.settings)
        screen = SessionScreen(session, reps or RepKeys(session), look, self._notices)
        self._app.push_screen(screen, lambda _: self._review(session, screen.reps))

    def _review(self, session: LiveSession, reps: RepKeys) -> None:
        """Show what was done, if anything is to be kept of it."""
        if not session.state.view.is_under_way:
            self._end(session)
            return
        from benchside.tui.screens.summary import SummaryScreen

        def leave(is_over: bool | None) -> None:
            self._end(session) if is_over else self._lead(session, reps)

        is_rehearsal = self._services.is_rehearsal
        screen = SummaryScreen(session, reps, self._notices, is_rehearsal=is_rehearsal)
        self._app.push_screen(screen, leave)

    def _end(self, session: LiveSession) -> None:
        """Back to the library; a session that was asked for by name ends the program."""
        session.close()
        self._notices.tell(self._app, session.state)
        self._session = None
        told, has_problem = last_words(session, self._services), bool(session.state.problem)
        if self.is_for_one_session:
            self._leave(TROUBLE if has_problem else 0, told)
        elif told:
            severity: SeverityLevel = "error" if has_problem else "information"
            self._app.notify(told, severity=severity, markup=False)

    @contextmanager
    def _saying_why(self) -> Iterator[None]:
        """Say what the system refused; without a library to go back to, that ends the program."""
        try:
            yield
        except OSError as error:
            if self.is_for_one_session:
                self._leave(TROUBLE, str(error))
            else:
                self._app.notify(str(error), severity="error", markup=False)

    def _leave(self, status: int, told: str) -> None:
        from rich.text import Text

        self._app.exit(return_code=status, message=Text(printable(told)) if told else None)


def last_words(session: LiveSession, services: Services) -> str:
    """Return what becomes of a session that is left now.

    One that stands in its review is logged first.
    """
    from benchside.runner import (
        SessionStatus,
        State,  # the library has no use for them
    )

    if session.state.view.state is State.REVIEWING:
        session.close()
    state = session.state
    if services.is_rehearsal or state.view.state is State.READY:
        return ""
    if state.problem:
        return printable(state.problem)
    if state.view.is_under_way:
        return GOES_ON_FROM_HERE
    if state.view.status is SessionStatus.ABANDONED and state.view.sets_done:
        return KEPT_ASIDE
    return saved_in(services.setup.log_path) if state.record is not None else ""
