"""The summary: what it shows of a session, how its sets are corrected, and what saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import FinishEarly, Go, Skip
from benchside.runner.machine import State
from benchside.runner.results import SetStatus
from benchside.tui.screens.session import DONE_SHOWN_S, SessionScreen
from benchside.tui.screens.summary import SummaryScreen
from tests.builders import a_set
from tests.tui.test_dialogs import holds, lunges, squats
from tests.tui.training import training

if TYPE_CHECKING:
    from tests.tui.training import Training


async def do_squats(gym: Training, sets: int = 2) -> None:
    """Do so many sets at will, up to the summary."""
    for _ in range(sets):
        await gym.do_a_set()
    await gym.summary()


def logged(gym: Training) -> list[tuple[object, object]]:
    """Status and reps of every set that is in the log."""
    (line,) = gym.logbook.lines
    sets = line["sets"]
    assert isinstance(sets, list)
    return [(one["status"], one.get("actual_reps")) for one in sets]


# What it shows


async def test_the_session_is_summed_up_set_by_set_with_what_was_asked_for_beside() -> None:
    async with training(squats(sets=2, reps="5-8"), size=(120, 36)) as gym:
        await gym.do_a_set()
        await gym.burst("e", "7", "tab", *"62,5", "tab", "8", "enter")
        await gym.do_a_set()
        await gym.summary()
        screen = gym.seen()

    for text in ("Squat", "✓ set 1     7 ", "60 kg → 62.5 kg", "~ set 2     ~8 "):
        assert text in screen
    assert "1 of 2 sets · 1 to confirm" in screen


async def test_the_set_that_was_passed_over_is_told_with_the_key_that_goes_back_to_it() -> None:
    async with training(squats(sets=3), size=(80, 24)) as gym:
        await gym.do_a_set()
        await gym.press("l")
        await gym.press("down", "enter")
        await gym.do_a_set()
        await gym.summary()

        assert "1 set was passed over: b goes back." in gym.seen()
        await gym.burst("b")
        assert gym.runner.run.set.planned.number == 2


async def test_done_is_seen_before_the_summary_comes_by_itself() -> None:
    async with training(squats(sets=1)) as gym:
        await gym.do_a_set()
        assert gym.runner.state is State.REVIEWING
        assert isinstance(gym.bench.app.screen, SessionScreen)

        await gym.bench.pass_s(DONE_SHOWN_S)

        await gym.bench.until(lambda: isinstance(gym.bench.app.screen, SummaryScreen))
        assert gym.logbook.lines == []


async def test_each_side_has_its_reps() -> None:
    async with training(lunges()) as gym:
        await gym.begin()
        await gym.pass_time(20_000)
        await gym.burst("e", "3", "enter")
        gym.order(FinishEarly())
        await gym.summary()

        assert "3 and 4 of 4" in gym.seen()


async def test_the_footer_names_every_key_at_eighty_columns() -> None:
    async with training(squats(sets=2, reps="5-8")) as gym:
        await do_squats(gym)
        await gym.burst("left", "up")

        footer = " enter save  esc save as is  ←→ set  ↑↓ reps  e edit  n note  u undo  ? help"
        assert gym.seen().splitlines()[-1] == footer


async def test_the_chosen_set_is_in_sight_in_a_long_session() -> None:
    async with training(squats(sets=30)) as gym:
        gym.order(Go())
        for _ in range(60):
            gym.order(Skip())
        await gym.pass_time(1_000)
        await gym.summary()
        assert "set 30" in gym.seen()

        await gym.burst(*["left"] * 29)

        assert "set 1 " in gym.seen()


async def test_a_rehearsal_says_that_nothing_is_saved() -> None:
    async with training(squats(sets=1), is_rehearsal=True) as gym:
        await do_squats(gym, 1)

        assert "Rehearsal: nothing is saved." in gym.seen()
        assert "enter leave" in gym.seen()
        assert "save" not in gym.seen().replace("nothing is saved", "")

        await gym.save()

    assert gym.logbook.lines == []
    assert gym.bench.app.said.getvalue() == ""


async def test_a_session_without_a_set_done_says_so_and_is_not_complete() -> None:
    async with training(squats(sets=2)) as gym:
        gym.order(Go())
        gym.order(Skip())
        gym.order(Skip())
        await gym.pass_time(1_000)
        await gym.summary()
        assert "No set was done" in gym.seen()

        await gym.save()

    assert gym.logbook.lines[0]["status"] == "partial"


# Correcting


async def test_arrows_and_digits_correct_the_chosen_set() -> None:
    async with training(squats(sets=2)) as gym:
        await do_squats(gym)

        await gym.burst("down")
        assert gym.done(1).reps == 4
        await gym.burst("left", "1", "2")

        assert [done.reps for done in gym.runner.run.results.sets] == [12, 4]
        assert "✓ set 1     12 " in gym.seen()
        assert "✓ set 2     4 of 5" in gym.seen()


async def test_a_key_held_since_before_the_last_set_ended_corrects_nothing() -> None:
    async with training(holds(), squats(sets=1)) as gym:
        await gym.begin()
        await gym.pass_time(70_000)
        for _ in range(4):
            await gym.bench.press("down", "3")
        gym.order(Go())
        for _ in range(4):
            await gym.bench.press("down", "3")
        await gym.summary()
        for _ in range(4):
            await gym.bench.press("down", "3")

        assert gym.done(1).reps == 5


async def test_digits_for_one_set_do_not_go_on_in_the_next() -> None:
    async with training(squats(sets=2)) as gym:
        await do_squats(gym)

        await gym.burst("left", "1", "right", "2")

        assert [done.reps for done in gym.runner.run.results.sets] == [1, 2]


async def test_the_chosen_set_is_edited_and_noted_on() -> None:
    async with training(squats(sets=2)) as gym:
        await do_squats(gym)

        await gym.burst("left", "e", "6", "enter")
        await gym.burst("n", *"deep", "enter")

        assert (gym.done(0).reps, gym.done(0).note, gym.done(1).note) == (6, "deep", "")
        assert "✓ set 1     6 " in gym.seen()


async def test_up_on_a_hold_changes_nothing() -> None:
    async with training(holds()) as gym:
        await gym.begin()
        await gym.pass_time(10_000)
        await gym.summary()

        await gym.burst("up", "7", "down")

        assert gym.done(0).status is SetStatus.ASSUMED
        assert gym.done(0).reps is None


async def test_a_correction_is_taken_back_with_undo() -> None:
    async with training(squats(sets=1)) as gym:
        await do_squats(gym, 1)
        await gym.burst("down")

        await gym.burst("u")

        assert gym.done(0).reps == 5
        assert "✓ set 1     5 " in gym.seen()


async def test_a_session_that_was_finished_by_mistake_goes_on_with_undo() -> None:
    async with training(squats(sets=2)) as gym:
        await gym.do_a_set()
        gym.order(FinishEarly())
        await gym.summary()

        await gym.burst("u")

        assert isinstance(gym.bench.app.screen, SessionScreen)
        assert gym.runner.state is State.RESTING
        assert gym.logbook.lines == []


async def test_a_set_that_was_skipped_at_the_end_is_returned_to() -> None:
    async with training(squats(sets=2)) as gym:
        await gym.do_a_set()
        gym.order(Go())
        gym.order(Skip())
        await gym.pass_time(1_000)
        await gym.summary()

        await gym.burst("b")
        assert isinstance(gym.bench.app.screen, SessionScreen)
        await gym.begin()
        await gym.summary()

        assert [done.status for done in gym.runner.run.results.sets] == [
            SetStatus.DONE,
            SetStatus.DONE,
        ]


# Saving


async def test_enter_confirms_every_set_and_saves() -> None:
    async with training(squats(sets=2, reps="5-8")) as gym:
        await do_squats(gym)

        await gym.save()

    assert logged(gym) == [("done", 8), ("done", 8)]
    assert "Saved in log.jsonl" in gym.bench.app.said.getvalue()


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_escape_saves_without_confirming(key: str) -> None:
    async with training(squats(sets=2, reps="5-8")) as gym:
        await do_squats(gym)
        assert "esc does not" in gym.seen()

        await gym.save(key)

    assert logged(gym) == [("done", 8), ("assumed", 8)]


async def test_what_was_corrected_is_what_is_saved() -> None:
    async with training(squats(sets=2)) as gym:
        await do_squats(gym)

        await gym.burst("down", "left", "7")
        await gym.save()

    assert logged(gym) == [("done", 7), ("done", 4)]


async def test_a_go_key_pressed_once_too_often_leads_to_the_summary_and_saves_nothing() -> None:
    async with training(squats(sets=1)) as gym:
        await gym.do_a_set()

        await gym.bench.hold("space")

        assert isinstance(gym.bench.app.screen, SummaryScreen)
        assert gym.logbook.lines == []


async def test_the_key_that_closes_a_dialog_does_not_save_as_well() -> None:
    async with training(squats(sets=1)) as gym:
        await do_squats(gym, 1)
        await gym.bench.read()
        await gym.burst("n")

        await gym.bench.hold("enter")

        assert isinstance(gym.bench.app.screen, SummaryScreen)
        assert gym.logbook.lines == []


async def test_a_summary_that_is_left_with_control_c_is_saved_as_it_stands() -> None:
    async with training(squats(sets=1, reps="5-8")) as gym:
        await do_squats(gym, 1)
        await gym.bench.press("ctrl+c")

    assert logged(gym) == [("assumed", 8)]
    assert gym.bench.app.return_code == 130
    assert "Saved in log.jsonl" in gym.bench.app.said.getvalue()


async def test_a_full_disk_is_told_on_the_summary() -> None:
    async with training(squats(sets=1)) as gym:
        await gym.do_a_set()
        gym.journal.failure = OSError(28, "No space left on device")
        await gym.summary()
        await gym.burst("down")

        assert "not saved since" in gym.seen()
        assert "No space left on device" in gym.seen()


async def test_trouble_that_goes_by_itself_goes_from_the_summary_too() -> None:
    async with training(squats(sets=1)) as gym:
        await do_squats(gym, 1)
        gym.journal.failure = OSError(28, "No space left on device")
        await gym.burst("down")
        gym.journal.failure = None

        gym.clock.advance(3_000)

        await gym.bench.until(lambda: "No space left" not in gym.seen())


async def test_a_letter_that_does_nothing_points_to_the_keys_on_the_summary_too() -> None:
    async with training(squats(sets=1)) as gym:
        await do_squats(gym, 1)

        await gym.burst("z")

        assert "? shows" in gym.seen()


async def test_two_blocks_with_the_same_exercise_are_told_apart() -> None:
    async with training(squats(sets=1), a_set(3)) as gym:
        await gym.do_a_set()
        await gym.do_a_set()
        await gym.summary()

        assert "Legs" in gym.seen()
        assert "Main" in gym.seen()
