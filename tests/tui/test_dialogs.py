"""The dialogs of a session: what they ask, and that nothing typed is lost or goes elsewhere."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from benchside.runner.machine import State
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.load import format_load
from benchside.tui.dialog_keys import DISCARD, FINISH, KEEP
from benchside.tui.screens.correct import CorrectScreen
from benchside.tui.screens.finish import finish_question
from benchside.tui.screens.line import LineScreen
from benchside.tui.screens.resume import resume_question
from benchside.tui.screens.session import DONE_SHOWN_S, SessionScreen
from benchside.tui.screens.summary import SummaryScreen
from tests.builders import a_block, a_set, an_exercise
from tests.tui import views
from tests.tui.fakes import FakeLeftover
from tests.tui.looking import session
from tests.tui.test_app import STARTED
from tests.tui.training import training

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.runner.results import SetResult
    from benchside.session.plan.plan import PlannedBlock
    from benchside.tui.screens.question import Choice, Question


def squats(
    *, sets: int = 3, reps: int | str = 5, load: str | None = "60 kg", rest: str = "60s"
) -> PlannedBlock:
    """Plan squats at will."""
    one = a_set(reps, rest=rest, load=load)
    return a_block(an_exercise(*[one] * sets, name="Squat"), name="Legs")


def holds(*, sets: int = 1) -> PlannedBlock:
    """Plan planks, which end by themselves."""
    return a_block(an_exercise(*[a_set(time="10s", rest="60s")] * sets, name="Plank"), name="Trunk")


def lunges() -> PlannedBlock:
    """Plan two sets of four reps a side, to a tempo."""
    one = a_set(4, tempo="1-0-1-0", sides=("left", "right"), switch="3s", rest="60s", load="20 kg")
    return a_block(an_exercise(one, one, name="Lunge"), name="Legs")


LEFT = FakeLeftover("Squats", STARTED)


def choices(question: Question[Any]) -> Iterator[Choice[Any]]:
    """List the answers of a question and of those behind it."""
    for choice in question.choices:
        yield choice
        if choice.sure is not None:
            yield from choices(choice.sure)


def load_of(done: SetResult) -> str:
    return format_load(done.load) if done.load is not None else ""


# The session ends, or goes on, below a dialog


@pytest.mark.parametrize("key", ["e", "n", "q", "question_mark", "ctrl+p"])
async def test_a_session_that_ends_below_a_dialog_is_reviewed_once_the_dialog_has_gone(
    key: str,
) -> None:
    async with training(squats(sets=1, rest="5s"), holds()) as gym:
        await gym.do_a_set()
        await gym.press(key)
        await gym.pass_time(16_000)
        assert gym.runner.state is State.REVIEWING
        assert not isinstance(gym.bench.app.screen, SummaryScreen)

        await gym.bench.press("escape")
        await gym.summary()

        assert "Plank" in gym.seen()


async def test_a_note_reaches_the_set_that_its_dialog_names_though_it_has_ended() -> None:
    async with training(holds(), squats(sets=1)) as gym:
        await gym.begin()
        await gym.burst("n", *"deep")
        await gym.pass_time(12_000)

        assert "Plank, set 1 of 1" in gym.seen()
        await gym.burst("enter")
        await gym.do_a_set()

        assert [done.note for done in gym.runner.run.results.sets] == ["deep", ""]


async def test_finishing_an_ended_session_leads_to_its_review_all_the_same() -> None:
    async with training(squats(sets=1, rest="5s"), holds()) as gym:
        await gym.do_a_set()
        await gym.press("q")
        await gym.pass_time(16_000)

        await gym.burst("f")
        await gym.summary()

        assert gym.runner.state is State.REVIEWING


async def test_the_palette_is_closed_before_done_is_left() -> None:
    async with training(squats(sets=1)) as gym:
        await gym.do_a_set()
        await gym.burst("ctrl+p")
        await gym.bench.pass_s(DONE_SHOWN_S)
        assert gym.runner.state is State.REVIEWING

        await gym.bench.press("escape")
        await gym.summary()


# Finishing


def test_letters_mean_the_same_in_every_question() -> None:
    asked = [*choices(finish_question(views.REST)), *choices(resume_question(LEFT))]

    meanings: dict[str, set[str]] = {}
    for choice in asked:
        meanings.setdefault(choice.key, set()).add(choice.label.split()[0])

    assert meanings == {KEEP: {"Keep"}, FINISH: {"Finish"}, DISCARD: {"Discard"}}


def test_what_loses_something_is_asked_twice_and_the_first_answer_loses_nothing() -> None:
    asked = [*choices(finish_question(views.REST)), *choices(resume_question(LEFT))]

    for sure in (choice.sure for choice in asked if choice.sure is not None):
        assert sure.choices[0].key == KEEP
        assert "For 30 days" in sure.about
    assert all(choice.label.startswith("Discard") for choice in asked if choice.sure is not None)


async def test_a_key_held_down_does_not_discard_the_session() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.press("q")

        await gym.bench.hold("x")

        assert "Discard this session with its 1 set?" in gym.seen()
        assert gym.runner.state is State.RESTING


async def test_a_second_question_takes_no_answer_before_it_can_have_been_read() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.press("q", "x")

        await gym.burst("enter", "escape", "k", "x")

        assert "Discard this session" in gym.seen()
        assert gym.runner.state is State.RESTING


async def test_a_session_is_discarded_by_who_has_read_the_second_question() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.press("q", "x")
        await gym.bench.read()

        await gym.burst("x")

        assert gym.runner.run.status is SessionStatus.ABANDONED
        assert gym.journal.is_set_aside
        assert gym.logbook.lines == []


async def test_discarding_can_be_thought_better_of() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.press("q", "x")
        await gym.bench.read()

        await gym.burst("escape")

        assert isinstance(gym.bench.app.screen, SessionScreen)
        assert gym.runner.state is State.RESTING


@pytest.mark.parametrize("key", ["F", "а", "А"])
async def test_a_question_is_answered_with_caps_lock_and_on_a_cyrillic_keyboard(key: str) -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.press("q", key)
        await gym.summary()

        assert gym.runner.state is State.REVIEWING


async def test_two_answers_at_one_moment_are_one_answer() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()

        await gym.burst("q", "k", "k")

        assert isinstance(gym.bench.app.screen, SessionScreen)
        assert gym.runner.state is State.RESTING


async def test_the_key_that_answers_a_question_does_not_start_the_next_set_as_well() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.press("q")

        await gym.bench.hold("enter")

        assert isinstance(gym.bench.app.screen, SessionScreen)
        assert gym.runner.state is State.RESTING


# Correcting


async def test_a_set_is_corrected_field_by_field() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.press("e")

        await gym.burst("7", "tab", *"102.5␣kg", "down", *"8,5", "enter")

        assert (gym.done(0).reps, load_of(gym.done(0))) == (7, "102.5 kg")
        assert gym.done(0).rpe == Decimal("8.5")


@pytest.mark.parametrize(
    ("typed", "load"),
    [
        ("62.5", "62.5 kg"),
        ("62,5 kg", "62.5 kg"),
        ("105", "105 kg"),
        ("62.5 lb", "62.5 lb"),
        ("bodyweight", "bodyweight"),
    ],
)
async def test_a_load_takes_the_unit_of_its_set_and_a_comma(typed: str, load: str) -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("e", "tab", *typed.replace(" ", "␣"), "enter")

        assert load_of(gym.done(0)) == load


async def test_a_load_of_two_dumbbells_stays_one_of_two_dumbbells() -> None:
    async with training(squats(load="2 x 20 kg")) as gym:
        await gym.do_a_set()
        await gym.burst("e", "tab", *"22,5", "enter")

        assert load_of(gym.done(0)) == "2 x 22.5 kg"


async def test_a_value_that_cannot_be_read_says_what_to_write_and_changes_nothing() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("e", "x", "enter")

        assert '"x" is not a number of reps' in gym.seen()
        assert gym.done(0).reps == 5


async def test_saving_a_set_unchanged_answers_for_it() -> None:
    async with training(squats(reps="5-8")) as gym:
        await gym.do_a_set()
        assert gym.done(0).status is SetStatus.ASSUMED

        await gym.burst("e", "enter")

        assert gym.done(0).status is SetStatus.DONE
        assert isinstance(gym.bench.app.screen, SessionScreen)


async def test_leaving_the_dialog_changes_and_answers_nothing() -> None:
    async with training(squats(reps="5-8")) as gym:
        await gym.do_a_set()
        await gym.burst("e", "3", "escape")

        assert gym.done(0).status is SetStatus.ASSUMED
        assert gym.done(0).reps == 8


async def test_each_side_is_asked_for_by_its_name() -> None:
    async with training(lunges()) as gym:
        await gym.begin()
        await gym.pass_time(20_000)
        await gym.press("e")
        assert "Reps left" in gym.seen()
        assert "Reps right" in gym.seen()

        await gym.burst("3", "down", "2", "enter")

        assert [(side.side, side.reps) for side in gym.done(0).sides] == [("left", 3), ("right", 2)]


async def test_earlier_sets_are_reached_and_what_was_typed_is_kept() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.do_a_set()
        await gym.press("e")

        await gym.burst("7", "pageup")
        assert "Squat, set 1 of 3" in gym.seen()
        await gym.burst("6", "pagedown")
        assert "Squat, set 2 of 3" in gym.seen()
        await gym.burst("enter")

        assert [done.reps for done in gym.runner.run.results.sets] == [6, 7]


async def test_earlier_sets_are_reached_by_the_own_keys_that_their_dialog_names() -> None:
    own = '[keys]\n"correct.set_before" = "f5"\n"correct.next_set" = "f6"\n'
    async with training(squats(), keys=own) as gym:
        await gym.do_a_set()
        await gym.do_a_set()
        await gym.press("e")
        assert "f5 f6 other sets" in gym.seen()

        await gym.burst("7", "pageup", "f5")
        assert "Squat, set 1 of 3" in gym.seen()
        await gym.burst("6", "f6")
        assert "Squat, set 2 of 3" in gym.seen()
        await gym.burst("enter")

        assert [done.reps for done in gym.runner.run.results.sets] == [6, 7]


async def test_a_set_that_is_come_back_to_shows_what_was_typed_there() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.do_a_set()
        await gym.press("e")

        await gym.burst("2", "pageup", "pagedown", "tab", *"70", "enter")

        assert (gym.done(1).reps, load_of(gym.done(1))) == (2, "70 kg")


async def test_a_set_is_not_left_while_a_value_of_it_cannot_be_read() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.do_a_set()
        await gym.press("e")

        await gym.burst("x", "pageup")

        assert "Squat, set 2 of 3" in gym.seen()
        assert '"x" is not a number of reps' in gym.seen()


async def test_a_hold_has_no_reps_to_correct() -> None:
    async with training(holds(sets=2)) as gym:
        await gym.begin()
        await gym.pass_time(15_000)
        await gym.press("e")

        assert "Load" in gym.seen()
        assert "Reps" not in gym.seen()


# Keys in a burst


async def test_what_is_typed_behind_the_key_of_a_dialog_goes_into_it() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()

        await gym.burst("e", "7", "enter")
        await gym.burst("n", *"easy", "enter")

        assert (gym.done(0).reps, gym.done(0).note) == (7, "easy")
        assert isinstance(gym.bench.app.screen, SessionScreen)


async def test_enter_pressed_twice_closes_the_dialog_and_nothing_else() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()

        await gym.burst("n", "x", "enter", "enter")

        assert isinstance(gym.bench.app.screen, SessionScreen)
        assert gym.runner.state is State.RESTING


# Notes


async def test_a_note_dialog_opens_with_what_is_written_already() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("n", *"heels", "enter")

        await gym.burst("n")
        assert "heels" in gym.seen()
        await gym.burst("comma", "␣", *"pad", "enter")

        assert gym.done(0).note == "heels, pad"


async def test_a_note_is_taken_back_by_emptying_it() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("n", *"heels", "enter")

        await gym.burst("n", "ctrl+u", "enter")

        assert gym.done(0).note == ""


async def test_a_note_that_is_left_stays_as_it_was() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("n", *"heels", "enter")

        await gym.burst("n", *"gone", "escape")

        assert gym.done(0).note == "heels"


async def test_a_note_on_the_set_that_is_worked_is_on_it_when_it_ends() -> None:
    async with training(squats()) as gym:
        await gym.begin()
        await gym.burst("n", *"slow", "enter")
        await gym.begin()

        assert gym.done(0).note == "slow"


async def test_the_lines_of_a_pasted_note_are_joined_with_a_space() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("n")

        await gym.paste("left heel lifts\n  pad\tslipped\r\n")
        await gym.burst("enter")

        assert gym.done(0).note == "left heel lifts pad slipped"


async def test_a_pasted_note_that_is_too_long_is_kept_as_far_as_it_goes() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("n")

        await gym.paste("x" * 2_500)
        await gym.burst("enter")

        assert gym.done(0).note == "x" * 2_000


async def test_nothing_that_commands_a_terminal_is_pasted_into_a_note() -> None:
    async with training(squats()) as gym:
        await gym.do_a_set()
        await gym.burst("n")

        await gym.paste("red\x1b[31m\u202e")
        await gym.burst("enter")

        assert gym.done(0).note == "red[31m"


# What a key may mean


@pytest.mark.parametrize(
    ("keys", "screen"), [("eEуУ", CorrectScreen), ("nNтТ", LineScreen)], ids=["e", "n"]
)
async def test_a_letter_acts_with_caps_lock_and_on_a_cyrillic_keyboard(
    keys: str, screen: type
) -> None:
    async with session(views.REST) as bench:
        for key in keys:
            await bench.press(key)

            assert isinstance(bench.app.screen, screen)
            await bench.press("escape")


@pytest.mark.parametrize("key", ["z", "я", "Ω", "7"])
async def test_a_key_that_does_nothing_points_to_the_keys_that_there_are_at_once(key: str) -> None:
    view = views.REST if key != "7" else views.READY
    async with session(view) as bench:
        await bench.press(key)

        assert ("? shows" in bench.seen()) is (key != "7")
