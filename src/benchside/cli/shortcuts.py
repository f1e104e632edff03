"""What is asked most, answered at once: the version, and the library where all is well.

Loading the library for command lines takes longer than either. What is not simple here goes the
usual way, which says what stands in the way.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from benchside import __version__
from benchside.cli.exits import Exit
from benchside.cli.terminal import missing_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.app import Program

COMPLETION: Final = "_BENCHSIDE_COMPLETE"
"""A shell that sets it asks for completions, by a command line without arguments."""


def answer(arguments: Sequence[str]) -> int | None:
    """Answer a command line and return the exit status; None for one that goes the usual way.

    Raises OSError.
    """
    if COMPLETION in os.environ:
        return None
    match arguments:
        case ["--version"] | ["version"]:
            return _tell_version()
        case []:
            return _open_library()
        case _:
            return None


def _tell_version() -> int | None:
    try:
        sys.stdout.write(f"benchside {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return None
    return Exit.FINE


def _open_library() -> int | None:
    """Open the library, unless there is something to be told first."""
    if missing_terminal():
        return None
    gc.disable()  # nothing that is loaded is garbage; the app looks again once its frame stands
    program = _program()
    if program is None:
        gc.enable()
        return None
    from benchside.cli.screens import open_screens

    return open_screens(program)


def _program() -> Program | None:
    """Put the program together where nothing is wrong with its files."""
    from benchside.app import Program, keep_right

    with suppress(OSError):
        program = Program(os.environ)
        if not program.settings_problems:
            keep_right(program.home)
            return program
    return None
