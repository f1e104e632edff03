"""Records of sessions that were led."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.log.build import build_record
from benchside.log.record import Record, SessionSource, SideRecord, TutRecord, digest_of
from benchside.log.totals import sum_of
from benchside.runner.commands import Amend, Away, Command, FinishEarly, Go, Note, Skip
from benchside.runner.results import Outcome, SessionStatus, SetStatus
from benchside.session.values.load import parse_load
from benchside.session.values.vocabulary import SetType
from benchside.testing import A_MOMENT, a_block, a_set, an_agenda
from tests.builders import SET_1, SET_2
from tests.log.leading import led

if TYPE_CHECKING:
    from benchside.timeline.agenda import Agenda

SOURCE = SessionSource(name="Legs", file="legs.toml", digest=digest_of("name = 'Legs'"))


def record_of(timeline: Agenda, *keys: tuple[int, Command], until_ms: int = 0) -> Record:
    session = led(timeline, *keys, until_ms=until_ms)
    return build_record(
        timeline,
        session.runner.run.outcome,
        status=session.runner.run.status or SessionStatus.PARTIAL,
        started=A_MOMENT,
        source=SOURCE,
        athlete="Ada",
    )


def test_a_record_tells_which_session_it_was_and_when() -> None:
    record = record_of(an_agenda(a_set(), a_set()), (0, Go()), (12_000, FinishEarly()))

    assert record.session == SOURCE
    assert record.athlete == "Ada"
    assert record.started == A_MOMENT
    assert record.finished == A_MOMENT + timedelta(seconds=12)
    assert record.status is SessionStatus.PARTIAL
    assert record.planned_sets == 2


def test_target_and_actual_stand_side_by_side() -> None:
    timeline = an_agenda(
        a_set(reps="5-8", load="225 lb", rpe=8, number=2, of=3, rest="3m"), a_set(prepare="20s")
    )
    correction = Amend(SET_2, reps=7, load=parse_load("100 kg"), rpe=Decimal("8.5"))

    record = record_of(
        timeline,
        (0, Go()),
        (40_000, Go()),
        (50_000, correction),
        (51_000, Note(SET_2, "left knee")),
        (70_000, Go()),
        (71_000, Go()),
    )

    (one,) = record.sets
    assert (one.exercise, one.number, one.of) == ("Barbell hip thrust", 2, 3)
    assert one.type is SetType.WORKING
    assert one.status is SetStatus.DONE
    assert one.started == A_MOMENT + timedelta(seconds=10)
    assert one.work_ms == 30_000
    assert (one.target_reps, one.actual_reps) == ("5-8", 7)
    assert (one.target_load, one.target_load_kg) == ("225 lb", Decimal("102.05828325"))
    assert (one.actual_load, one.actual_load_kg) == ("100 kg", Decimal(100))
    assert (one.target_rpe, one.actual_rpe) == (Decimal(8), Decimal("8.5"))
    assert (one.planned_rest_ms, one.taken_rest_ms) == (180_000, 31_000)
    assert one.note == "left knee"


def test_time_under_tension_is_told_by_phase() -> None:
    timeline = an_agenda(a_set(tempo="3-1-X-2", reps=2, prepare="0s"))

    record = record_of(timeline, (0, Go()), (60_000, Go()))

    (one,) = record.sets
    assert one.tempo == "3-1-X-2"
    assert one.tut == TutRecord(
        eccentric_ms=6_000,
        pause_stretched_ms=2_000,
        concentric_ms=2_000,
        pause_contracted_ms=4_000,
    )
    assert record.status is SessionStatus.COMPLETE


def test_both_sides_are_one_set() -> None:
    timeline = an_agenda(
        a_set(tempo="1010", reps=4, sides=("left", "right"), switch="5s", prepare="0s")
    )

    record = record_of(timeline, (0, Go()), (13_000 + 5_000, Go()), until_ms=60_000)

    (one,) = record.sets
    left, right = one.sides
    assert left == SideRecord(
        side="left",
        reps=4,
        work_ms=8_000,
        tut=TutRecord(
            eccentric_ms=4_000,
            pause_stretched_ms=0,
            concentric_ms=4_000,
            pause_contracted_ms=0,
        ),
    )
    assert (right.side, right.reps, right.work_ms) == ("right", 3, 5_000)
    assert (one.actual_reps, one.work_ms) == (3, 13_000)


def test_a_hold_has_a_time_and_no_reps() -> None:
    timeline = an_agenda(a_set("Plank", reps=None, time="30s", prepare="0s"))

    record = record_of(timeline, (0, Go()), until_ms=60_000)

    (one,) = record.sets
    assert (one.target_time_ms, one.work_ms) == (30_000, 30_000)
    assert (one.target_reps, one.actual_reps, one.tut) == (None, None, None)


def test_a_skipped_set_was_not_lifted() -> None:
    timeline = an_agenda(a_set(load="100 kg"), a_set(load="100 kg"))

    record = record_of(timeline, (0, Go()), (2_000, Skip()), (3_000, FinishEarly()))

    (one,) = record.sets
    assert one.status is SetStatus.SKIPPED
    assert (one.target_load, one.actual_load, one.actual_load_kg) == ("100 kg", None, None)
    assert one.work_ms == 0


def test_a_round_is_told_where_there_are_rounds() -> None:
    block = a_block(a_set(tempo="1010", reps=1, prepare="0s", rest="5s"), rounds=2, name="Finisher")

    record = record_of(an_agenda(block), (0, Go()), until_ms=60_000)

    assert [(one.block, one.round) for one in record.sets] == [("Finisher", 1), ("Finisher", 2)]
    assert [one.planned_rest_ms for one in record.sets] == [5_000, None]


def test_an_abandoned_session_is_not_recorded() -> None:
    with pytest.raises(ValueError, match="an abandoned session is not logged"):
        build_record(
            an_agenda(),
            Outcome(sets=(), ended_ms=0),
            status=SessionStatus.ABANDONED,
            started=A_MOMENT,
            source=SOURCE,
            athlete="",
        )


def test_the_time_away_is_told_by_itself_and_moves_what_came_after_it() -> None:
    timeline = an_agenda(a_set(prepare="0s", rest="1m"), a_set(prepare="10s"))

    record = record_of(
        timeline,
        (0, Go()),
        (20_000, Go()),
        (30_000, Away(3_600_000)),
        (40_000, Go()),
        (41_000, Go()),
        (60_000, Go()),
        (61_000, Go()),
    )

    one, two = record.sets
    assert record.away_ms == 3_600_000
    assert one.taken_rest_ms == 21_000
    assert two.started == A_MOMENT + timedelta(hours=1, seconds=41)
    assert record.finished == A_MOMENT + timedelta(hours=1, seconds=60)
    assert sum_of(record).duration_ms == 60_000


def test_the_log_says_how_much_help_an_assisted_set_had() -> None:
    timeline = an_agenda(a_set(reps=8, load="bodyweight - 20 kg"))
    less = Amend(SET_1, load=parse_load("bw - 15kg"))

    record = record_of(timeline, (0, Go()), (10_000, Go()), (50_000, Go()), (51_000, FinishEarly()))
    corrected = record_of(
        an_agenda(a_set(reps=8, load="bodyweight - 20 kg"), a_set()),
        *((0, Go()), (10_000, Go()), (50_000, Go()), (51_000, less)),
    )

    (one,) = record.sets
    assert (one.target_load, one.target_load_kg) == ("bodyweight - 20 kg", Decimal(-20))
    assert (corrected.sets[0].actual_load, corrected.sets[0].actual_load_kg) == (
        "bodyweight - 15 kg",
        Decimal(-15),
    )
    assert sum_of(record).volume_kg == 0
