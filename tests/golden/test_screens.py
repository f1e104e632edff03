"""What the screens look like, as text to be read in the diff."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.settings import Settings
from tests.builders import a_block, a_set, an_exercise
from tests.tui import views
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import entries, library, session
from tests.tui.test_library import BROKEN, SQUATS as SQUATS_FILE
from tests.tui.training import training

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}"
)

SQUATS = an_exercise(
    a_set(3, load="40 kg", rest="1m"),
    a_set("5-8", load="60 kg", rest="1m"),
    a_set("5-8", load="60 kg"),
    name="Squat",
)
LUNGE = an_exercise(
    a_set(2, tempo="1-0-1-0", sides=("left", "right"), switch="2s", load="2 x 12 kg"),
    name="Walking lunge",
)
PLANK = an_exercise(a_set(time="10s"), name="Plank")


@SIZES
@pytest.mark.parametrize("name", ["prepare", "concentric", "rest", "paused", "hold"])
async def test_the_session_looks_as_it_did(
    name: str, size: tuple[int, int], assert_golden: Callable[[str, str], None]
) -> None:
    services = FakeServices(
        FakeSession(views.ALL[name]), settings=Settings(reduced_motion=True)
    )  # the figure stands where its phase leads, whenever it is looked at
    async with session(views.ALL[name], size=size, services=services) as bench:
        assert_golden(f"screen-{name}-{size[0]}x{size[1]}", bench.seen())


@SIZES
async def test_the_summary_and_its_dialogs_look_as_they_did(
    size: tuple[int, int], assert_golden: Callable[[str, str], None]
) -> None:
    at_size = f"{size[0]}x{size[1]}"
    async with training(
        a_block(SQUATS, name="Legs"), a_block(LUNGE, PLANK, name="Rest of it"), size=size
    ) as gym:
        await gym.do_a_set()
        await gym.do_a_set()
        await gym.burst("e", "6", "tab", *"62,5", "tab", "8", "enter")
        await gym.do_a_set()
        await gym.pass_time(24_000)
        await gym.summary()
        await gym.burst("left", "down")
        assert_golden(f"screen-summary-{at_size}", gym.seen())

        await gym.burst("e")
        assert_golden(f"screen-edit-{at_size}", gym.seen())

        await gym.burst("escape", "n", *"wobbly")
        assert_golden(f"screen-note-{at_size}", gym.seen())


@SIZES
async def test_the_question_behind_finish_looks_as_it_did(
    size: tuple[int, int], assert_golden: Callable[[str, str], None]
) -> None:
    async with session(views.REST, size=size) as bench:
        await bench.press("q")

        assert_golden(f"screen-finish-{size[0]}x{size[1]}", bench.seen())


@SIZES
async def test_the_library_looks_as_it_did(
    size: tuple[int, int], tmp_path: Path, assert_golden: Callable[[str, str], None]
) -> None:
    async with library(a_library(tmp_path), size=size) as bench:
        assert_golden(f"screen-library-{size[0]}x{size[1]}", bench.seen())

        await bench.press("n", *"Legs", "enter", *"Plank / 3x45s 60s", "enter")
        assert_golden(f"screen-new-{size[0]}x{size[1]}", bench.seen())

        await bench.press("escape", "3")
        assert_golden(f"screen-settings-{size[0]}x{size[1]}", bench.seen())


@SIZES
async def test_the_welcome_looks_as_it_did(
    size: tuple[int, int], assert_golden: Callable[[str, str], None]
) -> None:
    services = FakeServices(FakeSession(views.READY))
    services.setup.is_new = True
    async with library(services, size=size) as bench:
        assert_golden(f"screen-welcome-{size[0]}x{size[1]}", bench.seen())


def a_library(folder: Path) -> FakeServices:
    """Sessions of one's own, one of them broken, and one that ships; legs are due."""
    own = entries(folder, squats=SQUATS_FILE, push=BROKEN)
    (folder / "shipped").mkdir()
    legs = SQUATS_FILE.replace("Squats", "Legs")
    shipped = [replace(one, is_own=False) for one in entries(folder / "shipped", legs=legs)]
    services = FakeServices(FakeSession(views.READY), library=[*own, *shipped])
    thursday = datetime(2026, 11, 26, 18, tzinfo=UTC)
    services.done = {
        "legs": [thursday - timedelta(days=days) for days in (7, 14, 21)],
        "squats": [thursday - timedelta(days=2)],
    }
    return services
