"""The exercise catalogue: what is known of a lift by its name.

Promises that every spelling of a name finds the same entry: case, spaces, hyphens, brackets and
a plural do not matter. Refuses nothing: a session may name an exercise that is not here, it only
gets no help with it.
"""

from __future__ import annotations

from functools import cache

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle
from benchside.session.exercises.glutes import GLUTES
from benchside.session.exercises.hinges import HINGES
from benchside.session.exercises.hip_thrusts import HIP_THRUSTS
from benchside.session.exercises.pulls import PULLS
from benchside.session.exercises.pushes import PUSHES
from benchside.session.exercises.squats import SQUATS
from benchside.session.exercises.stretches import STRETCHES
from benchside.session.exercises.trunk import TRUNK

__all__ = ["CatalogueEntry", "Equipment", "Muscle", "all_exercises", "find_exercise"]


def all_exercises() -> tuple[CatalogueEntry, ...]:
    """Return every entry, grouped by family."""
    return HIP_THRUSTS + GLUTES + SQUATS + HINGES + PUSHES + PULLS + TRUNK + STRETCHES


def find_exercise(name: str) -> CatalogueEntry | None:
    """Find the exercise that a name or an alias means, or None when nobody knows it."""
    key = _key(name)
    return _by_key().get(key) or _by_key().get(key.removesuffix("s"))


def _key(name: str) -> str:
    """Reduce a name to what all its spellings have in common."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@cache
def _by_key() -> dict[str, CatalogueEntry]:
    return {_key(name): entry for entry in all_exercises() for name in (entry.name, *entry.aliases)}
