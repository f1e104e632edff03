"""A finding: something wrong at a key of a file, before anybody has looked for its line.

Whoever finds it knows the path of keys; `place` makes a problem of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and positions in lists that lead to a value: ("block", 0, "exercise", 1, "reps")."""


class At(Enum):
    """What of the path is pointed at."""

    VALUE = auto()
    """The value."""
    KEY = auto()
    """The key itself: it is unknown, or stands beside one that excludes it."""
    MISSING = auto()
    """The header of the table where the key should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyProblem:
    """One thing that is wrong."""

    path: KeyPath
    message: str
    """What was read, and what is wrong with it."""
    hint: str = ""
    """What to write instead; empty where the message says it."""
    at: At = At.VALUE
    meant: str = ""
    """The key that an unknown one was probably meant to be; empty where nobody knows."""


def without_echoes(findings: Iterable[KeyProblem]) -> list[KeyProblem]:
    """Leave out the missing keys that are there, but misspelled."""
    found = list(findings)
    misspelled = {(*finding.path[:-1], finding.meant) for finding in found if finding.meant}
    return [
        finding
        for finding in found
        if finding.at is not At.MISSING or misspelled.isdisjoint(_alternatives(finding.path))
    ]


def _alternatives(path: KeyPath) -> tuple[KeyPath, ...]:
    """Return the keys any of which would have done: reps, time, distance or calories."""
    if path[-1:] != ("reps",):
        return (path,)
    return tuple((*path[:-1], key) for key in ("reps", "time", "distance", "calories"))
