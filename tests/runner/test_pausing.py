"""Pauses and sleeps: how each kind of step stands still, and how it goes on."""

from __future__ import annotations

import pytest

from benchside.runner.commands import AddTime, Back, FinishEarly, Go, Pause, Skip, Slept
from benchside.runner.machine import Refused, State
from benchside.runner.results import SetStatus, Tut
from benchside.runner.state import RESUME_COUNTDOWN_MS
from benchside.session.values.tempo import StartsWith
from benchside.view.viewer import Viewer
from tests.builders import a_block, a_set, a_started, cues_told

MINUTE_MS = 60_000


def test_nothing_happens_in_a_pause() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))
    runner.feed(Pause(), 3_000)

    assert runner.advance(3_600_000) == ()
    assert runner.cues_until(7_200_000) == ()
    assert runner.state is State.PAUSED


def test_a_pause_says_what_it_interrupted() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(8))
    runner.feed(Pause(), 30_000)

    view = Viewer(runner).view()

    assert (view.mood, view.paused_mood) == ("paused", "rest")
    assert view.seconds == 50


@pytest.mark.parametrize("key", [Go(), Pause()])
def test_go_and_pause_both_go_on(key: Go | Pause) -> None:
    runner = a_started(a_set(8))
    runner.feed(Pause(), 5_000)

    runner.feed(key, 10_000)

    assert runner.state is State.WORKING


def test_a_count_in_starts_anew_after_a_pause() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))
    runner.feed(Pause(), 4_500)

    runner.feed(Go(), MINUTE_MS)

    assert cues_told(runner.advance(MINUTE_MS + 5_000)) == [
        (62, "count-in"),
        (63, "count-in"),
        (64, "count-in"),
        (65, "go"),
    ]


def test_a_count_in_that_was_made_longer_is_as_long_after_a_pause() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))
    runner.feed(AddTime(15_000), 1_000)
    runner.feed(Pause(), 4_500)

    runner.feed(Go(), MINUTE_MS)

    assert Viewer(runner).view().seconds == 20


def test_a_switch_starts_anew_after_a_pause() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right"), switch="8s"))
    runner.feed(Pause(), 25_000)

    runner.feed(Go(), MINUTE_MS)

    assert cues_told(runner.advance(MINUTE_MS + 8_000))[0] == (60, "switch")
    assert runner.state is State.WORKING


def test_a_rest_goes_on_where_it_stood() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s", prepare="10s"))
    runner.feed(Pause(), 30_000)

    runner.feed(Go(), MINUTE_MS)

    assert cues_told(runner.advance(100_000)) == [(90, "ten-seconds"), (100, "rest-over")]


def test_an_open_rest_goes_on_where_it_stood() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(8))
    runner.feed(Pause(), 30_000)

    runner.feed(Go(), MINUTE_MS)
    runner.advance(MINUTE_MS + 19_999)
    assert Viewer(runner).view().state is State.RESTING

    runner.advance(MINUTE_MS + 20_000)
    assert Viewer(runner).view().state is State.WAITING


def test_the_rest_that_is_recorded_counts_the_pause_in_it() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s"))
    runner.feed(Pause(), 30_000)
    runner.feed(Go(), MINUTE_MS)

    runner.advance(110_000)

    assert runner.run.results.sets[0].rest_ms == 90_000


def test_reps_at_will_go_on_at_once_and_the_pause_is_no_work() -> None:
    runner = a_started(a_set(8))
    runner.feed(Pause(), 10_000)
    runner.feed(Go(), MINUTE_MS)

    events = runner.feed(Go(), MINUTE_MS + 5_000)

    assert cues_told(events)[0] == (65, "set-done")
    assert runner.run.results.sets[0].sides[0].work_ms == 15_000
    assert runner.run.results.sets[0].ended_ms == MINUTE_MS + 5_000


def test_a_hold_is_counted_in_and_goes_on_where_it_stood() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 15_000)

    runner.feed(Go(), MINUTE_MS)

    assert runner.state is State.PREPARING
    assert cues_told(runner.advance(MINUTE_MS + RESUME_COUNTDOWN_MS + 25_000))[:-1] == [
        (62, "count-in"),
        (63, "count-in"),
        (64, "count-in"),
        (65, "go"),
        (70, "halfway"),
        (90, "set-done"),
    ]
    assert runner.run.results.sets[0].sides[0].work_ms == 40_000


def test_a_hold_paused_at_its_halfway_is_not_told_it_again() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 20_000)

    runner.feed(Go(), MINUTE_MS)

    kinds = [
        kind for _, kind in cues_told(runner.advance(MINUTE_MS + RESUME_COUNTDOWN_MS + 20_000))
    ]
    assert "halfway" not in kinds


def test_a_hold_paused_at_its_first_moment_hears_go_once() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 0)

    runner.feed(Go(), MINUTE_MS)

    kinds = [kind for _, kind in cues_told(runner.advance(MINUTE_MS + RESUME_COUNTDOWN_MS + 1_000))]
    assert kinds.count("go") == 1


def test_a_tempo_set_is_counted_in_and_begins_the_interrupted_rep_again() -> None:
    runner = a_started(a_set(3, tempo="1-0-1-0"))
    runner.feed(Pause(), 3_500)

    runner.feed(Go(), MINUTE_MS)

    assert cues_told(runner.advance(MINUTE_MS + 9_000))[3:-1] == [
        (65, "go"),
        (66, "rep-done"),
        (66, "eccentric"),
        (66.6, "last-rep"),
        (67, "concentric"),
        (68, "rep-done"),
        (68, "eccentric"),
        (69, "set-done"),
    ]
    (done,) = runner.run.results.sets
    assert done.reps == 3
    assert done.sides[0].work_ms == 6_000
    assert done.sides[0].tut == Tut(eccentric_ms=3_000, concentric_ms=3_000)


def test_the_rep_before_the_interrupted_one_is_not_told_again() -> None:
    runner = a_started(a_set(3, tempo="1-0-1-0", starts_with=StartsWith.ECCENTRIC))
    runner.feed(Pause(), 2_500)

    runner.feed(Go(), MINUTE_MS)

    after_go = cues_told(runner.advance(MINUTE_MS + RESUME_COUNTDOWN_MS))[3:]
    assert after_go == [(65, "go")]


def test_the_last_rep_that_begins_again_is_told_again() -> None:
    runner = a_started(a_set(2, tempo="1-0-1-0"))
    runner.feed(Pause(), 2_500)

    runner.feed(Go(), MINUTE_MS)

    after_chirps = cues_told(runner.advance(MINUTE_MS + RESUME_COUNTDOWN_MS))[3:]
    assert after_chirps == [(64.6, "last-rep"), (65, "go")]


def test_go_in_the_count_in_after_a_pause_goes_on_at_once() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 15_000)
    runner.feed(Go(), MINUTE_MS)

    runner.feed(Go(), MINUTE_MS + 1_000)

    assert runner.state is State.WORKING
    assert cues_told(runner.advance(MINUTE_MS + 26_000))[:-1] == [
        (61, "go"),
        (66, "halfway"),
        (86, "set-done"),
    ]


def test_go_in_the_count_in_before_the_first_rep_is_heard_once() -> None:
    runner = a_started(a_set(3, tempo="1-0-1-0"))
    runner.feed(Pause(), 500)
    runner.feed(Go(), MINUTE_MS)

    runner.feed(Go(), MINUTE_MS + 1_000)

    assert cues_told(runner.advance(MINUTE_MS + 1_000)) == [(61, "go")]


def test_a_go_just_after_the_count_in_after_a_pause_does_not_end_the_set() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 15_000)
    runner.feed(Go(), MINUTE_MS)

    with pytest.raises(Refused):
        runner.feed(Go(), MINUTE_MS + RESUME_COUNTDOWN_MS + 100)


def test_a_pause_in_the_count_in_after_a_pause_counts_in_once_more() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 15_000)
    runner.feed(Go(), MINUTE_MS)
    runner.feed(Pause(), MINUTE_MS + 3_000)

    runner.feed(Go(), 2 * MINUTE_MS)
    runner.advance(2 * MINUTE_MS + RESUME_COUNTDOWN_MS + 25_000)

    assert runner.run.results.sets[0].sides[0].work_ms == 40_000
    assert runner.run.results.sets[0].ended_ms == 2 * MINUTE_MS + RESUME_COUNTDOWN_MS + 25_000


def test_skip_in_the_count_in_after_a_pause_keeps_what_was_done_before() -> None:
    runner = a_started(a_set(time="40s"), a_set(8))
    runner.feed(Pause(), 15_000)
    runner.feed(Go(), MINUTE_MS)

    runner.feed(Skip(), MINUTE_MS + 1_000)

    (skipped,) = runner.run.results.sets
    assert (skipped.status, skipped.sides[0].work_ms) == (SetStatus.SKIPPED, 15_000)
    assert skipped.started_ms == 0


def test_finishing_in_the_count_in_after_a_pause_keeps_the_reps_before_the_interrupted() -> None:
    runner = a_started(a_set(8, tempo="1-0-1-0"))
    runner.feed(Pause(), 4_500)
    runner.feed(Go(), MINUTE_MS)

    runner.feed(FinishEarly(), MINUTE_MS + 1_000)

    (cut,) = runner.run.results.sets
    assert (cut.reps, cut.sides[0].work_ms) == (2, 4_000)


def test_back_in_the_count_in_after_a_pause_begins_the_set_again() -> None:
    runner = a_started(a_set(time="40s", prepare="5s"))
    runner.feed(Pause(), 15_000)
    runner.feed(Go(), MINUTE_MS)

    runner.feed(Back(), MINUTE_MS + 1_000)
    runner.advance(MINUTE_MS + 46_000)

    (done,) = runner.run.results.sets
    assert (done.started_ms, done.sides[0].work_ms) == (MINUTE_MS + 6_000, 40_000)


def test_a_pause_does_not_count_against_a_time_cap() -> None:
    runner = a_started(a_block(a_set(8), time_cap="60s"), a_set(8))
    runner.feed(Pause(), 20_000)
    runner.feed(Go(), 2 * MINUTE_MS)

    runner.advance(3 * MINUTE_MS)

    (cut,) = runner.run.results.sets
    assert (cut.status, cut.ended_ms) == (SetStatus.CUT, 2 * MINUTE_MS + 40_000)


def test_pausing_again_and_again_wins_no_time_against_a_cap() -> None:
    runner = a_started(a_block(a_set(time="50s"), time_cap="60s"), a_set(8))
    runner.feed(Pause(), 20_000)
    runner.feed(Go(), MINUTE_MS)
    runner.feed(Pause(), MINUTE_MS + 1_000)
    runner.feed(Go(), 2 * MINUTE_MS)
    runner.feed(Go(), 2 * MINUTE_MS + 1_000)

    runner.advance(2 * MINUTE_MS + 41_000)

    assert [done.ended_ms - 2 * MINUTE_MS for done in runner.run.results.sets] == [31_000, 41_000]


def test_a_pause_moves_the_rounds_on_the_clock() -> None:
    runner = a_started(a_block(a_set(time="20s", prepare="5s"), rounds=2, every="60s"))
    runner.feed(Pause(), 40_000)
    runner.feed(Go(), 70_000)

    runner.advance(200_000)

    assert [done.started_ms for done in runner.run.results.sets] == [5_000, 95_000]


def test_a_sleep_pauses_work_at_the_moment_it_began() -> None:
    runner = a_started(a_set(time="40s"))

    runner.feed(Slept(MINUTE_MS), MINUTE_MS + 15_000)

    view = Viewer(runner).view()
    assert (view.state, view.seconds, view.slept_s) == (State.PAUSED, 25, 60)
    assert runner.now_ms == MINUTE_MS + 15_000


def test_a_sleep_pauses_a_count_in() -> None:
    runner = a_started(a_set(time="40s", prepare="10s"))

    runner.feed(Slept(MINUTE_MS), MINUTE_MS + 5_000)
    runner.feed(Go(), MINUTE_MS + 6_000)

    assert Viewer(runner).view().seconds == 10


def test_a_sleep_pauses_the_count_in_after_a_pause() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 15_000)
    runner.feed(Go(), 20_000)

    runner.feed(Slept(MINUTE_MS), 22_000 + MINUTE_MS)

    assert (runner.state, Viewer(runner).view().seconds) == (State.PAUSED, 25)


def test_a_rest_goes_on_counting_through_a_sleep() -> None:
    runner = a_started(a_set(time="20s", rest="3m"), a_set(time="20s"))

    runner.feed(Slept(MINUTE_MS), 90_000)

    view = Viewer(runner).view()
    assert (view.state, view.seconds, view.slept_s) == (State.RESTING, 110, 60)


def test_a_rest_that_was_over_while_the_laptop_slept_waits_for_the_athlete() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s"))

    runner.feed(Slept(5 * MINUTE_MS), 6 * MINUTE_MS)
    events = runner.advance(7 * MINUTE_MS)

    assert cues_told(events) == []
    view = Viewer(runner).view()
    assert (view.state, view.seconds, view.counts_up) == (State.WAITING, 400, True)


def test_an_open_rest_that_was_over_while_the_laptop_slept_waits_too() -> None:
    runner = a_started(a_set(time="20s", rest="60s+"), a_set(time="20s"))

    runner.feed(Slept(5 * MINUTE_MS), 6 * MINUTE_MS)

    assert runner.state is State.WAITING


def test_the_rest_that_was_slept_through_was_rest() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s"))
    runner.feed(Slept(5 * MINUTE_MS), 6 * MINUTE_MS)

    runner.feed(Go(), 7 * MINUTE_MS)

    assert runner.run.results.sets[0].rest_ms == 400_000


def test_a_sleep_in_a_pause_or_a_wait_changes_nothing_but_is_told() -> None:
    runner = a_started(a_set(time="20s", rest="10s+"), a_set(8))
    runner.advance(40_000)

    runner.feed(Slept(MINUTE_MS), 40_000 + MINUTE_MS)

    assert runner.state is State.WAITING
    assert Viewer(runner).view().slept_s == 60


def test_what_was_slept_is_forgotten_with_the_step() -> None:
    runner = a_started(a_set(time="20s", rest="3m"), a_set(8))
    runner.feed(Slept(MINUTE_MS), 90_000)

    runner.feed(Go(), 100_000)

    assert Viewer(runner).view().slept_s == 0


def test_a_sleep_that_is_measured_a_little_too_long_breaks_nothing() -> None:
    runner = a_started(a_set(time="20s"), a_set(time="20s"))
    runner.advance(20_000)

    runner.feed(Slept(MINUTE_MS), MINUTE_MS + 19_900)

    assert Viewer(runner).view().seconds == 20
    assert runner.now_ms == MINUTE_MS + 19_900


def test_a_round_on_the_clock_that_was_slept_over_still_has_its_count_in() -> None:
    runner = a_started(a_block(a_set(time="20s", prepare="5s"), rounds=3, every="60s"))
    runner.feed(Slept(10 * MINUTE_MS), 10 * MINUTE_MS + 50_000)
    assert Viewer(runner).view().state is State.WAITING

    runner.feed(Go(), 20 * MINUTE_MS)
    runner.advance(24 * MINUTE_MS)

    started_s = [done.started_ms / 1_000 - 1_200 for done in runner.run.results.sets[1:]]
    assert started_s == [5, 65]


def test_a_time_cap_stands_still_while_a_slept_rest_waits() -> None:
    runner = a_started(a_block(a_set(time="20s", rest="10s"), time_cap="60s"), a_set(8))
    runner.feed(Slept(10 * MINUTE_MS), 10 * MINUTE_MS + 25_000)

    runner.feed(Go(), 20 * MINUTE_MS)
    runner.advance(20 * MINUTE_MS + 30_000)

    assert [done.status for done in runner.run.results.sets] == [SetStatus.DONE, SetStatus.ASSUMED]
    assert runner.run.results.sets[-1].ended_ms == 20 * MINUTE_MS + 20_000
    assert runner.state is State.RESTING
