"""Trying sounds on a screen: they play on a thread, and each cue is named while it sounds."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from benchside.tui.text.settings import IS_PLAYING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from benchside.timeline import CueKind
    from benchside.tui.ports import Machine


class Hearing:
    """Plays one thing at a time; asked again while it plays it stops."""

    def __init__(self, screen: Screen[bool] | Screen[None], tell: Callable[[str], None]) -> None:
        self._screen = screen
        self._tell = tell
        """Shows what is heard now, or how it went."""
        self._plays = False

    def toggle(self, setup: Machine, *, one_rep: bool) -> None:
        """Play every cue, or one rep; or stop what plays."""
        if self._plays:
            setup.stop()
            return
        self._plays = True
        self._tell(IS_PLAYING)

        def told(kind: CueKind) -> None:
            self._screen.call_later(self._tell, f"{IS_PLAYING} {kind}")

        def run() -> None:
            said = setup.listen(told, one_rep=one_rep)
            self._screen.call_later(self._end, said)

        # Not a worker of Textual's: a program that is left does not wait for this one.
        threading.Thread(target=run, name="hearing", daemon=True).start()

    def _end(self, said: str) -> None:
        self._plays = False
        self._tell(said)
