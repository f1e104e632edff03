"""From screen to screen: resuming, summing up, themes, small terminals."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from benchside.runner.results import SessionStatus
from benchside.settings import Settings
from benchside.testing.builders import a_record
from benchside.tui.app import BenchsideApp
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.session import SessionScreen
from benchside.tui.screens.summary import SummaryScreen
from tests.tui import views
from tests.tui.fakes import FakeLeftover, FakeServices, FakeSession
from tests.tui.looking import SESSION, Program, library, running, session

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchside.tui.services import Services

STARTED = datetime(2026, 11, 24, 18, 5, tzinfo=UTC)


def interrupted() -> FakeServices:
    return FakeServices(
        FakeSession(views.PAUSED),
        interrupted=FakeLeftover("Hip [b]thrust[/b]", STARTED),
        saved=a_record(status=SessionStatus.PARTIAL),
    )


@asynccontextmanager
async def resumed(services: FakeServices) -> AsyncIterator[Program]:
    """Open the program as `benchside run --resume` does."""
    app = BenchsideApp(cast("Services", services), resumes=True)
    async with running(app, services, (80, 24)) as bench:
        yield bench


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

        assert bench.services.asked == ["resume Hip [b]thrust[/b]"]
        assert isinstance(bench.app.screen, SessionScreen)


async def test_keep_training_goes_on_as_in_every_question() -> None:
    async with library(interrupted()) as bench:
        await bench.press("k")

        assert bench.services.asked == ["resume Hip [b]thrust[/b]"]


async def test_finishing_an_interrupted_session_logs_it_and_says_where() -> None:
    async with library(interrupted()) as bench:
        await bench.press("f")

        assert bench.services.asked == ["save Hip [b]thrust[/b]"]
        assert isinstance(bench.app.screen, LibraryScreen)
        assert "Saved in log.jsonl" in bench.seen()


async def test_discarding_an_interrupted_session_asks_again_and_says_that_it_can_come_back() -> (
    None
):
    async with library(interrupted()) as bench:
        await bench.press("x")

        assert bench.services.asked == []
        assert "For 30 days" in bench.seen()


async def test_a_key_held_down_does_not_discard_an_interrupted_session() -> None:
    async with library(interrupted()) as bench:
        await bench.hold("x")

        assert bench.services.asked == []
        assert "Discard the interrupted session" in bench.seen()


async def test_an_interrupted_session_is_discarded_by_who_has_read_the_second_question() -> None:
    async with library(interrupted()) as bench:
        await bench.press("x")
        await bench.read()
        await bench.press("x")

        assert bench.services.asked == ["discard Hip [b]thrust[/b]"]
        assert isinstance(bench.app.screen, LibraryScreen)


async def test_a_session_that_is_to_be_resumed_goes_on_without_a_question() -> None:
    async with resumed(interrupted()) as bench:
        assert bench.services.asked == ["resume Hip [b]thrust[/b]"]
        assert isinstance(bench.app.screen, SessionScreen)


async def test_what_was_done_with_an_old_session_by_itself_is_told() -> None:
    fakes = FakeServices(FakeSession(views.READY), notices=["Squats was over already"])

    async with library(fakes) as bench:
        assert "Squats was over already" in bench.seen()


async def test_a_session_that_was_given_up_is_not_summed_up() -> None:
    given_up = replace(views.FINISHED, flash=None, status=SessionStatus.ABANDONED)
    async with session(views.REST) as bench:
        bench.session.change(given_up)
        await bench.until(lambda: not isinstance(bench.app.screen, SessionScreen))

        assert not isinstance(bench.app.screen, SummaryScreen)


async def test_leaving_with_control_c_has_its_exit_status_and_says_how_to_go_on() -> None:
    async with session(views.REST) as bench:
        await bench.press("ctrl+c")

    assert bench.app.return_code == 130
    assert "`benchside run --resume` goes on from here" in bench.app.said.getvalue()


async def test_leaving_before_the_start_leaves_nothing_to_go_on_with() -> None:
    async with session(views.READY) as bench:
        await bench.press("ctrl+c")

    assert bench.app.return_code == 130
    assert bench.app.said.getvalue() == ""


async def test_a_session_that_was_given_up_is_said_to_be_kept_for_a_while() -> None:
    async with session(views.REST) as bench:
        bench.session.change(replace(views.FINISHED, status=SessionStatus.ABANDONED))
        await bench.until(lambda: not isinstance(bench.app.screen, SessionScreen))

    assert "For 30 days `benchside run --resume` can bring it back." in bench.app.said.getvalue()


async def test_a_log_that_could_not_be_written_is_said_and_ends_in_trouble() -> None:
    async with session(views.REST) as bench:
        bench.session.problem = "the log cannot be written: disk full; the journal is kept"
        bench.session.change(views.FINISHED)
        await bench.until(lambda: not isinstance(bench.app.screen, SessionScreen))

    assert bench.app.return_code == 3
    assert "disk full" in bench.app.said.getvalue()


async def test_every_session_that_no_disk_has_taken_is_handed_on_when_the_program_ends() -> None:
    first, second = (a_record(session=name) for name in ("Legs", "Arms"))
    over = replace(views.FINISHED, flash=None, status=SessionStatus.ABANDONED)
    fakes = FakeServices(FakeSession(views.REST, unsaved=first), library=(SESSION,))
    async with library(fakes) as bench:
        await bench.press("enter")
        await bench.until(lambda: isinstance(bench.app.screen, SessionScreen))
        bench.session.change(over)
        await bench.until(lambda: isinstance(bench.app.screen, LibraryScreen))
        fakes.session = FakeSession(views.REST, unsaved=second)
        await bench.press("enter")
        await bench.until(lambda: isinstance(bench.app.screen, SessionScreen))
        await bench.press("ctrl+c")

    assert bench.app.unsaved == (first, second)


async def test_a_hook_that_fails_at_the_very_end_is_told_in_the_library() -> None:
    over = replace(views.FINISHED, flash=None, status=SessionStatus.ABANDONED)
    fakes = FakeServices(FakeSession(views.REST), library=(SESSION,))
    async with library(fakes) as bench:
        await bench.press("enter")
        await bench.until(lambda: isinstance(bench.app.screen, SessionScreen))
        bench.session.side_problems = ("hook upload: it took longer than 10s",)
        bench.session.change(over)
        await bench.until(lambda: isinstance(bench.app.screen, LibraryScreen))
        await bench.settle()

        assert "hook upload: it took longer than 10s" in bench.seen()


async def test_the_chosen_theme_is_kept() -> None:
    async with library() as bench:
        bench.app.theme = "nord"
        await bench.settle()

        assert bench.services.settings.theme == "nord"


async def test_the_theme_of_the_settings_is_used_and_an_unknown_one_is_not() -> None:
    fakes = FakeServices(FakeSession(views.READY))
    fakes.setup.theme = "gruvbox"
    async with library(fakes) as bench:
        assert bench.app.theme == "gruvbox"

    fakes.setup.theme = "no-such-theme"
    async with library(fakes) as bench:
        assert bench.app.theme == "benchside-dark"


async def test_whoever_has_chosen_no_theme_gets_our_dark_one() -> None:
    fakes = FakeServices(FakeSession(views.READY))
    fakes.settings = Settings()
    async with library(fakes) as bench:
        assert bench.app.theme == Settings().theme == "benchside-dark"


async def test_every_theme_shows_a_session() -> None:
    async with session(views.CONCENTRIC) as bench:
        for theme in bench.app.available_themes:
            bench.app.theme = theme
            await bench.settle()

            assert "Set 2 of 5" in bench.seen()


async def test_the_shell_can_be_reached_from_the_library_and_from_a_set() -> None:
    async with library() as bench:
        assert bench.app.screen.active_bindings["ctrl+z"].enabled

    async with session(views.CONCENTRIC) as bench:
        assert bench.screen.active_bindings["ctrl+z"].enabled


async def test_a_terminal_that_grows_shows_the_session_again() -> None:
    async with session(views.REST, size=(70, 20)) as bench:
        assert "16 min in" not in bench.seen()
        await bench.pilot.resize_terminal(80, 24)
        await bench.settle()

        assert "16 min in" in bench.seen()


async def test_a_fault_in_the_thread_that_reads_keys_is_a_crash() -> None:
    async with library() as bench:
        bench.app.panic("a traceback")

        assert bench.app.has_panicked


async def test_the_traceback_of_a_fault_is_whole_even_where_the_terminal_is_one_cell_wide() -> None:
    async def broken() -> None:
        async with library(size=(1, 1)) as bench:
            apps.append(bench.app)
            bench.app.call_later(lambda: 1 // 0)
            await bench.pilot.pause()

    apps: list[BenchsideApp] = []
    with pytest.raises(ZeroDivisionError):
        await broken()

    assert "lambda: 1 // 0" in apps[0].faults[0]
    assert "ZeroDivisionError" in apps[0].faults[0]


async def test_a_dialog_that_is_opened_while_the_program_leaves_is_no_crash() -> None:
    async def leave() -> None:
        async with library() as bench:
            apps.append(bench.app)
            bench.app.exit(return_code=130)
            bench.app.call_later(lambda: Screen().query_one(Static))
            await bench.pilot.pause()

    apps: list[BenchsideApp] = []
    with pytest.raises(NoMatches):
        await leave()

    assert apps[0].faults == []
    assert apps[0].left == (130, "")
