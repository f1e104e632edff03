"""Keeps the screen on while a session runs: a laptop that goes dark in a rest is no coach.

It works in a thread of its own, because asking a desktop can take seconds, and loads wakepy there.
It promises to cost the session nothing: it never waits for the desktop, writes nothing, and where
the screen cannot be kept on (a server, a bare console) it only keeps the reason.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeAlias

SHUTDOWN_TIMEOUT_S = 0.5
"""Longest wait for the desktop to let the screen go; the end of the program does it too."""

Hold: TypeAlias = Callable[[], AbstractContextManager[str]]
"""Holds the screen on from enter to exit; gives the reason where it cannot, "" where it does."""


@contextmanager
def hold_with_wakepy() -> Iterator[str]:
    """Hold the screen on by whatever this desktop offers."""
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        yield mode.result.get_failure_text("inline")


class KeepAwake:
    """The wish to keep the screen on, from `with` to its end; used once."""

    def __init__(self, hold: Hold = hold_with_wakepy, *, after_s: float = 0.0) -> None:
        self.reason = ""
        """Why the screen may go dark; empty while it is held on, or no answer has come."""
        self._hold = hold
        self._after_s = after_s  # loading it at once would hold up the first frame
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="keep-awake", daemon=True)

    def __enter__(self) -> KeepAwake:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join(SHUTDOWN_TIMEOUT_S)

    def _keep(self) -> None:
        if self._over.wait(self._after_s):
            return
        try:
            with self._hold() as reason:
                self.reason = reason
                self._over.wait()
        except (OSError, RuntimeError, ImportError) as error:
            self.reason = str(error) or type(error).__name__
