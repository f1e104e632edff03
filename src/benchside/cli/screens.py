"""Opens the screens, and says what they leave to be said when they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo_text
from benchside.cli.unsaved import tell_unsaved

if TYPE_CHECKING:
    from benchside.app.program import Program
    from benchside.library.library import Entry


def open_screens(
    bench: Program, *, start: Entry | None = None, resumes: bool = False, chosen: str = ""
) -> int:
    """Open the screens and return the exit status; see `run_screens`."""
    from benchside.app.screens import run_screens

    status, said, unsaved = run_screens(bench, start=start, resumes=resumes, chosen=chosen)
    if said.strip():
        echo_text(said.rstrip(), err=True)
    for record in unsaved:
        tell_unsaved(record)
    return status or (Exit.TROUBLE if unsaved else Exit.FINE)
