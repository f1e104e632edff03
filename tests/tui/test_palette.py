"""The command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from benchside.tui.palette import Palette
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.session import SessionScreen
from tests.tui import views
from tests.tui.looking import library, session

if TYPE_CHECKING:
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
