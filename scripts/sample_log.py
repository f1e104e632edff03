"""Half a year of an athlete's sessions, the same in every run: for pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from benchside.log.record import TutRecord
from benchside.testing import a_record, a_set_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.log.record import Record, SetRecord

NOW: Final = datetime(2026, 11, 26, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Thursday."""

WEEKS: Final = 27
MISSED: Final = frozenset({(5, 3), (9, 6), (10, 1), (10, 3), (10, 6), (14, 6), (19, 1), (22, 6)})
"""Weeks and days on which nobody came."""


def half_a_year(athlete: str) -> Iterator[Record]:
    """Yield three sessions a week, up to yesterday."""
    first = (NOW - timedelta(weeks=WEEKS)).replace(hour=18)
    monday = first - timedelta(days=first.weekday())
    for week in range(WEEKS + 1):
        for day, make in ((1, legs), (3, thrusts), (6, slow_thrusts)):
            started = monday + timedelta(weeks=week, days=day, minutes=7 * week % 40)
            if started < NOW and (week, day) not in MISSED and not (day == 6 and week % 2):
                yield make(week, started, athlete)


def thrusts(week: int, started: datetime, athlete: str) -> Record:
    """Heavy hip thrusts, and two exercises behind them."""
    load = 77.5 + 2.5 * (week // 3)
    reps = (8, 8, 8, 8, 8) if week % 3 == 2 else (8, 8, 8, 7, 6)
    sets = (
        *_sets("Barbell hip thrust", reps, load=load, rpe=8, tempo="2-1-X-1"),
        *_sets("Romanian deadlift", (10, 10, 9), load=60 + week, rpe=7),
        *_sets("Cable pull-through", (15, 15), load=20 + week // 2),
    )
    if week % 7 == 4:
        sets = (replace(sets[0], note="left heel lifts"), *sets[1:])
    return a_record(
        *sets, session="Hip thrust: primary strength", started=started, minutes=52, athlete=athlete
    )


def legs(week: int, started: datetime, athlete: str) -> Record:
    """Squats and pull-ups."""
    body = [
        replace(one, actual_load="bodyweight", target_load="bodyweight")
        for one in _sets("Pull-up", (4 + week // 5, 4 + week // 6), load=None)
    ]
    sets = (*_sets("Back squat", (6, 6, 6, 5), load=80 + 1.25 * week, rpe=8), *body)
    return a_record(*sets, session="Lower-body day", started=started, minutes=47, athlete=athlete)


def slow_thrusts(week: int, started: datetime, athlete: str) -> Record:
    """Hip thrusts at a slow tempo."""
    sets = _sets("Barbell hip thrust", (6, 6, 6), load=60 + 2.5 * (week // 4), tempo="4-1-1-3")
    return a_record(*sets, session="Tempo hip thrust", started=started, minutes=27, athlete=athlete)


def _sets(
    exercise: str,
    reps: tuple[int, ...],
    *,
    load: float | None,
    rpe: int | None = None,
    tempo: str | None = None,
) -> list[SetRecord]:
    return [
        replace(
            a_set_record(
                exercise,
                number=number,
                of=len(reps),
                reps=had,
                load_kg=None if load is None else f"{load:g}",
                rpe=None if rpe is None else f"{rpe + number // 4 / 2:g}",
                tempo=tempo,
            ),
            target_reps=str(max(reps)),
            tut=None if tempo is None else _tension(had, tempo),
        )
        for number, had in enumerate(reps, start=1)
    ]


def _tension(reps: int, tempo: str) -> TutRecord:
    eccentric, stretched, concentric, contracted = (
        1 if phase == "X" else int(phase) for phase in tempo.split("-")
    )
    return TutRecord(
        eccentric_ms=reps * eccentric * 1_000,
        pause_stretched_ms=reps * stretched * 1_000,
        concentric_ms=reps * concentric * 1_000,
        pause_contracted_ms=reps * contracted * 1_000,
    )
