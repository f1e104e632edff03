"""What the screens of the history have in common: they go back, and take changes back."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.screen import Screen

from benchside.log import ChangedMeanwhileError, UnknownRecordError
from benchside.tui.background import Background
from benchside.tui.keyed_app import key_of
from benchside.tui.text.history import changed, taken_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.tui.services import PastSessions


class PastScreen(Screen[bool]):
    """Shows a part of the log; is dismissed with whether the library is wanted."""

    CSS_PATH = "history.tcss"

    def __init__(self, past: PastSessions) -> None:
        super().__init__()
        self.past = past
        self.background = Background(self, lambda error: self.complain(str(error)))

    @abstractmethod
    def read(self) -> None:
        """Read anew what is shown."""

    def on_screen_resume(self) -> None:
        """Read once the screen stands, and when another one above it may have changed the log."""
        self.read()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Return whether a key does anything now; nothing is undone where nothing was changed."""
        return action != "undo" or self.past.editor.last is not None

    def change(self, made: Callable[[], object]) -> bool:
        """Make a change of the log, and read it anew; say why where it cannot be made."""
        try:
            made()
        except ChangedMeanwhileError as error:
            self.complain(f"{error}; here it is as it is now")
            self.read()
            return False
        except UnknownRecordError:
            self.complain("the log does not have this session any more")
            return False
        except OSError as error:
            self.complain(str(error))
            return False
        self.read()
        self.refresh_bindings()
        return True

    def action_undo(self) -> None:
        """Take the last change back."""
        change = self.past.editor.last
        if change is not None and self.change(self.past.editor.undo):
            self.notify(taken_back(change), markup=False)

    def action_leave(self) -> None:
        """Go back."""
        self.close_for(library=False)

    def action_library(self) -> None:
        """Go back as far as the library."""
        self.close_for(library=True)

    def close_for(self, *, library: bool) -> None:
        """Go back once, or on to the library; what is read late must not close what is below."""
        if self.is_current:
            self.background.forget()
            self.dismiss(library)

    def tell_change(self) -> None:
        """Say what was changed last."""
        if (change := self.past.editor.last) is not None:
            self.notify(changed(change, key_of(self.app, "history.undo")), markup=False)

    def complain(self, problem: str) -> None:
        """Say what went wrong."""
        self.notify(problem, severity="error", markup=False)

    def follow(self, screen: Screen[bool]) -> None:
        """Open a screen above, and go on to the library where it leads there."""

        def left(is_for_library: bool | None) -> None:
            if is_for_library:
                self.close_for(library=True)

        self.app.push_screen(screen, left)
