"""Terminals smaller than the screens are made for: what is needed is shown, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.content import Content
from textual.widgets import Input

from benchside.player.ports import SoundState, SpeakerStatus
from benchside.runner.commands import Amend, Go, Note
from benchside.testing.builders import a_record
from benchside.tui.screens.session import SessionScreen
from benchside.tui.widgets.glyphs import draw
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.small_clock import lines_of
from benchside.view.words.activities import activity_word
from benchside.view.words.sets import load_of
from tests.builders import SET_7
from tests.marks import slow
from tests.tui import views
from tests.tui.looking import library, session, summary
from tests.tui.test_app import interrupted
from tests.tui.test_library import SQUATS, services

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.looking import Program


def size_name(size: tuple[int, int]) -> str:
    width, height = size
    return f"{width}x{height}"


SIZES = [
    *((20, 6), (40, 12), (79, 23), (200, 10)),
    *slow((24, 8), (60, 16), (79, 60), (30, 50)),
]


def is_there(text: str, screen: str) -> bool:
    """Whether a text stands on the screen, in letters or in glyphs of the lowest three scales."""
    return text in screen or any(
        all(row.strip() in screen for row in draw(text, scale)) for scale in (1, 2, 3)
    )


@pytest.mark.parametrize("size", SIZES, ids=size_name)
async def test_a_small_terminal_shows_word_number_set_and_load(size: tuple[int, int]) -> None:
    async with session(views.READY, size=size) as bench:
        for view in views.ALL.values():
            await bench.show(view)
            rows = bench.seen().splitlines()

            screen = "\n".join(rows)
            assert is_there(activity_word(view), screen)
            assert load_of(view.set.load) in screen
            assert view.set.exercise[:10] in screen
            assert (
                f"{view.set.number} of {view.set.of}" in screen
                or "set 2/5" in screen
                or "set 1/2" in screen
            )
            assert all(Content(row).cell_length <= size[0] for row in rows)


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (60, 16)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_a_small_terminal_counts_reps_and_seconds(size: tuple[int, int]) -> None:
    async with session(views.CONCENTRIC, size=size) as bench:
        screen = bench.seen()

    assert is_there("4", screen)
    assert "of 5-8" in screen


@pytest.mark.parametrize("height", range(1, 24))
@pytest.mark.parametrize("width", [5, 12, 20, 33, 79, 200])
def test_in_no_place_is_nothing_shown_and_never_more_than_its_rows(width: int, height: int) -> None:
    for view in views.ALL.values():
        lines = lines_of(view, width, height)

        assert 1 <= len(lines) <= height
        assert lines[0] or lines[1]
        assert all(line.cell_length <= width for line in lines)


@pytest.mark.parametrize("height", [1, 2, 3, 4, 5])
async def test_a_terminal_of_a_few_rows_still_tells_what_to_do(height: int) -> None:
    async with session(views.REST, size=(20, height)) as bench:
        rows = bench.seen().splitlines()

    assert "REST" in rows[0]
    if height > 1:
        assert "2:45 to go" in rows[1]


@pytest.mark.parametrize("width", [20, 30, 40, 60, 79])
async def test_in_a_narrow_terminal_the_one_key_and_help_stay(width: int) -> None:
    async with session(views.REST, size=(width, 12)) as bench:
        row = bench.seen().splitlines()[-1]

    assert row.startswith(" space next set")
    assert "?" in row
    assert len(row) <= width


async def test_a_set_whose_reps_nobody_knows_asks_for_them_in_any_terminal() -> None:
    view = replace(views.REST, last=replace(views.LAST, reps=None, asks_reps=True))

    for size in ((20, 6), (40, 12), (60, 16)):
        async with session(view, size=size) as bench:
            assert "How many reps?" in bench.seen()


async def test_trouble_is_told_in_any_terminal() -> None:
    async with session(views.REST, size=(40, 6)) as bench:
        bench.session.problem = "the journal cannot be written"
        bench.session.change(views.REST)
        await bench.until(lambda: "the journal cannot be written" in bench.seen())


async def test_no_warning_stands_over_the_clock_of_a_small_terminal() -> None:
    silent = SpeakerStatus(SoundState.NO_DEVICE, detail="no sound device was found")
    async with session(views.REST, size=(40, 12)) as bench:
        bench.session.sound = silent
        bench.session.change(views.REST)
        await bench.until(lambda: "screen cues only" in bench.seen())
        await bench.settle()

        assert "no sound device" not in bench.seen()
        assert "100 kg" in bench.seen()


async def test_seconds_of_a_count_in_have_their_unit_in_a_few_rows() -> None:
    async with session(views.PREPARE, size=(20, 6)) as bench:
        assert "7 s to go" in bench.seen()


async def test_the_keys_work_in_a_small_terminal() -> None:
    async with session(views.REST, size=(20, 6)) as bench:
        await bench.press("space", "up")

        assert bench.session.told == [Go(), Amend(SET_7, reps=9)]


async def test_a_terminal_that_grows_and_shrinks_in_a_set_shows_the_set_of_now() -> None:
    async with session(views.CONCENTRIC, size=(120, 36)) as bench:
        await resize(bench, 40, 12)
        await bench.show(replace(views.CONCENTRIC, rep=5, reps_done=4))
        assert is_there("5", bench.seen())

        await resize(bench, 80, 24)
        assert "Set 2 of 5" in bench.seen()
        assert is_there("5", bench.seen())

        await resize(bench, 20, 6)
        assert "rep 5 of 5-8" in bench.seen()
        assert isinstance(bench.app.screen, SessionScreen)
        assert not bench.session.is_closed


async def test_what_was_typed_into_a_dialog_outlives_a_smaller_terminal() -> None:
    async with session(views.REST, size=(80, 24)) as bench:
        await bench.press("n", *"easy")
        await resize(bench, 40, 12)
        assert bench.app.screen.query_one(Input).value == "easy"

        await bench.press("enter")
        await bench.settle()

        assert bench.session.told == [Note(SET_7, "easy")]
        assert is_there("2:45", bench.seen())
        assert "Set 2 of 5" not in bench.seen()


@pytest.mark.parametrize("size", [(60, 16), (40, 12)], ids=["60x16", "40x12"])
@pytest.mark.slow
async def test_every_dialog_can_be_used_in_a_small_terminal(size: tuple[int, int]) -> None:
    async with session(views.REST, size=size) as bench:
        await bench.press("e")
        for needed in ("Reps", "Load", "RPE", "save"):
            assert needed in bench.seen()
        await bench.press("backspace", "7", "enter")

        await bench.press("q")
        for needed in ("Keep training", "Finish", "Discard"):
            assert needed in bench.seen()
        await bench.press("escape", "question_mark")
        assert "Stop the clock" in bench.seen()

        assert bench.session.told == [Amend(SET_7, reps=7)]


@pytest.mark.parametrize("size", [(60, 16), (40, 12)], ids=["60x16", "40x12"])
async def test_an_interrupted_session_is_asked_about_in_a_small_terminal(
    size: tuple[int, int],
) -> None:
    async with library(interrupted(), size=size) as bench:
        for needed in ("interrupted", "Keep training", "Finish", "Discard"):
            assert needed in bench.seen()


@pytest.mark.parametrize("size", SIZES, ids=size_name)
async def test_a_session_is_chosen_and_begun_in_a_small_terminal(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with library(services(tmp_path, squats=SQUATS), size=size) as bench:
        await bench.until(lambda: "Squats" in bench.seen())
        await bench.press("enter")

        assert bench.services.asked == ["play squats"]


@pytest.mark.parametrize("size", SIZES, ids=size_name)
async def test_a_summary_is_read_and_left_in_a_small_terminal(size: tuple[int, int]) -> None:
    async with summary(a_record(minutes=36), size=size) as bench:
        screen = bench.seen()

        assert "36 min" in screen
        assert "Enter saves" in screen
        assert bench.app.screen.query_one(KeyLine)
        await bench.read()
        await bench.press("enter")
        assert bench.session.told == [Go()]


async def test_where_a_page_has_no_room_at_all_it_says_which_size_is_needed() -> None:
    async with library(size=(19, 5)) as bench:
        await bench.settle()

        assert "20×6" in bench.seen()


async def resize(bench: Program, width: int, height: int) -> None:
    await bench.pilot.resize_terminal(width, height)
    await bench.settle()


async def test_page_keys_do_nothing_in_a_terminal_of_one_cell(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await resize(bench, 1, 1)
        await bench.press("pageup", "pagedown")
        await resize(bench, 80, 24)

        assert "Squats" in bench.seen()


async def test_page_keys_do_nothing_in_a_palette_of_one_cell(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("ctrl+p")
        await resize(bench, 1, 1)
        await bench.press("pageup", "pagedown")
        await resize(bench, 80, 24)

        assert not bench.app.has_panicked
