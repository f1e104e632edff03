"""Opens the screens, and says what they leave to be said when they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.cli.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.app import Program
    from benchside.library import Entry
    from benchside.log import Record


def open_screens(
    bench: Program, *, start: Entry | None = None, resumes: bool = False, chosen: str = ""
) -> int:
    """Open the screens and return the exit status; see `run_screens`."""
    from benchside.app import run_screens

    status, said, unsaved = run_screens(bench, start=start, resumes=resumes, chosen=chosen)
    if said.strip() or unsaved:
        _tell(said, unsaved)
    return status or (Exit.TROUBLE if unsaved else Exit.FINE)


def _tell(said: str, unsaved: Iterable[Record]) -> None:
    """Print the last words of the screens, and what no disk has taken."""
    from benchside.cli.output.lines import echo_text
    from benchside.cli.unsaved import tell_unsaved

    if said.strip():
        echo_text(said.rstrip(), err=True)
    for record in unsaved:
        tell_unsaved(record)
