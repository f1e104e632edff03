"""What holds for any session at any moment, whatever keys are pressed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, strategies as st

from benchside.runner.commands import Go
from benchside.runner.events import CueReached, SessionFinished, SetFinished, SetWithdrawn
from benchside.runner.machine import Refused
from benchside.runner.runner import Runner
from benchside.timeline.agenda import agenda_of
from benchside.view.viewer import Viewer
from tests.properties.plans import commands, plans, quickly, waits_ms

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.session.plan.plan import Plan

Keys: TypeAlias = "list[tuple[int, Command]]"

keys = st.lists(st.tuples(waits_ms, commands | st.just(Go())), max_size=12)
"""Commands, each with how long after the one before it comes."""


def played(plan: Plan, pressed: Keys) -> tuple[Runner, list[Event]]:
    """A session after these keys, and all it told; what is refused is as if not pressed."""
    runner = Runner(agenda_of(plan))
    events = list(runner.feed(Go(), 0))
    now_ms = 0
    for wait_ms, command in pressed:
        now_ms += wait_ms
        try:
            events += runner.feed(command, now_ms)
        except Refused:
            events += runner.advance(now_ms)
    return runner, events


@quickly
@given(plans, keys, waits_ms, waits_ms)
def test_going_in_two_steps_is_going_in_one(
    plan: Plan, pressed: Keys, first_ms: int, second_ms: int
) -> None:
    once, _ = played(plan, pressed)
    twice, _ = played(plan, pressed)
    now_ms = once.now_ms

    at_once = once.advance(now_ms + first_ms + second_ms)
    in_steps = twice.advance(now_ms + first_ms) + twice.advance(now_ms + first_ms + second_ms)

    assert in_steps == at_once
    assert Viewer(twice).view() == Viewer(once).view()
    assert twice.run.results.sets == once.run.results.sets


@quickly
@given(plans, keys)
def test_events_come_in_due_order(plan: Plan, pressed: Keys) -> None:
    runner, events = played(plan, pressed)

    events += runner.advance(runner.now_ms + 3_600_000)

    assert all(one.at_ms <= two.at_ms for one, two in pairwise(events))


@quickly
@given(plans, keys, waits_ms)
def test_what_is_looked_ahead_to_then_comes(plan: Plan, pressed: Keys, wait_ms: int) -> None:
    runner, _ = played(plan, pressed)
    until_ms = runner.now_ms + wait_ms
    before = Viewer(runner).view()

    ahead = runner.cues_until(until_ms)

    assert Viewer(runner).view() == before
    came = [event.cue for event in runner.advance(until_ms) if isinstance(event, CueReached)]
    assert list(ahead) == came


@quickly
@given(plans, keys, waits_ms, st.floats(0, 1))
def test_a_view_stays_as_it_is_until_the_moment_that_is_told(
    plan: Plan, pressed: Keys, wait_ms: int, part: float
) -> None:
    runner, _ = played(plan, pressed)
    runner.advance(runner.now_ms + wait_ms)
    before = Viewer(runner).view()
    now_ms, changes_ms = runner.now_ms, Viewer(runner).next_change_ms()
    last_ms = now_ms + 3_600_000 if changes_ms is None else changes_ms - 1

    runner.advance(now_ms + int((last_ms - now_ms) * part))
    assert Viewer(runner).view() == before
    runner.advance(last_ms)
    assert Viewer(runner).view() == before


@quickly
@given(plans, keys)
def test_time_to_look_again_is_told_seldom(plan: Plan, pressed: Keys) -> None:
    runner, _ = played(plan, pressed)
    runner.advance(runner.now_ms)
    ends_ms = runner.now_ms + 60_000
    looks = 0

    while (changes_ms := Viewer(runner).next_change_ms()) is not None and changes_ms < ends_ms:
        assert changes_ms > runner.now_ms
        runner.advance(changes_ms)
        looks += 1

    assert looks <= 60 * 15


@quickly
@given(plans, keys)
def test_no_cue_is_told_twice(plan: Plan, pressed: Keys) -> None:
    # At one and the same moment `back` may rightly begin anew what has just begun.
    runner, events = played(plan, [(wait_ms + 1, command) for wait_ms, command in pressed])

    events += runner.advance(runner.now_ms + 600_000)

    told = [event.cue for event in events if isinstance(event, CueReached)]
    assert len(told) == len(set(told))


@quickly
@given(plans, keys)
def test_what_is_told_last_of_a_set_is_what_is_kept_of_it(plan: Plan, pressed: Keys) -> None:
    runner, events = played(plan, pressed)

    told = {}
    for one in events:
        if isinstance(one, SetFinished):
            told[one.result.set] = one.result
        elif isinstance(one, SetWithdrawn):
            del told[one.set]

    assert told == {one.set: one for one in runner.run.results.sets}


@quickly
@given(plans, keys)
def test_no_moment_of_a_set_is_before_another_that_it_follows(plan: Plan, pressed: Keys) -> None:
    runner, _ = played(plan, pressed)

    for done in runner.run.results.sets:
        assert 0 <= done.started_ms <= done.ended_ms <= runner.now_ms
        assert done.rest_ms is None or done.rest_ms >= 0
        for side in done.sides:
            assert 0 <= side.work_ms <= done.ended_ms - done.started_ms
            assert 0 <= side.tut.total_ms <= side.work_ms


@quickly
@given(plans)
def test_a_session_that_nobody_touches_ends_or_waits_for_its_athlete(plan: Plan) -> None:
    runner, _ = played(plan, [])

    events = runner.advance(24 * 3_600_000)

    finished = [event for event in events if isinstance(event, SessionFinished)]
    assert len(finished) <= 1
    assert Viewer(runner).view().allowed or finished
