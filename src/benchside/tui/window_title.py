"""The title of the terminal's window: it tells the state of the app, and is given back at the end.

Textual has no way to set it, so the driver writes it: what the app's title and sub-title are, that
is the window's title, too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from benchside.session import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

PUT_ASIDE: Final = "\x1b[22;2t"
GIVE_BACK: Final = "\x1b[23;2t"
"""The stack of titles that xterm has, and most others after it; those without ignore it."""

UNTITLED: Final = frozenset({"linux", "dumb"})
"""Terminals without a title, by TERM; older ones of Linux would print it."""


class WindowTitle:
    """Keeps the title of a window as that of an app, while the app has the terminal."""

    def __init__(self, app: App[Any], write: Callable[[str], None]) -> None:
        self._app = app
        self._write = write
        self._is_watching = False
        self._is_taken = False

    def take(self) -> None:
        """Put the title of the window aside and set that of the app, from now on."""
        if os.environ.get("TERM", "") in UNTITLED:
            return
        self._is_taken = True
        self._write(PUT_ASIDE)
        if not self._is_watching:
            self._is_watching = True
            for name in ("title", "sub_title"):
                self._app.watch(self._app, name, self._show, init=False)
        self._show()

    def give_back(self) -> None:
        """Give the window back the title that it had."""
        if self._is_taken:
            self._is_taken = False
            self._write(GIVE_BACK)

    def _show(self) -> None:
        if self._is_taken:
            self._write(title_sequence(self._app.title, self._app.sub_title))


def title_sequence(title: str, sub_title: str) -> str:
    """Return what sets a window's title (OSC 2); no character of the texts ends or breaks it."""
    told = f"{sub_title} · {title}" if sub_title else title
    return f"\x1b]2;{printable(told)}\x07"
