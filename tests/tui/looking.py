"""Opening the app with fakes, and reading its screen as text."""

from __future__ import annotations

import re
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.events import Key
from textual.keys import key_to_character
from textual.widget import Widget

from benchside.library.library import Entry, Library
from benchside.session.read import Options
from benchside.tui.app import BenchsideApp
from benchside.tui.screens.library import LibraryScreen
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.idle import running_loop
from tests.tui.views import READY, REVIEWING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from typing import Self

    from textual.app import App
    from textual.geometry import Region
    from textual.pilot import Pilot

    from benchside.log.record import Record
    from benchside.tui.screens.session import SessionScreen
    from benchside.tui.services import Services
    from benchside.view.view import View

CELL_WIDTH = 12.2
"""Of a cell in an exported picture."""

MAX_ROUNDS = 100
"""How often a screen is looked at until nothing changes any more."""

PATIENCE_S = 5.0
POLL_S = 0.01

READ_S = 0.8
"""What has just come takes no answer before it can have been read."""

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


def seen(app: App[None]) -> str:
    """The screen as lines of text, read from the picture that Textual exports."""
    rows: dict[int, str] = {}
    for x, row, text in _TEXT.findall(app.export_screenshot()):
        column = round(float(x) / CELL_WIDTH)
        line = rows.get(int(row), "").ljust(column)
        rows[int(row)] = line + unescape(text).replace("\xa0", " ")
    height = app.size.height
    return "\n".join(rows.get(row, "").rstrip() for row in range(height)) + "\n"


def piece_starts(app: App[None], row: int) -> set[int]:
    """The columns at which Textual begins a piece of a row of the screen."""
    pieces = _TEXT.findall(app.export_screenshot())
    return {round(float(x) / CELL_WIDTH) for x, line, _ in pieces if int(line) == row}


class Repainted(Widget):
    """A widget that knows the places that it had painted."""

    @cached_property
    def places(self) -> list[Region]:
        return []

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        self.places += regions
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


@dataclass
class Program:
    """An app that is running, and what stands behind it."""

    app: BenchsideApp
    pilot: Pilot[None]
    services: FakeServices
    _quietest: int = sys.maxsize
    """The turns of the loop while nothing happens."""

    @property
    def session(self) -> FakeSession:
        """The scripted session behind the screens."""
        assert isinstance(self.services.session, FakeSession)
        return self.services.session

    @property
    def screen(self) -> SessionScreen:
        """The session's screen, where one stands on top."""
        return cast("SessionScreen", self.app.screen)

    async def show(self, view: View) -> None:
        """Let the session come to another view, and wait until the screen has it."""
        screen = self.screen
        self.session.change(view)
        await self.until(lambda: screen.view == view)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every message is read and what they have changed is laid out and painted.

        What a timer or a thread brings later is waited for with `pass_s` or `until`.
        """
        before = 0
        for _ in range(MAX_ROUNDS):
            turns = await self._look()
            self._quietest = min(turns, self._quietest)
            if turns == before == self._quietest:
                return
            before = turns
        raise AssertionError(f"it never came to rest:\n{self.seen()}")

    async def _look(self) -> int:
        """Read what has come and paint it; the turns of the loop that this took.

        They tell whether there is more to come: what is painted may be told its new size.
        """
        loop = running_loop()
        before = loop.turns
        await loop.idle()
        await self.pilot.pause(0)
        return loop.turns - before

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; more than five seconds are too long."""
        gives_up_s = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < gives_up_s, f"it never came to that:\n{self.seen()}"
            await self.pilot.pause(POLL_S)

    async def press(self, *keys: str) -> None:
        """Press keys, and let the screen settle after each."""
        for key in keys:
            self.app.post_message(Key(key, key_to_character(key)))
            await self.settle()

    async def hold(self, key: str) -> None:
        """Hold a key down for a second, as a terminal sends it."""
        for _ in range(20):
            await self.press(key)
            await self.pass_s(0.05)

    async def read(self) -> None:
        """Wait as long as a question, or a summary, takes no answer."""
        await self.pass_s(READ_S)

    async def pass_s(self, seconds: float) -> None:
        """Let time of the screen pass at once, its timers with it; a session has its own clock."""
        await running_loop().pass_s(seconds)
        await self.settle()

    def seen(self) -> str:
        """The screen as text."""
        return seen(self.app)


@asynccontextmanager
async def library(
    services: FakeServices | None = None, *, size: tuple[int, int] = (80, 24), chosen: str = ""
) -> AsyncIterator[Program]:
    """Open the library, on a session of this name if there is one."""
    services = services or FakeServices(FakeSession(READY))
    app = BenchsideApp(cast("Services", services), chosen=chosen)
    async with running(app, services, size) as bench:
        await bench.until(lambda: any_library(app).knows_habits)
        await bench.settle()
        yield bench


def any_library(app: BenchsideApp) -> LibraryScreen:
    """The library of an app, whatever stands on it."""
    (screen,) = [one for one in app.screen_stack if isinstance(one, LibraryScreen)]
    return screen


@asynccontextmanager
async def session(
    view: View, *, size: tuple[int, int] = (80, 24), services: FakeServices | None = None
) -> AsyncIterator[Program]:
    """Open a session that stands at a view."""
    services = services or FakeServices(FakeSession(view))
    app = BenchsideApp(cast("Services", services), start=SESSION)
    async with running(app, services, size) as bench:
        yield bench


@asynccontextmanager
async def summary(record: Record, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Program]:
    """Open the summary of a session whose sets are over."""
    services = FakeServices(FakeSession(REVIEWING, record=record))
    async with session(REVIEWING, size=size, services=services) as bench:
        await bench.press("space")
        yield bench


@asynccontextmanager
async def running(
    app: BenchsideApp, services: FakeServices, size: tuple[int, int]
) -> AsyncIterator[Program]:
    """Run an app in a terminal of this size."""
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        bench = Program(app, pilot, services)
        await bench.settle()
        yield bench


def entries(folder: Path, **files: str) -> tuple[Entry, ...]:
    """Write session files and read them as a library does."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Library(folder, folder / "none", Options()).entries()
