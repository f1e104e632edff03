"""Journals that were set aside: of sessions that were given up, or that cannot be read.

Nothing done is thrown away: a session that was given up by a wrong key is here for 30 days, and can
be taken up again. What cannot be read stays until somebody removes it.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from io import FileIO
from typing import TYPE_CHECKING, Final

from benchside.storage import force_folder, force_stream, make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASIDE_FOLDER: Final = "set-aside"
"""Beside the journal."""

SUFFIX: Final = ".jsonl"

KEPT_FOR: Final = timedelta(days=30)

_ENDS: Final = (b'"command":{"name":"abandon"}}', b'"end":"abandoned"}')
"""How the lines end that give a session up."""


def move_aside(journal: Path) -> Path:
    """Move a journal into the folder beside it, named by when it was last written."""
    folder = journal.parent / ASIDE_FOLDER
    make_folder(folder)
    written = datetime.fromtimestamp(journal.stat().st_mtime).astimezone()
    name = f"{written:%Y-%m-%d-%H%M}"
    kept = folder / f"{name}{SUFFIX}"
    number = 1
    while kept.exists():
        number += 1
        kept = folder / f"{name}-{number}{SUFFIX}"
    journal.rename(kept)
    force_folder(folder)
    return kept


def journals_aside(journal: Path) -> list[Path]:
    """Return what is kept beside a journal, the latest first."""
    try:
        found = list((journal.parent / ASIDE_FOLDER).glob(f"*{SUFFIX}"))
    except OSError:
        return []
    return sorted(found, key=_when, reverse=True)


def _when(path: Path) -> tuple[str, int]:
    """Return the minute that a file's name tells, and which one of that minute it is."""
    minute = path.stem[: len("2026-01-12-1805")]
    number = path.stem[len(minute) :].removeprefix("-")
    return minute, int(number) if number.isascii() and number.isdecimal() else 1


def remove_old(journal: Path, *, now: datetime) -> None:
    """Remove what was given up more than 30 days ago; what was only interrupted stays."""
    for path in journals_aside(journal):
        try:
            age = now.timestamp() - path.stat().st_mtime
            if age > KEPT_FOR.total_seconds() and _was_given_up(path):
                path.unlink()
        except OSError:
            continue  # another time


def take_back(path: Path, journal: Path) -> None:
    """Make a journal that was set aside the present one, as it was before it was given up.

    There must be no present one. The copy that was set aside goes when the present one is on disk.
    Raises OSError, and then it stays where it is.
    """
    draft = journal.with_name(f".{journal.name}.draft")
    with FileIO(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "r+") as stream:
        for line in _lines_before_the_end(path):
            stream.write(line)
        force_stream(stream)
    draft.replace(journal)
    force_folder(journal.parent)
    path.unlink()
    force_folder(path.parent)


def _lines_before_the_end(path: Path) -> Iterator[bytes]:
    with path.open("rb") as lines:
        for line in lines:
            if not line.rstrip().endswith(_ENDS):
                yield line


def _was_given_up(path: Path) -> bool:
    with path.open("rb") as lines:
        return any(line.rstrip().endswith(_ENDS) for line in lines)
