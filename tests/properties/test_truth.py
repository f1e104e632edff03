"""The three laws of an honest log: nobody, nothing; what is done stays; a dialog has one set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, strategies as st

from benchside.log.entries import ResultEntry
from benchside.player.state import Answer
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
    Skip,
    Undo,
)
from benchside.runner.machine import State
from benchside.runner.results import SetStatus
from benchside.timeline.agenda import agenda_of
from tests.gym import Gym, a_gym
from tests.properties.plans import commands, plans, quickly, waits_ms

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.session.plan.plan import Plan

SELDOM_MS = 4_500
"""Between ticks where much time passes; more than five seconds would be taken for a closed lid."""

KEPT = {SetStatus.DONE, SetStatus.ASSUMED, SetStatus.CUT}

held_keys = st.sampled_from([Go(), Skip(), Pause(), Back(), Undo(), AddTime(15_000)])
any_keys: st.SearchStrategy[Command] = st.sampled_from(
    [Go(), Skip(), Pause(), Back(), Undo(), AddTime(-15_000), FinishEarly(), Abandon(), Close()]
)
quick_waits_ms = st.sampled_from([0, 10, 40, 90, 200, 310, 500, 720])


def begun(plan: Plan) -> Gym:
    gym = a_gym(agenda_of(plan))
    gym.player.press(Go())
    return gym


def pass_time(gym: Gym, ms: int, *, tick_ms: int = 500) -> None:
    """Let time pass as a loop lets it: with a tick twice a second at the least, or seldomer."""
    while ms > 0:
        step_ms = min(ms, tick_ms)
        gym.clock.advance(step_ms)
        gym.player.tick()
        ms -= step_ms


def statuses(gym: Gym) -> list[SetStatus]:
    return [one.status for one in gym.player.sets.recorded]


# nobody, nothing


@quickly
@given(plans, st.integers(0, 40))
def test_a_session_that_nobody_attends_claims_no_set_and_is_never_complete(
    plan: Plan, minutes: int
) -> None:
    gym = begun(plan)

    pass_time(gym, minutes * 60_000, tick_ms=SELDOM_MS)

    assert SetStatus.DONE not in statuses(gym)
    gym.player.close()
    assert all(line["status"] == "partial" for line in gym.logbook.lines)


@quickly
@given(plans, held_keys, st.integers(150, 690), st.integers(10, 690), st.integers(1, 300))
@pytest.mark.slow
def test_one_key_held_down_for_any_time_claims_no_set(
    plan: Plan, key: Command, delay_ms: int, every_ms: int, seconds: int
) -> None:
    gym = a_gym(agenda_of(plan))
    if key != Go():
        gym.player.press(Go())
        pass_time(gym, 3_000)
    gym.player.press(key)
    pass_time(gym, delay_ms)

    for _ in range(min(seconds * 1_000 // every_ms, 600)):
        gym.player.press(key)
        pass_time(gym, every_ms)

    assert SetStatus.DONE not in statuses(gym)
    gym.player.close()
    assert all(line["status"] == "partial" for line in gym.logbook.lines)


# what is done stays


@quickly
@given(
    plans,
    st.lists(st.tuples(waits_ms, commands), max_size=6),
    st.lists(st.tuples(quick_waits_ms, any_keys), max_size=12),
)
def test_no_keys_within_two_seconds_lose_a_finished_set(
    plan: Plan, before: list[tuple[int, Command]], keys: list[tuple[int, Command]]
) -> None:
    gym = begun(plan)
    for wait_ms, command in before:
        pass_time(gym, min(wait_ms, 120_000), tick_ms=SELDOM_MS)
        gym.player.order(command)
    finished = {one.id for one in gym.player.sets.recorded if one.status in KEPT}
    assume(finished)
    now_ms = 0

    for wait_ms, key in keys:
        now_ms += wait_ms
        if now_ms > 2_000:
            break
        pass_time(gym, wait_ms)
        gym.player.press(key)

    recorded = {one.id: one for one in gym.player.sets.recorded}
    for set_id in finished:
        is_kept = set_id in recorded and recorded[set_id].status in KEPT
        is_taken_back = Undo() in [key for _, key in keys]
        assert is_kept or is_taken_back
    if gym.player.state.view.state is State.FINISHED and not gym.journal.is_set_aside:
        [line] = gym.logbook.lines
        assert isinstance(line["sets"], list)
        assert len(line["sets"]) == len(recorded)
    else:
        written = {line.result.set for line in gym.lines() if isinstance(line, ResultEntry)}
        assert finished <= written


@quickly
@given(plans, waits_ms)
def test_an_undo_takes_back_its_command_and_no_set_that_has_ended_by_itself(
    plan: Plan, wait_ms: int
) -> None:
    gym = begun(plan)
    pass_time(gym, min(wait_ms, 120_000), tick_ms=SELDOM_MS)
    before = statuses(gym)
    view = gym.player.state.view

    answer = gym.player.press(Undo())

    assert answer is Answer.NOT_NOW
    assert Undo not in view.allowed
    assert statuses(gym) == before


# a dialog belongs to what it names


@quickly
@given(
    plans,
    st.lists(st.tuples(waits_ms, commands), min_size=1, max_size=6),
    st.lists(st.tuples(waits_ms, any_keys | commands), max_size=6),
    st.integers(0, 20),
    st.sampled_from(["reps", "note"]),
)
def test_a_dialog_changes_the_set_that_it_names_or_nothing(
    plan: Plan,
    before: list[tuple[int, Command]],
    behind: list[tuple[int, Command]],
    reps: int,
    what: str,
) -> None:
    gym = begun(plan)
    for wait_ms, command in before:
        pass_time(gym, min(wait_ms, 120_000), tick_ms=SELDOM_MS)
        gym.player.order(command)
    named = gym.player.state.view.last
    assume(named is not None)
    assert named is not None

    for wait_ms, command in behind:
        pass_time(gym, min(wait_ms, 120_000), tick_ms=SELDOM_MS)
        gym.player.order(command)
    known = {one.id: one for one in gym.player.sets.recorded}
    said = Amend(named.id, reps=reps) if what == "reps" else Note(named.id, "slow")
    answer = gym.player.order(said)

    after = {one.id: one for one in gym.player.sets.recorded}
    others = {set_id: one for set_id, one in after.items() if set_id != named.id}
    assert others == {set_id: one for set_id, one in known.items() if set_id != named.id}
    if answer is Answer.NOT_NOW:
        assert after == known
