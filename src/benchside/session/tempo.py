"""Tempo: how long each phase of a rep lasts.

The order of the digits is always eccentric, pause stretched, concentric, pause contracted. Which
of them a rep begins with is another matter: see `StartsWith`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """A part of a rep. "Top" and "bottom" are ambiguous, so the phases are named for the muscle."""

    ECCENTRIC = "eccentric"
    PAUSE_STRETCHED = "pause stretched"
    CONCENTRIC = "concentric"
    PAUSE_CONTRACTED = "pause contracted"


class StartsWith(StrEnum):
    """The phase that a rep begins with: a hip thrust with the concentric, a squat with the other."""

    CONCENTRIC = "concentric"
    ECCENTRIC = "eccentric"


@dataclass(frozen=True, slots=True)
class Tempo:
    """The four phases of a rep in milliseconds; the rep as a whole lasts longer than nothing."""

    eccentric_ms: int
    pause_stretched_ms: int
    concentric_ms: int
    pause_contracted_ms: int
    is_explosive: bool = False
    """The concentric was written `X`: one second of clock, and a cue of its own."""

    @property
    def rep_ms(self) -> int:
        """Duration of one rep."""
        return sum(ms for _, ms in self.phases(StartsWith.ECCENTRIC))

    def phases(self, starts_with: StartsWith) -> tuple[tuple[Phase, int], ...]:
        """Phases of a rep in the order they are lifted, with their durations; may include 0."""
        eccentric = (
            (Phase.ECCENTRIC, self.eccentric_ms),
            (Phase.PAUSE_STRETCHED, self.pause_stretched_ms),
        )
        concentric = (
            (Phase.CONCENTRIC, self.concentric_ms),
            (Phase.PAUSE_CONTRACTED, self.pause_contracted_ms),
        )
        if starts_with is StartsWith.CONCENTRIC:
            return concentric + eccentric
        return eccentric + concentric
