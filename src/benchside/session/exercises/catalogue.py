"""The exercise catalogue: what is known of a lift by its name.

Promises that every spelling of a name finds the same entry: case, spaces, hyphens, brackets and
a plural do not matter. Refuses nothing: a session may name an exercise that is not here, it only
gets no help with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from benchside.session.exercises.entry import spelling
from benchside.session.exercises.shipped import shipped_exercise, shipped_exercises

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchside.session.exercises.entry import CatalogueEntry
    from benchside.session.file.problems import Problem


@dataclass(frozen=True)
class Catalogue:
    """The exercises that ship, changed and joined by the athlete's own.

    Those that ship are read when an exercise is first looked up.
    """

    own: tuple[CatalogueEntry, ...] = ()
    """Complete entries. Each stands in place of the one that ships under its name, to the letter;
    its aliases go before those of what ships."""

    @cached_property
    def entries(self) -> tuple[CatalogueEntry, ...]:
        """Every exercise: those that ship in their order, then those that only the athlete has.

        An alias that an own exercise has taken is no longer one of the other's.
        """
        if not self.own:
            return shipped_exercises()
        own = {entry.name: entry for entry in self.own}
        taken = _by_spelling(self.own)
        shipped = {entry.name: entry for entry in shipped_exercises()}
        in_place = (own.get(name) or _without(entry, taken) for name, entry in shipped.items())
        return (*in_place, *(entry for entry in self.own if entry.name not in shipped))

    def find(self, name: str) -> CatalogueEntry | None:
        """Return the exercise that a name or an alias means, or None when nobody knows it."""
        look_up = self._by_spelling.get if self.own else shipped_exercise
        key = spelling(name)
        return look_up(key) or look_up(key.removesuffix("s"))

    @cached_property
    def _by_spelling(self) -> Mapping[str, CatalogueEntry]:
        return _by_spelling(self.entries)


SHIPPED_CATALOGUE: Final = Catalogue()
"""What ships, without any exercise of the athlete's own."""


@dataclass(frozen=True, slots=True)
class ExercisesReading:
    """What the athlete's file of exercises says."""

    catalogue: Catalogue = SHIPPED_CATALOGUE
    """The exercises that ship, with those of the file that have no problem."""
    problems: tuple[Problem, ...] = ()
    """In the order of the file; empty where all is well."""


def _by_spelling(entries: Iterable[CatalogueEntry]) -> dict[str, CatalogueEntry]:
    names = ((name, entry) for entry in entries for name in (entry.name, *entry.aliases))
    return {key: entry for name, entry in names if (key := spelling(name))}


def _without(entry: CatalogueEntry, taken: Mapping[str, CatalogueEntry]) -> CatalogueEntry:
    """Return the entry without the aliases that are taken."""
    left = tuple(alias for alias in entry.aliases if spelling(alias) not in taken)
    return entry if left == entry.aliases else replace(entry, aliases=left)
