"""Everything that sessions come to, in one value.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.log.adherence import adherence_of
from benchside.log.bests import sums_of_exercises
from benchside.log.weeks import streak_of, weeks_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from benchside.log.adherence import Adherence
    from benchside.log.bests import ExerciseSum
    from benchside.log.facts import SessionFact
    from benchside.log.muscles import MuscleLookup
    from benchside.log.weeks import Streak, WeekSum


@dataclass(frozen=True, slots=True, kw_only=True)
class LogStats:
    """What sessions come to."""

    sessions: int
    streak: Streak
    weeks: tuple[WeekSum, ...]
    """From the first session's to the last one's, the oldest first."""
    exercises: tuple[ExerciseSum, ...]
    """The one that was done last first."""
    without_muscles: tuple[str, ...]
    """Exercises that count for no muscle, for nobody knows what they train."""
    adherence: Adherence


def stats_of(sessions: Sequence[SessionFact], lookup: MuscleLookup, *, today: date) -> LogStats:
    """Add sessions up; `today` says which streak goes on."""
    weeks = weeks_of(sessions, lookup)
    return LogStats(
        sessions=len(sessions),
        streak=streak_of({session.day for session in sessions}, today=today),
        weeks=weeks,
        exercises=sums_of_exercises(one for session in sessions for one in session.sets),
        without_muscles=tuple(sorted({name for week in weeks for name in week.muscles.unknown})),
        adherence=adherence_of(sessions),
    )
