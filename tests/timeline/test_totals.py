"""What a timeline adds up to, and when each of its steps begins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.session.values.vocabulary import SetType
from benchside.timeline.schedule import schedule_of
from benchside.timeline.totals import Totals, totals_of
from tests.builders import a_block, a_set, an_agenda

if TYPE_CHECKING:
    from benchside.timeline.agenda import Agenda


def totals(agenda: Agenda) -> Totals:
    return totals_of(schedule_of(agenda))


def test_every_step_begins_where_the_one_before_ends() -> None:
    agenda = an_agenda(a_set(time="20s", prepare="5s", rest="1m"), a_set(5, prepare="10s"))

    placed = [
        (one.start_ms // 1_000, one.duration_ms // 1_000) for one in schedule_of(agenda).steps
    ]

    assert placed == [(0, 5), (5, 20), (25, 50), (75, 10), (85, 20)]
    assert schedule_of(agenda).end_ms == 105_000


def test_warm_up_sets_count_as_sets_and_time_but_not_as_work() -> None:
    added_up = totals(
        an_agenda(
            a_set(5, tempo="2-0-1-0", load="50 kg", set_type=SetType.WARM_UP),
            a_set(8, tempo="2-0-1-0", load="100 kg"),
        )
    )

    assert (added_up.sets, added_up.working_sets, added_up.reps) == (2, 1, 8)
    assert added_up.tut_ms == 24_000
    assert added_up.volume_kg == Decimal(800)
    assert added_up.duration_ms == 39_000


def test_both_sides_are_one_set_and_count_twice_as_work() -> None:
    added_up = totals(
        an_agenda(a_set(8, tempo="2-0-1-0", load="2 x 10 kg", sides=("left", "right")))
    )

    assert (added_up.sets, added_up.reps, added_up.tut_ms) == (1, 16, 48_000)
    assert added_up.volume_kg == Decimal(320)


def test_reps_at_will_have_no_time_under_tension_and_a_band_no_volume() -> None:
    added_up = totals(an_agenda(a_set(8, load="red band"), a_set(8)))

    assert (added_up.tut_ms, added_up.volume_kg) == (0, Decimal(0))


def test_what_is_added_to_the_body_is_volume_and_what_is_taken_off_it_is_none() -> None:
    added = totals(an_agenda(a_set(8, load="bodyweight + 10 kg")))
    assisted = totals(an_agenda(a_set(8, load="bodyweight - 20 kg"), a_set(8, load="10 kg")))

    assert added.volume_kg == Decimal(80)
    assert assisted.volume_kg == Decimal(80)


def test_a_hold_is_time_under_tension() -> None:
    assert totals(an_agenda(a_set(time="30s"))).tut_ms == 30_000


def test_a_time_cap_cuts_the_session_where_it_is_reached() -> None:
    agenda = an_agenda(a_block(a_set(time="20s"), time_cap="50s"), a_set(time="10s"))

    placed = [
        (one.start_ms // 1_000, one.duration_ms // 1_000) for one in schedule_of(agenda).steps
    ]

    assert placed == [(0, 20), (20, 20), (40, 10), (50, 10)]


def test_a_time_cap_is_counted_from_the_first_rep_and_not_from_the_count_in() -> None:
    agenda = an_agenda(a_block(a_set(time="20s", prepare="10s"), time_cap="50s"))

    assert schedule_of(agenda).end_ms == 60_000


def test_the_sets_that_a_time_cap_leaves_no_room_for_are_not_counted() -> None:
    added_up = totals(an_agenda(a_block(a_set(time="20s"), time_cap="40s")))

    assert (added_up.sets, added_up.duration_ms) == (2, 40_000)


def test_rounds_on_the_clock_begin_on_the_clock() -> None:
    agenda = an_agenda(a_block(a_set(time="20s", prepare="5s"), rounds=3, every="60s"))

    starts = [one.start_ms // 1_000 for one in schedule_of(agenda).steps]

    assert starts == [0, 5, 25, 60, 65, 85, 120, 125]


def test_a_round_that_takes_too_long_lets_the_next_begin_at_once() -> None:
    agenda = an_agenda(a_block(a_set(time="70s", prepare="5s"), rounds=2, every="60s"))

    starts = [one.start_ms // 1_000 for one in schedule_of(agenda).steps]

    assert starts == [0, 5, 75, 75, 75]
