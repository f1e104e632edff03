"""A real session behind the screens: player and loop over the fakes that ship."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.events import Key, Paste

from benchside.log.entries import Header
from benchside.player.loop import SessionLoop
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.commands import Go
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker
from benchside.tui.app import BenchsideApp
from benchside.tui.screens.session import DONE_SHOWN_S, SessionScreen
from benchside.tui.screens.summary import SummaryScreen
from tests.builders import an_agenda
from tests.tui.fakes import FakeServices
from tests.tui.looking import SESSION, Program, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from benchside.runner.commands import Command
    from benchside.runner.results import SetResult
    from benchside.session.plan.plan import PlannedBlock, PlannedSet
    from benchside.tui.services import Services

PIECE_MS = 4_000
"""A clock that jumps further than that is taken for a program that was stopped."""


@dataclass
class Training:
    """A session that is going on; its time goes only when it is told to."""

    bench: Program
    runner: Runner
    loop: SessionLoop
    clock: FakeClock
    journal: MemoryJournal
    logbook: MemoryLogbook

    async def press(self, *keys: str) -> None:
        """Press keys, each a second after the one before: none of them is held."""
        for key in keys:
            await self.pass_time(1_000)
            await self.bench.press(key)

    async def burst(self, *keys: str) -> None:
        """Send keys in one go, before the first has been read; `␣` is the space bar."""
        for key in keys:
            character = {"␣": " ", "comma": ","}.get(key, key)
            name = {"␣": "space", ",": "comma", ".": "full_stop"}.get(key, key)
            is_printable = len(character) == 1
            self.bench.app.post_message(Key(name, character if is_printable else None))
        await self.bench.settle()

    def order(self, command: Command) -> None:
        """Carry a command out without its key, and let the screen see it."""
        self.loop.order(command)
        self.bench.screen.look()

    async def begin(self) -> None:
        """Start, or end a set, without a key."""
        self.loop.order(Go())
        await self.pass_time(1_000)

    async def do_a_set(self) -> None:
        """Start, or start the next set, and end it, without keys."""
        await self.begin()
        await self.begin()

    async def paste(self, text: str) -> None:
        """Paste a text as the terminal hands it over."""
        self.bench.app.post_message(Paste(text))
        await self.bench.settle()

    async def pass_time(self, ms: int) -> None:
        """Let time pass, and the session and its screen come up to it."""
        while ms > 0:
            piece_ms = min(ms, PIECE_MS)
            ms -= piece_ms
            until_ms = self.runner.now_ms + piece_ms if self.is_started else 0
            self.clock.advance(piece_ms)
            self.loop.mute(False)  # wakes the loop
            await self.bench.until(partial(self._has_come_to, until_ms))
            _ = self.loop.sets  # comes back when the screen has been told
        await self.bench.settle()

    def _has_come_to(self, ms: int) -> bool:
        return self.runner.now_ms >= ms

    @property
    def is_started(self) -> bool:
        """Whether its time has begun."""
        return bool(self.journal.lines) or bool(self.logbook.lines)

    async def summary(self) -> None:
        """Go on from the end of the last set to the summary."""
        await self.bench.until(lambda: self.runner.state is State.REVIEWING)
        await self.bench.press("space")
        if isinstance(self.bench.app.screen, SessionScreen):
            await self.bench.pass_s(DONE_SHOWN_S)
        assert isinstance(self.bench.app.screen, SummaryScreen), self.seen()

    async def save(self, key: str = "enter") -> None:
        """Read the summary, and save."""
        await self.bench.read()
        await self.bench.press(key)

    async def training(self) -> None:
        """Wait until the session stands on top."""
        await self.bench.until(lambda: isinstance(self.bench.app.screen, SessionScreen))

    def done(self, place: int) -> SetResult:
        """What is recorded of the set in a place of the session, from 0."""
        set_id = self.runner.run.agenda.sets[place].id
        return next(one for one in self.runner.run.results.sets if one.set == set_id)

    def seen(self) -> str:
        """The screen as text."""
        return self.bench.seen()


@asynccontextmanager
async def training(
    *parts: PlannedSet | PlannedBlock,
    size: tuple[int, int] = (80, 24),
    is_rehearsal: bool = False,
    keys: str = "",
) -> AsyncIterator[Training]:
    """Open a session of these parts, with the first key still to come."""
    agenda = an_agenda(*parts)
    clock, journal, logbook = FakeClock(), MemoryJournal(), MemoryLogbook()
    recorder = SessionRecorder(
        journal=None if is_rehearsal else journal,
        logbook=None if is_rehearsal else logbook,
        header=lambda started: Header(
            started=started, plan=agenda.plan, file="t.toml", digest="", athlete="me"
        ),
    )
    runner = Runner(agenda)
    player = Player(runner, clock=clock, speaker=RecordingSpeaker(clock), recorder=recorder)
    loop = SessionLoop(player)
    services = FakeServices(loop, is_rehearsal=is_rehearsal)
    services.setup.settings_text = keys
    app = BenchsideApp(cast("Services", services), start=SESSION)
    async with running(app, services, size) as bench:
        yield Training(bench, runner, loop, clock, journal, logbook)
