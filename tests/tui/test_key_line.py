"""The keys at the bottom: which are shown, what a click does, and what they cost."""

from __future__ import annotations

import gc
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Footer

from benchside.runner.commands import AddTime, Go, Pause
from benchside.runner.machine import State
from benchside.tui.widgets.key_line import KeyLine
from benchside.view.view import Activity
from tests.tui import views
from tests.tui.looking import library, session

if TYPE_CHECKING:
    from tests.tui.looking import Program

MAX_BYTES = 300
"""What a change of the keys may leave behind."""


OVER = (State.REVIEWING, State.FINISHED)

IN_TURN = [views.at(state, Activity.REST) for state in State if state not in OVER]
"""Nothing changes between them but the keys."""


def last_row(bench: Program) -> str:
    return bench.seen().splitlines()[-1]


async def test_a_click_on_a_key_presses_it() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        row = last_row(bench)

        for word in ("pause", "space", "+"):
            await bench.pilot.click(KeyLine, offset=(row.index(word), 0))
            await bench.settle()

        assert bench.session.told == [Pause(), Go(), AddTime(15_000)]


async def test_a_click_beside_the_keys_does_nothing() -> None:
    async with session(views.REST, size=(200, 36)) as bench:
        await bench.pilot.click(KeyLine, offset=(190, 0))

        assert bench.session.told == []


async def test_the_pointer_on_a_key_tells_more_about_it() -> None:
    async with session(views.REST, size=(200, 36)) as bench:
        line = bench.screen.query_one(KeyLine)

        await bench.pilot.hover(KeyLine, offset=(last_row(bench).index("pause"), 0))
        assert line.tooltip == "Stop the clock; once more goes on"

        await bench.pilot.hover(KeyLine, offset=(190, 0))
        assert line.tooltip is None


async def test_the_library_offers_the_command_palette_at_the_right() -> None:
    async with library() as bench:
        assert last_row(bench).endswith("^p palette")


@pytest.mark.slow
async def test_thousands_of_other_keys_leave_the_memory_as_it_was() -> None:
    async with session(views.REST) as bench:
        assert not bench.screen.query(Footer)

        await change_keys(bench, 200)
        tracemalloc.start()
        await change_keys(bench, 100)
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        await change_keys(bench, 2_000)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert (after - before) / 2_000 < MAX_BYTES


async def change_keys(bench: Program, times: int) -> None:
    """Change the state of the session so often, and paint every twentieth."""
    screen = bench.screen
    for turn in range(times):
        bench.session.view = screen.view = IN_TURN[turn % len(IN_TURN)]
        screen.bindings_updated_signal.publish(screen)
        if turn % 20 == 0:
            await bench.settle()
