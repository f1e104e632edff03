"""What each key does: go, skip, back, more time, corrections, notes, finish, abandon."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    Close,
    FinishEarly,
    Go,
    Note,
    Pause,
    Proceed,
    Skip,
)
from benchside.runner.events import CueReached, CuesChanged, SetFinished
from benchside.runner.machine import Refused, State, TooSoon
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.load import parse_load
from benchside.view.viewer import Viewer
from tests.builders import SET_1, SET_2, SET_8, a_runner, a_set, a_started, cues_told

if TYPE_CHECKING:
    from benchside.runner.runner import Runner
    from benchside.session.plan.plan import PlannedSet
    from benchside.view.view import LastSetView


def last_of(runner: Runner) -> LastSetView:
    """Return the set that was worked last."""
    last = Viewer(runner).view().last
    assert last is not None
    return last


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
    assert runner.run.results.sets[0].reps == 8


@pytest.mark.parametrize(("at_s", "reps"), [(5.9, 1), (6, 2), (10.9, 2), (11, 3)])
def test_go_ends_a_tempo_set_with_the_reps_that_were_completed(at_s: float, reps: int) -> None:
    runner = a_started(a_set(8, tempo="2-1-1-1"))

    runner.feed(Go(), int(at_s * 1_000))

    assert runner.run.results.sets[0].reps == reps
    assert runner.run.results.sets[0].status is SetStatus.DONE


def test_go_in_a_rest_leads_to_the_count_in_and_once_more_to_the_set() -> None:
    runner = a_started(a_set(time="20s", rest="2m"), a_set(time="20s", prepare="10s"))

    runner.feed(Go(), 30_000)
    assert Viewer(runner).view().state is State.PREPARING

    runner.feed(Go(), 31_000)
    assert Viewer(runner).view().state is State.WORKING


def test_go_on_the_first_side_leads_to_the_switch() -> None:
    runner = a_started(a_set(8, sides=("left", "right")))

    runner.advance(20_000)
    events = runner.feed(Go(), 20_000)

    assert runner.run.results.sets == ()
    assert cues_told(events) == []
    assert cues_told(runner.advance(20_000)) == [(20, "switch")]


def test_go_ends_a_hold_early_with_the_time_that_was_held() -> None:
    runner = a_started(a_set(time="60s"))

    runner.feed(Go(), 42_000)

    assert runner.run.results.sets[0].sides[0].work_ms == 42_000


def test_go_in_the_review_confirms_what_counted_itself_and_ends_the_session() -> None:
    runner = a_started(a_set("max", time="20s"))
    runner.advance(20_000)
    assert runner.state is State.REVIEWING

    runner.feed(Go(), 25_000)

    assert [done.status for done in runner.run.results.sets] == [SetStatus.DONE]
    assert runner.run.status is SessionStatus.COMPLETE


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

    (skipped,) = runner.run.results.sets
    assert skipped.status is SetStatus.SKIPPED
    assert skipped.reps == 3
    assert runner.state is State.PREPARING


def test_a_set_skipped_before_it_began_has_nothing_done() -> None:
    runner = a_started(a_set(8, prepare="5s"), a_set(8))

    runner.feed(Skip(), 2_000)

    (skipped,) = runner.run.results.sets
    assert (skipped.status, skipped.sides) == (SetStatus.SKIPPED, ())
    assert (skipped.started_ms, skipped.ended_ms) == (2_000, 2_000)


def test_a_set_skipped_as_it_begins_has_nothing_done() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"), a_set(8))

    runner.feed(Skip(), 5_000)

    assert runner.run.results.sets[0].sides == ()


def test_skip_leaves_out_the_rest_of_a_skipped_set() -> None:
    runner = a_started(a_set(8, prepare="5s", rest="3m"), a_set(8, prepare="5s"))

    runner.feed(Skip(), 2_000)

    assert runner.state is State.PREPARING
    assert Viewer(runner).view().set.id == SET_2


def test_skip_in_a_rest_cuts_the_rest_short_and_skips_no_set() -> None:
    runner = a_started(a_set(time="20s", rest="2m"), a_set(time="20s", prepare="5s"))

    runner.feed(Skip(), 30_000)

    assert runner.state is State.PREPARING
    assert [done.status for done in runner.run.results.sets] == [SetStatus.ASSUMED]


def test_skipping_the_last_set_leads_to_the_review() -> None:
    runner = a_started(a_set(time="20s"), a_set("max", time="20s"))

    runner.feed(Skip(), 30_000)

    assert runner.state is State.REVIEWING
    assert [done.status for done in runner.run.results.sets] == [
        SetStatus.ASSUMED,
        SetStatus.SKIPPED,
    ]


def test_back_in_the_review_returns_to_the_set_that_was_skipped_at_the_end() -> None:
    runner = a_started(a_set(8), a_set(8, prepare="5s"))
    runner.feed(Go(), 20_000)
    runner.feed(Skip(), 22_000)

    runner.feed(Back(), 40_000)

    assert Viewer(runner).view().set.id == SET_2
    assert (runner.state, Viewer(runner).view().seconds) == (State.PREPARING, 5)


def test_skip_on_the_second_side_skips_the_set_and_keeps_the_first_side() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right")), a_set(8))

    runner.feed(Skip(), 35_000)

    (skipped,) = runner.run.results.sets
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

    assert (runner.run.results.sets[0].started_ms, runner.run.results.sets[0].ended_ms) == (
        10_000,
        30_000,
    )


def test_back_on_the_second_side_keeps_the_first() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right"), switch="5s"))

    runner.feed(Back(), 30_000)
    runner.advance(55_000)

    (done,) = runner.run.results.sets
    assert [(side.side, side.work_ms) for side in done.sides] == [
        ("left", 20_000),
        ("right", 20_000),
    ]


def test_back_on_the_first_side_begins_it_again() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right"), switch="5s"))

    runner.feed(Back(), 10_000)
    runner.advance(55_000)

    assert len(runner.run.results.sets[0].sides) == 2


def test_back_begins_the_rest_again() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(time="20s"))

    runner.feed(Back(), 50_000)
    runner.advance(110_000)

    assert runner.state is State.WORKING
    assert runner.run.results.sets[0].rest_ms == 90_000


def test_back_begins_an_open_rest_again_that_has_waited() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(8))
    runner.advance(100_000)

    runner.feed(Back(), 100_000)

    assert runner.state is State.RESTING
    assert Viewer(runner).view().seconds == 30


def test_back_returns_to_a_set_that_was_just_skipped() -> None:
    runner = a_started(a_set(8, prepare="5s"), a_set(5, prepare="5s"))
    runner.feed(Skip(), 1_000)

    runner.feed(Back(), 2_000)
    assert Viewer(runner).view().set.id == SET_1
    assert [done.status for done in runner.run.results.sets] == [SetStatus.SKIPPED]

    runner.advance(10_000)
    runner.feed(Go(), 20_000)
    assert [done.status for done in runner.run.results.sets] == [SetStatus.DONE]


def test_back_returns_over_several_skipped_sets() -> None:
    runner = a_started(*(a_set(8, prepare="5s") for _ in range(3)))
    runner.feed(Skip(), 1_000)
    runner.feed(Skip(), 1_000)

    runner.feed(Back(), 2_000)
    runner.feed(Back(), 2_000)

    assert Viewer(runner).view().set.id == SET_1


def test_back_does_not_return_to_a_set_that_was_done() -> None:
    runner = a_started(a_set(time="20s"), a_set(8, prepare="5s"))
    runner.advance(22_000)

    runner.feed(Back(), 22_000)

    assert Viewer(runner).view().set.id == SET_2
    assert Viewer(runner).view().seconds == 5
    assert [done.status for done in runner.run.results.sets] == [SetStatus.ASSUMED]


def test_back_at_the_very_start_counts_in_again() -> None:
    runner = a_started(a_set(8, prepare="5s"))

    runner.feed(Back(), 3_000)

    assert Viewer(runner).view().seconds == 5


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
    assert Viewer(runner).view().seconds == 10


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
    assert Viewer(runner).view().seconds == 10


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

    events = runner.feed(
        Amend(SET_1, reps=12, load=parse_load("20 kg"), rpe=Decimal("8.5")), 25_000
    )

    (done,) = runner.run.results.sets
    assert events == (SetFinished(25_000, done),)
    assert (done.reps, done.load, done.rpe) == (12, parse_load("20 kg"), Decimal("8.5"))


def test_a_correction_leaves_what_it_does_not_name() -> None:
    runner = a_started(a_set(8, load="20 kg", rest="1m"), a_set(8))
    runner.feed(Go(), 20_000)
    runner.feed(Amend(SET_1, reps=7), 21_000)

    runner.feed(Amend(SET_1, rpe=Decimal(9)), 22_000)

    (done,) = runner.run.results.sets
    assert (done.reps, done.load, done.rpe) == (7, parse_load("20 kg"), Decimal(9))


ONE_SIDE_SHORT = a_set(4, tempo="1-0-1-0", sides=("left", "right"), switch="3s", rest="1m")
"""Left is done by itself after 8 s, right begins at 11 s."""


def test_a_correction_of_reps_changes_the_weaker_side_and_leaves_the_other() -> None:
    runner = a_started(ONE_SIDE_SHORT, a_set(8))
    runner.feed(Go(), 12_500)
    assert [side.reps for side in runner.run.results.sets[0].sides] == [4, 1]

    runner.feed(Amend(SET_1, reps=2), 14_000)

    assert [side.reps for side in runner.run.results.sets[0].sides] == [4, 2]


def test_a_correction_can_name_its_side() -> None:
    runner = a_started(ONE_SIDE_SHORT, a_set(8))
    runner.feed(Go(), 12_500)

    runner.feed(Amend(SET_1, reps=3, side="left"), 14_000)

    assert [side.reps for side in runner.run.results.sets[0].sides] == [3, 1]


def test_sides_that_nobody_has_counted_are_asked_for_one_after_the_other() -> None:
    runner = a_started(
        a_set("max", time="20s", sides=("left", "right"), switch="0s", rest="1m"), a_set(8)
    )
    runner.advance(41_000)
    assert (last_of(runner).side, last_of(runner).reps) == ("left", None)

    runner.feed(Amend(SET_1, reps=9), 42_000)
    assert (last_of(runner).side, last_of(runner).reps) == ("right", None)
    runner.feed(Amend(SET_1, reps=12), 43_000)

    assert [side.reps for side in runner.run.results.sets[0].sides] == [9, 12]


def test_a_correction_changes_the_set_that_it_names_whatever_is_done_meanwhile() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8, rest="1m"), a_set(8))
    runner.feed(Go(), 20_000)
    runner.feed(Go(), 30_000)
    runner.feed(Go(), 50_000)

    runner.feed(Amend(SET_1, reps=6), 51_000)

    assert [done.reps for done in runner.run.results.sets] == [6, 8]


def test_a_set_that_is_broken_off_is_the_last_one_and_gets_the_reps() -> None:
    runner = a_started(a_set(5, rest="1m"), a_set(5, rest="1m"), a_set(5))
    runner.feed(Go(), 20_000)
    runner.feed(Go(), 30_000)
    runner.feed(Skip(), 45_000)
    last = last_of(runner)

    runner.feed(Amend(last.id, reps=2), 46_000)

    assert [(done.status, done.reps) for done in runner.run.results.sets] == [
        (SetStatus.DONE, 5),
        (SetStatus.CUT, 2),
    ]


def test_a_set_skipped_in_its_count_in_is_not_the_last_one() -> None:
    runner = a_started(a_set(5, rest="1m"), a_set(5, prepare="5s", rest="1m"), a_set(5))
    runner.feed(Go(), 20_000)
    runner.feed(Go(), 30_000)
    runner.feed(Skip(), 31_000)

    assert last_of(runner).id == SET_1


def test_a_skipped_set_can_be_told_after_all() -> None:
    runner = a_started(a_set(5, prepare="5s"), a_set(5))
    runner.feed(Skip(), 1_000)

    runner.feed(Amend(SET_1, reps=5), 9_000)

    assert [(done.status, done.reps) for done in runner.run.results.sets] == [(SetStatus.DONE, 5)]


def test_a_hold_takes_no_reps() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(8))
    runner.advance(21_000)

    with pytest.raises(Refused, match="seconds"):
        runner.feed(Amend(SET_1, reps=1), 22_000)

    assert runner.run.results.sets[0].reps is None


def test_a_set_that_is_not_done_yet_cannot_be_corrected() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8))
    runner.feed(Go(), 20_000)

    with pytest.raises(Refused):
        runner.feed(Amend(SET_2, reps=3), 22_000)
    with pytest.raises(Refused):
        runner.feed(Note(SET_8, "no such set"), 22_000)


# what counts itself is assumed


@pytest.mark.parametrize(
    "planned",
    [
        a_set(2, tempo="1-0-1-0", rest="1m"),
        a_set(time="4s", rest="1m"),
        a_set("max", time="4s", rest="1m"),
        a_set(1, tempo="1-0-1-0", sides=("left", "right"), switch="0s", rest="1m"),
    ],
    ids=["tempo", "hold", "max in a time", "sides"],
)
def test_a_set_that_ends_by_itself_is_assumed(planned: PlannedSet) -> None:
    runner = a_started(planned, a_set(8))

    runner.advance(5_000)

    assert [done.status for done in runner.run.results.sets] == [SetStatus.ASSUMED]
    assert Viewer(runner).view().sets_assumed == 1


def test_the_next_key_confirms_the_set_before() -> None:
    runner = a_started(a_set(time="4s", rest="1m"), a_set(8))
    runner.advance(5_000)

    runner.feed(Go(), 20_000)

    assert [done.status for done in runner.run.results.sets] == [SetStatus.DONE]


def test_its_reps_confirm_a_set() -> None:
    runner = a_started(a_set("max", time="4s", rest="1m"), a_set(8))
    runner.advance(5_000)

    runner.feed(Amend(SET_1, reps=9), 6_000)

    assert [(done.status, done.reps) for done in runner.run.results.sets] == [(SetStatus.DONE, 9)]


def test_a_note_does_not_confirm_a_set() -> None:
    runner = a_started(a_set(time="4s", rest="1m"), a_set(8))
    runner.advance(5_000)

    runner.feed(Note(SET_1, "shaky"), 6_000)

    assert [(done.status, done.note) for done in runner.run.results.sets] == [
        (SetStatus.ASSUMED, "shaky")
    ]


def test_the_upper_end_of_a_range_is_a_guess_until_somebody_answers() -> None:
    runner = a_started(a_set("5-8", rest="1m"), a_set(8))

    runner.feed(Go(), 20_000)
    assert [(done.status, done.reps) for done in runner.run.results.sets] == [
        (SetStatus.ASSUMED, 8)
    ]

    runner.feed(Amend(SET_1), 21_000)
    assert [(done.status, done.reps) for done in runner.run.results.sets] == [(SetStatus.DONE, 8)]


def test_going_on_without_a_key_confirms_nothing() -> None:
    runner = a_started(a_set(8, rest="10s+"), a_set(8))

    runner.feed(Proceed(), 20_000)
    runner.feed(Proceed(), 40_000)
    runner.feed(Proceed(), 60_000)

    assert [done.status for done in runner.run.results.sets] == [
        SetStatus.ASSUMED,
        SetStatus.ASSUMED,
    ]
    assert runner.state is State.REVIEWING


def test_a_note_in_a_rest_belongs_to_the_set_before() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(8))

    runner.feed(Note(SET_1, "left knee"), 30_000)

    assert runner.run.results.sets[0].note == "left knee"


def test_a_note_in_a_set_belongs_to_that_set() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8))

    runner.feed(Note(SET_1, "left knee"), 10_000)
    runner.feed(Go(), 20_000)

    assert runner.run.results.sets[0].note == "left knee"


def test_a_note_is_not_carried_to_the_next_set() -> None:
    runner = a_started(a_set(8), a_set(8))
    runner.feed(Note(SET_1, "left knee"), 10_000)
    runner.feed(Go(), 20_000)

    runner.feed(Go(), 40_000)

    assert [done.note for done in runner.run.results.sets] == ["left knee", ""]


def test_a_note_before_anything_was_done_belongs_to_the_set_to_come() -> None:
    runner = a_started(a_set(8, prepare="5s", rest="1m"), a_set(8))

    runner.feed(Note(SET_1, "cold"), 1_000)
    runner.feed(Go(), 2_000)
    runner.feed(Go(), 10_000)

    assert runner.run.results.sets[0].note == "cold"


# the end


def test_finishing_early_keeps_the_set_that_was_cut_off() -> None:
    runner = a_started(a_set(8, tempo="1-0-1-0"), a_set(8))

    runner.feed(FinishEarly(), 5_000)

    (cut,) = runner.run.results.sets
    assert (cut.status, cut.reps) == (SetStatus.CUT, 3)
    runner.feed(Close(), 6_000)
    assert runner.run.status is SessionStatus.PARTIAL


@pytest.mark.parametrize("at_ms", [2_000, 30_000])
def test_finishing_early_outside_of_a_set_records_no_set(at_ms: int) -> None:
    runner = a_started(a_set(time="20s", prepare="5s", rest="1m"), a_set(8))
    runner.advance(at_ms)
    before = len(runner.run.results.sets)

    runner.feed(FinishEarly(), at_ms)

    assert len(runner.run.results.sets) == before
    runner.feed(Close(), at_ms + 1_000)
    assert runner.run.status is SessionStatus.PARTIAL


def test_finishing_early_in_a_pause_keeps_what_was_done_before_it() -> None:
    runner = a_started(a_set(time="60s"), a_set(8))
    runner.feed(Pause(), 20_000)

    runner.feed(FinishEarly(), 3_600_000)

    (cut,) = runner.run.results.sets
    assert (cut.status, cut.sides[0].work_ms) == (SetStatus.CUT, 20_000)


def test_finishing_early_in_the_switch_keeps_the_first_side() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right")), a_set(8))

    runner.feed(FinishEarly(), 25_000)

    (cut,) = runner.run.results.sets
    assert [side.side for side in cut.sides] == ["left"]


def test_finishing_in_a_set_at_will_asks_for_its_reps() -> None:
    runner = a_started(a_set(8), a_set(8))
    runner.feed(Go(), 20_000)
    runner.feed(FinishEarly(), 35_000)
    last = last_of(runner)
    assert (last.id, last.reps, last.asks_reps) == (SET_2, None, True)

    runner.feed(Amend(last.id, reps=4), 40_000)
    runner.feed(Go(), 41_000)

    assert [(done.status, done.reps) for done in runner.run.results.sets] == [
        (SetStatus.DONE, 8),
        (SetStatus.CUT, 4),
    ]
    assert runner.run.status is SessionStatus.PARTIAL


def test_a_session_that_is_left_without_an_answer_is_not_complete() -> None:
    runner = a_started(a_set(time="20s"), a_set(time="20s"))
    runner.advance(60_000)

    runner.feed(Close(), 70_000)

    assert [done.status for done in runner.run.results.sets] == [
        SetStatus.ASSUMED,
        SetStatus.ASSUMED,
    ]
    assert runner.run.status is SessionStatus.PARTIAL


def test_a_session_in_which_every_set_was_skipped_is_not_complete() -> None:
    runner = a_started(a_set(8, prepare="5s"), a_set(8, prepare="5s"))
    runner.feed(Skip(), 1_000)
    runner.feed(Skip(), 2_000)

    runner.feed(Go(), 3_000)

    assert runner.run.status is SessionStatus.PARTIAL


def test_the_last_set_can_be_corrected_in_the_review() -> None:
    runner = a_started(a_set(5))
    runner.feed(Go(), 20_000)
    assert runner.state is State.REVIEWING

    runner.feed(Amend(SET_1, reps=4, rpe=Decimal(9)), 30_000)
    runner.feed(Note(SET_1, "slow"), 31_000)
    runner.feed(Go(), 32_000)

    (done,) = runner.run.results.sets
    assert (done.reps, done.rpe, done.note) == (4, Decimal(9), "slow")
    assert runner.run.status is SessionStatus.COMPLETE


def test_the_session_was_over_when_its_last_set_was_however_long_the_review() -> None:
    runner = a_started(a_set(5))
    runner.feed(Go(), 20_000)

    runner.feed(Go(), 3_600_000)

    assert runner.run.outcome.ended_ms == 20_000


def test_an_abandoned_session_ends_without_a_sound() -> None:
    runner = a_started(a_set(time="20s"))

    events = runner.feed(Abandon(), 10_000)

    assert runner.run.status is SessionStatus.ABANDONED
    assert cues_told(events) == [(0, "go")]


def test_a_session_can_be_left_before_it_began() -> None:
    runner = a_runner(a_set(time="20s"))

    runner.feed(Abandon(), 0)

    assert runner.run.status is SessionStatus.ABANDONED


def test_a_key_that_moves_the_session_says_that_cues_changed_before_it_tells_new_ones() -> None:
    runner = a_started(a_set(8, rest="1m"), a_set(8))

    events = runner.feed(Go(), 20_000)

    after_go = [type(event) for event in events if event.at_ms == 20_000]
    assert after_go[:2] == [CuesChanged, CueReached]


def test_a_go_just_after_the_last_set_has_ended_by_itself_saves_nothing() -> None:
    runner = a_started(a_set(time="20s"))
    runner.advance(20_000)

    with pytest.raises(TooSoon):
        runner.feed(Go(), 20_010)

    assert runner.state is State.REVIEWING
    assert [done.status for done in runner.run.results.sets] == [SetStatus.ASSUMED]


def test_a_side_that_was_not_worked_can_be_told_too() -> None:
    runner = a_started(a_set(4, sides=("left", "right"), switch="5s"), a_set(8))
    runner.feed(Go(), 20_000)
    runner.feed(FinishEarly(), 22_000)
    assert last_of(runner).sides == (("left", 4), ("right", None))

    runner.feed(Amend(SET_1, reps=3, side="right"), 30_000)

    assert [(side.side, side.reps) for side in runner.run.results.sets[0].sides] == [
        ("left", 4),
        ("right", 3),
    ]
