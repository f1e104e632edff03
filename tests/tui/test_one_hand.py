"""A whole session, from its first key to its line of the log, with a remote or the mouse alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchside.runner.machine import State
from benchside.tui.screens.session import DONE_SHOWN_S
from benchside.tui.widgets.activity_banner import ActivityBanner
from tests.builders import a_block, a_set, an_exercise
from tests.tui.training import training

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedBlock
    from tests.tui.training import Training

SIZE = (120, 36)


def a_session() -> PlannedBlock:
    """Plan a set to a tempo, one at will, one of as many as go, and one that ends by itself."""
    return a_block(
        an_exercise(a_set(3, tempo="1-0-1-0", rest="60s", load="60 kg"), name="Squat"),
        an_exercise(a_set(12, rest="60s"), name="Bridge"),
        an_exercise(a_set("max", rest="60s"), name="Push-up"),
        an_exercise(a_set(time="10s"), name="Plank"),
    )


def logged(gym: Training) -> list[tuple[str, str, int | None]]:
    """Exercise, status and reps of every set of the session that was logged."""
    line: Any
    (line,) = gym.logbook.lines
    return [(one["exercise"], one["status"], one.get("actual_reps")) for one in line["sets"]]


async def test_page_down_and_page_up_lead_through_a_session_and_tell_its_reps() -> None:
    async with training(a_session(), size=SIZE) as gym:
        await press(gym, "pagedown")
        await gym.pass_time(8_000)
        await press(gym, "pageup")  # three were counted, two were done
        await press(gym, "pagedown", "pagedown")
        await press(gym, "pageup")  # eleven of twelve
        await press(gym, "pagedown", "pagedown")
        await press(gym, "pageup", "pageup", "pageup", "pageup")
        await press(gym, "pagedown")
        await gym.pass_time(12_000)
        await gym.summary()
        await gym.save("pagedown")

    assert logged(gym) == [
        ("Squat", "done", 2),
        ("Bridge", "done", 11),
        ("Push-up", "done", 4),
        ("Plank", "done", None),
    ]


async def test_the_mouse_leads_through_a_session_and_tells_its_reps() -> None:
    async with training(a_session(), size=SIZE) as gym:
        await click_band(gym)
        await gym.pass_time(8_000)
        await click(gym, " − ")  # three were counted, two were done
        await click(gym, " 9 ")  # how hard it was
        await click_band(gym)
        await click_band(gym)
        await click(gym, " − ")
        await click_band(gym)
        await click_band(gym)
        for _ in range(4):
            await click(gym, "+  ")
        await click_band(gym)
        await gym.pass_time(12_000)
        await gym.bench.until(lambda: gym.runner.state is State.REVIEWING)
        await gym.bench.pass_s(DONE_SHOWN_S)
        await gym.bench.read()
        await click(gym, "save")

    line: Any = gym.logbook.lines[0]
    assert float(line["sets"][0]["actual_rpe"]) == 9
    assert logged(gym) == [
        ("Squat", "done", 2),
        ("Bridge", "done", 11),
        ("Push-up", "done", 4),
        ("Plank", "done", None),
    ]


async def press(gym: Training, *keys: str) -> None:
    """Press keys, each a second after the one before, by the clock of the screen as well."""
    for key in keys:
        await gym.bench.pass_s(1)
        await gym.press(key)


async def click_band(gym: Training) -> None:
    """Click the band with the large word, a second after the click before."""
    await gym.pass_time(1_000)
    await gym.bench.pass_s(1)
    await gym.bench.pilot.click(ActivityBanner)
    await gym.bench.settle()


async def click(gym: Training, text: str) -> None:
    """Click a text that is seen, a second after the click before."""
    await gym.pass_time(1_000)
    await gym.bench.pass_s(1)
    rows = gym.seen().splitlines()
    found = [(row.index(text), y) for y, row in enumerate(rows) if text in row]
    assert found, f"there is no {text!r} to click:\n{gym.seen()}"
    x, y = found[0]
    await gym.bench.pilot.click(offset=(x + len(text) // 3, y))
    await gym.bench.settle()
