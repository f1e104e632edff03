"""A session led by time alone: what comes, when, and what can be known ahead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchside.runner.commands import Close, Go, Skip
from benchside.runner.events import (
    CueReached,
    CuesChanged,
    ReviewStarted,
    SessionFinished,
    SetFinished,
    StepStarted,
)
from benchside.runner.machine import Refused, State
from benchside.runner.results import SessionStatus, SetStatus
from benchside.timeline.cues import CueKind
from benchside.timeline.steps import StepKind
from benchside.view.viewer import Viewer
from tests.builders import SET_1, SET_2, a_runner, a_set, a_started, cues_told


def test_a_session_waits_for_its_first_go() -> None:
    runner = a_runner(a_set(time="20s", prepare="5s"))

    assert runner.advance(3_600_000) == ()
    assert runner.state is State.READY


def test_a_session_runs_from_go_to_its_end_by_itself() -> None:
    runner = a_started(a_set(time="20s", prepare="5s", rest="10s"), a_set(time="20s"))

    events = runner.advance(55_000)

    told = [event for event in events if not isinstance(event, CueReached)]
    one, two = runner.run.results.sets
    assert told == [
        StepStarted(5_000, StepKind.WORK, SET_1),
        SetFinished(25_000, replace(one, rest_ms=None)),
        StepStarted(25_000, StepKind.REST, SET_1),
        StepStarted(35_000, StepKind.WORK, SET_2),
        SetFinished(35_000, one),
        SetFinished(55_000, two),
        ReviewStarted(55_000),
    ]
    assert runner.state is State.REVIEWING
    assert runner.run.status is None


def test_the_count_in_is_heard_before_the_set_and_go_when_it_begins() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))

    assert cues_told(runner.advance(5_000)) == [
        (2, "count-in"),
        (3, "count-in"),
        (4, "count-in"),
        (5, "go"),
    ]


def test_the_end_of_the_session_is_heard_after_the_end_of_its_last_set() -> None:
    runner = a_started(a_set(time="20s"))

    assert cues_told(runner.advance(20_000))[-2:] == [(20, "set-done"), (20.8, "session-done")]


def test_after_a_long_gap_everything_comes_in_due_order() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(time="20s"))

    moments = [event.at_ms for event in runner.advance(3_600_000)]

    assert moments == sorted(moments)
    assert moments[-1] == 100_000


def test_a_moment_that_is_over_changes_nothing() -> None:
    runner = a_started(a_set(time="20s"))
    runner.advance(10_000)

    assert runner.advance(5_000) == ()
    assert runner.now_ms == 10_000


def test_a_command_at_a_moment_that_is_over_is_carried_out_now() -> None:
    runner = a_started(a_set(5, rest="1m"), a_set(5))
    runner.advance(10_000)

    runner.feed(Go(), 9_000)

    assert runner.run.results.sets[0].ended_ms == 10_000


def test_what_was_due_before_a_command_comes_before_it() -> None:
    runner = a_started(a_set(time="20s", rest="1m"), a_set(time="20s"))

    events = runner.feed(Skip(), 30_000)

    kinds = [type(event) for event in events]
    assert kinds == [
        CueReached,
        CueReached,
        SetFinished,
        StepStarted,
        CuesChanged,
        StepStarted,
        SetFinished,
    ]


def test_a_refused_command_does_not_even_let_time_pass() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))

    with pytest.raises(Refused):
        runner.feed(Close(), 100)

    assert runner.now_ms == 0


def test_cues_are_known_ahead_and_across_steps() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))

    ahead = runner.cues_until(5_000)

    assert [(cue.at_ms, cue.kind) for cue in ahead] == [
        (2_000, CueKind.COUNT_IN),
        (3_000, CueKind.COUNT_IN),
        (4_000, CueKind.COUNT_IN),
        (5_000, CueKind.GO),
    ]
    assert runner.now_ms == 0


def test_looking_ahead_goes_no_further_than_the_athlete_is_waited_for() -> None:
    runner = a_started(a_set(5, rest="1m"), a_set(5))

    assert [cue.kind for cue in runner.cues_until(3_600_000)] == [CueKind.GO]


def test_a_session_waits_for_its_athlete_to_be_saved() -> None:
    runner = a_started(a_set("max", time="20s"))

    runner.advance(20_000)
    assert runner.state is State.REVIEWING
    assert runner.advance(24 * 3_600_000) == ()

    events = runner.feed(Close(), 24 * 3_600_000)
    assert events == (SessionFinished(24 * 3_600_000, SessionStatus.PARTIAL),)


def test_an_open_rest_waits_for_the_athlete() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(time="20s", prepare="5s"))

    events = runner.advance(3_600_000)

    assert runner.state is State.WAITING
    assert cues_told(events)[-2:] == [(40, "ten-seconds"), (50, "rest-over")]


def test_a_range_of_rest_starts_the_set_by_itself_at_its_end() -> None:
    runner = a_started(a_set(time="20s", rest="10s-30s"), a_set(time="20s"))

    runner.advance(49_999)
    assert Viewer(runner).view().state is State.RESTING

    runner.advance(50_000)
    assert Viewer(runner).view().state is State.WORKING


def test_steps_that_last_no_time_are_passed_at_once() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right"), switch="0s"))

    events = runner.advance(20_000)

    assert [event.kind for event in events if isinstance(event, StepStarted)] == [
        StepKind.SWITCH,
        StepKind.WORK,
    ]
    assert runner.state is State.WORKING


def test_a_set_is_recorded_with_its_moments() -> None:
    runner = a_started(a_set(time="20s", prepare="5s", load="60 kg"))

    runner.advance(25_000)

    (done,) = runner.run.results.sets
    assert (done.status, done.started_ms, done.ended_ms) == (SetStatus.ASSUMED, 5_000, 25_000)
    assert done.load is not None
    assert done.rest_ms is None
