"""The app: which screen stands, and what leads from one to the next.

It promises that an interrupted session's journal is never touched before its question is answered,
and that every way out leaves a clean terminal. Screens that are not shown first are imported when
they are needed, so the first one is there at once.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import App
from textual.screen import Screen

from benchside.session.mistake import shown
from benchside.tui import keys
from benchside.tui.leaving import leave_on_signals
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.text import TITLE
from benchside.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from benchside.library import Entry
    from benchside.log.record import Record
    from benchside.tui.screens.resume import Resume
    from benchside.tui.screens.session import SessionScreen
    from benchside.tui.services import Leftover, Player, Services


class BenchsideApp(App[None]):
    """The library, or one session from its start to its summary."""

    TITLE = TITLE
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

    def __init__(self, services: Services, *, start: Entry | None = None, chosen: str = "") -> None:
        super().__init__()
        self._services = services
        self._start = start
        self._chosen = chosen
        self._player: Player | None = None
        if services.theme in self.available_themes:
            self.theme = services.theme

    def get_default_screen(self) -> Screen[None]:
        """The library stands at the bottom, unless one session was asked for."""
        return Screen() if self._start else LibraryScreen(self._services, self._chosen)

    def on_mount(self) -> None:
        """Ask about an interrupted session first; then the one that was asked for."""
        leave_on_signals(lambda status: self.exit(return_code=status))
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep("theme", theme.name))
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # after fg
        with self._saying_why():
            self._ask_about(self._services.leftover())

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the program, its sound first: the screens take their time."""
        if self._player is not None:
            self._player.hush()
        super().exit(result, return_code, message)

    def _ask_about(self, leftover: Leftover | None) -> None:
        """Ask what becomes of an interrupted session, if there is one."""
        if leftover is None:
            self._play(self._start)
            return
        from benchside.tui.screens.question import QuestionScreen
        from benchside.tui.screens.resume import resume_question

        self.push_screen(QuestionScreen(resume_question(leftover)), self._resume)

    @on(LibraryScreen.Chosen)
    def _play_chosen(self, message: LibraryScreen.Chosen) -> None:
        self._play(message.entry)

    def _resume(self, answer: Resume | None) -> None:
        """Carry out what becomes of the interrupted session."""
        from benchside.tui.screens.resume import Resume

        with self._saying_why():
            match answer:
                case Resume.GO_ON:
                    self._lead(self._services.resume())
                case Resume.SAVE:
                    self._summarise(self._services.save_leftover())
                case Resume.DISCARD:
                    self._services.discard_leftover()
                    self._play(self._start)

    def _play(self, entry: Entry | None) -> None:
        """Open a session, if one is asked for."""
        if entry is not None:
            with self._saying_why():
                self._lead(self._services.play(entry))

    def _lead(self, player: Player) -> None:
        """Show a session until it ends."""
        from benchside.tui.screens.session import SessionScreen

        self._player = player
        self.push_screen(SessionScreen(player), lambda _: self._summarise(player.record))

    def _summarise(self, record: Record | None) -> None:
        """Show what was done, if anything is kept of it."""
        if record is None:
            self._end()
            return
        from benchside.tui.screens.summary import SummaryScreen

        screen = SummaryScreen(record, self._services.log_path)
        self.push_screen(screen, lambda _: self._end())

    def _end(self) -> None:
        """Back to the library; a session that was asked for by name ends the program."""
        if self._start is not None:
            self.exit()

    @contextmanager
    def _saying_why(self) -> Iterator[None]:
        """Say what the system refused; without a library to go back to, that ends the program."""
        try:
            yield
        except OSError as error:
            if self._start is not None:
                self.exit(return_code=1, message=Text(shown(str(error))))
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
