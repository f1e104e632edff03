"""All words that the screens say, in one place: here what every screen and the library need.

Text that comes from files goes through `plain`: it is shown as it is, never read as markup, and
control characters do not reach the screen.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from textual.content import Content

from benchside.session import printable
from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

    from benchside.library import Entry
    from benchside.session import Problem

MAX_MARKS: Final = 4
"""Marks that a letter may carry: Hebrew and Tibetan have up to four."""
MAX_BRIEF: Final = 60
"""Cells for a name within a sentence."""

TITLE = "Benchside"
NO_SESSIONS = "No sessions found"
NOT_ENTERED = "–"
HELP_TITLE = "Keys"
HELP_KEYS = "{keys.close} closes"
NEVER = "never"
FILTER = "filter by title or file"
IN_PLACE_OF_SHIPPED = "your own, in place of the one that ships"
DUPLICATE_TITLE = "Name the copy"
DUPLICATE_KEYS = "↵ create · esc cancel"
KEPT_ASIDE = "It is not logged. For 30 days `benchside run --resume` can bring it back."
GOES_ON_FROM_HERE = "Stopped. `benchside run --resume` goes on from here."


def plain(text: str) -> Content:
    """Text from a file, literally; control characters become visible, heaps of marks are cut."""
    return Content(printable(text) if text.isascii() else _with_few_marks(printable(text)))


def _with_few_marks(text: str) -> str:
    """Leave out marks that no script puts on one letter; in cells they have no length."""
    kept: list[str] = []
    marks = 0
    for character in text:
        is_mark = unicodedata.category(character) in ("Mn", "Me", "Cf")
        marks = marks + 1 if is_mark else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def brief(text: str) -> str:
    """Return a name that has its place within a sentence."""
    return plain(text).truncate(MAX_BRIEF, ellipsis=True).plain


def too_small(now: tuple[int, int], needed: tuple[int, int]) -> str:
    """Return how large a terminal is, and has to be."""
    return f"Too small: {now[0]}×{now[1]}. Benchside wants {needed[0]}×{needed[1]}."


def day(moment: date) -> str:
    """Return a date: `3 November 2026`."""
    return f"{moment.day} {moment:%B %Y}"


def short_day(moment: date | datetime, today: date) -> str:
    """Return a day in a table: `20 Nov`, in another year `20 Nov 2024`."""
    told = f"{moment.day:>2} {moment:%b}"
    return told if moment.year == today.year else f"{told} {moment.year}"


def day_and_time(moment: datetime) -> str:
    """Return a moment: `3 November 2026, 18:05`."""
    return f"{day(moment)}, {moment:%H:%M}"


def copy_of(name: str) -> str:
    """Return what a copy is called until somebody says better."""
    return f"{name} (copy)"


def written_to(path: Path, edit: str) -> str:
    """Return where a new session is, and the key that edits it."""
    return f"{printable(str(path))} is written; {edit} edits it"


def saved_in(path: Path) -> str:
    """Return where a session was logged."""
    return f"Saved in {printable(str(path))}"


def unshared(entry: Entry, copy: str) -> str:
    """Return what to do where no editor can have the terminal; `copy` is the key that copies."""
    way_out = (
        f"the file is {printable(str(entry.path))}" if entry.is_own else f"{copy} makes a copy"
    )
    return f"this terminal cannot be lent to an editor; {way_out}"


def unlisted(problems: Sequence[Problem]) -> str:
    """Above the list: the folders that cannot be read, a line each."""
    return "\n".join(f"{problem.file}: {problem.message}" for problem in problems)


def broken(problems: int) -> str:
    """Above the problems of a file; empty where there are none to tell."""
    return f"{counted(problems, 'problem')} in this file" if problems else ""
