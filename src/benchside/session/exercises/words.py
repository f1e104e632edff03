"""What the phases of a rep are called, by how the exercise moves.

"Up" and "down" alone would be wrong: the concentric of a pulldown moves the handle down.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.session.exercises.entry import CatalogueEntry, Motion
from benchside.session.values.tempo import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.exercises.entry import PhaseWords


class Wording(StrEnum):
    """Which words the phases are told in."""

    MOTION = "motion"
    """Those of the exercise: UP, PULL, OPEN."""
    TEXTBOOK = "textbook"
    """Those of the textbooks, the same for every exercise."""


WORDS_BY_MOTION: Final[Mapping[Motion, PhaseWords]] = MappingProxyType(
    {
        Motion.LIFT: ("DOWN", "WAIT", "UP", "HOLD"),
        Motion.SQUAT: ("DOWN", "LOW", "UP", "TALL"),
        Motion.FLOOR: ("DOWN", "SET", "UP", "TALL"),
        Motion.HINGE: ("DOWN", "LOW", "UP", "TALL"),
        Motion.HANG: ("DOWN", "HANG", "UP", "HOLD"),
        Motion.PULL: ("BACK", "LONG", "PULL", "HOLD"),
        Motion.PUSH: ("BACK", "WAIT", "PUSH", "HOLD"),
        Motion.CURL: ("BACK", "LONG", "CURL", "HOLD"),
        Motion.OPEN: ("CLOSE", "WAIT", "OPEN", "HOLD"),
        Motion.REACH: ("BACK", "WAIT", "REACH", "HOLD"),
    }
)
"""At most five letters each, so that large letters have one size."""

PLAIN_WORDS: Final[PhaseWords] = ("LOWER", "HOLD", "LIFT", "HOLD")
"""Of an exercise whose motion nobody knows."""

TEXTBOOK_WORDS: Final[PhaseWords] = ("ECCENTRIC", "PAUSE", "CONCENTRIC", "PAUSE")

_ORDER: Final = tuple(Phase)
"""That of a tempo."""


def phase_words(
    exercise: CatalogueEntry | str | None,
    phase: Phase,
    *,
    wording: Wording = Wording.MOTION,
    catalogue: Catalogue = SHIPPED_CATALOGUE,
) -> str:
    """Return what a phase of an exercise is called, in capital letters.

    The exercise is an entry, a name to look up in the catalogue, or None where nobody knows it.
    """
    words = words_of(exercise, wording=wording, catalogue=catalogue)
    return words[_ORDER.index(phase)]


def words_of(
    exercise: CatalogueEntry | str | None,
    *,
    wording: Wording = Wording.MOTION,
    catalogue: Catalogue = SHIPPED_CATALOGUE,
) -> PhaseWords:
    """Return what the four phases of an exercise are called, in the order of a tempo."""
    if wording is Wording.TEXTBOOK:
        return TEXTBOOK_WORDS
    entry = catalogue.find(exercise) if isinstance(exercise, str) else exercise
    if entry is None:
        return PLAIN_WORDS
    if entry.words is not None:
        eccentric, stretched, concentric, contracted = entry.words
        return eccentric.upper(), stretched.upper(), concentric.upper(), contracted.upper()
    return PLAIN_WORDS if entry.motion is None else WORDS_BY_MOTION[entry.motion]
