"""What sessions are called where they are listed, told before any of them is read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from benchside.library.session_files import paths_in_order
from benchside.storage import glance_at_top

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchside.library.library import Entry

MAX_TITLE = 200
"""Characters of a title in a list; a stranger's file may have a million."""


class EntryLabel(NamedTuple):
    """What a session is called where sessions are listed."""

    title: str
    name: str = ""
    """Its name in the library, where another session has the same title."""
    is_own: bool = False
    """It lies in the athlete's own folder."""


def labels(own: Path, shipped: Path) -> tuple[EntryLabel, ...]:
    """Return the names of every session at a glance, in the order of `Library.entries`.

    Nothing is checked yet.
    """
    paths = paths_in_order(own, shipped)
    named = labelled([(name, _title(path) or name) for name, path in paths.items()])
    return tuple(
        label._replace(is_own=path.is_relative_to(own))
        for label, path in zip(named, paths.values(), strict=True)
    )


def labelled(names_and_titles: Sequence[tuple[str, str]]) -> tuple[EntryLabel, ...]:
    """Label sessions so that no two look alike."""
    times = Counter(_as_seen(title) for _, title in names_and_titles)
    return tuple(
        EntryLabel(title[:MAX_TITLE], name if times[_as_seen(title)] > 1 and title != name else "")
        for name, title in names_and_titles
    )


def is_called(entry: Entry, typed: str) -> bool:
    """Return whether title or name of a session hold what somebody typed."""
    wanted = _as_seen(typed)
    return wanted in _as_seen(entry.title) or wanted in _as_seen(entry.name)


def _as_seen(text: str) -> str:
    """Reduce a text to what tells it from others at a glance."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _title(path: Path) -> str:
    """Return what a session calls itself; empty where that cannot be told."""
    title = glance_at_top(path).get("name")
    return title.strip() if isinstance(title, str) else ""
