"""What the language can say and the program cannot lead yet: refused, never led wrongly.

The one place that knows it. A line goes when the timeline, the runner and the screens have learned
what it says; when the last one has gone, so does this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from benchside.session.file.findings import KeyProblem
from benchside.session.values.vocabulary import SetType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchside.session.file.findings import Path
    from benchside.session.plan.plan import PlannedBlock, PlannedExercise, PlannedSet


class _OfSet(NamedTuple):
    """Something that a set may ask for."""

    field: str
    """What says it, so that it can be pointed at."""
    is_asked: Callable[[PlannedSet], bool]
    what: str


_SETS: Final = (
    _OfSet("reps", lambda one: bool(one.parts and one.reps), "a set of parts"),
    _OfSet("time", lambda one: bool(one.parts and one.time_ms), "a set of parts"),
    _OfSet("time", lambda one: one.open_time is not None, "a time that a key may end"),
    _OfSet("distance", lambda one: one.distance is not None, "a distance"),
    _OfSet("calories", lambda one: one.calories is not None, "a set for calories"),
    _OfSet("load", lambda one: one.relative is not None, "a load relative to today's heaviest set"),
    _OfSet("type", lambda one: one.type is SetType.EASY, "easy work"),
    _OfSet("words", lambda one: bool(one.words), "a rep in words of your own"),
    _OfSet("rep_time_ms", lambda one: one.rep_time_ms is not None, "a usual time of a rep"),
)


class _OfBlock(NamedTuple):
    """Something that a block may ask for."""

    key: str
    is_asked: Callable[[PlannedBlock], bool]
    what: str


_BLOCKS: Final = (
    _OfBlock("every_set", lambda block: block.every_set_ms is not None, "each set on the clock"),
    _OfBlock(
        "time_cap",
        lambda block: block.rounds is not None and block.time_cap_ms is not None,
        "so many rounds for time",
    ),
    _OfBlock(
        "round_rest",
        lambda block: block.round_rest is not None and not block.round_rest.is_fixed,
        "a window of rest between rounds",
    ),
)


class _OfExercise(NamedTuple):
    """Something that an exercise may ask for."""

    field: str
    is_asked: Callable[[PlannedExercise], bool]
    what: str


_EXERCISES: Final = (
    _OfExercise("sets", lambda each: each.rounds is not None, "rounds that differ"),
    _OfExercise("progress", lambda each: each.progress is not None, "a rule of progress"),
)


def in_set(planned: PlannedSet, place_of: Callable[[str], Path]) -> Iterator[KeyProblem]:
    """Find what of a set cannot be led yet; `place_of` leads to the key of a field."""
    for each in _SETS:
        if each.is_asked(planned):
            yield _problem(place_of(each.field), each.what)


def in_exercise(planned: PlannedExercise, place_of: Callable[[str], Path]) -> Iterator[KeyProblem]:
    """Find what of an exercise beside its sets cannot be led yet."""
    for each in _EXERCISES:
        if each.is_asked(planned):
            yield _problem(place_of(each.field), each.what)


def in_block(planned: PlannedBlock, place_of: Callable[[str], Path]) -> Iterator[KeyProblem]:
    """Find what of the shape of a block cannot be led yet."""
    for each in _BLOCKS:
        if each.is_asked(planned):
            yield _problem(place_of(each.key), each.what)


def _problem(path: Path, what: str) -> KeyProblem:
    return KeyProblem(
        path=path,
        message=f"{what} cannot be led yet",
        hint="this version reads it, but does not know how to lead through it",
    )
