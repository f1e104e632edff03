"""A finding: something wrong at a key of a file, before anybody has looked for its line.

Whoever finds it knows the path of keys; `place` makes a problem of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and positions in lists that lead to a value: ("block", 0, "exercise", 1, "reps")."""


class At(Enum):
    """What of the path is pointed at."""

    VALUE = auto()
    """The value; the table's header where the key is missing."""
    KEY = auto()
    """The key itself: it is unknown, or stands beside one that excludes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong."""

    path: Path
    message: str
    """What was read, and what is wrong with it."""
    hint: str = ""
    """What to write instead; empty where the message says it."""
    at: At = At.VALUE
