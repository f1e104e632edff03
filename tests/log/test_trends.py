"""How exercises go: what each session is measured by, and the best of each week."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.log.trends import Measure, trends_of, value_words, weekly_bests
from benchside.testing import A_MOMENT, a_history, a_record, a_set_record
from tests.log.facts import day

if TYPE_CHECKING:
    from benchside.log.record import Record, SetRecord
    from benchside.log.trends import ExerciseTrend


def trend_of(*records: Record, tempo: str | None = None) -> ExerciseTrend:
    """Return the trend of the only exercise of these sessions."""
    [trend] = trends_of(a_history(*records).series(), tempo=tempo)
    return trend


def on(number: int, *sets: SetRecord) -> Record:
    """A session on the day that many days after the first."""
    return a_record(*sets, started=day(number))


def on_body(reps: int, load: str, kg: str | None) -> SetRecord:
    """A set on the body."""
    return replace(
        a_set_record("Pull-up", reps=reps, load_kg=None),
        actual_load=load,
        actual_load_kg=None if kg is None else Decimal(kg),
    )


def held(seconds: int) -> SetRecord:
    """A hold."""
    return replace(
        a_set_record("Plank", reps=None, load_kg=None),
        target_time_ms=20_000,
        actual_time_ms=seconds * 1_000,
        work_ms=seconds * 1_000,
    )


def carried(metres: str) -> SetRecord:
    """A carry."""
    return replace(
        a_set_record("Carry", reps=None),
        target_distance=f"{metres} m",
        actual_distance=f"{metres} m",
        actual_distance_m=Decimal(metres),
        work_ms=None,
    )


def test_weights_are_told_in_the_best_e1rm_of_a_session() -> None:
    trend = trend_of(on(0, a_set_record(reps=8, load_kg=100), a_set_record(reps=1, load_kg=110)))

    assert trend.measure is Measure.E1RM
    assert value_words(trend, trend.points[0].value) == "126.67 kg"


@pytest.mark.parametrize(
    ("sets", "measure", "told"),
    [
        ([a_set_record(reps=15, load_kg=40)], Measure.LOAD, "40 kg"),
        ([on_body(5, "bodyweight + 20 kg", "20")], Measure.LOAD, "+20 kg"),
        ([on_body(5, "bodyweight - 20 kg", "-20")], Measure.LOAD, "-20 kg"),
        ([on_body(9, "bodyweight", "0")], Measure.REPS, "9 reps"),
        ([replace(a_set_record(reps=1, load_kg=None), actual_load="band")], Measure.REPS, "1 rep"),
        ([held(90)], Measure.HOLD, "1m30s"),
        ([carried("40"), carried("40")], Measure.DISTANCE, "80 m"),
    ],
)
def test_what_has_no_e1rm_is_told_in_load_reps_time_or_distance(
    sets: list[SetRecord], measure: Measure, told: str
) -> None:
    trend = trend_of(on(0, *sets))

    assert trend.best is not None
    assert (trend.measure, value_words(trend, trend.best.value)) == (measure, told)


def test_pounds_stay_pounds() -> None:
    one = replace(a_set_record(reps=1), actual_load="225 lb", actual_load_kg=Decimal("102.058"))
    trend = trend_of(on(0, one))

    assert value_words(trend, trend.points[0].value) == "225.00 lb"


def test_a_session_without_weight_among_weighted_ones_counts_as_nothing_added() -> None:
    weighted = on_body(5, "bodyweight + 10 kg", "10")
    trend = trend_of(on(0, on_body(8, "bodyweight", "0")), on(3, weighted), on(6, weighted))

    assert [point.value for point in trend.points] == [0, 10, 10]


def test_the_tempo_of_most_sessions_is_told_and_another_where_it_is_asked_for() -> None:
    slow, fast = a_set_record(tempo="4-0-1-0", load_kg=80), a_set_record(tempo="2-1-X-1")
    records = on(0, fast), on(3, slow), on(6, fast)

    trend, other = trend_of(*records), trend_of(*records, tempo="4-0-1-0")

    assert (trend.tempo, len(trend.points), trend.sessions) == ("2-1-X-1", 2, 3)
    assert trend.tempos == ("2-1-X-1", "4-0-1-0")
    assert [point.started for point in other.points] == [day(3)]


def test_an_exercise_that_was_never_done_at_a_tempo_has_no_trend_at_it() -> None:
    series = a_history(on(0, a_set_record())).series()

    assert trends_of(series, tempo="9-9-9-9") == ()


def test_exercises_come_with_the_latest_first_under_the_name_written_last() -> None:
    records = (
        on(0, a_set_record("back  squat"), a_set_record("Lunge")),
        on(3, a_set_record("Back squat")),
    )

    trends = trends_of(a_history(*records).series())

    assert [(one.exercise, one.sessions) for one in trends] == [("Back squat", 2), ("Lunge", 1)]


def test_the_first_of_equal_sessions_is_the_best() -> None:
    trend = trend_of(on(0, a_set_record()), on(3, a_set_record()))

    assert trend.best is not None
    assert trend.best.started == day(0)


def test_a_week_has_its_best_and_one_without_the_exercise_has_none() -> None:
    trend = trend_of(
        on(0, a_set_record(reps=1, load_kg=100)),
        on(3, a_set_record(reps=1, load_kg=90)),
        on(14, a_set_record(reps=1, load_kg=105)),
    )

    bests = weekly_bests(trend, last=(A_MOMENT + timedelta(days=16)).date(), weeks=4)

    assert bests == (None, Decimal(100), None, Decimal(105))


def test_sets_that_nobody_answered_for_make_no_trend() -> None:
    from benchside.runner.results import SetStatus

    series = a_history(on(0, a_set_record(status=SetStatus.ASSUMED))).series()

    assert trends_of(series) == ()
