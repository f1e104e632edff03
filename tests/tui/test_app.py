"""From screen to screen: resuming, summing up, themes, small terminals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from benchside.runner.done import SessionStatus
from benchside.testing.builders import a_record, a_set_record
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.session import SessionScreen
from benchside.tui.screens.summary import SummaryScreen
from tests.tui import views
from tests.tui.fakes import FakeLeftover, FakePlayer, FakeServices
from tests.tui.looking import Bench, library, session

STARTED = datetime(2026, 11, 24, 18, 5, tzinfo=UTC)


def interrupted() -> FakeServices:
    return FakeServices(
        FakePlayer(views.PAUSED),
        interrupted=FakeLeftover("Hip [b]thrust[/b]", STARTED),
        saved=a_record(status=SessionStatus.PARTIAL),
    )


async def stands(bench: Bench, screen: type) -> None:
    """Wait until a screen stands on top."""
    await bench.until(lambda: isinstance(bench.app.screen, screen))
    await bench.pilot.pause()


async def test_an_interrupted_session_is_asked_about_before_anything_else() -> None:
    async with library(interrupted()) as bench:
        screen = bench.seen()

        assert "A session was interrupted" in screen
        assert "Hip [b]thrust[/b]" in screen
        assert "sets done" in screen
        assert bench.services.asked == []


async def test_the_question_about_an_interrupted_session_cannot_be_waved_away() -> None:
    async with library(interrupted()) as bench:
        await bench.press("escape", "q")

        assert "A session was interrupted" in bench.seen()
        assert bench.services.asked == []


async def test_going_on_leads_into_the_session() -> None:
    async with library(interrupted()) as bench:
        await bench.press("enter")

        assert bench.services.asked == ["resume"]
        assert isinstance(bench.app.screen, SessionScreen)


async def test_saving_shows_what_was_saved() -> None:
    async with library(interrupted()) as bench:
        await bench.press("s")

        assert bench.services.asked == ["save"]
        assert isinstance(bench.app.screen, SummaryScreen)


async def test_discarding_asks_again() -> None:
    async with library(interrupted()) as bench:
        await bench.press("d")
        assert bench.services.asked == []

        await bench.press("d")

        assert bench.services.asked == ["discard"]
        assert isinstance(bench.app.screen, LibraryScreen)


async def test_a_finished_session_is_summed_up_with_the_path_of_the_log() -> None:
    done = a_set_record(number=2, of=5, reps=8, load_kg=100)
    async with session(views.CONCENTRIC, size=(120, 36)) as bench:
        bench.player.record = a_record(
            replace(done, target_reps="5-8", target_load="95 kg"), minutes=36
        )
        await bench.show(views.FINISHED)
        await stands(bench, SummaryScreen)
        screen = bench.seen()

    for text in ("set 2", "8 ", "95 kg → 100 kg", "36 min", "800 kg", "log.jsonl"):
        assert text in screen
    assert "Saved." in screen


async def test_the_summary_leads_back_to_the_library() -> None:
    async with library(interrupted()) as bench:
        await bench.press("s", "enter")

        assert isinstance(bench.app.screen, LibraryScreen)


async def test_a_session_that_was_given_up_is_not_summed_up() -> None:
    async with session(views.REST) as bench:
        bench.player.view = replace(views.FINISHED, flash=None, status=SessionStatus.ABANDONED)
        await bench.until(lambda: not isinstance(bench.app.screen, SessionScreen))

        assert not isinstance(bench.app.screen, SummaryScreen)


async def test_the_chosen_theme_is_kept() -> None:
    async with library() as bench:
        bench.app.theme = "nord"
        await bench.pilot.pause()

        assert bench.services.settings.theme == "nord"


async def test_the_theme_of_the_settings_is_used_and_an_unknown_one_is_not() -> None:
    fakes = FakeServices(FakePlayer(views.READY))
    fakes.settings = fakes.settings.model_copy(update={"theme": "gruvbox"})
    async with library(fakes) as bench:
        assert bench.app.theme == "gruvbox"

    fakes.settings = fakes.settings.model_copy(update={"theme": "no-such-theme"})
    async with library(fakes) as bench:
        assert bench.app.theme == "textual-dark"


async def test_every_theme_shows_a_session() -> None:
    async with session(views.CONCENTRIC) as bench:
        for theme in bench.app.available_themes:
            bench.app.theme = theme
            await bench.pilot.pause()

            assert "Set 2 of 5" in bench.seen()


async def test_the_shell_can_be_reached_from_the_library_and_from_a_set() -> None:
    async with library() as bench:
        assert bench.app.screen.active_bindings["ctrl+z"].enabled

    async with session(views.CONCENTRIC) as bench:
        assert bench.screen.active_bindings["ctrl+z"].enabled
