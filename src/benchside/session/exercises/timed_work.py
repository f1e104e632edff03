"""What is done in a set that goes by time: a hold, a walk, a stretch, or reps one after another.

The catalogue knows its own exercises. The kind of any other follows from the words of its name;
a name that says nothing stands for reps, which are never wrong to ask for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from benchside.session.exercises.entry import TimedWork

if TYPE_CHECKING:
    from benchside.session.exercises.entry import CatalogueEntry

_ADDITION: Final = re.compile(r"[(\[,;:/|]|\s-\s|\s(?:with|on|from|at|against|for|in|and)\s")
"""Begins what a name adds to its exercise: `Wall sit (heavy)`, `Plank with feet raised`."""

_HELD_ANYWHERE: Final = frozenset({"hold", "holds", "isometric", "isometrics", "iso", "static"})
_KINDS_BY_LAST_WORD: Final = {
    "plank": TimedWork.HOLD,
    "hang": TimedWork.HOLD,
    "sit": TimedWork.HOLD,
    "walk": TimedWork.WALK,
    "carry": TimedWork.WALK,
    "stretch": TimedWork.STRETCH,
    "pose": TimedWork.STRETCH,
}
"""Only where the exercise ends with them: not in sit-up, hang clean, plank jack, walk-out."""


def timed_work_of(exercise: str, entry: CatalogueEntry | None) -> TimedWork:
    """Return what is done in an exercise that goes by time; `entry` is None where it is unknown."""
    return _kind_by_name(exercise.casefold()) if entry is None else entry.timed


def _kind_by_name(name: str) -> TimedWork:
    if not _HELD_ANYWHERE.isdisjoint(_words(name)):
        return TimedWork.HOLD
    words = _words(_ADDITION.split(name, maxsplit=1)[0])
    last = words[-1] if words else ""
    kind = _KINDS_BY_LAST_WORD.get(last) or _KINDS_BY_LAST_WORD.get(last.removesuffix("s"))
    return kind or TimedWork.WORK


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)
