"""The bar that grows with a phase."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from benchside.tui.widgets.phase_bar import PhaseBar
from benchside.view.view import BAR_PARTS
from tests.tui.looking import Repainted, piece_starts, seen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import ComposeResult
    from textual.pilot import Pilot

WIDTH, HEIGHT = 90, 2


class ToldBar(PhaseBar, Repainted):
    """A bar that knows the places that it had painted."""


class Stage(App[None]):
    """Nothing but the bar."""

    CSS = f"ToldBar {{ height: {HEIGHT}; }}"

    def __init__(self) -> None:
        super().__init__()
        self.bar = ToldBar()

    def compose(self) -> ComposeResult:
        yield self.bar


@asynccontextmanager
async def stage(part: int) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    app = Stage()
    app.bar.part = part
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.bar.places.clear()
        yield app, pilot


@pytest.mark.parametrize(
    ("part", "row"),
    [
        (0, ""),
        (20, "█" * 30),
        (21, "█" * 31 + "▌"),
        (BAR_PARTS, "█" * WIDTH),
    ],
)
async def test_the_bar_is_as_long_as_what_is_over(part: int, row: str) -> None:
    async with stage(part) as (app, _):
        assert seen(app).splitlines() == [row] * HEIGHT


async def test_only_cells_that_grow_are_painted_again() -> None:
    async with stage(20) as (app, pilot):
        app.bar.part = 22
        await pilot.pause()

        assert seen(app).splitlines() == ["█" * 33] * HEIGHT
        assert [(place.x, place.y, place.size) for place in app.bar.places] == [
            (30, row, (3, 1)) for row in range(HEIGHT)
        ]


async def test_every_third_of_the_bar_can_be_written_alone() -> None:
    async with stage(BAR_PARTS) as (app, _):
        assert {0, WIDTH // 3, 2 * WIDTH // 3} <= piece_starts(app, 0)
