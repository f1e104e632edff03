"""The app: what stands at first, how it is left, and what is kept for next time.

It promises that every way out leaves a clean terminal, within seconds.
"""

from __future__ import annotations

import gc
import os
import sys
from io import StringIO
from traceback import format_exception
from typing import TYPE_CHECKING, ClassVar, Final

from rich.console import Console
from rich.text import Text
from textual import on
from textual.css.query import NoMatches
from textual.screen import Screen

from benchside.tui import keys
from benchside.tui.flow import SessionFlow
from benchside.tui.palette import PaletteApp
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.signals import SIGNALLED, call_soon, leave_on_signals
from benchside.tui.text import TITLE
from benchside.tui.themes import THEMES
from benchside.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver

    from benchside.library import Entry
    from benchside.log import Record
    from benchside.tui.screens.leading import LeadingScreen
    from benchside.tui.services import Services
    from benchside.tui.signals import LastResort

INTERRUPTED: Final = SIGNALLED + 2
"""The exit status of a program that ctrl-C has ended."""


class BenchsideApp(PaletteApp):
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
        self.faults: list[str] = []
        """The traceback of every fault that Textual has met, the first one first."""
        self.left: tuple[int, str] | None = None
        """The exit status and the last words, once the program is told to end.

        A dialog that is just being opened then gets no widgets, and fails for want of them.
        """
        self.has_panicked = False
        self._last_resort = last_resort
        self._services = services
        self._chosen = chosen
        welcomes = not chosen and not services.is_rehearsal
        self._flow = SessionFlow(self, services, start=start, resumes=resumes, welcomes=welcomes)
        theme = services.setup.theme
        self.begin_with_theme(theme if theme in self.available_themes else THEMES[0].name)

    @property
    def unsaved(self) -> tuple[Record, ...]:
        """Every session that was led and is nowhere on disk."""
        return self._flow.unsaved

    def bell(self) -> None:
        """Ring, and keep the traceback of a fault, for which Textual rings as it begins to end.

        What it prints itself is as narrow as the terminal, and only the first thing said at the
        end, which may be a last word.
        """
        fault = sys.exc_info()[1]
        is_half_made = self.left is not None and isinstance(fault, NoMatches)
        if fault is not None and not is_half_made:
            self.faults.append("".join(format_exception(fault)))
        super().bell()

    def panic(self, *renderables: RenderableType) -> None:
        """End the program after a fault elsewhere than in a screen: a crash, too."""
        self.has_panicked = True  # Textual gives it no exit status
        super().panic(*renderables)

    def get_default_screen(self) -> Screen[None]:
        """Return the library, which stands at the bottom unless one session was asked for."""
        if self._flow.is_for_one_session:
            return Screen()
        return LibraryScreen(self._services, self._chosen)

    def on_mount(self) -> None:
        """Begin with what was asked for."""
        leave_on_signals(self._told_to_end)
        self.take_keys(self._services.setup.own_keys())
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep("theme", theme.name))
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # after fg
        self._flow.begin()
        self.call_after_refresh(_collect_garbage_again)

    @on(LibraryScreen.Chosen)
    def _play_chosen(self, message: LibraryScreen.Chosen) -> None:
        self._flow.play(message.entry)

    def action_interrupt(self) -> None:
        """Leave at once, with the exit status of ctrl-C."""
        self.exit(return_code=INTERRUPTED)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the program, its sound first: the screens take their time, but not for ever."""
        self._arm(return_code)
        told = self._flow.last_words()
        self.left = return_code, told or ""
        super().exit(result, return_code, message or (Text(told) if told else None))

    def _told_to_end(self, status: int) -> None:
        """Leave on a signal, which comes at any moment and finds the screen perhaps stuck."""
        self._arm(status)
        call_soon(lambda: self.exit(return_code=status))

    def _arm(self, status: int) -> None:
        if self._last_resort is not None:
            self._last_resort.arm(status, self._flow.close)

    def on_leading_screen_volume_changed(self, message: LeadingScreen.VolumeChanged) -> None:
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


def _collect_garbage_again() -> None:
    """Look for garbage from now on, but not in what was loaded: that stays until the end."""
    gc.freeze()
    gc.enable()


def _terminal_driver() -> type[Driver] | None:
    """Return the driver for a terminal or a browser; None for the one that Textual chooses."""
    if chosen := os.environ.get("TEXTUAL_DRIVER"):
        from benchside.tui.browser_driver import driver_in_place_of

        return driver_in_place_of(chosen)
    if sys.platform == "win32":
        return None
    from benchside.tui.driver import TerminalDriver

    return TerminalDriver
