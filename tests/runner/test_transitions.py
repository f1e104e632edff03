"""Sets, sides, rests and rounds as they are recorded, and blocks that run against the clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchside.runner.commands import AddTime, Back, Go, Pause, Skip
from benchside.runner.events import SetFinished
from benchside.runner.machine import State
from benchside.runner.results import SetStatus
from benchside.view.viewer import Viewer
from tests.builders import a_block, a_set, a_started, cues_told

# sides


def test_both_sides_are_recorded_as_one_set() -> None:
    runner = a_started(a_set(3, tempo="1-0-1-0", sides=("left", "right"), switch="5s"))

    runner.advance(17_000)

    (done,) = runner.run.results.sets
    assert [(side.side, side.reps, side.work_ms) for side in done.sides] == [
        ("left", 3, 6_000),
        ("right", 3, 6_000),
    ]
    assert (done.started_ms, done.ended_ms) == (0, 17_000)


def test_a_set_counts_the_reps_of_its_weaker_side() -> None:
    runner = a_started(a_set(3, tempo="1-0-1-0", sides=("left", "right"), switch="5s"))
    runner.feed(Go(), 4_000)

    runner.advance(15_000)

    assert [side.reps for side in runner.run.results.sets[0].sides] == [2, 3]
    assert runner.run.results.sets[0].reps == 2


# rests


def test_a_rest_is_recorded_up_to_the_first_rep_of_the_next_set() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s", prepare="10s"))

    events = runner.advance(80_000)

    assert runner.run.results.sets[0].rest_ms == 60_000
    assert events[-2] == SetFinished(80_000, runner.run.results.sets[0])


def test_a_rest_that_was_cut_short_is_recorded_as_it_was() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s", prepare="10s"))

    runner.feed(Go(), 40_000)
    runner.advance(50_000)

    assert runner.run.results.sets[0].rest_ms == 30_000


def test_the_rest_before_a_set_that_begins_again_lasts_until_it_does() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s"))
    runner.advance(85_000)

    runner.feed(Back(), 85_000)

    assert runner.run.results.sets[0].rest_ms == 65_000


def test_the_rest_before_a_set_skipped_in_its_count_in_goes_on() -> None:
    runner = a_started(a_set(time="20s"), a_set(8, prepare="10s"), a_set(time="20s"))

    runner.feed(Skip(), 25_000)

    assert [done.rest_ms for done in runner.run.results.sets] == [5_000, None]


def test_a_set_that_was_broken_off_is_rested_from_as_any_other() -> None:
    runner = a_started(a_set(time="20s"), a_set(8), a_set(time="20s", prepare="5s"))

    runner.feed(Skip(), 30_000)
    runner.advance(40_000)

    assert [done.rest_ms for done in runner.run.results.sets] == [0, 5_000]


def test_after_the_last_set_there_is_no_rest_to_record() -> None:
    runner = a_started(a_set("max", time="20s"))

    runner.advance(600_000)

    assert runner.run.results.sets[0].rest_ms is None


# a time cap


def test_a_time_cap_cuts_the_set_off_and_leads_on() -> None:
    runner = a_started(a_block(a_set(8, tempo="1-0-1-0", rest="10s"), time_cap="40s"), a_set(8))

    events = runner.advance(40_000)

    assert [(done.status, done.reps) for done in runner.run.results.sets] == [
        (SetStatus.ASSUMED, 8),
        (SetStatus.CUT, 7),
    ]
    assert cues_told(events)[-1] == (40, "set-done")
    assert runner.state is State.RESTING


def test_a_time_cap_in_a_rest_records_no_set() -> None:
    runner = a_started(a_block(a_set(time="20s", rest="30s"), time_cap="40s"), a_set(8))

    runner.advance(40_000)

    assert [done.status for done in runner.run.results.sets] == [SetStatus.ASSUMED]
    assert runner.state is State.RESTING
    assert Viewer(runner).view().set.block == "Main"
    assert Viewer(runner).view().next is None


def test_the_rest_after_a_time_cap_is_recorded_for_the_set_before_it() -> None:
    runner = a_started(a_block(a_set(8, rest="30s"), time_cap="40s"), a_set(time="20s"))

    runner.advance(70_000)

    assert [done.rest_ms for done in runner.run.results.sets] == [30_000]


def test_a_time_cap_in_a_count_in_records_no_set() -> None:
    planned = a_set(time="20s", prepare="10s")
    runner = a_started(a_block(planned, time_cap="25s"), a_set(8))

    runner.advance(35_000)

    assert [done.status for done in runner.run.results.sets] == [SetStatus.ASSUMED]
    assert runner.state is State.WORKING


def test_a_time_cap_in_the_switch_keeps_the_first_side() -> None:
    planned = a_set(time="20s", sides=("left", "right"), switch="10s")
    runner = a_started(a_block(planned, time_cap="25s"), a_set(8))

    runner.advance(25_000)

    (cut,) = runner.run.results.sets
    assert (cut.status, [side.side for side in cut.sides]) == (SetStatus.CUT, ["left"])


def test_a_time_cap_ends_the_wait_for_the_athlete() -> None:
    runner = a_started(a_block(a_set(time="20s", rest="5s+"), time_cap="40s"), a_set(8))
    runner.advance(30_000)
    assert Viewer(runner).view().state is State.WAITING

    runner.advance(40_000)

    assert [done.status for done in runner.run.results.sets] == [SetStatus.ASSUMED]
    assert Viewer(runner).view().state is State.RESTING


def test_a_time_cap_does_not_end_a_pause() -> None:
    runner = a_started(a_block(a_set(8), time_cap="40s"), a_set(8))
    runner.feed(Pause(), 30_000)

    runner.advance(600_000)

    assert runner.state is State.PAUSED


def test_a_set_that_ends_with_the_time_cap_is_done_and_no_other_begins() -> None:
    runner = a_started(a_block(a_set(time="20s"), time_cap="40s"), a_set(time="30s"))

    events = runner.advance(40_000)

    assert [done.status for done in runner.run.results.sets] == [
        SetStatus.ASSUMED,
        SetStatus.ASSUMED,
    ]
    assert cues_told(events)[-3:] == [(20, "go"), (40, "set-done"), (40, "go")]
    assert Viewer(runner).view().seconds == 30


def test_a_time_cap_at_the_end_of_a_session_leaves_time_to_tell_the_reps() -> None:
    runner = a_started(a_block(a_set(8), time_cap="40s"))

    runner.advance(40_000)

    last = Viewer(runner).view().last
    assert runner.state is State.REVIEWING
    assert last is not None
    assert (last.reps, last.asks_reps) == (None, True)


def test_a_time_cap_at_the_end_of_a_session_of_counted_reps_ends_it() -> None:
    runner = a_started(a_block(a_set(8, tempo="1-0-1-0"), time_cap="40s"))

    runner.advance(40_000)

    assert runner.state is State.REVIEWING


def test_the_cap_of_one_block_is_not_that_of_the_next() -> None:
    capped = a_block(a_set(8), time_cap="40s")
    runner = a_started(capped, replace(capped, name="Again"))

    runner.advance(80_000)

    assert [done.ended_ms for done in runner.run.results.sets] == [40_000, 80_000]


# rounds on the clock


def test_every_round_starts_on_the_clock() -> None:
    runner = a_started(a_block(a_set(8, prepare="5s"), rounds=3, every="60s"))
    runner.feed(Go(), 30_000)
    runner.feed(Go(), 80_000)

    runner.advance(125_000)

    starts = [done.started_ms for done in runner.run.results.sets]
    assert starts == [5_000, 65_000]
    assert runner.state is State.WORKING
    assert Viewer(runner).view().round == 3


def test_a_quick_round_is_told_the_end_of_its_longer_rest() -> None:
    runner = a_started(a_block(a_set(8, prepare="5s"), rounds=2, every="60s"))
    runner.feed(Go(), 15_000)

    assert cues_told(runner.advance(65_000)) == [
        (50, "ten-seconds"),
        (60, "rest-over"),
        (62, "count-in"),
        (63, "count-in"),
        (64, "count-in"),
        (65, "go"),
    ]


def test_a_round_that_takes_too_long_shortens_the_count_in_of_the_next() -> None:
    runner = a_started(a_block(a_set(8, prepare="5s"), rounds=2, every="60s"))
    runner.feed(Go(), 63_500)

    assert cues_told(runner.advance(65_000)) == [(64, "count-in"), (65, "go")]


def test_a_round_that_takes_longer_than_its_time_lets_the_next_begin_at_once() -> None:
    runner = a_started(a_block(a_set(8, prepare="5s"), rounds=3, every="60s"))
    runner.feed(Go(), 80_000)

    runner.advance(80_000)
    assert Viewer(runner).view().state is State.WORKING

    runner.feed(Go(), 100_000)
    runner.advance(125_000)
    assert runner.run.results.sets[1].rest_ms == 25_000


def test_a_skipped_round_does_not_let_the_next_begin_before_its_time() -> None:
    runner = a_started(a_block(a_set(8), rounds=3, every="60s"))
    runner.feed(Go(), 20_000)
    runner.advance(60_000)

    runner.feed(Skip(), 70_000)
    assert Viewer(runner).view().state is State.RESTING

    runner.advance(120_000)
    assert Viewer(runner).view().state is State.WORKING


def test_back_in_the_rest_after_a_skipped_round_returns_to_it() -> None:
    runner = a_started(a_block(a_set(8), rounds=3, every="60s"))
    runner.feed(Go(), 20_000)
    runner.feed(Skip(), 70_000)

    runner.feed(Back(), 80_000)

    assert Viewer(runner).view().round == 2
    assert runner.state is State.WORKING


def test_back_in_a_round_on_the_clock_has_its_whole_count_in_and_moves_the_clock() -> None:
    runner = a_started(a_block(a_set(time="20s", prepare="5s"), rounds=3, every="60s"))
    runner.advance(75_000)

    runner.feed(Back(), 75_000)
    runner.advance(300_000)

    assert [done.started_ms for done in runner.run.results.sets] == [5_000, 80_000, 140_000]


def test_more_rest_moves_the_rounds_on_the_clock() -> None:
    runner = a_started(a_block(a_set(time="20s", prepare="5s"), rounds=3, every="60s"))

    runner.feed(AddTime(15_000), 40_000)
    runner.advance(300_000)

    assert [done.started_ms for done in runner.run.results.sets] == [5_000, 80_000, 140_000]


def test_going_back_into_a_block_on_the_clock_does_not_make_its_rounds_wait() -> None:
    block = a_block(a_set(time="20s", prepare="5s"), rounds=3, every="60s")
    runner = a_started(block, a_set(8, prepare="5s"))
    for _ in range(5):
        runner.feed(Skip(), 0)
    assert Viewer(runner).view().set.block == runner.run.agenda.plan.blocks[1].name

    runner.feed(Back(), 1_000)
    runner.feed(Back(), 1_000)
    runner.advance(100_000)

    assert [(done.set.round, done.started_ms) for done in runner.run.results.sets[-2:]] == [
        (2, 6_000),
        (3, 66_000),
    ]


@pytest.mark.parametrize("at_ms", [100_000, 200_000])
def test_the_first_rounds_of_two_blocks_on_the_clock_each_start_their_own(at_ms: int) -> None:
    block = a_block(a_set(time="20s"), rounds=2, every="60s")
    runner = a_started(block, block)

    runner.advance(at_ms)

    expected = [0, 60_000, 80_000, 140_000]
    assert [done.started_ms for done in runner.run.results.sets] == [
        start for start in expected if start + 20_000 <= at_ms
    ]
