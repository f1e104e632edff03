"""The command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from benchside.tui.palette import Palette
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.session import SessionScreen
from tests.tui import views
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import entries, library, session
from tests.tui.test_library import SQUATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.looking import Program


async def burst_of_enter(bench: Program) -> None:
    """Confirm what the palette has found as a held key does, faster than it closes."""
    palette = bench.app.screen
    assert isinstance(palette, Palette)
    palette.query_one(Input).value = "nord"
    await bench.until(lambda: palette.query_one("CommandList").option_count > 0)  # type: ignore[attr-defined]
    await bench.press("down")
    for _ in range(4):
        palette.query_one(Input).post_message(Input.Submitted(palette.query_one(Input), "nord"))
    await bench.until(lambda: not isinstance(bench.app.screen, Palette))


async def test_a_second_enter_in_the_palette_does_not_close_the_library() -> None:
    async with library() as bench:
        bench.app.search_themes()
        await bench.settle()

        await burst_of_enter(bench)

        assert isinstance(bench.app.screen, LibraryScreen)
        await bench.until(lambda: bench.app.theme == "nord")


async def test_a_second_enter_in_the_palette_does_not_close_the_session() -> None:
    async with session(views.REST) as bench:
        bench.app.search_themes()
        await bench.settle()

        await burst_of_enter(bench)

        assert isinstance(bench.app.screen, SessionScreen)


async def test_the_palette_opens_once() -> None:
    async with library() as bench:
        await bench.press("ctrl+p", "ctrl+p")

        assert [type(screen).__name__ for screen in bench.app.screen_stack].count("Palette") == 1


async def titles(bench: Program) -> set[str]:
    return {command.title for command in bench.app.get_system_commands(bench.app.screen)}


async def test_the_palette_offers_what_the_keys_of_the_screen_do(tmp_path: Path) -> None:
    fakes = FakeServices(FakeSession(views.READY), library=entries(tmp_path, squats=SQUATS))

    async with library(fakes) as bench:
        in_library = await titles(bench)
        await bench.press("3")
        in_settings = await titles(bench)

    assert {"Start", "New", "Rename", "Delete", "Settings", "Theme"} <= in_library
    assert "Undo" not in in_library
    assert "Hear cues" in in_settings
    assert "Rename" not in in_settings


async def test_what_is_chosen_in_the_palette_is_done(tmp_path: Path) -> None:
    fakes = FakeServices(FakeSession(views.READY), library=entries(tmp_path, squats=SQUATS))

    async with library(fakes) as bench:
        await bench.press("ctrl+p", *"rename")
        await bench.until(
            lambda: bench.app.screen.query_one("CommandList").option_count > 0  # type: ignore[attr-defined]
        )
        await bench.press("enter")
        await bench.until(lambda: "Rename the session" in bench.seen())


async def test_the_palette_of_a_session_offers_its_keys() -> None:
    async with session(views.REST) as bench:
        assert {"Pause", "Note"} <= await titles(bench)
