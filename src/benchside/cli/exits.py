"""How a command may end, as its exit status: the contract of `docs/commands.md`."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Every exit status there is."""

    FINE = 0
    PROBLEMS = 1
    """A file has problems, or the doctor has found a fault; they were printed."""
    USAGE = 2
    """The command line asks for something that there is not."""
    TROUBLE = 3
    """Something stands in the way: a file that cannot be written, an unfinished session."""
    INTERRUPTED = 130
    """Ended with ctrl-C."""
    BROKEN_PIPE = 141
    """Nobody reads the output any more."""


class CommandError(Exception):
    """Something stands in the way; told in one line, with the status of trouble."""
