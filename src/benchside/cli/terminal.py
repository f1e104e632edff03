"""Whether there is a terminal to draw on."""

from __future__ import annotations

import os
import sys


def missing_terminal() -> str:
    """Return what a screen lacks; empty where nothing."""
    if os.environ.get("TEXTUAL_DRIVER"):  # it draws somewhere else, such as in a browser
        return ""
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return "needs a terminal; try `benchside run NAME --plain`"
    if not (sys.stderr and sys.stderr.isatty()):  # Textual draws on it
        return 'the screen is drawn on standard error, which is no terminal (leave out "2>")'
    if os.environ.get("TERM") == "dumb":
        return "this terminal cannot draw a screen (TERM is dumb)"
    return ""
