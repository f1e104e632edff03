"""What each key does: go, skip, back, more time, corrections, notes, finish, abandon."""

from __future__ import annotations

from decimal import Decimal

import pytest

from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
)
from benchside.runner.done import SessionStatus, SetStatus
from benchside.runner.events import CueDue, CuesChanged, SetFinished
from benchside.runner.machine import Refused, State
from benchside.session.load import parse_load
from tests.builders import a_block, a_runner, a_set, a_started, cues_told

# go


def test_go_starts_the_set_without_waiting_for_the_count_in() -> None:
    runner = a_started(a_set(time="20s", prepare="10s"))

    runner.feed(Go(), 4_000)

    assert runner.state is State.WORKING
    assert cues_told(runner.advance(24_000))[:2] == [(4, "go"), (24, "set-done")]


def test_go_ends_reps_at_will_and_says_so() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8))

    events = runner.feed(Go(), 30_000)

    assert cues_told(events)[-1] == (30, "set-done")
    assert runner.state is State.RESTING
    assert runner.done[0].reps == 8


@pytest.mark.parametrize(("at_s", "reps"), [(5.9, 1), (6, 2), (10.9, 2), (11, 3)])
def test_go_ends_a_tempo_set_with_the_reps_that_were_completed(at_s: float, reps: int) -> None:
    runner = a_started(a_set(8, tempo="2-1-1-1"))

    runner.feed(Go(), int(at_s * 1_000))

    assert runner.done[0].reps == reps
    assert runner.done[0].status is SetStatus.DONE


def test_go_in_a_rest_leads_to_the_count_in_and_once_more_to_the_set() -> None:
    runner = a_started(a_set(time="20s", rest="2m"), a_set(time="20s", prepare="10s"))

    runner.feed(Go(), 30_000)
    assert runner.view().state is State.PREPARING

    runner.feed(Go(), 31_000)
    assert runner.view().state is State.WORKING


def test_go_on_the_first_side_leads_to_the_switch() -> None:
    runner = a_started(a_set(8, sides=("left", "right")))

    runner.advance(20_000)
    events = runner.feed(Go(), 20_000)

    assert runner.done == ()
    assert cues_told(events) == []
    assert cues_told(runner.advance(20_000)) == [(20, "switch")]


def test_go_ends_a_hold_early_with_the_time_that_was_held() -> None:
    runner = a_started(a_set(time="60s"))

    runner.feed(Go(), 42_000)

    assert runner.done[0].sides[0].work_ms == 42_000


def test_go_after_the_last_reps_were_told_ends_the_session() -> None:
    runner = a_started(a_set("max", time="20s"))
    runner.advance(20_000)

    runner.feed(Go(), 25_000)

    assert runner.status is SessionStatus.COMPLETE


def test_a_bouncing_key_counts_once() -> None:
    runner = a_started(a_set(8, prepare="10s"))

    with pytest.raises(Refused):
        runner.feed(Go(), 299)

    runner.feed(Go(), 300)
    assert runner.state is State.WORKING


def test_a_go_that_ends_a_set_does_not_end_the_rest_as_well() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8))
    runner.feed(Go(), 30_000)

    with pytest.raises(Refused):
        runner.feed(Go(), 30_699)

    runner.feed(Go(), 30_700)
    assert runner.state is State.WORKING


def test_a_go_just_after_a_set_ended_by_itself_does_not_end_the_rest() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(8))

    with pytest.raises(Refused):
        runner.feed(Go(), 20_500)


def test_a_go_just_after_a_side_ended_by_itself_does_not_end_the_switch() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right")))

    with pytest.raises(Refused):
        runner.feed(Go(), 20_500)


def test_a_go_just_after_a_set_began_by_itself_does_not_end_it() -> None:
    runner = a_started(a_set(8, prepare="10s"))

    with pytest.raises(Refused):
        runner.feed(Go(), 10_500)


def test_a_go_just_after_an_open_rest_was_over_starts_the_set() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(8))

    runner.feed(Go(), 50_001)

    assert runner.state is State.WORKING


# skip


def test_a_skipped_set_is_recorded_as_skipped_with_what_was_done_of_it() -> None:
    runner = a_started(a_set(8, tempo="1-0-1-0"), a_set(8, prepare="5s"))

    runner.feed(Skip(), 5_000)

    (skipped,) = runner.done
    assert skipped.status is SetStatus.SKIPPED
    assert skipped.reps == 3
    assert runner.state is State.PREPARING


def test_a_set_skipped_before_it_began_has_nothing_done() -> None:
    runner = a_started(a_set(8, prepare="5s"), a_set(8))

    runner.feed(Skip(), 2_000)

    (skipped,) = runner.done
    assert (skipped.status, skipped.sides) == (SetStatus.SKIPPED, ())
    assert (skipped.started_ms, skipped.ended_ms) == (2_000, 2_000)


def test_a_set_skipped_as_it_begins_has_nothing_done() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"), a_set(8))

    runner.feed(Skip(), 5_000)

    assert runner.done[0].sides == ()


def test_skip_leaves_out_the_rest_of_a_skipped_set() -> None:
    runner = a_started(a_set(8, prepare="5s", rest="3m"), a_set(8, prepare="5s"))

    runner.feed(Skip(), 2_000)

    assert runner.state is State.PREPARING
    assert runner.view().set.index == 1


def test_skip_in_a_rest_cuts_the_rest_short_and_skips_no_set() -> None:
    runner = a_started(a_set(time="20s", rest="2m"), a_set(time="20s", prepare="5s"))

    runner.feed(Skip(), 30_000)

    assert runner.state is State.PREPARING
    assert [done.status for done in runner.done] == [SetStatus.DONE]


def test_skipping_the_last_set_ends_the_session() -> None:
    runner = a_started(a_set(time="20s"), a_set("max", time="20s"))

    runner.feed(Skip(), 30_000)

    assert runner.status is SessionStatus.COMPLETE
    assert [done.status for done in runner.done] == [SetStatus.DONE, SetStatus.SKIPPED]


def test_skip_on_the_second_side_skips_the_set_and_keeps_the_first_side() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right")), a_set(8))

    runner.feed(Skip(), 35_000)

    (skipped,) = runner.done
    assert [(side.side, side.work_ms) for side in skipped.sides] == [
        ("left", 20_000),
        ("right", 5_000),
    ]


# back


def test_back_counts_the_set_in_again() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))

    runner.feed(Back(), 10_000)

    assert runner.state is State.PREPARING
    assert cues_told(runner.advance(15_000))[-1] == (15, "go")


def test_back_in_a_set_without_a_count_in_begins_it_again() -> None:
    runner = a_started(a_set(time="20s"))

    runner.feed(Back(), 10_000)
    runner.advance(30_000)

    assert (runner.done[0].started_ms, runner.done[0].ended_ms) == (10_000, 30_000)


def test_back_on_the_second_side_keeps_the_first() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right"), switch="5s"))

    runner.feed(Back(), 30_000)
    runner.advance(55_000)

    (done,) = runner.done
    assert [(side.side, side.work_ms) for side in done.sides] == [
        ("left", 20_000),
        ("right", 20_000),
    ]


def test_back_on_the_first_side_begins_it_again() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right"), switch="5s"))

    runner.feed(Back(), 10_000)
    runner.advance(55_000)

    assert len(runner.done[0].sides) == 2


def test_back_begins_the_rest_again() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(time="20s"))

    runner.feed(Back(), 50_000)
    runner.advance(110_000)

    assert runner.state is State.WORKING
    assert runner.done[0].rest_ms == 90_000


def test_back_begins_an_open_rest_again_that_has_waited() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(8))
    runner.advance(100_000)

    runner.feed(Back(), 100_000)

    assert runner.state is State.RESTING
    assert runner.view().digits == "0:30"


def test_back_returns_to_a_set_that_was_just_skipped() -> None:
    runner = a_started(a_set(8, prepare="5s"), a_set(5, prepare="5s"))
    runner.feed(Skip(), 1_000)

    runner.feed(Back(), 2_000)
    assert runner.view().set.index == 0
    assert [done.status for done in runner.done] == [SetStatus.SKIPPED]

    runner.advance(10_000)
    runner.feed(Go(), 20_000)
    assert [done.status for done in runner.done] == [SetStatus.DONE]


def test_back_returns_over_several_skipped_sets() -> None:
    runner = a_started(*(a_set(8, prepare="5s") for _ in range(3)))
    runner.feed(Skip(), 1_000)
    runner.feed(Skip(), 1_000)

    runner.feed(Back(), 2_000)
    runner.feed(Back(), 2_000)

    assert runner.view().set.index == 0


def test_back_does_not_return_to_a_set_that_was_done() -> None:
    runner = a_started(a_set(time="20s"), a_set(8, prepare="5s"))
    runner.advance(22_000)

    runner.feed(Back(), 22_000)

    assert runner.view().set.index == 1
    assert runner.view().digits == "5"
    assert [done.status for done in runner.done] == [SetStatus.DONE]


def test_back_at_the_very_start_counts_in_again() -> None:
    runner = a_started(a_set(8, prepare="5s"))

    runner.feed(Back(), 3_000)

    assert runner.view().digits == "5"


# more time


def test_a_rest_can_be_made_longer_and_its_cues_move() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s", prepare="10s"))
    runner.advance(40_000)

    runner.feed(AddTime(15_000), 40_000)

    assert cues_told(runner.advance(85_000)) == [(75, "ten-seconds"), (85, "rest-over")]
    assert runner.state is State.PREPARING


def test_a_rest_can_be_made_shorter_but_not_than_nothing() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s", prepare="10s"))

    runner.feed(AddTime(-120_000), 40_000)
    runner.advance(40_000)

    assert runner.state is State.PREPARING
    assert runner.view().digits == "10"


def test_an_open_rest_can_be_made_longer() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(8))

    runner.feed(AddTime(15_000), 30_000)

    assert cues_told(runner.advance(65_000)) == [(55, "ten-seconds"), (65, "rest-over")]
    assert runner.state is State.WAITING


def test_an_open_rest_made_shorter_than_nothing_waits_at_once() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(8))

    runner.feed(AddTime(-60_000), 30_000)
    runner.advance(30_000)

    assert runner.state is State.WAITING
    assert runner.view().digits == "0:00"


def test_a_count_in_can_be_made_longer_and_is_heard_anew() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))
    runner.advance(3_000)

    runner.feed(AddTime(15_000), 3_000)

    assert cues_told(runner.advance(20_000)) == [
        (17, "count-in"),
        (18, "count-in"),
        (19, "count-in"),
        (20, "go"),
    ]


def test_a_cue_that_was_told_is_not_told_again_for_more_time() -> None:
    runner = a_started(a_set(time="20s", rest="10s-60s"), a_set(time="20s", prepare="10s"))
    assert cues_told(runner.advance(30_000))[-1] == (30, "rest-over")

    runner.feed(AddTime(15_000), 30_000)

    assert cues_told(runner.advance(80_000)) == [(75, "ten-seconds")]


# corrections and notes


def test_a_correction_is_told_and_kept() -> None:
    runner = a_started(a_set("max", time="20s", rest="1m"), a_set(8))
    runner.advance(21_000)

    events = runner.feed(Amend(reps=12, load=parse_load("20 kg"), rpe=Decimal("8.5")), 25_000)

    (done,) = runner.done
    assert events == (SetFinished(25_000, done),)
    assert (done.reps, done.load, done.rpe) == (12, parse_load("20 kg"), Decimal("8.5"))


def test_a_correction_leaves_what_it_does_not_name() -> None:
    runner = a_started(a_set(8, load="20 kg", rest="1m"), a_set(8))
    runner.feed(Go(), 20_000)
    runner.feed(Amend(reps=7), 21_000)

    runner.feed(Amend(rpe=Decimal(9)), 22_000)

    (done,) = runner.done
    assert (done.reps, done.load, done.rpe) == (7, parse_load("20 kg"), Decimal(9))


def test_a_correction_of_reps_holds_for_both_sides() -> None:
    runner = a_started(a_set("5-8", sides=("left", "right"), switch="0s", rest="1m"), a_set(8))
    runner.feed(Go(), 20_000)
    runner.advance(21_000)
    runner.feed(Go(), 40_000)

    runner.feed(Amend(reps=6), 41_000)

    assert [side.reps for side in runner.done[0].sides] == [6, 6]


def test_a_correction_in_the_next_set_holds_for_the_last() -> None:
    runner = a_started(a_set(time="20s"), a_set(8))
    runner.advance(25_000)

    runner.feed(Amend(rpe=Decimal(7)), 25_000)

    assert [(done.set_index, done.rpe) for done in runner.done] == [(0, Decimal(7))]


def test_a_skipped_set_is_not_what_a_correction_is_for() -> None:
    runner = a_started(a_set(time="20s"), a_set(8), a_set(8))
    runner.feed(Skip(), 25_000)

    runner.feed(Amend(reps=3), 26_000)

    assert [done.reps for done in runner.done] == [3, None]


def test_a_note_in_a_rest_belongs_to_the_set_before() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(8))

    runner.feed(Note("left knee"), 30_000)

    assert runner.done[0].note == "left knee"


def test_a_note_in_a_set_belongs_to_that_set() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8))

    runner.feed(Note("left knee"), 10_000)
    runner.feed(Go(), 20_000)

    assert runner.done[0].note == "left knee"


def test_a_note_is_not_carried_to_the_next_set() -> None:
    runner = a_started(a_set(8), a_set(8))
    runner.feed(Note("left knee"), 10_000)
    runner.feed(Go(), 20_000)

    runner.feed(Go(), 40_000)

    assert [done.note for done in runner.done] == ["left knee", ""]


def test_a_note_before_anything_was_done_belongs_to_the_set_to_come() -> None:
    runner = a_started(a_set(8, prepare="5s", rest="1m"), a_set(8))

    runner.feed(Note("cold"), 1_000)
    runner.feed(Go(), 2_000)
    runner.feed(Go(), 10_000)

    assert runner.done[0].note == "cold"


# the end


def test_finishing_early_keeps_the_set_that_was_cut_off() -> None:
    runner = a_started(a_set(8, tempo="1-0-1-0"), a_set(8))

    runner.feed(FinishEarly(), 5_000)

    (cut,) = runner.done
    assert (cut.status, cut.reps) == (SetStatus.CUT, 3)
    assert runner.status is SessionStatus.PARTIAL


@pytest.mark.parametrize("at_ms", [2_000, 30_000])
def test_finishing_early_outside_of_a_set_records_no_set(at_ms: int) -> None:
    runner = a_started(a_set(time="20s", prepare="5s", rest="1m"), a_set(8))
    runner.advance(at_ms)
    before = len(runner.done)

    runner.feed(FinishEarly(), at_ms)

    assert len(runner.done) == before
    assert runner.status is SessionStatus.PARTIAL


def test_finishing_early_in_a_pause_keeps_what_was_done_before_it() -> None:
    runner = a_started(a_set(time="60s"), a_set(8))
    runner.feed(Pause(), 20_000)

    runner.feed(FinishEarly(), 3_600_000)

    (cut,) = runner.done
    assert (cut.status, cut.sides[0].work_ms) == (SetStatus.CUT, 20_000)


def test_finishing_early_in_the_switch_keeps_the_first_side() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right")), a_set(8))

    runner.feed(FinishEarly(), 25_000)

    (cut,) = runner.done
    assert [side.side for side in cut.sides] == ["left"]


def test_finishing_while_only_reps_are_left_to_tell_is_not_early() -> None:
    runner = a_started(a_set("max", time="20s"))

    runner.feed(FinishEarly(), 25_000)

    assert runner.status is SessionStatus.COMPLETE


def test_finishing_after_a_time_cap_with_only_reps_left_to_tell_is_not_early() -> None:
    runner = a_started(a_block(a_set(8), time_cap="30s"))

    runner.feed(FinishEarly(), 35_000)

    assert runner.status is SessionStatus.COMPLETE


def test_an_abandoned_session_ends_without_a_sound() -> None:
    runner = a_started(a_set(time="20s"))

    events = runner.feed(Abandon(), 10_000)

    assert runner.status is SessionStatus.ABANDONED
    assert cues_told(events) == [(0, "go")]


def test_a_session_can_be_left_before_it_began() -> None:
    runner = a_runner(a_set(time="20s"))

    runner.feed(Abandon(), 0)

    assert runner.status is SessionStatus.ABANDONED


def test_a_key_that_moves_the_session_says_that_cues_changed_before_it_tells_new_ones() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8))

    events = runner.feed(Go(), 20_000)

    after_go = [type(event) for event in events if event.at_ms == 20_000]
    assert after_go[:2] == [CuesChanged, CueDue]
