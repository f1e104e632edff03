"""How exercises go: of each the best of every session in the number that tells it best.

That is the e1RM where sets have one, else the top load, the most reps, the longest hold or the
distance. Tempos are not compared with each other, so a trend is told at the one that most sessions
had.

Pure.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from benchside.log.as_facts import load_of
from benchside.log.e1rm import e1rm_of
from benchside.log.facts import exercise_key
from benchside.log.weeks import WEEK, monday_of
from benchside.log.words import in_unit, seconds_words, two_places, unit_of
from benchside.session import Bodyweight, Unit, format_amount
from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from benchside.log.answers import ExerciseTotals, RepsAtLoad
    from benchside.session import Load


class Measure(StrEnum):
    """What the best of a session is told in."""

    E1RM = "e1RM"
    LOAD = "top load"
    """What is added to the body, or taken off it, where the load is on that."""
    REPS = "most reps"
    HOLD = "longest"
    DISTANCE = "distance"
    """All sets of a session together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """An exercise in one session."""

    session: str
    """The session's `id` in the log."""
    started: datetime
    value: Decimal
    """Kilograms, reps, milliseconds or metres, by the measure of the trend."""
    volume_kg: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseTrend:
    """An exercise at one tempo over its sessions."""

    exercise: str
    """As it was written last."""
    tempo: str
    """Empty where the athlete lifted at will."""
    tempos: tuple[str, ...]
    """All that it was done at, the one of most sessions first."""
    sessions: int
    """At every tempo."""
    last: datetime
    """When the last of them began."""
    measure: Measure
    unit: Unit
    """Of loads, as the last one was written."""
    is_on_body: bool
    """The load is one on the body."""
    points: tuple[TrendPoint, ...]
    """The oldest first; a session in which there is nothing to measure has none."""

    @property
    def best(self) -> TrendPoint | None:
        """The best session, the first of equal ones; None where there is no point."""
        return max(self.points, key=lambda point: point.value, default=None)


_Best = tuple[Decimal | None, ...]
"""The best of a session in each measure, in the order of `_MEASURES`."""

_MEASURES: Final = tuple(Measure)


def trends_of(
    series: Iterable[ExerciseTotals], *, tempo: str | None = None
) -> tuple[ExerciseTrend, ...]:
    """Return the trend of each exercise, the one that was done last first.

    `series` is what `History.series` returns. `tempo` asks for sets at that one alone, in place of
    the one of most sessions; an exercise that was never done at it has no trend.
    """
    by_key: dict[str, list[ExerciseTotals]] = {}
    for one in series:
        by_key.setdefault(exercise_key(one.exercise), []).append(one)
    trends = (_trend(own, tempo) for own in by_key.values())
    found = [one for one in trends if one is not None]
    return tuple(sorted(found, key=lambda one: one.last, reverse=True))


def weekly_bests(trend: ExerciseTrend, *, last: date, weeks: int) -> tuple[Decimal | None, ...]:
    """Return the best of each of so many weeks, up to that of the day `last`; None for none."""
    bests: dict[date, Decimal] = {}
    for point in trend.points:
        monday = monday_of(point.started.date())
        bests[monday] = max(point.value, bests.get(monday, point.value))
    end = monday_of(last)
    return tuple(bests.get(end - WEEK * back) for back in reversed(range(weeks)))


def value_words(trend: ExerciseTrend, value: Decimal) -> str:
    """Return a value of a trend: `126.67 kg`, `+20 kg`, `41 reps`, `1m30s`, `400 m`."""
    return MEASURED[trend.measure](trend, value)


def _load_words(trend: ExerciseTrend, value: Decimal) -> str:
    amount = two_places(in_unit(value, trend.unit))
    sign = "+" if trend.is_on_body and amount > 0 else ""
    return f"{sign}{format_amount(amount)} {trend.unit}"


MEASURED: Final[Mapping[Measure, Callable[[ExerciseTrend, Decimal], str]]] = {
    Measure.E1RM: lambda trend, kg: f"{two_places(in_unit(kg, trend.unit))} {trend.unit}",
    Measure.LOAD: _load_words,
    Measure.REPS: lambda _, reps: counted(int(reps), "rep"),
    Measure.HOLD: lambda _, ms: seconds_words(int(ms)),
    Measure.DISTANCE: lambda _, metres: f"{format_amount(metres)} m",
}
"""How a value of each measure is said."""


def _trend(series: Sequence[ExerciseTotals], asked: str | None) -> ExerciseTrend | None:
    """Return the trend of one exercise."""
    counts = Counter(one.tempo or "" for one in series)
    tempos = tuple(tempo for tempo, _ in counts.most_common())
    tempo = tempos[0] if asked is None else asked
    own = [one for one in series if (one.tempo or "") == tempo]
    if not own:
        return None
    bests = [_best(one) for one in own]
    measure = _measure(bests)
    column = _MEASURES.index(measure)
    last_load = _last_load(own)
    return ExerciseTrend(
        exercise=series[-1].exercise,
        tempo=tempo,
        tempos=tempos,
        sessions=len({one.id for one in series}),
        last=max(one.started for one in series),
        measure=measure,
        unit=unit_of(last_load),
        is_on_body=isinstance(last_load, Bodyweight),
        points=tuple(
            TrendPoint(session=one.id, started=one.started, value=value, volume_kg=one.volume_kg)
            for one, best in zip(own, bests, strict=True)
            for value in (best[column],)
            if value is not None
        ),
    )


def _last_load(series: Sequence[ExerciseTotals]) -> Load | None:
    """Return a load of the last session that had one."""
    loads = (load_of(best) for one in reversed(series) for best in one.bests)
    return next((load for load in loads if load is not None), None)


def _best(totals: ExerciseTotals) -> _Best:
    """Return the best of a session in each measure; None where it has nothing to measure."""
    bests = [best for best in totals.bests if best.reps]
    return (
        max((kg for best in bests if (kg := _e1rm_kg(best)) is not None), default=None),
        max((best.load_kg or Decimal(0) for best in bests), default=None),
        Decimal(max(best.reps for best in bests)) if bests else None,
        Decimal(totals.longest_ms) if totals.longest_ms else None,
        totals.distance_m,
    )


@lru_cache(maxsize=4_096)
def _e1rm_kg(best: RepsAtLoad) -> Decimal | None:
    """Return the e1RM of reps at a load: the same pairs come again and again."""
    return e1rm_of(load_of(best), best.reps, body_kg=None)


def _measure(bests: Sequence[_Best]) -> Measure:
    """Return the first measure that at least half of the sessions have, else that of most."""
    known = [sum(bool(best[column]) for best in bests) for column in range(len(_MEASURES))]
    for measure, count in zip(_MEASURES, known, strict=True):
        if count * 2 >= len(bests):
            return measure
    return _MEASURES[known.index(max(known))] if any(known) else Measure.REPS
