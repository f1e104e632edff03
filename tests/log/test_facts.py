"""The facts of a record: nothing is lost on the way, and nothing stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given

from benchside.log.answers import LoggedExercise
from benchside.log.as_facts import facts_of, facts_of_exercise
from benchside.log.facts import exercise_key, with_exercises
from benchside.log.record import Record, SideRecord
from benchside.log.totals import sum_of
from benchside.session.values.load import Bodyweight, Label, Mass, Unit, Weight, load_kg
from benchside.session.values.reps import RepTarget
from benchside.session.values.vocabulary import SetType
from benchside.testing import A_MOMENT, a_record, a_set_record
from tests.log.strategies import records


def test_a_session_is_dated_in_the_zone_where_it_was_done() -> None:
    started = datetime(2026, 3, 1, 7, 30, tzinfo=timezone(timedelta(hours=9)))

    session = facts_of(a_record(started=started, minutes=45))

    assert session.day == date(2026, 3, 1)
    assert session.duration_ms == 45 * 60_000


def test_a_set_has_its_target_and_what_was_done_as_values() -> None:
    written = a_set_record(reps=8, load_kg="102.5", tempo="2-1-X-1", rpe=8)

    (one,) = facts_of(a_record(written)).sets

    assert one.target_reps == RepTarget(8, 8)
    assert one.load == one.target_load == one.file_load == Weight(Mass(Decimal("102.5"), Unit.KG))
    assert (one.reps, one.rpe, one.tempo) == (8, Decimal(8), "2-1-X-1")
    assert one.is_counted


@pytest.mark.parametrize(
    ("text", "kg", "load"),
    [
        ("2 x 24 kg", 48, Weight(Mass(Decimal(24), Unit.KG), 2)),
        ("bodyweight - 20 kg", -20, Bodyweight(Mass(Decimal(-20), Unit.KG))),
        ("band", None, Label("band")),
        (None, 61, Weight(Mass(Decimal(61), Unit.KG))),
        (None, -20, Bodyweight(Mass(Decimal(-20), Unit.KG))),
        (None, None, None),
        ("12 stone", 76, Weight(Mass(Decimal(76), Unit.KG))),
        ("12 stone", None, Label("12 stone")),
    ],
)
def test_a_load_that_cannot_be_read_is_its_kilograms_or_a_label(
    text: str | None, kg: int | None, load: object
) -> None:
    number = None if kg is None else Decimal(kg)
    written = replace(a_set_record(), actual_load=text, actual_load_kg=number)

    (one,) = facts_of(a_record(written)).sets

    assert one.load == load


def test_a_rep_target_of_a_later_version_is_none() -> None:
    (one,) = facts_of(a_record(replace(a_set_record(), target_reps="2+2+2+"))).sets

    assert one.target_reps is None


def test_both_sides_count_as_reps_and_the_weaker_one_as_the_set() -> None:
    sides = (
        SideRecord(side="left", reps=7, work_ms=1),
        SideRecord(side="right", reps=8, work_ms=1),
    )

    (one,) = facts_of(a_record(replace(a_set_record(reps=7), sides=sides))).sets

    assert (one.reps, one.all_reps) == (7, 15)


@pytest.mark.parametrize("kind", [SetType.WARM_UP])
def test_a_warm_up_is_no_work(kind: SetType) -> None:
    (one,) = facts_of(a_record(replace(a_set_record(), type=kind))).sets

    assert not one.is_work


def test_an_exercise_is_told_apart_by_its_words_alone() -> None:
    assert exercise_key("  Back  Squat ") == exercise_key("back squat")
    assert exercise_key("Back squat") != exercise_key("Front squat")


@given(records)
def test_any_record_has_facts_that_add_up_as_the_log_does(record: Record) -> None:
    session = facts_of(record)
    total = sum_of(record)

    assert len(session.sets) == len(record.sets)
    assert (session.duration_ms or 0) == total.duration_ms
    assert sum(one.tension_ms for one in session.sets if one.is_lifted) == total.tut_ms


def test_the_volume_of_the_facts_is_that_of_the_log() -> None:
    record = a_record(
        a_set_record(reps=8, load_kg=100),
        a_set_record(reps=5, load_kg="102.5"),
        a_set_record(reps=5, load_kg=60, ramp=True),
        started=A_MOMENT,
    )

    moved = sum(one.volume_kg for one in facts_of(record).sets if one.is_counted)

    assert moved == sum_of(record).volume_kg == 8 * 100 + 5 * Decimal("102.5")
    assert load_kg(facts_of(record).sets[0].load) == 100


def test_an_exercise_of_the_index_has_the_same_facts_as_its_session() -> None:
    record = a_record(a_set_record("Squat", reps=8, rpe=8), a_set_record("Row"), athlete="Ada")
    session = facts_of(record)
    logged = LoggedExercise(
        id=record.id,
        exercise="Squat",
        session=record.session.name,
        file=record.session.file,
        started=record.started,
        sets=record.sets[:1],
        note="",
    )

    assert facts_of_exercise(logged, athlete="Ada") == session.sets[:1]


def test_a_session_of_one_exercise_plans_its_sets_alone() -> None:
    squats = [a_set_record("Squat", number=number, of=3) for number in (1, 2)]
    record = a_record(a_set_record("Squat", ramp=True), *squats, a_set_record("Row"))

    alone = with_exercises(facts_of(record), {"squat"})

    assert ([one.number for one in alone.sets], alone.planned_sets) == ([1, 1, 2], 4)
