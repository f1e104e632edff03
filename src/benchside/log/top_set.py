"""How the heaviest work of a session goes: the line of its main exercise over the last weeks.

Pure: the history is asked, and answers from wherever it is. Raises OSError where the log cannot be
read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from benchside.log.load_groups import tempo_of
from benchside.log.trends import Measure, trends_of
from benchside.log.weeks import WEEK
from benchside.session import Bodyweight, Percent, SetType, Weight

if TYPE_CHECKING:
    from datetime import date

    from benchside.log.history import History
    from benchside.log.trends import ExerciseTrend
    from benchside.session import Plan, PlannedSet

TOP_SET_WEEKS: Final = 12
"""How far back the line goes."""

LEAST_POINTS: Final = 2
"""One session is a point; the second one makes a line."""


@dataclass(frozen=True, slots=True)
class TopSet:
    """The main exercise of a session."""

    trend: ExerciseTrend
    """Its points are those of the last weeks; at least two."""
    is_record: bool
    """The last of them is more than there ever was before it."""


def top_set_of(plan: Plan, history: History, *, today: date) -> TopSet | None:
    """Return how the main exercise goes; None where there is none, or nothing to draw a line of."""
    main = main_set(plan)
    if main is None:
        return None
    series = history.series(main.exercise)
    found = trends_of(series, tempo=tempo_of(main)) or trends_of(series)
    whole = next((one for one in found if one.measure in (Measure.E1RM, Measure.LOAD)), None)
    if whole is None:
        return None
    first = today - WEEK * TOP_SET_WEEKS
    recent = tuple(one for one in whole.points if one.started.date() >= first)
    if len(recent) < LEAST_POINTS:
        return None
    before = max(one.value for one in whole.points[:-1])
    return TopSet(replace(whole, points=recent), is_record=recent[-1].value > before)


def main_set(plan: Plan) -> PlannedSet | None:
    """Return a set of the exercise with the most loaded working sets; None where no set has a load.

    Of exercises with as many it is the first.
    """
    loaded = [
        one
        for block in plan.blocks
        for exercise in block.exercises
        for one in exercise.sets
        if not one.is_ramp and one.type is SetType.WORKING and _is_loaded(one)
    ]
    counts = Counter(one.exercise for one in loaded)
    return max(loaded, key=lambda one: counts[one.exercise], default=None)


def _is_loaded(planned: PlannedSet) -> bool:
    load = planned.load
    is_on_body = isinstance(load, Bodyweight) and load.plus is not None
    return is_on_body or isinstance(load, Weight | Percent)
