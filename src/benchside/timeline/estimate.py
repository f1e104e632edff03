"""Estimates for what only a key ends, and the reps that are cued and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedSet

OPEN_REPS: Final = 100
"""An open set (`8+`, `max`) with a tempo is cued for so many reps; a key ends it."""

NOMINAL_REP_MS: Final = 4_000
"""Estimate for a rep at will."""

NOMINAL_OPEN_REPS: Final = 10
"""Estimate for `max`."""


def asks_reps(planned: PlannedSet) -> bool:
    """Whether nobody knows the reps of the set unless they are told afterwards."""
    if planned.reps is None or planned.tempo is not None:
        return False
    return planned.time_ms is not None or planned.reps.high != planned.reps.low


def cued_reps(planned: PlannedSet) -> int:
    """Reps that a tempo cues: the upper end of a range, or `OPEN_REPS`; 0 where none are asked."""
    if planned.reps is None:
        return 0
    return OPEN_REPS if planned.reps.high is None else planned.reps.high


def nominal_reps(planned: PlannedSet) -> int:
    """Reps of a side that a set counts for in totals; 0 for a set against the clock."""
    if planned.reps is None or planned.time_ms is not None:
        return 0
    if planned.reps.high is None:
        return planned.reps.low or NOMINAL_OPEN_REPS
    return planned.reps.high


def nominal_side_ms(planned: PlannedSet) -> int:
    """How long one side is worked, as far as it can be known."""
    if planned.time_ms is not None:
        return planned.time_ms
    rep_ms = NOMINAL_REP_MS if planned.tempo is None else planned.tempo.rep_ms
    return nominal_reps(planned) * rep_ms


def nominal_work_ms(planned: PlannedSet) -> int:
    """How long the whole set lasts from its first rep to its last, switches included."""
    sides = max(len(planned.sides), 1)
    return sides * nominal_side_ms(planned) + (sides - 1) * planned.switch_ms
