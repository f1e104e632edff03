"""What a record is: every row of the table of worked examples, and the rules behind them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from benchside.log.answers import ExerciseTotals, RepsAtLoad
from benchside.log.as_facts import facts_of
from benchside.log.record import ImportSource
from benchside.log.records import RecordKind, best_of_each, find_records, records_of, records_since
from benchside.log.words import record_words
from benchside.runner.results import SetStatus
from benchside.session.values.load import format_load, load_kg
from benchside.session.values.vocabulary import SetType
from benchside.testing import a_record, a_set_record
from tests.log.facts import a_fact, day

if TYPE_CHECKING:
    from benchside.log.facts import SetFact

SUMS = (RecordKind.VOLUME, RecordKind.TENSION)


def said(*sets: SetFact, sums: bool = False) -> list[str]:
    """The records of the last session, volume and time under tension left out unless asked for."""
    session = max(sets, key=lambda one: one.date).session
    return [record_words(one) for one in records_of(sets, session) if sums or one.kind not in SUMS]


def before(*sets: tuple[int, str]) -> list[SetFact]:
    """Sets of a first session, each of reps at a load."""
    return [a_fact(reps, load) for reps, load in sets]


@pytest.mark.parametrize(
    ("earlier", "now", "expected"),
    [
        ([(8, "100 kg")], (8, "100 kg"), []),
        (
            [(8, "100 kg")],
            (9, "100 kg"),
            ["9 reps at 100 kg, before 8", "e1RM 130.00 kg, before 126.67"],
        ),
        ([(8, "100 kg")], (5, "105 kg"), ["top load 105 kg, before 100"]),
        (
            [(8, "100 kg"), (5, "105 kg")],
            (6, "102.5 kg"),
            ["6 reps at 102.5 kg, before 5 × 105"],
        ),
        ([(8, "100 kg")], (12, "90 kg"), ["12 reps at 90 kg, before 8 × 100"]),
        ([(8, "100 kg")], (30, "50 kg"), []),
        ([(3, "120 kg"), (1, "125 kg")], (1, "131 kg"), ["top load 131 kg, before 125"]),
        (
            [(8, "2 x 24 kg")],
            (8, "2 x 26 kg"),
            ["top load 2 x 26 kg (52), before 48", "e1RM 65.87 kg, before 60.80"],
        ),
        (
            [(8, "bodyweight")],
            (6, "bodyweight + 2.5 kg"),
            ["top load +2.5 kg, before bodyweight"],
        ),
        (
            [(8, "bodyweight - 30 kg")],
            (8, "bodyweight - 20 kg"),
            ["less help: 20 kg, before 30"],
        ),
    ],
)
def test_a_record_is_what_the_table_of_examples_says(
    earlier: list[tuple[int, str]], now: tuple[int, str], expected: list[str]
) -> None:
    reps, load = now

    assert said(*before(*earlier), a_fact(reps, load, on=1)) == expected


def test_a_ramp_set_is_no_record() -> None:
    ramp = a_fact(1, "140 kg", on=1, is_ramp=True, set_type=SetType.WARM_UP)

    assert said(a_fact(3, "120 kg"), ramp) == []


def test_another_tempo_is_a_baseline_of_its_own() -> None:
    fast, slow = a_fact(8, tempo="2-1-X-1"), a_fact(8, "105 kg", on=1, tempo="4-0-1-0")

    assert said(fast, slow) == []
    assert said(fast, slow, a_fact(8, "107.5 kg", on=2, tempo="4-0-1-0")) == [
        "top load 107.5 kg, before 105",
        "e1RM 136.17 kg, before 133.00",
    ]


def test_on_the_body_there_is_an_e1rm_only_where_its_weight_is_known() -> None:
    light = a_fact(8, "bodyweight", body_kg=80)
    six = a_fact(6, "bodyweight + 2.5 kg", on=1, body_kg=80)
    eight = replace(six, reps=8)

    assert said(light, six) == ["top load +2.5 kg, before bodyweight"]
    assert said(light, eight) == [
        "top load +2.5 kg, before bodyweight",
        "e1RM 104.50 kg, before 101.33",
    ]


def test_the_weaker_side_counts() -> None:
    first, second = a_fact(sides=(8, 7), load="40 kg"), a_fact(sides=(8, 8), load="40 kg", on=1)

    assert said(first, second) == ["8 reps at 40 kg, before 7", "e1RM 50.67 kg, before 49.33"]


def test_volume_and_time_under_tension_of_a_session_are_records_too() -> None:
    first = [a_fact(8, tension_ms=40_000), a_fact(8, tension_ms=40_000)]
    second = [a_fact(7, on=1, tension_ms=41_000) for _ in range(3)]

    assert said(*first, *second, sums=True) == [
        "volume 2,100 kg, before 1,600",
        "time under tension 2:03, before 1:20",
    ]
    assert said(*first, *second[:2], sums=True) == ["time under tension 1:22, before 1:20"]


def test_volume_counts_both_sides_and_every_piece() -> None:
    pair, sides = a_fact(8, "2 x 24 kg"), a_fact(sides=(8, 7), load="40 kg")

    assert pair.volume_kg == 8 * 48
    assert sides.volume_kg == 15 * 40


@pytest.mark.parametrize(
    ("load", "body_kg", "volume"),
    [
        ("bodyweight", None, 0),
        ("bodyweight", 80, 640),
        ("bodyweight + 10 kg", None, 80),
        ("bodyweight + 10 kg", 80, 720),
        ("bodyweight - 20 kg", None, 0),
        ("bodyweight - 20 kg", 80, 480),
        ("bodyweight - 90 kg", 80, 0),
        ("band", 80, 0),
        (None, 80, 0),
    ],
)
def test_the_body_is_volume_only_where_its_weight_is_known(
    load: str | None, body_kg: int | None, volume: int
) -> None:
    assert a_fact(8, load, body_kg=body_kg).volume_kg == volume


@pytest.mark.parametrize("status", [SetStatus.ASSUMED, SetStatus.CUT, SetStatus.SKIPPED])
def test_a_set_that_the_athlete_has_not_answered_for_is_no_record(status: SetStatus) -> None:
    assert said(a_fact(8), a_fact(12, "110 kg", on=1, status=status, tension_ms=90_000)) == []


@pytest.mark.parametrize("status", [SetStatus.ASSUMED, SetStatus.CUT, SetStatus.SKIPPED])
def test_nor_does_it_stand_in_the_way_of_one(status: SetStatus) -> None:
    guessed = a_fact(12, "110 kg", on=1, status=status)

    assert said(a_fact(8), guessed, a_fact(5, "105 kg", on=2)) == ["top load 105 kg, before 100"]


def test_a_first_session_breaks_nothing_however_its_sets_rise() -> None:
    assert find_records([a_fact(5, "100 kg"), a_fact(5, "110 kg"), a_fact(6, "120 kg")]) == ()


def test_a_heavier_set_of_the_same_session_is_the_next_record() -> None:
    rising = [a_fact(5, "105 kg", on=1), a_fact(5, "110 kg", on=1)]

    assert [one for one in said(a_fact(5), *rising) if one.startswith("top")] == [
        "top load 105 kg, before 100",
        "top load 110 kg, before 105",
    ]
    assert [
        record_words(one)
        for one in best_of_each(find_records([a_fact(5), *rising]))
        if one.kind is RecordKind.LOAD
    ] == ["top load 110 kg, before 105"]


def test_an_equal_e1rm_from_other_reps_is_no_record() -> None:
    assert said(a_fact(10, "70 kg"), a_fact(5, "80 kg", on=1)) == ["top load 80 kg, before 70"]


def test_a_lift_that_failed_is_no_top_load() -> None:
    assert said(a_fact(5), a_fact(0, "140 kg", on=1)) == []
    assert said(a_fact(5), a_fact(None, "140 kg", on=1)) == []


def test_a_loaded_hold_has_a_top_load_and_no_e1rm() -> None:
    hold = a_fact(None, "20 kg", time_ms=45_000)

    assert said(hold, replace(a_fact(None, "25 kg", time_ms=45_000, on=1), tempo="")) == [
        "top load 25 kg, before 20"
    ]


def test_reps_with_a_band_or_without_a_load_are_records_at_the_same_one() -> None:
    assert said(a_fact(12, "band"), a_fact(15, "band", on=1)) == ["15 reps at band, before 12"]
    assert said(a_fact(12, "band"), a_fact(15, "red band", on=1)) == []
    assert said(a_fact(12, None), a_fact(15, None, on=1)) == ["15 reps, before 12"]


def test_pounds_are_said_in_pounds_and_compared_with_kilograms_exactly() -> None:
    assert said(a_fact(5, "225 lb"), a_fact(6, "225 lb", on=1)) == [
        "6 reps at 225 lb, before 5",
        "e1RM 270.00 lb, before 262.50",
    ]
    assert said(a_fact(5, "100 kg"), a_fact(5, "225 lb", on=1)) == [
        "top load 225 lb, before 220.46",
        "e1RM 262.50 lb, before 257.21",
    ]


def test_less_help_until_there_is_none_and_then_more_load() -> None:
    helped, alone = a_fact(8, "bodyweight - 5 kg"), a_fact(8, "bodyweight", on=1)

    assert said(helped, alone) == ["less help: none, before 5"]
    assert said(helped, a_fact(8, "bodyweight + 5 kg", on=1)) == ["top load +5 kg, before -5"]


def test_each_athlete_has_records_of_their_own() -> None:
    assert said(a_fact(5, athlete="Ada"), a_fact(5, "120 kg", on=1, athlete="Ben")) == []


def test_case_and_outer_blanks_of_a_name_do_not_matter() -> None:
    renamed = a_fact(5, "105 kg", on=1, exercise=" barbell  HIP thrust ")

    assert said(a_fact(5), renamed) == [
        "top load 105 kg, before 100",
        "e1RM 122.50 kg, before 116.67",
    ]


def test_a_deleted_session_gives_its_records_back() -> None:
    first, second, third = a_fact(5), a_fact(5, "110 kg", on=1), a_fact(5, "105 kg", on=2)

    assert said(first, second, third) == []
    assert said(first, third)[0] == "top load 105 kg, before 100"


def test_the_order_in_which_sessions_are_read_does_not_matter() -> None:
    sessions = [a_fact(5), a_fact(8, "105 kg", on=1), a_fact(3, "110 kg", on=2)]

    assert len({find_records(order) for order in permutations(sessions)}) == 1


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(1, 12), st.sampled_from([40, 60, 80, 100, 102])),
        max_size=12,
    )
)
def test_a_record_is_strictly_better_than_what_it_breaks_and_was_broken_later(
    sets: list[tuple[int, int, int]],
) -> None:
    facts = [a_fact(reps, f"{kg} kg", on=on) for on, reps, kg in sorted(sets)]
    first = min((one.date for one in facts), default=None)

    for record in find_records(facts):
        assert record.value > record.before >= 0
        assert record.by.date > first if first else False
        assert record.former.date <= record.by.date


def test_a_load_of_less_than_sixty_percent_is_noise_and_of_sixty_is_not() -> None:
    assert said(a_fact(8, "100 kg"), a_fact(30, "59 kg", on=1)) == []
    assert said(a_fact(8, "100 kg"), a_fact(30, "60 kg", on=1)) == [
        "30 reps at 60 kg, before 8 × 100"
    ]


def totals_of(*sets: SetFact) -> ExerciseTotals:
    """What the index says of an exercise in one session."""
    counted = [one for one in sets if one.is_counted]
    return ExerciseTotals(
        id=sets[0].session,
        exercise=sets[0].exercise,
        tempo=sets[0].tempo or None,
        started=sets[0].date,
        sets=len(counted),
        reps=sum(one.all_reps for one in counted),
        volume_kg=sum((one.volume_kg for one in counted), Decimal(0)),
        tut_ms=sum(one.tension_ms for one in counted),
        longest_ms=max((one.held_ms for one in counted if one.held_ms), default=None),
        distance_m=None,
        bests=tuple(
            RepsAtLoad(
                load_kg=load_kg(one.load),
                reps=one.reps,
                load=format_load(one.load) if one.load else "",
            )
            for one in counted
            if one.reps is not None
        ),
    )


loads = st.sampled_from(
    ["60 kg", "100 kg", "102.5 kg", "225 lb", "band", "bodyweight", "2 x 24 kg"]
)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 12), loads), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_records_against_the_index_are_those_against_all_sessions(
    sessions: list[list[tuple[int, str]]],
) -> None:
    facts = [
        [a_fact(reps, load, on=on, tension_ms=reps * 1_000) for reps, load in sets]
        for on, sets in enumerate(sessions)
    ]
    *earlier, last = facts

    fast = records_since([totals_of(*sets) for sets in earlier], last)

    slow = records_of([one for sets in facts for one in sets], last[0].session)
    assert [record_words(one) for one in fast] == [record_words(one) for one in slow]


def test_a_weight_of_the_body_that_the_index_does_not_know_is_left_out_of_both() -> None:
    before = totals_of(a_fact(8, "bodyweight"))

    assert records_since([before], [a_fact(8, "bodyweight", on=1, body_kg=80)]) == ()


def test_records_of_holds_against_the_index_are_those_of_time() -> None:
    hold = a_fact(None, None, time_ms=45_000, tension_ms=45_000)
    longer = a_fact(None, None, time_ms=50_000, tension_ms=50_000, on=1)

    assert [record_words(one) for one in records_since([totals_of(hold)], [longer])] == [
        "time under tension 0:50, before 0:45"
    ]


def test_sets_of_an_imported_session_count() -> None:
    elsewhere = replace(
        a_record(a_set_record(reps=8, load_kg=100)), imported=ImportSource(program="Hevy")
    )
    here = a_record(a_set_record(reps=5, load_kg=105), started=day(7))
    facts = [one for record in (elsewhere, here) for one in facts_of(record).sets]

    assert said(*facts) == ["top load 105 kg, before 100"]
