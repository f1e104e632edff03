"""So many rounds, at most so long: the clock counts up, and is the score."""

from __future__ import annotations

from benchside.runner.commands import Go, Pause
from benchside.runner.results import SetStatus
from benchside.view.view import Activity, CapClock
from benchside.view.viewer import Viewer
from benchside.view.words.activities import place_of
from tests.builders import a_block, a_set, a_started

AFTER = a_set(time="5m")


def test_the_clock_of_the_last_set_is_the_score() -> None:
    runner = a_started(a_block(a_set(5), a_set(8), rounds=2, time_cap="10m"), AFTER)

    for now_ms in (20_000, 45_000, 70_000, 95_000):
        runner.feed(Go(), now_ms)

    assert [one.clock_ms for one in runner.run.results.sets] == [20_000, 45_000, 70_000, 95_000]


def test_a_pause_does_not_count_for_the_score() -> None:
    runner = a_started(a_block(a_set(5), rounds=2, time_cap="10m"), AFTER)

    runner.feed(Pause(), 10_000)
    paused = Viewer(runner).view()
    runner.feed(Go(), 70_000)
    runner.advance(75_000)
    runner.feed(Go(), 80_000)

    assert paused.cap_clock == CapClock(seconds=10, cap_s=600, is_over=False)
    assert runner.run.results.sets[0].clock_ms == 20_000


def test_at_the_cap_what_is_going_on_is_cut_off_and_the_clock_stands_at_the_cap() -> None:
    runner = a_started(a_block(a_set(5), rounds=3, time_cap="1m"), a_set(time="20s", prepare="10s"))

    runner.feed(Go(), 40_000)
    runner.advance(61_000)

    assert [(one.status, one.clock_ms) for one in runner.run.results.sets] == [
        (SetStatus.DONE, 40_000),
        (SetStatus.CUT, 60_000),
    ]


def test_a_block_without_a_cap_has_no_clock() -> None:
    runner = a_started(a_block(a_set(5), rounds=2), AFTER)

    runner.feed(Go(), 40_000)

    assert runner.run.results.sets[0].clock_ms is None
    assert Viewer(runner).view().cap_clock is None


def test_the_screen_shows_round_and_clock_of_the_block() -> None:
    runner = a_started(a_block(a_set(5), rounds=3, time_cap="10m"))
    runner.feed(Go(), 40_000)

    runner.advance(72_500)

    assert place_of(Viewer(runner).view()) == "Round 2 of 3 · 1:12 of 10:00"


def test_in_the_rest_after_the_block_its_clock_stands_still() -> None:
    block = a_block(a_set(5, rest="2m"), rounds=1, time_cap="10m")
    runner = a_started(block, a_set(time="20s"))
    runner.feed(Go(), 40_000)

    runner.advance(100_000)

    view = Viewer(runner).view()
    assert view.mood is Activity.REST
    assert view.cap_clock == CapClock(seconds=40, cap_s=600, is_over=True)
