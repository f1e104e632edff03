"""Changes of what comes at odd moments: in pauses, between sides, in a set that is done again, at
the very cap of a block."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import (
    AddSet,
    Back,
    ChangeLoad,
    Defer,
    DropSet,
    Go,
    Jump,
    Note,
    Pause,
    Redo,
    Skip,
)
from benchside.runner.machine import Refused, State
from benchside.session.values.load import parse_load
from benchside.session.values.vocabulary import SetType
from benchside.timeline.set_id import SetId
from benchside.view.viewer import Viewer
from tests.builders import a_block, a_runner, a_set, a_started, an_exercise

if TYPE_CHECKING:
    from benchside.runner.runner import Runner

A1 = SetId(0, 0, 1)
HEAVIER = parse_load("110 kg")


def state_of(runner: Runner) -> State:
    """Return where the session stands now; it changes between two questions."""
    return runner.state


def test_another_load_in_the_count_in_of_a_set_done_again_does_not_end_it() -> None:
    runner = a_started(
        a_block(
            an_exercise(*(a_set(5, prepare="5s", load="100 kg") for _ in range(3)), name="A"),
        )
    )
    runner.feed(Go(), 3_000)
    runner.feed(Go(), 10_000)
    runner.feed(Redo(), 11_000)
    assert runner.run.step.set == A1

    runner.feed(ChangeLoad(SetId(0, 0, 3), HEAVIER, all_left=False), 12_000)

    assert runner.run.step.set == A1


def test_a_set_added_in_a_pause_does_not_end_the_pause() -> None:
    runner = a_started(a_block(an_exercise(*(a_set(5, prepare="5s") for _ in range(3)), name="A")))
    runner.feed(Go(), 3_000)
    runner.feed(Go(), 10_000)
    runner.feed(Redo(), 11_000)
    runner.feed(Pause(), 12_000)

    runner.feed(AddSet(A1), 13_000)

    assert state_of(runner) is State.PAUSED
    assert runner.run.step.set == A1


def test_between_its_sides_a_set_is_not_left_for_another() -> None:
    sides = ("left", "right")
    runner = a_started(a_set(5, sides=sides, switch="10s"), a_set(5, prepare="5s"))
    runner.feed(Go(), 5_000)
    assert state_of(runner) is State.PREPARING

    with pytest.raises(Refused):
        runner.feed(Jump(runner.run.agenda.sets[1].id), 6_000)

    assert not {Jump, Redo} & Viewer(runner).view().allowed


def test_in_the_count_in_after_a_pause_a_set_is_not_left_for_another() -> None:
    runner = a_started(a_set(time="60s"), a_set(5, prepare="5s"))
    runner.feed(Pause(), 20_000)
    runner.feed(Go(), 30_000)
    assert state_of(runner) is State.PREPARING

    with pytest.raises(Refused):
        runner.feed(Jump(runner.run.agenda.sets[1].id), 31_000)


def test_a_note_stays_with_its_set_when_that_is_put_off() -> None:
    runner = a_started(a_set(5, prepare="5s"), a_set(5, prepare="5s"))
    a, b = (one.id for one in runner.run.agenda.sets)
    runner.feed(Note(a, "left knee"), 1_000)

    runner.feed(Jump(b), 2_000)
    assert Viewer(runner).view().note.text == ""
    runner.feed(Go(), 5_000)
    runner.feed(Go(), 12_000)
    runner.feed(Back(), 13_000)
    runner.feed(Go(), 15_000)
    runner.feed(Go(), 24_000)

    notes = {one.set: one.note for one in runner.run.results.sets}
    assert notes == {a: "left knee", b: ""}


def test_a_round_added_when_its_block_was_over_still_has_its_rest_and_its_count_in() -> None:
    runner = a_started(
        a_block(a_set(5, prepare="10s", rest="90s"), rounds=1, every="30s"),
        a_block(a_set(5)),
    )
    runner.feed(Go(), 8_000)
    runner.feed(Go(), 20_000)

    runner.feed(AddSet(SetId(0, 0, 1, 1)), 70_000)

    assert state_of(runner) is State.RESTING
    runner.advance(78_000)
    assert state_of(runner) is State.PREPARING
    assert Viewer(runner).view().seconds == 10
    runner.advance(88_000)
    assert state_of(runner) is State.WORKING


def test_a_set_of_only_ramp_sets_cannot_be_added() -> None:
    ramp = replace(a_set(5, set_type=SetType.WARM_UP), is_ramp=True)
    runner = a_runner(a_block(an_exercise(ramp, a_set(5), name="A"), an_exercise(a_set(5))))
    ramp_id, working = runner.run.agenda.sets[0].id, runner.run.agenda.sets[1].id
    runner.feed(DropSet(working), 0)

    with pytest.raises(Refused, match="only ramp sets"):
        runner.feed(AddSet(ramp_id), 0)


def test_an_open_round_cannot_be_left_out_whole() -> None:
    runner = a_started(a_block(a_set(5), time_cap="5m"))

    with pytest.raises(Refused, match="rounds go on until the time is over"):
        runner.feed(DropSet(SetId(0, 0, 2, 2)), 1_000)


def test_a_set_left_out_of_an_open_round_does_not_come_back() -> None:
    runner = a_started(a_block(a_set(5, prepare="5s"), a_set(5, prepare="5s"), time_cap="5m"))
    dropped = SetId(0, 0, 2, 2)
    runner.feed(DropSet(dropped), 1_000)
    runner.feed(Skip(), 2_000)

    runner.feed(Jump(SetId(0, 0, 1, 1)), 3_000)

    assert dropped not in runner.run.agenda


def at_the_cap() -> Runner:
    """The time of a block is over, and the rest before the next one goes on."""
    runner = a_started(
        a_block(a_set(5, rest="10s"), a_set(5, prepare="20s", rest="60s"), time_cap="1m"),
        a_block(a_set(5)),
    )
    runner.feed(Go(), 50_000)
    runner.advance(61_000)
    assert state_of(runner) is State.RESTING
    return runner


@pytest.mark.parametrize("command", [DropSet, Defer, AddSet, Jump])
def test_what_does_not_come_any_more_cannot_be_changed(command: type[DropSet]) -> None:
    runner = at_the_cap()

    with pytest.raises(Refused, match="the time of its block is over"):
        runner.feed(command(runner.run.step.set), 62_000)


def test_after_the_cap_the_last_set_is_not_done_again() -> None:
    runner = at_the_cap()

    with pytest.raises(Refused):
        runner.feed(Redo(), 62_000)

    assert Redo not in Viewer(runner).view().allowed


def test_a_set_added_after_a_capped_block_leaves_the_rest_as_long_as_it_is() -> None:
    runner = a_started(
        a_block(a_set(5, rest="10s"), a_set(5, rest="60s"), time_cap="1m"), a_block(a_set(5))
    )
    runner.advance(61_000)
    before = Viewer(runner).view().seconds
    assert before == 59

    runner.feed(AddSet(SetId(1, 0, 1)), 61_000)

    assert Viewer(runner).view().seconds == before


def test_a_set_done_again_from_the_review_goes_on_with_the_clock_of_its_block() -> None:
    runner = a_started(a_block(a_set(5), rounds=1, time_cap="1m"))
    runner.feed(Go(), 50_000)
    assert state_of(runner) is State.REVIEWING

    runner.feed(Redo(), 300_000)

    assert state_of(runner) is State.WORKING
    runner.advance(309_999)
    assert state_of(runner) is State.WORKING
    runner.advance(310_000)
    assert state_of(runner) is State.REVIEWING


def test_a_round_added_before_the_set_that_is_paused_is_paused_as_well() -> None:
    runner = a_started(a_block(a_set(5), rounds=1), a_block(a_set(5, prepare="10s")))
    runner.feed(Go(), 1_000)
    runner.feed(Pause(), 2_000)

    runner.feed(AddSet(SetId(0, 0, 1, 1)), 3_000)

    assert state_of(runner) is State.PAUSED
    assert runner.run.step.set == SetId(0, 0, 2, 2)


def test_a_rest_that_becomes_shorter_in_a_pause_never_shows_less_than_nothing() -> None:
    runner = a_started(
        a_block(a_set(5, prepare="10s", rest="90s"), rounds=1, every="20s"),
        a_block(a_set(5)),
    )
    runner.feed(Go(), 8_000)
    runner.feed(Go(), 60_000)
    runner.feed(Pause(), 70_000)

    runner.feed(AddSet(SetId(0, 0, 1, 1)), 80_000)

    assert state_of(runner) is State.PAUSED
    assert (Viewer(runner).view().seconds or 0) >= 0
    runner.feed(Go(), 90_000)
    runner.advance(90_001)
    assert state_of(runner) is State.PREPARING
    assert Viewer(runner).view().seconds == 10
