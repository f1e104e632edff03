"""Lines that somebody types, or a pipe brings, read without ever waiting for one in vain.

A terminal and a pipe are read as their lines come. Their end is told once and is no error. Never
more is read than is asked for: an endless pipe costs no memory.
"""

from __future__ import annotations

import codecs
import os
import queue
import select
import sys
import threading
import time
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

CHUNK: Final = 4096
MAX_LINE: Final = 10_000
"""Characters; a longer line is cut, it was not typed."""


class Keys(Protocol):
    """Where typed lines come from."""

    @property
    def is_open(self) -> bool:
        """Whether more lines may come."""
        ...

    def wait(self, seconds: float) -> list[str]:
        """Return the lines that have come; wait for at most so long where none has."""
        ...

    def idle(self, seconds: float) -> None:
        """Let time pass and read nothing."""
        ...


class NoKeys:
    """Nobody types: the input is closed."""

    is_open = False

    def wait(self, seconds: float) -> list[str]:
        """Let the time pass: no line comes."""
        self.idle(seconds)
        return []

    def idle(self, seconds: float) -> None:
        """Let time pass and read nothing."""
        time.sleep(seconds)


class StreamKeys(NoKeys):
    """Lines of a file descriptor, where the system can tell when there are some."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._rest = ""
        self.is_open = True

    def wait(self, seconds: float) -> list[str]:
        """Return the lines that have come; wait for at most so long where none has."""
        if not self.is_open:
            return super().wait(seconds)
        readable, _, _ = select.select([self._descriptor], [], [], seconds)
        if not readable:
            return []
        try:
            chunk = os.read(self._descriptor, CHUNK)
        except OSError:  # the terminal is gone
            chunk = b""
        return list(self._lines(chunk))

    def _lines(self, chunk: bytes) -> Iterator[str]:
        self.is_open = bool(chunk)
        text = self._rest + self._decoder.decode(chunk, final=not chunk)
        *whole, rest = text.split("\n")
        if not chunk and rest:
            whole, rest = [*whole, rest], ""
        self._rest = rest[:MAX_LINE]
        yield from whole


class ThreadKeys(NoKeys):
    """Lines of a stream that cannot be asked whether it has any: Windows."""

    def __init__(self, stream: TextIO) -> None:
        self._lines: queue.Queue[str | None] = queue.Queue(maxsize=CHUNK)
        self.is_open = True
        threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: TextIO) -> None:
        for line in stream:
            self._lines.put(line)
        self._lines.put(None)

    def wait(self, seconds: float) -> list[str]:
        """Return the lines that have come; wait for at most so long where none has."""
        if not self.is_open:
            return super().wait(seconds)
        lines = []
        try:
            line = self._lines.get(timeout=seconds)
            while line is not None:
                lines.append(line)
                line = self._lines.get_nowait()
            self.is_open = False
        except queue.Empty:
            pass
        return lines


def standard_keys(stream: TextIO | None) -> Keys:
    """Read standard input in the way that this system allows; None means that it is closed."""
    if stream is None or stream.closed:
        return NoKeys()
    if sys.platform == "win32":
        return ThreadKeys(stream)
    return StreamKeys(stream.fileno())
