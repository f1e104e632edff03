"""A session that bends: what comes can change while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import (
    AddSet,
    Amend,
    Back,
    ChangeLoad,
    Defer,
    DropSet,
    Go,
    Jump,
    Pause,
    Redo,
    Skip,
    Swap,
    Undo,
)
from benchside.runner.machine import Refused, State
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.load import parse_load
from benchside.session.values.reps import RepTarget
from benchside.session.values.tempo import StartsWith
from benchside.timeline.set_id import SetId
from benchside.view.overview import SetStage, overview_of
from benchside.view.viewer import Viewer
from tests.builders import a_block, a_set, a_started, an_exercise

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.runner import Runner

A1, A2, B1, C1 = SetId(0, 0, 1), SetId(0, 0, 2), SetId(0, 1, 1), SetId(0, 2, 1)


def session() -> Runner:
    rest = "30s"
    return a_started(
        a_block(
            an_exercise(a_set(5, rest=rest, load="100 kg"), a_set(5, rest=rest), name="A"),
            an_exercise(a_set(5, rest=rest, prepare="5s"), name="B"),
            an_exercise(a_set(5), name="C"),
        )
    )


def resting() -> Runner:
    """The first set is done, and the rest after it goes on."""
    runner = session()
    runner.feed(Go(), 10_000)
    return runner


def order(runner: Runner) -> list[SetId]:
    return [one.set for one in runner.run.results.sets]


def test_a_jump_in_a_rest_changes_what_is_rested_for_and_not_how_long() -> None:
    runner = resting()

    runner.feed(Jump(B1), 20_000)

    assert Viewer(runner).view().set.id == B1
    assert Viewer(runner).view().state is State.RESTING
    runner.advance(40_000)
    assert Viewer(runner).view().state is State.WORKING


def test_what_is_passed_over_stays_to_come_and_is_marked_by_nothing() -> None:
    runner = resting()

    runner.feed(Jump(C1), 20_000)
    view = Viewer(runner).view()

    assert order(runner) == [A1]
    assert (view.sets_total, view.sets_passed_over) == (4, 2)
    assert [one.stage for one in overview_of(runner.run)] == [
        SetStage.DONE,
        SetStage.PASSED_OVER,
        SetStage.PASSED_OVER,
        SetStage.NOW,
    ]


def test_the_review_offers_the_sets_that_were_passed_over_before_it_is_complete() -> None:
    runner = resting()
    runner.feed(Jump(C1), 20_000)
    runner.feed(Go(), 55_000)

    assert runner.state is State.REVIEWING
    assert Viewer(runner).view().sets_passed_over == 2
    assert runner.review_status is SessionStatus.PARTIAL

    runner.feed(Back(), 70_000)

    assert Viewer(runner).view().set.id == A2


def test_the_log_holds_every_set_once_in_the_order_it_was_done() -> None:
    runner = resting()
    runner.feed(Jump(C1), 20_000)
    runner.feed(Go(), 55_000)
    runner.feed(Back(), 61_000)
    for at_ms in (70_000, 72_000, 75_000, 90_000):
        runner.feed(Go(), at_ms)

    assert order(runner) == [A1, C1, A2, B1]
    assert runner.review_status is SessionStatus.COMPLETE


def test_a_set_that_is_done_is_not_jumped_to_but_one_that_was_skipped_is() -> None:
    runner = resting()

    with pytest.raises(Refused, match="corrected"):
        runner.feed(Jump(A1), 11_000)

    runner.feed(Go(), 12_000)
    runner.feed(Skip(), 13_000)
    runner.feed(Jump(A2), 14_000)
    assert Viewer(runner).view().set.id == A2


def test_a_set_that_is_done_again_keeps_its_result_until_it_is() -> None:
    runner = resting()
    runner.feed(Amend(A1, reps=2), 11_000)

    runner.feed(Redo(), 12_000)

    assert runner.state is State.WORKING
    assert [one.reps for one in runner.run.results.sets] == [2]
    runner.feed(Go(), 20_000)
    assert [(one.set, one.reps, one.started_ms) for one in runner.run.results.sets] == [
        (A1, 5, 12_000)
    ]
    assert Viewer(runner).view().set.id == A2


def test_a_set_that_is_begun_again_and_skipped_keeps_what_was_done_of_it() -> None:
    runner = resting()

    runner.feed(Redo(), 12_000)
    runner.feed(Skip(), 14_000)

    assert [(one.set, one.status, one.reps) for one in runner.run.results.sets] == [
        (A1, SetStatus.DONE, 5)
    ]
    assert Viewer(runner).view().set.id == A2


def test_an_exercise_put_off_in_its_count_in_lets_the_next_begin_its_own() -> None:
    runner = resting()
    runner.feed(Jump(B1), 11_000)
    runner.feed(Go(), 12_000)
    assert Viewer(runner).view().state is State.PREPARING

    runner.feed(Defer(B1), 13_000)

    assert Viewer(runner).view().set.id == C1
    assert Viewer(runner).view().state is State.WORKING


def test_the_set_that_is_worked_stays_while_the_rest_of_its_exercise_is_put_off() -> None:
    runner = session()

    runner.feed(Defer(A1), 5_000)
    runner.feed(Go(), 10_000)

    assert order(runner) == [A1]
    assert Viewer(runner).view().set.id == B1


def test_a_set_added_in_the_review_can_be_done() -> None:
    runner = a_started(a_set(5))
    runner.feed(Go(), 10_000)

    runner.feed(AddSet(A1), 20_000)
    runner.feed(Back(), 21_000)

    view = Viewer(runner).view()
    assert (view.set.number, view.set.of, view.state) == (2, 2, State.WORKING)


def test_a_set_that_is_left_out_in_its_rest_is_not_waited_for() -> None:
    runner = resting()

    runner.feed(DropSet(A2), 20_000)

    assert Viewer(runner).view().set.id == B1
    assert [one.stage for one in overview_of(runner.run)] == [
        SetStage.DONE,
        SetStage.NOW,
        SetStage.TO_COME,
    ]


@pytest.mark.parametrize("command", [DropSet(A1), Defer(A1)])
def test_a_set_that_goes_on_after_a_pause_is_neither_left_out_nor_put_off(command: Command) -> None:
    plank = an_exercise(a_set(time="20s"), name="Plank")
    runner = a_started(a_block(plank, an_exercise(a_set(5), name="B")))
    runner.feed(Pause(), 3_000)
    runner.feed(Go(), 4_000)
    assert runner.state is State.PREPARING  # the count-in after the pause

    with pytest.raises(Refused):
        runner.feed(command, 5_000)

    assert Viewer(runner).view().set.id == A1


def test_leaving_out_the_last_set_in_its_rest_ends_the_session() -> None:
    runner = a_started(a_set(5, rest="30s"), a_set(5))
    runner.feed(Go(), 10_000)

    runner.feed(DropSet(A2), 20_000)

    assert runner.state is State.REVIEWING


def test_another_load_while_the_set_is_worked_goes_into_its_result() -> None:
    runner = session()

    runner.feed(ChangeLoad(A1, parse_load("90 kg")), 5_000)
    runner.feed(Go(), 10_000)

    assert runner.run.results.sets[0].load == parse_load("90 kg")


def test_another_exercise_is_done_in_the_sets_that_are_left() -> None:
    runner = resting()

    runner.feed(Swap(A2, "Frog pump", StartsWith.CONCENTRIC), 20_000)
    runner.feed(Go(), 41_000)
    runner.feed(Go(), 50_000)

    exercises = [runner.run.agenda.at(one.set).planned.exercise for one in runner.run.results.sets]
    assert exercises == ["A", "Frog pump"]


@pytest.mark.parametrize(
    "command",
    [
        Jump(C1),
        Defer(A1),
        AddSet(A1),
        DropSet(B1),
        ChangeLoad(A2, parse_load("60 kg"), all_left=True),
        Swap(B1, "Frog pump", StartsWith.CONCENTRIC),
    ],
    ids=lambda command: type(command).__name__,
)
def test_every_change_of_what_comes_can_be_undone(command: Jump) -> None:
    runner = resting()
    runner.advance(20_000)
    before = runner.run.agenda, runner.run.step

    runner.feed(command, 20_000)
    runner.feed(Undo(), 21_000)

    assert (runner.run.agenda, runner.run.step) == before


def test_a_set_that_nobody_knows_is_refused_and_nothing_changes() -> None:
    runner = resting()
    before = runner.run

    with pytest.raises(Refused, match="no such set"):
        runner.feed(DropSet(SetId(7, 0, 1)), 20_000)

    assert runner.run == before


def test_changes_before_the_first_key_hold() -> None:
    from tests.builders import a_runner

    runner = a_runner(a_set(5), a_block(a_set(8)))
    runner.feed(Jump(SetId(1, 0, 1)), 0)

    runner.feed(Go(), 0)

    assert Viewer(runner).view().set.reps == RepTarget(8, 8)
    assert Viewer(runner).view().sets_passed_over == 1


def test_a_skipped_set_is_no_set_that_was_passed_over() -> None:
    runner = resting()
    runner.feed(Go(), 12_000)
    runner.feed(Skip(), 13_000)

    assert runner.run.results.sets[-1].status is SetStatus.SKIPPED
    assert Viewer(runner).view().sets_passed_over == 0
