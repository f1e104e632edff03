"""All words that the screens say, in one place: here what every screen and the library need.

Text that comes from files goes through `plain`: it is shown as it is, never read as markup, and
control characters do not reach the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from benchside.session.mistake import shown
from benchside.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from benchside.library import Entry
    from benchside.session.problems import Problem

TITLE = "Benchside"
NO_SESSIONS = "No sessions found"
NOT_ENTERED = "–"
HELP_TITLE = "Keys"
HELP_KEYS = "escape closes"
NEVER = "never"
FILTER = "filter by title or file"
IN_PLACE_OF_SHIPPED = "your own, in place of the one that ships"
DUPLICATE_TITLE = "What is the copy called?"
DUPLICATE_KEYS = "enter makes it, escape leaves it"
KEPT_ASIDE = "It is not logged. For 30 days `benchside run --resume` can bring it back."
GOES_ON_FROM_HERE = "Stopped. `benchside run --resume` goes on from here."


def plain(text: str) -> Content:
    """Text from a file, literally; control characters become visible."""
    return Content(shown(text))


def too_small(now: tuple[int, int], needed: tuple[int, int]) -> str:
    """What to do about a small terminal."""
    return (
        f"Benchside needs {needed[0]} × {needed[1]} characters.\n"
        f"This terminal has {now[0]} × {now[1]}.\n\n"
        "Make it larger, or its letters smaller.\nThe session goes on meanwhile; its keys work."
    )


def day(moment: datetime) -> str:
    """A date: `3 November 2026`."""
    return f"{moment.day} {moment:%B %Y}"


def day_and_time(moment: datetime) -> str:
    """A moment: `3 November 2026, 18:05`."""
    return f"{day(moment)}, {moment:%H:%M}"


def copy_of(name: str) -> str:
    """What a copy is called until somebody says better."""
    return f"{name} (copy)"


def written_to(path: Path) -> str:
    """Where a new session is, and how to go on with it."""
    return f"{shown(str(path))} is written; e edits it"


def saved_in(path: Path) -> str:
    """Where a session was logged."""
    return f"Saved in {shown(str(path))}"


def unshared(entry: Entry) -> str:
    """What to do where an editor cannot have the terminal for a while."""
    way_out = f"the file is {shown(str(entry.path))}" if entry.is_own else "d makes a copy"
    return f"this terminal cannot be lent to an editor; {way_out}"


def unlisted(problems: Sequence[Problem]) -> str:
    """Above the list: the folders that cannot be read, a line each."""
    return "\n".join(f"{problem.file}: {problem.message}" for problem in problems)


def broken(problems: int) -> str:
    """Above the problems of a file; empty where there are none to tell."""
    return f"{counted(problems, 'problem')} in this file" if problems else ""
