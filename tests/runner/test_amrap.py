"""As many rounds as possible: the cap ends the block, however quick the athlete is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import Go
from benchside.runner.machine import Refused, State
from benchside.runner.results import SetStatus
from benchside.view.viewer import Viewer
from tests.builders import a_block, a_set, a_started, cues_told

if TYPE_CHECKING:
    from benchside.runner.runner import Runner


def pressing(runner: Runner, *, every_ms: int, until_ms: int) -> None:
    """Press a key again and again; what comes too soon is refused."""
    for now_ms in range(every_ms, until_ms + 1, every_ms):
        try:
            runner.feed(Go(), now_ms)
        except Refused:
            runner.advance(now_ms)
    runner.advance(until_ms)


@pytest.mark.parametrize(
    ("cap", "reps", "every_ms", "done"),
    [
        ("18s", 1, 750, 23),
        ("10m", 3, 7_000, 85),
        ("3m", 1, 3_000, 59),
        ("3m", 1, 750, 239),
    ],
)
def test_rounds_go_on_until_the_cap_however_quick_they_are(
    cap: str, reps: int, every_ms: int, done: int
) -> None:
    runner = a_started(a_block(a_set(reps), time_cap=cap), a_set(time="5m"))
    cap_ms = {"18s": 18_000, "3m": 180_000, "10m": 600_000}[cap]

    pressing(runner, every_ms=every_ms, until_ms=cap_ms)

    last = runner.run.results.sets[-1]
    assert (last.status, last.ended_ms) == (SetStatus.CUT, cap_ms)
    assert len(runner.run.results.sets) == done + 1
    assert Viewer(runner).view().set.exercise == runner.run.agenda.sets[-1].planned.exercise


def test_a_round_of_several_exercises_on_both_sides_goes_on_until_the_cap() -> None:
    sides = ("left", "right")
    block = a_block(a_set(5, sides=sides, switch="0s"), a_set(8, rest="5s"), time_cap="2m")
    runner = a_started(block)

    pressing(runner, every_ms=800, until_ms=120_000)

    assert runner.run.results.sets[-1].ended_ms > 119_000
    assert Viewer(runner).view().state is not State.FINISHED


def test_short_intervals_that_end_by_themselves_go_on_until_the_cap() -> None:
    runner = a_started(a_block(a_set(time="0.25s"), time_cap="60s"))

    runner.advance(59_900)

    assert len(runner.run.results.sets) == 239
    assert runner.state is State.WORKING


def test_sets_that_are_ended_early_go_on_until_the_cap() -> None:
    runner = a_started(a_block(a_set(20, tempo="3-1-1-0"), a_set(time="1m"), time_cap="60s"))

    pressing(runner, every_ms=800, until_ms=60_000)

    assert runner.run.results.sets[-1].ended_ms == 60_000


def test_what_is_left_and_how_many_sets_follow_the_estimate_and_not_the_quickest() -> None:
    view = Viewer(a_started(a_block(a_set(5), time_cap="10m"))).view()

    assert (view.sets_total, view.set.of, view.remaining_s) == (30, 30, 600)


def test_a_round_beyond_the_estimate_is_numbered_on() -> None:
    runner = a_started(a_block(a_set(5), time_cap="60s"))

    pressing(runner, every_ms=5_000, until_ms=30_000)

    card = Viewer(runner).view().set
    assert (card.number, card.of) == (7, 7)


def test_no_tick_and_no_phase_is_told_at_the_moment_of_the_cap() -> None:
    for cap in ("1s", "3s"):
        runner = a_started(a_block(a_set(9, tempo="5-0-1-0"), time_cap=cap))

        told = cues_told(runner.advance(5_000))

        at_cap = {kind for at_s, kind in told if at_s == int(cap[0])}
        assert at_cap - {"rep-done"} == {"set-done"}
