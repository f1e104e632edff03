"""Opening the app with fakes, and reading its screen as text."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from benchside.library import Entry, Library
from benchside.session.reading import Options
from benchside.tui.app import BenchsideApp
from tests.tui.fakes import FakePlayer, FakeServices
from tests.tui.views import READY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from benchside.runner.view import View
    from benchside.tui.screens.session import SessionScreen
    from benchside.tui.services import Services

CELL_WIDTH = 12.2
"""Of a cell in an exported picture."""

SESSION = Entry(
    name="squats",
    path=Path("squats.toml"),
    is_own=True,
    text=None,
    reading=None,
    problems=(),
)
"""Something to start; the fake services open their player for it."""

_TEXT = re.compile(r'<text[^>]* x="([\d.]+)"[^>]*line-(\d+)\)">([^<]*)</text>')


def seen(app: BenchsideApp) -> str:
    """The screen as lines of text, read from the picture that Textual exports."""
    rows: dict[int, str] = {}
    for x, row, text in _TEXT.findall(app.export_screenshot()):
        column = round(float(x) / CELL_WIDTH)
        line = rows.get(int(row), "").ljust(column)
        rows[int(row)] = line + unescape(text).replace("\xa0", " ")
    height = app.size.height
    return "\n".join(rows.get(row, "").rstrip() for row in range(height)) + "\n"


@dataclass
class Bench:
    """An app that is running, and what stands behind it."""

    app: BenchsideApp
    pilot: Pilot[None]
    services: FakeServices
    player: FakePlayer

    @property
    def screen(self) -> SessionScreen:
        """The session's screen, where one stands on top."""
        return cast("SessionScreen", self.app.screen)

    async def show(self, view: View) -> None:
        """Let the player come to another view, and wait until the screen has it."""
        screen = self.screen
        self.player.view = view
        await self.until(lambda: screen.view == view)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; five seconds are too long."""
        for _ in range(100):
            if holds():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"it never came to that:\n{self.seen()}")

    async def press(self, *keys: str) -> None:
        """Press keys and let the screen settle."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def seen(self) -> str:
        """The screen as text."""
        return seen(self.app)


@asynccontextmanager
async def library(
    services: FakeServices | None = None, *, size: tuple[int, int] = (80, 24), chosen: str = ""
) -> AsyncIterator[Bench]:
    """Open the library, on a session of this name if there is one."""
    services = services or FakeServices(FakePlayer(READY))
    app = BenchsideApp(cast("Services", services), chosen=chosen)
    async with _running(app, services, size) as bench:
        yield bench


@asynccontextmanager
async def session(
    view: View, *, size: tuple[int, int] = (80, 24), services: FakeServices | None = None
) -> AsyncIterator[Bench]:
    """Open a session that stands at a view."""
    services = services or FakeServices(FakePlayer(view))
    services.player.view = view
    app = BenchsideApp(cast("Services", services), start=SESSION)
    async with _running(app, services, size) as bench:
        yield bench


@asynccontextmanager
async def _running(
    app: BenchsideApp, services: FakeServices, size: tuple[int, int]
) -> AsyncIterator[Bench]:
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Bench(app, pilot, services, services.player)


def entries(folder: Path, **files: str) -> tuple[Entry, ...]:
    """Write session files and read them as a library does."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Library(folder, folder / "none", Options()).entries()
