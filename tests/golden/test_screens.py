"""What the screens look like, as text to be read in the diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.settings import Settings
from tests.builders import a_block, a_set, an_exercise
from tests.tui import views
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import session
from tests.tui.training import training

if TYPE_CHECKING:
    from collections.abc import Callable

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
