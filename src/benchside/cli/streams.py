"""Standard input, output and error as a command needs them, whatever they are.

A stream that is closed is taken for the null device; what cannot be encoded or decoded is replaced.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import IO, Final

_NAMES: Final = ("stdin", "stdout", "stderr")
"""In the order of their descriptors."""


class ReaderGone(Exception):  # noqa: N818 - nothing failed: there is enough output
    """Whoever read the output went away."""


def prepare_streams() -> None:
    """Open what is closed on the null device, and let no character be an error."""
    for number, name in enumerate(_NAMES):
        if getattr(sys, name) is None:
            setattr(sys, name, _null(number))
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a bar of blocks on a code page without blocks


def settle(stream: IO[str]) -> None:
    """Write what is left in a stream; where that fails drop it, so that the exit status holds."""
    try:
        stream.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, stream.fileno())
            os.close(null)


def _null(number: int) -> IO[str]:
    """Open the null device on a free standard descriptor, so that no other file gets it."""
    stream = open(os.devnull, "r" if number == 0 else "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if stream.fileno() == number:
        os.set_inheritable(number, True)
    return stream
