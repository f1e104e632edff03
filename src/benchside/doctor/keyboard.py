"""Reads single keys from a terminal, each within a time limit."""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from benchside.doctor.keys_verdict import AskedKey, KeyAnswer, key_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

if sys.platform == "win32":
    import msvcrt
else:
    import termios
    import tty

PATIENCE_S: Final = 8.0
"""For one key; when nothing comes the others are not asked for."""

WHOLE_WITHIN_S: Final = 0.1
"""A key that sends several bytes has sent them by then, over a slow line as well."""

POLL_S: Final = 0.02
CHUNK: Final = 64


class Keyboard(Protocol):
    """Where single keys come from."""

    def drop_typed(self) -> None:
        """Forget what was typed before, such as the repeats of a held key."""
        ...

    def read(self, limit_s: float) -> bytes:
        """Return what one key sends; nothing where none was pressed in time."""
        ...


def ask_for_keys(keyboard: Keyboard, tell: Callable[[str], None]) -> list[KeyAnswer]:
    """Ask for one key after the other, and return what arrived.

    Where nothing comes at all nobody is there: the others are taken as left out.
    """
    answers = []
    for asked in AskedKey:
        keyboard.drop_typed()
        tell(f"press {asked} (enter, or {PATIENCE_S:g} s, leave it out)")
        arrived = key_name(keyboard.read(PATIENCE_S))
        answers.append(KeyAnswer(asked, arrived))
        if not arrived:
            break
    return [*answers, *(KeyAnswer(asked, "") for asked in list(AskedKey)[len(answers) :])]


if sys.platform == "win32":

    class TerminalKeyboard:
        """The console of Windows."""

        def drop_typed(self) -> None:
            """Forget what was typed before."""
            while msvcrt.kbhit():
                msvcrt.getwch()

        def read(self, limit_s: float) -> bytes:
            """Return what one key sends; nothing where none was pressed in time."""
            deadline = time.monotonic() + limit_s
            while not msvcrt.kbhit():
                if time.monotonic() > deadline:
                    return b""
                time.sleep(POLL_S)
            first = msvcrt.getwch()
            if first == "\x03":
                raise KeyboardInterrupt
            second = msvcrt.getwch() if first in ("\0", "\xe0") else ""
            return (first.replace("\0", "\xe0") + second).encode("utf-8", "replace")

    @contextmanager
    def open_keyboard() -> Iterator[Keyboard]:
        """Read keys as they are pressed."""
        yield TerminalKeyboard()

else:

    class TerminalKeyboard:
        """A terminal that gives each key at once and does not show it."""

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor

        def drop_typed(self) -> None:
            """Forget what was typed before."""
            termios.tcflush(self._descriptor, termios.TCIFLUSH)

        def read(self, limit_s: float) -> bytes:
            """Return what one key sends; nothing where none was pressed in time."""
            sent = b""
            patience = limit_s
            while select.select([self._descriptor], [], [], patience)[0]:
                chunk = os.read(self._descriptor, CHUNK)
                sent += chunk
                if not chunk or len(sent) >= CHUNK:
                    break
                patience = WHOLE_WITHIN_S
            return sent[:CHUNK]

    @contextmanager
    def open_keyboard() -> Iterator[Keyboard]:
        """Read keys as they are pressed; the terminal is as it was afterwards.

        Raises OSError where the terminal does not let itself be set so.
        """
        descriptor = sys.stdin.fileno()
        try:
            before = termios.tcgetattr(descriptor)
            try:
                tty.setcbreak(descriptor)
                yield TerminalKeyboard(descriptor)
            finally:
                termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
        except termios.error as refusal:  # it is no OSError, though it holds one
            raise OSError(*refusal.args) from None
