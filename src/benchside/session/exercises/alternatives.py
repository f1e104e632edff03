"""Exercises that can stand in for another one: what to do where the rack is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.exercises.entry import CatalogueEntry


def alternatives_to(name: str, catalogue: Catalogue) -> tuple[CatalogueEntry, ...]:
    """Return the other exercises, those first that train the same muscles in the same motion.

    All of them, for an exercise that nobody knows has no muscles to go by.
    """
    known = catalogue.find(name)
    others = [entry for entry in catalogue.entries if entry is not known]
    if known is None:
        return tuple(others)
    return tuple(sorted(others, key=lambda entry: _distance(known, entry)))


def _distance(one: CatalogueEntry, other: CatalogueEntry) -> tuple[int, bool, str]:
    shared = len(set(one.muscles.main) & set(other.muscles.main))
    return -shared, one.motion is not other.motion, other.name
