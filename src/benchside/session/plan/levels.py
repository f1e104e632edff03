"""Levels: the tables that may say something of a set, the nearest first, with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.file.asked import Asked, AskedExercise
    from benchside.session.file.findings import KeyPath

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Level:
    """A set, an exercise, a block or the defaults."""

    asked: Asked
    path: KeyPath
    """Where the table stands; the `include` that leads to it where it stands in another file."""
    is_elsewhere: bool = False
    """Its keys stand in another file, so that none of them can be pointed at."""

    def place_of(self, key: str) -> KeyPath:
        """Return the path of one of its keys."""
        return self.path if self.is_elsewhere else (*self.path, key)


@dataclass(frozen=True, slots=True)
class ExerciseLevel(Level):
    """A level that may also say how many sets there are."""

    asked: AskedExercise


Levels: TypeAlias = tuple[Level, ...]
ExerciseLevels: TypeAlias = tuple[ExerciseLevel, ...]


def first(values: Iterable[T | None]) -> T | None:
    """Return what the nearest level says; None where none does."""
    return next((value for value in values if value is not None), None)


def place_of(levels: Iterable[Level], field: str) -> KeyPath:
    """Return where the nearest level says something: the path of the key of a field.

    Where none does, it is the path of the nearest level.
    """
    every = tuple(levels)
    for level in every:
        if getattr(level.asked, field) is not None:
            alias = type(level.asked).model_fields[field].alias
            return level.place_of(alias or field)
    return every[0].path
