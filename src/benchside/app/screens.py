"""Opens the screens, and brings their end back. Textual is imported only here."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from benchside.app.program import Program
    from benchside.library import Entry
    from benchside.log import Record

CRASHED: Final = 70
"""Exit status of a program that ended by a fault of its own (EX_SOFTWARE of sysexits.h)."""

AWAKE_AFTER_S: Final = 2.0
"""No screen goes dark so soon."""


def run_screens(
    program: Program, *, start: Entry | None = None, resumes: bool = False, chosen: str = ""
) -> tuple[int, str, tuple[Record, ...]]:
    """Open the screens; return the exit status, what is to be said, and what is not saved.

    They begin with a session to `start`, with the interrupted one where that `resumes`, or with
    the library on the `chosen` name.
    """
    from benchside.player import KeepAwake
    from benchside.tui import BenchsideApp, LastResort

    if not os.environ.get("TEXTUAL_DRIVER"):  # in a browser they are the size of the screen
        for name in ("COLUMNS", "LINES"):  # Textual would believe them more than the terminal
            os.environ.pop(name, None)
    last_resort = LastResort()
    app = BenchsideApp(
        program,
        start=start,
        resumes=resumes,
        chosen=chosen,
        last_resort=last_resort,
    )
    with KeepAwake(lambda: _hold_awake(program), after_s=AWAKE_AFTER_S):
        app.run()
    last_resort.disarm()
    if app.return_code != app.CRASHED and not app.has_panicked:
        return app.return_code or 0, app.said.getvalue(), app.unsaved
    if app.left is not None and not app.faults and not app.has_panicked:
        return (*app.left, app.unsaved)
    from benchside.app import crash

    report = crash.write_report(program.home, "\n".join((*app.faults, app.said.getvalue())))
    return CRASHED, crash.told(report), app.unsaved


def _hold_awake(program: Program) -> AbstractContextManager[str]:
    from benchside.player import hold_with_wakepy

    return hold_with_wakepy() if program.settings.keep_awake else nullcontext("")
