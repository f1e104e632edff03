"""What is still to come: an estimate that follows what really happens."""

from __future__ import annotations

from benchside.runner.commands import AddTime, FinishEarly, Go, Pause
from benchside.view.viewer import Viewer
from tests.builders import a_block, a_set, a_started


def test_what_is_left_shrinks_with_time() -> None:
    runner = a_started(a_set(time="20s", prepare="5s", rest="30s"), a_set(time="20s"))

    left = []
    for now_ms in (0, 4_000, 15_000, 40_000, 60_000):
        runner.advance(now_ms)
        left.append(Viewer(runner).view().remaining_s)

    assert left == [75, 71, 60, 35, 15]


def test_reps_at_will_that_take_longer_leave_what_comes_after_them() -> None:
    runner = a_started(a_set(5, rest="30s"), a_set(time="20s"))

    runner.advance(600_000)

    assert Viewer(runner).view().remaining_s == 50


def test_what_is_left_stands_still_in_a_pause() -> None:
    runner = a_started(a_set(time="60s"))
    runner.feed(Pause(), 20_000)

    runner.advance(600_000)

    assert Viewer(runner).view().remaining_s == 40


def test_more_rest_leaves_more() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(time="20s"))
    runner.advance(30_000)

    runner.feed(AddTime(15_000), 30_000)

    assert Viewer(runner).view().remaining_s == 85


def test_a_block_with_a_time_cap_leaves_what_is_left_of_its_cap() -> None:
    runner = a_started(a_block(a_set(1), time_cap="60s"), a_set(time="20s"))
    for now_ms in (5_000, 10_000, 15_000):
        runner.feed(Go(), now_ms)

    runner.advance(20_000)

    assert Viewer(runner).view().remaining_s == 60


def test_a_block_with_a_time_cap_has_as_many_sets_as_are_expected_until_it_is_over() -> None:
    runner = a_started(a_block(a_set(5), time_cap="60s"), a_set(time="20s"))
    assert Viewer(runner).view().sets_total == 4

    runner.feed(Go(), 30_000)
    runner.advance(60_000)

    assert (Viewer(runner).view().sets_done, Viewer(runner).view().sets_total) == (2, 3)


def test_a_quick_athlete_does_more_sets_than_were_expected() -> None:
    runner = a_started(a_block(a_set(5), time_cap="60s"))

    for now_ms in range(5_000, 30_000, 5_000):
        runner.feed(Go(), now_ms)

    assert (Viewer(runner).view().sets_done, Viewer(runner).view().sets_total) == (5, 7)


def test_nothing_is_left_of_a_session_that_was_finished_early() -> None:
    runner = a_started(a_set(time="60s"), a_set(time="60s"))

    runner.feed(FinishEarly(), 10_000)

    assert Viewer(runner).view().remaining_s == 0
