"""How the main exercise of a session goes."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.log.top_set import TopSet, main_set, top_set_of
from benchside.session.values.vocabulary import SetType
from benchside.testing import a_block, a_history, a_plan, a_record, a_set, a_set_record
from tests.log.facts import day

if TYPE_CHECKING:
    from benchside.log.record import Record

THRUSTS = a_plan(a_set(load="100 kg"), a_set(number=2, of=2, load="100 kg"))


def on(number: int, load_kg: int, *, tempo: str | None = None) -> Record:
    """Thrusts on the day that many days after the first."""
    return a_record(a_set_record(load_kg=load_kg, tempo=tempo), started=day(number))


def top(*records: Record, on_day: int = 80) -> TopSet | None:
    return top_set_of(THRUSTS, a_history(*records), today=day(on_day).date())


def test_the_main_exercise_is_the_one_with_the_most_loaded_sets() -> None:
    plan = a_plan(
        a_block(*[a_set("Clamshell", number=one, of=4, load="band") for one in range(1, 5)]),
        a_set("Curl", load="10 kg"),
        *[a_set("Row", number=one, of=3, load="60 kg") for one in range(1, 4)],
    )
    main = main_set(plan)

    assert main is not None
    assert main.exercise == "Row"


def test_a_weight_on_the_body_is_a_load_and_the_body_alone_is_none() -> None:
    hanging = main_set(
        a_plan(a_set("Dip", load="bodyweight"), a_set("Chin", load="bodyweight+5kg"))
    )

    assert hanging is not None
    assert hanging.exercise == "Chin"


def test_warm_ups_and_ramp_sets_are_no_main_work() -> None:
    warm_up = a_set("Bridge", load="20 kg", set_type=SetType.WARM_UP)
    ramp = a_set("Squat", load="40 kg", is_ramp=True)

    assert main_set(a_plan(warm_up, ramp)) is None
    assert top_set_of(a_plan(warm_up), a_history(on(0, 50), on(1, 60)), today=day(2).date()) is None


def test_the_line_has_the_sessions_of_twelve_weeks() -> None:
    found = top(on(-30, 80), on(0, 90), on(40, 95), on(79, 97))

    assert found is not None
    assert [point.started for point in found.trend.points] == [day(0), day(40), day(79)]


def test_one_session_in_twelve_weeks_is_no_line() -> None:
    assert top(on(-30, 80), on(40, 90)) is None
    assert top() is None


def test_a_record_is_more_than_there_ever_was() -> None:
    more = top(on(-300, 100), on(0, 90), on(40, 101))
    less = top(on(-300, 110), on(0, 90), on(40, 101))
    same = top(on(0, 90), on(40, 90))

    assert [one is not None and one.is_record for one in (more, less, same)] == [True, False, False]


def test_sets_at_another_tempo_stand_in_only_where_there_are_none_at_that_of_the_session() -> None:
    at_will = top(on(0, 90), on(10, 95), on(20, 60, tempo="3-1-3-1"), on(30, 60, tempo="3-1-3-1"))
    slow = top(on(20, 60, tempo="3-1-3-1"), on(30, 60, tempo="3-1-3-1"))

    assert at_will is not None
    assert at_will.trend.tempo == ""
    assert slow is not None
    assert slow.trend.tempo == "3-1-3-1"


def test_what_is_told_in_reps_is_no_top_set() -> None:
    records = [
        a_record(a_set_record(load_kg=None, reps=reps), started=day(reps)) for reps in (10, 12)
    ]

    assert top(*records, on_day=20) is None


def test_the_last_day_of_the_twelve_weeks_counts() -> None:
    edge = (day(80) - timedelta(weeks=12)).date()
    found = top(a_record(started=day(80) - timedelta(weeks=12)), on(79, 90))

    assert found is not None
    assert found.trend.points[0].started.date() == edge
    assert found.trend.points[0].value > Decimal(100)
