"""Sets a muscle: one for a set that trains it, half for one in which it helps.

Counting so explained growth and strength best in a meta-regression of 67 studies (Pelland et al.,
Sports Medicine). No verdict is given on how many are enough.

Pure. What an exercise trains is told by whoever asks, for the log knows names alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.log.facts import exercise_key
from benchside.session import Category

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from benchside.log.facts import SetFact
    from benchside.session import Catalogue, Muscle, MusclesTrained

MAIN: Final = Decimal(1)
"""What a set counts for a muscle that it trains."""

HELPING: Final = Decimal("0.5")
"""What a set counts for a muscle that helps."""


MuscleLookup: TypeAlias = "Callable[[str], MusclesTrained | None]"
"""Tells what an exercise trains by its name; None where nobody knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleSets:
    """What was done for one muscle."""

    muscle: Muscle
    sets: Decimal
    days: int
    """On how many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleReport:
    """What was done for each muscle."""

    muscles: tuple[MuscleSets, ...]
    """The one with the most sets first."""
    unknown: tuple[str, ...]
    """Exercises that count for no muscle, for nobody knows what they train."""


def lookup_in(catalogue: Catalogue) -> MuscleLookup:
    """Return what exercises train by a catalogue; one for strength without muscles is unknown."""

    def lookup(exercise: str) -> MusclesTrained | None:
        entry = catalogue.find(exercise)
        if entry is None or (entry.category is Category.STRENGTH and not entry.muscles.main):
            return None
        return entry.muscles

    return lookup


def sets_per_muscle(sets: Iterable[SetFact], lookup: MuscleLookup) -> MuscleReport:
    """Count sets for each muscle; both sides of a set are one, warm-ups and ramp sets none."""
    counts: defaultdict[Muscle, Decimal] = defaultdict(Decimal)
    days: defaultdict[Muscle, set[date]] = defaultdict(set)
    unknown: dict[str, str] = {}
    for one in sets:
        if not one.is_counted:
            continue
        trained = lookup(one.exercise)
        if trained is None:
            unknown[exercise_key(one.exercise)] = one.exercise
            continue
        for muscle, share in _shares(trained).items():
            counts[muscle] += share
            days[muscle].add(one.date.date())
    muscles = sorted(counts, key=lambda muscle: (-counts[muscle], muscle))
    return MuscleReport(
        muscles=tuple(
            MuscleSets(muscle=muscle, sets=counts[muscle], days=len(days[muscle]))
            for muscle in muscles
        ),
        unknown=tuple(sorted(unknown.values())),
    )


def _shares(trained: MusclesTrained) -> dict[Muscle, Decimal]:
    """Return what a set counts for each muscle; one that is named twice is trained."""
    return dict.fromkeys(trained.helping, HELPING) | dict.fromkeys(trained.main, MAIN)
