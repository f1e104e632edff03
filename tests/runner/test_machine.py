"""Every command in every state: what the table allows works, all else changes nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, get_args

import pytest

from benchside.runner.commands import (
    Abandon,
    AddSet,
    AddTime,
    Amend,
    Away,
    Back,
    ChangeLoad,
    Close,
    Command,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    NoteSession,
    Pause,
    Proceed,
    Redo,
    Skip,
    Slept,
    Swap,
    Undo,
)
from benchside.runner.events import SessionFinished
from benchside.runner.machine import MOVES, Refused, State, check
from benchside.session.values.load import Label
from benchside.session.values.tempo import StartsWith
from benchside.view.viewer import Viewer
from tests.builders import SET_1, SET_3, a_block, a_runner, a_set, an_exercise

if TYPE_CHECKING:
    from benchside.runner.runner import Runner

COMMANDS: tuple[Command, ...] = (
    Go(),
    Pause(),
    Skip(),
    Back(),
    AddTime(15_000),
    Amend(SET_1, reps=7, rpe=Decimal(8)),
    Note(SET_1, "felt light"),
    NoteSession("slept badly"),
    Jump(SET_3),
    Redo(),
    Defer(SET_3),
    AddSet(SET_1),
    DropSet(SET_3),
    ChangeLoad(SET_3, Label("red band")),
    Swap(SET_3, "Frog pump", StartsWith.CONCENTRIC),
    Undo(),
    FinishEarly(),
    Close(),
    Abandon(),
    Proceed(),
    Slept(60_000),
    Away(60_000),
)

REACHED_AT_S = {
    State.PREPARING: 21,
    State.WORKING: 27,
    State.RESTING: 14,
    State.WAITING: 50,
    State.PAUSED: 27,
    State.REVIEWING: 95,
    State.FINISHED: 95,
}
"""When the session below is in a state, with at least one set done."""

ENTERED_BY: dict[State, Command] = {
    State.PAUSED: Pause(),
    State.REVIEWING: Skip(),
    State.FINISHED: Close(),
}
"""States that only a command leads to."""

PAIRS = [(state, command) for state in State for command in COMMANDS]
ALLOWED = [pair for pair in PAIRS if type(pair[1]) in MOVES[pair[0]]]
REFUSED = [pair for pair in PAIRS if type(pair[1]) not in MOVES[pair[0]]]


def name_of(value: object) -> str:
    return value if isinstance(value, State) else type(value).__name__


def a_session_in(state: State) -> Runner:
    runner = a_runner(
        a_block(
            an_exercise(
                a_set(2, tempo="1-1-1-1", prepare="5s", rest="12s"),
                a_set(2, tempo="1-1-1-1", prepare="5s", rest="10s+"),
                a_set(time="60s"),
            ),
            an_exercise(a_set(time="30s"), name="Plank"),
        )
    )
    if state is State.READY:
        return runner
    runner.feed(Go(), 0)
    if state in (State.REVIEWING, State.FINISHED):
        runner.feed(Go(), 60_000)
        runner.feed(Skip(), 90_000)
        runner.feed(Skip(), 90_000)
    runner.advance(REACHED_AT_S[state] * 1_000)
    if state in ENTERED_BY and state is not State.REVIEWING:
        runner.feed(ENTERED_BY[state], runner.now_ms)
    else:
        runner.feed(Note(SET_1, "the last command, to be undone"), runner.now_ms)
    return runner


def test_these_are_all_commands() -> None:
    assert {type(command) for command in COMMANDS} == set(get_args(Command))
    assert set(MOVES) == set(State)


@pytest.mark.parametrize("state", State)
def test_a_session_can_be_brought_into_every_state(state: State) -> None:
    assert a_session_in(state).state is state


@pytest.mark.parametrize(("state", "command"), ALLOWED, ids=name_of)
def test_a_legal_command_is_carried_out(state: State, command: Command) -> None:
    runner = a_session_in(state)
    now_ms = runner.now_ms + 1_000
    before = Viewer(runner).view()

    events = runner.feed(command, now_ms)

    assert runner.now_ms == now_ms
    assert events or Viewer(runner).view() != before or isinstance(command, Away | NoteSession)


@pytest.mark.parametrize(("state", "command"), REFUSED, ids=name_of)
def test_a_command_that_is_not_legal_changes_nothing(state: State, command: Command) -> None:
    runner = a_session_in(state)
    before = Viewer(runner).view(), runner.run.results.sets, runner.now_ms, runner.state

    with pytest.raises(Refused):
        runner.feed(command, runner.now_ms + 1_000)

    assert (Viewer(runner).view(), runner.run.results.sets, runner.now_ms, runner.state) == before


@pytest.mark.parametrize("state", State)
def test_the_view_offers_what_the_table_allows(state: State) -> None:
    assert Viewer(a_session_in(state)).view().allowed == MOVES[state].keys()  # an undo included


AFTERWARDS = {
    (State.READY, Go): State.PREPARING,
    (State.PREPARING, Go): State.WORKING,
    (State.PREPARING, Back): State.PREPARING,
    (State.PREPARING, Skip): State.WORKING,
    (State.WORKING, Go): State.RESTING,
    (State.WORKING, Back): State.PREPARING,
    (State.WORKING, Skip): State.WORKING,
    (State.RESTING, Go): State.PREPARING,
    (State.RESTING, Skip): State.PREPARING,
    (State.WAITING, Go): State.WORKING,
    (State.WAITING, Skip): State.WORKING,
    (State.WAITING, Back): State.RESTING,
    (State.PAUSED, Go): State.PREPARING,
    (State.PAUSED, Pause): State.PREPARING,
    (State.PREPARING, Pause): State.PAUSED,
    (State.WORKING, Pause): State.PAUSED,
    (State.RESTING, Pause): State.PAUSED,
    (State.PREPARING, Slept): State.PAUSED,
    (State.WORKING, Slept): State.PAUSED,
    (State.RESTING, Slept): State.WAITING,
    (State.READY, Proceed): State.PREPARING,
    (State.PREPARING, Proceed): State.WORKING,
    (State.WORKING, Proceed): State.RESTING,
    (State.RESTING, Proceed): State.PREPARING,
    (State.WAITING, Proceed): State.WORKING,
    (State.PAUSED, Proceed): State.PREPARING,
    (State.PAUSED, Undo): State.WORKING,
    (State.REVIEWING, Back): State.WORKING,
    (State.REVIEWING, Jump): State.WORKING,
    (State.REVIEWING, Redo): State.WORKING,
    (State.PREPARING, Jump): State.WORKING,
    (State.PREPARING, Defer): State.WORKING,
    (State.RESTING, Redo): State.PREPARING,
    (State.WAITING, Redo): State.PREPARING,
}
"""Where a command leads in the session above; where it is not listed, the session stays or ends."""


@pytest.mark.parametrize(("state", "command"), ALLOWED, ids=name_of)
def test_a_command_leads_where_it_says(state: State, command: Command) -> None:
    runner = a_session_in(state)
    expected = AFTERWARDS.get((state, type(command)), state)
    if isinstance(command, FinishEarly):
        expected = State.REVIEWING
    if isinstance(command, Close | Abandon) or (state, command) == (State.REVIEWING, Go()):
        expected = State.FINISHED

    runner.feed(command, runner.now_ms + (60_000 if isinstance(command, Slept) else 1_000))

    assert runner.state is expected


def test_a_refusal_says_what_was_pressed_and_when() -> None:
    with pytest.raises(Refused, match="skip does nothing while ready"):
        check(State.READY, Skip())


def test_a_correction_is_refused_and_not_offered_before_a_set_is_done() -> None:
    runner = a_runner(a_set(5, prepare="5s"))
    runner.feed(Go(), 0)
    before = Viewer(runner).view()

    with pytest.raises(Refused):
        runner.feed(Amend(SET_1, reps=5), 0)

    assert Amend not in before.allowed
    assert Viewer(runner).view() == before


def test_the_count_in_after_a_pause_has_a_fixed_length() -> None:
    runner = a_session_in(State.PAUSED)
    runner.feed(Go(), 30_000)
    before = Viewer(runner).view()

    with pytest.raises(Refused):
        runner.feed(AddTime(15_000), 31_000)

    assert AddTime not in before.allowed
    assert Viewer(runner).view() == before


def test_nothing_follows_the_end_of_a_session() -> None:
    runner = a_session_in(State.FINISHED)

    events = runner.advance(24 * 3_600_000)

    assert events == ()


def test_the_end_is_told_once_and_last() -> None:
    runner = a_session_in(State.WORKING)

    events = runner.feed(FinishEarly(), 28_000) + runner.feed(Close(), 29_000)

    assert [event for event in events if isinstance(event, SessionFinished)] == [events[-1]]
