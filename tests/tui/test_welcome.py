"""The welcome: once, for somebody who has never used the program."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from benchside.session.values.load import Unit
from benchside.tui.app import BenchsideApp
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.session import SessionScreen
from benchside.tui.screens.welcome import WelcomeScreen
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import entries, running, session
from tests.tui.test_library import SQUATS
from tests.tui.views import READY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from benchside.tui.services import Services
    from tests.tui.looking import Program


@asynccontextmanager
async def welcome(folder: Path, *, chosen: str = "", keys: str = "") -> AsyncIterator[Program]:
    """Open the program for the first time."""
    first = entries(folder, **{"first-session": SQUATS})
    services = FakeServices(FakeSession(READY), library=first)
    services.setup.is_new = True
    services.setup.settings_text = keys
    app = BenchsideApp(cast("Services", services), chosen=chosen)
    async with running(app, services, (80, 24)) as bench:
        yield bench


async def test_somebody_new_is_welcomed_and_enter_starts_the_first_session(tmp_path: Path) -> None:
    async with welcome(tmp_path) as bench:
        assert "Welcome to Benchside" in bench.seen()

        await bench.press("enter")

        assert bench.services.asked == ["play first-session"]
        assert isinstance(bench.app.screen, SessionScreen)


async def test_that_somebody_was_welcomed_is_kept_whichever_way_they_go_on(tmp_path: Path) -> None:
    for keys in (("enter",), ("escape",), ("down", "enter")):
        async with welcome(tmp_path) as bench:
            await bench.press(*keys)

            assert bench.services.saves == 1, keys


async def test_who_looks_around_first_comes_to_the_library(tmp_path: Path) -> None:
    async with welcome(tmp_path) as bench:
        await bench.press("escape")

        assert isinstance(bench.app.screen, LibraryScreen)
        assert bench.services.asked == []


async def test_a_rep_can_be_heard_before_anything_is_lifted(tmp_path: Path) -> None:
    async with welcome(tmp_path) as bench:
        bench.services.setup.said = "nothing was heard: no device"
        await bench.press("t")

        await bench.until(lambda: "nothing was heard: no device" in bench.seen())
        assert bench.services.asked == ["hear a rep"]


async def test_sounds_volume_and_unit_are_chosen_there(tmp_path: Path) -> None:
    async with welcome(tmp_path) as bench:
        await bench.press("up", "up", "right", "up", "left", "up", "right")

        settings = bench.services.settings
        assert (settings.unit, settings.volume, settings.sounds) == (Unit.LB, 75, "soft")


async def test_who_asks_for_a_session_is_not_welcomed(tmp_path: Path) -> None:
    async with welcome(tmp_path, chosen="first-session") as bench:
        assert isinstance(bench.app.screen, LibraryScreen)

    services = FakeServices(FakeSession(READY))
    services.setup.is_new = True
    async with session(READY, services=services) as bench:
        assert isinstance(bench.app.screen, SessionScreen)


async def test_nobody_is_welcomed_twice(tmp_path: Path) -> None:
    async with welcome(tmp_path) as bench:
        await bench.press("escape")

        assert not [one for one in bench.app.screen_stack if isinstance(one, WelcomeScreen)]


async def test_the_welcome_names_the_keys_of_ones_own_and_takes_them(tmp_path: Path) -> None:
    own = '[keys]\n"welcome.hear" = "h"\n"welcome.leave" = "b"\n"tab.settings" = "f3"\n'
    async with welcome(tmp_path, keys=own) as bench:
        seen = bench.seen()
        await bench.press("escape")
        assert "Welcome to Benchside" in bench.seen()

        await bench.press("b")

        assert isinstance(bench.app.screen, LibraryScreen)
    assert "Press h to hear one rep" in seen
    assert "h hear" in seen
    assert "b look around" in seen
    assert "key f3" in seen
