"""Estimates for what only a key ends, and the reps that are cued and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from benchside.session import PlannedSet, RepTarget, SetPart

OPEN_REPS: Final = 100
"""An open set (`8+`, `max`) with a tempo is cued for so many reps; a key ends it."""

NOMINAL_REP_MS: Final = 4_000
"""Estimate for a rep at will of which nobody knows more."""

NOMINAL_OPEN_REPS: Final = 10
"""Estimate for `max`."""

NOMINAL_OPEN_TIME_MS: Final = 30_000
"""Estimate for a hold as long as one can."""

NOMINAL_METRE_MS: Final = 500
"""Estimate for a metre of a carry, a row or a run: two metres a second."""

NOMINAL_CALORIE_MS: Final = 4_000
"""Estimate for a calorie on a machine: fifteen a minute."""


def asks_reps(planned: PlannedSet) -> bool:
    """Return whether nobody knows the reps of the set unless they are told afterwards."""
    if planned.reps is None or planned.tempo is not None:
        return False
    return planned.time_ms is not None or planned.reps.high != planned.reps.low


def cued_reps(reps: RepTarget | None) -> int:
    """Return reps that a tempo cues: the upper end of a range, or `OPEN_REPS`.

    0 where none are asked.
    """
    if reps is None:
        return 0
    return OPEN_REPS if reps.high is None else reps.high


def nominal_reps(planned: PlannedSet) -> int:
    """Return reps of a side that a set counts for in totals; 0 for a set against the clock."""
    if planned.reps is None or planned.time_ms is not None:
        return 0
    return _nominal(planned.reps)


def _nominal(reps: RepTarget) -> int:
    return (reps.low or NOMINAL_OPEN_REPS) if reps.high is None else reps.high


def nominal_piece_ms(planned: PlannedSet, part: SetPart | None) -> int:
    """Return how long one side is worked, or a part of it, as far as it can be known."""
    time_ms = planned.time_ms if part is None else part.time_ms
    reps = planned.reps if part is None else part.reps
    if time_ms is not None:
        return time_ms
    if planned.open_time is not None:
        return planned.open_time.low_ms or NOMINAL_OPEN_TIME_MS
    if planned.distance is not None:
        return round(planned.distance.metres * NOMINAL_METRE_MS)
    if planned.calories is not None:
        return planned.calories * NOMINAL_CALORIE_MS
    return (0 if reps is None else _nominal(reps)) * nominal_rep_ms(planned)


def nominal_rep_ms(planned: PlannedSet) -> int:
    """Return how long a rep lasts: by its tempo, by the file or the catalogue, or a guess."""
    if planned.tempo is not None:
        return planned.tempo.rep_ms
    return planned.rep_time_ms or planned.usual_rep_ms or NOMINAL_REP_MS


def nominal_side_ms(planned: PlannedSet) -> int:
    """Return how long one side is worked, its parts together, the rests between them left out."""
    if planned.parts:
        return sum(nominal_piece_ms(planned, part) for part in planned.parts)
    return nominal_piece_ms(planned, None)


def nominal_work_ms(planned: PlannedSet) -> int:
    """Return how long a whole set lasts from its first rep to its last, pauses included."""
    sides = max(len(planned.sides), 1)
    part_rests_ms = max(len(planned.parts) - 1, 0) * planned.part_rest_ms
    return sides * (nominal_side_ms(planned) + part_rests_ms) + (sides - 1) * planned.switch_ms
