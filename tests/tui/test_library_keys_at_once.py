"""Keys that come before the library has read its sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from textual.events import Key
from textual.keys import key_to_character

from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.line import LineScreen
from benchside.tui.screens.session import SessionScreen
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import entries, library
from tests.tui.views import READY

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.tui.services import Services
    from tests.tui.looking import Program

SESSION = """
name = "{}"

[[block]]

  [[block.exercise]]
  name = "Back squat"
  reps = 5
"""


def three_sessions(folder: Path) -> FakeServices:
    files = {name.lower(): SESSION.format(name) for name in ("Bridges", "Lunges", "Squats")}
    return FakeServices(FakeSession(READY), library=entries(folder, **files))


async def type_at_once(bench: Program, *keys: str) -> LibraryScreen:
    """Open a library of which only the names are seen, and type on it."""
    screen = LibraryScreen(cast("Services", bench.services))
    await bench.app.push_screen(screen)
    assert screen.chosen is None, "it has read its sessions"
    for key in keys:
        bench.app.post_message(Key(key, key_to_character(key)))
    await bench.settle()
    await bench.until(lambda: screen.knows_habits)
    return screen


@pytest.mark.parametrize(
    ("keys", "name"), [((), "bridges"), (("j",), "lunges"), (("j", "down"), "squats")]
)
async def test_a_session_that_is_chosen_at_once_stays_chosen(
    tmp_path: Path, keys: tuple[str, ...], name: str
) -> None:
    async with library(three_sessions(tmp_path)) as bench:
        screen = await type_at_once(bench, *keys)
        assert screen.chosen is not None
        assert screen.chosen.name == name


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_session_can_be_started_as_soon_as_its_name_is_seen(
    tmp_path: Path, key: str
) -> None:
    async with library(three_sessions(tmp_path)) as bench:
        await type_at_once(bench, "j", key)
        assert isinstance(bench.app.screen, SessionScreen)
        assert bench.services.asked == ["play lunges"]


async def test_a_session_can_be_copied_as_soon_as_its_name_is_seen(tmp_path: Path) -> None:
    async with library(three_sessions(tmp_path)) as bench:
        await type_at_once(bench, "d")
        assert isinstance(bench.app.screen, LineScreen)


async def test_a_library_without_sessions_bears_keys_at_once(tmp_path: Path) -> None:
    services = FakeServices(FakeSession(READY), library=entries(tmp_path))
    async with library(services) as bench:
        screen = await type_at_once(bench, "j", "enter", "d", "e")
        assert bench.app.screen is screen
