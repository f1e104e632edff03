"""A session as it should have been logged."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from benchside.log.corrections import CorrectionError, SetCorrection, correct_set
from benchside.log.record import Record, SideRecord
from benchside.runner.results import SetStatus
from benchside.session.values.load import parse_load
from benchside.testing import a_record, a_set_record

SIDES = (SideRecord(side="left", reps=7), SideRecord(side="right", reps=8))


def a_session() -> Record:
    return a_record(
        a_set_record(reps=5),
        replace(a_set_record(reps=7), sides=SIDES),
        a_set_record(reps=8, status=SetStatus.ASSUMED),
        replace(a_set_record(reps=None, load_kg=None), target_time_ms=30_000),
    )


def test_reps_load_rpe_and_note_of_a_set_are_corrected_and_the_others_stay() -> None:
    correction = SetCorrection(
        reps=6, load=parse_load("225 lb"), rpe=Decimal("8.5"), note="left heel lifts"
    )

    corrected = correct_set(a_session(), 1, correction)

    one = corrected.sets[0]
    assert (one.actual_reps, one.actual_load, one.note) == (6, "225 lb", "left heel lifts")
    assert (one.actual_load_kg, one.actual_rpe) == (Decimal("102.05828325"), Decimal("8.5"))
    assert one.target_load == "100 kg"
    assert corrected.sets[1:] == a_session().sets[1:]


def test_a_load_that_is_no_number_has_no_kilograms() -> None:
    one = correct_set(a_session(), 1, SetCorrection(load=parse_load("band"))).sets[0]

    assert (one.actual_load, one.actual_load_kg) == ("band", None)


@pytest.mark.parametrize(
    ("side", "sides", "weaker"), [("left", (9, 8), 8), ("right", (7, 9), 7), (None, (9, 9), 9)]
)
def test_reps_are_those_of_a_side_or_of_every_side(
    side: str | None, sides: tuple[int, int], weaker: int
) -> None:
    one = correct_set(a_session(), 2, SetCorrection(reps=9, side=side)).sets[1]

    assert tuple(each.reps for each in one.sides) == sides
    assert one.actual_reps == weaker


@pytest.mark.parametrize(
    "correction",
    [
        SetCorrection(reps=8),
        SetCorrection(load=parse_load("90 kg")),
        SetCorrection(rpe=Decimal(9)),
    ],
)
def test_who_corrects_a_set_has_answered_for_it(correction: SetCorrection) -> None:
    assert correct_set(a_session(), 3, correction).sets[2].status is SetStatus.DONE


def test_a_note_is_no_answer_for_the_reps() -> None:
    assert correct_set(a_session(), 3, SetCorrection(note="hm")).sets[2].status is SetStatus.ASSUMED


@pytest.mark.parametrize(
    ("work_ms", "status"), [(20_000, SetStatus.CUT), (0, SetStatus.DONE), (None, SetStatus.DONE)]
)
def test_a_skipped_set_whose_reps_are_told_was_cut_off_if_it_had_begun(
    work_ms: int | None, status: SetStatus
) -> None:
    skipped = replace(
        a_set_record(reps=None, status=SetStatus.SKIPPED),
        work_ms=work_ms,
        target_reps="5",
        actual_load=None,
        actual_load_kg=None,
    )

    one = correct_set(a_record(skipped), 1, SetCorrection(reps=3)).sets[0]

    assert (one.status, one.actual_reps, one.actual_load) == (status, 3, "100 kg")
    assert correct_set(a_record(skipped), 1, SetCorrection(rpe=Decimal(9))).sets[0].status is (
        SetStatus.SKIPPED
    )


@pytest.mark.parametrize(
    ("number", "correction", "message"),
    [
        (0, SetCorrection(reps=5), "no set 0; it has 4"),
        (5, SetCorrection(reps=5), "no set 5; it has 4"),
        (1, SetCorrection(reps=5, side="left"), 'no side "left"; it has no sides'),
        (2, SetCorrection(reps=5, side="up"), 'no side "up"; it has "left" and "right"'),
        (2, SetCorrection(side="left"), "say the reps of the side"),
        (4, SetCorrection(reps=5), "counts no reps"),
    ],
)
def test_what_is_not_there_cannot_be_corrected(
    number: int, correction: SetCorrection, message: str
) -> None:
    with pytest.raises(CorrectionError, match=message):
        correct_set(a_session(), number, correction)
