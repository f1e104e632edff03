"""The words about session files of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.session import printable
from benchside.tui.text import brief

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

RENAME_TITLE: Final = "Rename the session"
RENAME_KEYS: Final = "↵ save · esc cancel · the file keeps its name"
NEW_TITLE: Final = "New session"
NEW_KEYS: Final = "↵ add the line, on an empty one create · tab next · esc cancel"
NAME: Final = "Name"
GOAL: Final = "Goal"
EXERCISE: Final = "Exercise"
NO_GOAL: Final = "none"
EXERCISE_HINT: Final = "Barbell hip thrust / 5x5-8 100kg 2-1-X-1 @8 3m"
NO_EXERCISE: Final = "write at least one exercise, such as: Plank / 3x45s 60s"
NO_NAME: Final = "give it a name"


def in_trash(title: str, undo: str) -> str:
    """Return what becomes of a session that was deleted, and the key that brings it back."""
    return f"{brief(title)} is in the trash; {undo} brings it back"


def brought_back(path: Path) -> str:
    """Return where a session is that was brought back."""
    return f"{printable(str(path))} is back"


def not_understood(lost: Sequence[str]) -> str:
    """Return what of a line of an exercise is not understood."""
    return f"not understood: {', '.join(lost)}"
