"""Questions that take their time, asked on a thread so that the screen goes on."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget

T = TypeVar("T")


class Background:
    """Asks for one widget, the newest question only: what an older one would answer is dropped."""

    def __init__(self, widget: Widget, failed: Callable[[Exception], None]) -> None:
        """Answer to a widget; `failed` takes why the log cannot be read."""
        self._widget = widget
        self._failed = failed
        self._newest = 0

    def ask(self, answers: Callable[[], Iterator[T]], take: Callable[[T], None]) -> None:
        """Let `take` have each answer as it comes; nothing comes of a widget that is gone."""
        self._newest += 1
        number = self._newest
        app = self._widget.app  # it takes what comes even when the widget is being removed

        def give(answer: T) -> None:
            if number == self._newest and self._widget.is_running:
                take(answer)

        def fail(error: Exception) -> None:
            if number == self._newest and self._widget.is_running:
                self._failed(error)

        def run() -> None:
            try:
                for answer in answers():
                    if number != self._newest:
                        return
                    app.call_later(give, answer)
            except (OSError, sqlite3.Error) as error:
                app.call_later(fail, error)

        # Not a worker of Textual's: a program that is left does not wait for this one.
        threading.Thread(target=run, name="history", daemon=True).start()

    def forget(self) -> None:
        """Drop what is still to come."""
        self._newest += 1
