"""Ten weeks of training in a real log, and the history of it on the screen."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeVar

from textual.events import Key

from benchside.app.history import LogHistory
from benchside.app.memory import LogMemory
from benchside.log.reading import read_log
from benchside.log.record import SideRecord, TutRecord, encode_record
from benchside.runner.results import SessionStatus
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.testing import a_record, a_set_record
from benchside.tui.screens.history import HistoryScreen
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import Program, library
from tests.tui.views import READY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from textual.screen import Screen

    from benchside.log.record import Record, SetRecord

ScreenT = TypeVar("ScreenT", bound="Screen[Any]")

NOW = datetime(2026, 3, 26, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Thursday."""

FIRST = datetime(2026, 1, 12, 18, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Monday, ten weeks before."""

WEEKS = 10


def thrusts(week: int, *, tempo: str = "2-1-X-1", sets: int = 3) -> list[SetRecord]:
    """Hip thrusts that get heavier each second week; in the weeks between not every rep is done."""
    load = 80 + 2.5 * (week // 2)
    reps = [8, 8, 8] if week % 2 else [8, 8, 6]
    return [
        replace(
            a_set_record(number=number, of=sets, reps=had, load_kg=f"{load:g}", tempo=tempo, rpe=8),
            target_reps="8",
            tut=TutRecord(
                eccentric_ms=had * 2_000,
                pause_stretched_ms=had * 1_000,
                concentric_ms=had * 1_000,
                pause_contracted_ms=had * 1_000,
            ),
            planned_rest_ms=180_000,
            taken_rest_ms=185_000,
        )
        for number, had in enumerate(reps[:sets], start=1)
    ]


def planks(week: int) -> list[SetRecord]:
    """A plank of each side, two seconds longer every week."""
    ms = (30 + 2 * week) * 1_000
    plank = replace(
        a_set_record("Side plank", reps=None, load_kg=None),
        target_time_ms=30_000,
        actual_time_ms=ms,
        work_ms=2 * ms,
        target_load="bodyweight",
        actual_load="bodyweight",
        sides=(SideRecord(side="left", work_ms=ms), SideRecord(side="right", work_ms=ms)),
    )
    return [plank]


def strength(week: int, athlete: str = "Anna") -> Record:
    """The Monday of a week."""
    started = FIRST + timedelta(weeks=week)
    return a_record(
        *thrusts(week),
        *planks(week),
        session="Hip thrust: strength",
        started=started,
        athlete=athlete,
    )


def legs(week: int, athlete: str = "Anna") -> Record:
    """The Friday of a week: squats, and pull-ups on the body alone."""
    started = FIRST + timedelta(weeks=week, days=4)
    squats = [
        a_set_record("Back squat", number=number, of=2, reps=5, load_kg=90 + week)
        for number in (1, 2)
    ]
    pulls = replace(
        a_set_record("Pull-up", reps=4 + week // 3, load_kg=None),
        target_load="bodyweight",
        actual_load="bodyweight",
    )
    return a_record(*squats, pulls, session="Leg day", started=started, minutes=38, athlete=athlete)


def ten_weeks(athlete: str = "Anna") -> list[Record]:
    """Two sessions a week, but for the sixth; the last one was stopped early, with a note.

    Another athlete comes an hour later, for a session is known by when it began.
    """
    records = [
        record
        for week in range(WEEKS)
        if week != 5
        for record in (strength(week, athlete), legs(week, athlete))
    ]
    last = records[-1]
    first, *others = last.sets
    records[-1] = replace(
        last,
        status=SessionStatus.PARTIAL,
        planned_sets=5,
        note="knee",
        sets=(replace(first, note="left heel lifts"), *others),
    )
    if athlete == "Anna":
        return records
    hour = timedelta(hours=1)
    return [
        replace(record, id=f"{record.id} {athlete}", started=record.started + hour)
        for record in records
    ]


@dataclass
class PastLog:
    """A log in a folder, with the services that ask it."""

    folder: Path
    own_name: str = "Anna"

    @property
    def path(self) -> Path:
        return self.folder / "log.jsonl"

    @property
    def records(self) -> tuple[Record, ...]:
        """The sessions as the log has them now, the oldest first."""
        return read_log(self.path).records

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.path.read_text(encoding="utf-8").splitlines())

    def write(self, records: Iterable[Record], *others: str) -> None:
        """Write sessions, and other lines behind them."""
        lines = [*(json.dumps(encode_record(record)) for record in records), *others]
        self.path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def history(self) -> LogHistory:
        """Return what the screens ask."""
        return LogHistory(
            LogMemory(self.path),
            log=self.path,
            own_name=lambda: self.own_name,
            catalogue=lambda: SHIPPED_CATALOGUE,
            now=lambda: NOW,
        )


@dataclass
class Looking:
    """The history on the screen."""

    bench: Program
    log: PastLog

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.bench.press(*keys)

    async def write(self, text: str) -> None:
        """Type a text."""
        names = {" ": "space", "@": "at", "-": "minus", ".": "full_stop", ",": "comma"}
        for character in text:
            self.bench.app.post_message(Key(names.get(character, character), character))
            await self.bench.settle()

    async def shows(self, *texts: str) -> str:
        """Wait until texts are on the screen; return all of it."""
        await self.bench.until(lambda: _has_all(self.bench.seen(), texts))
        await self.bench.settle()
        return self.bench.seen()

    async def hides(self, text: str) -> str:
        """Wait until a text is not on the screen; return all of it."""
        await self.bench.until(lambda: text not in self.bench.seen())
        await self.bench.settle()
        return self.bench.seen()

    async def stands_on(self, screen: type[ScreenT]) -> ScreenT:
        """Wait until a screen stands on top."""
        await self.bench.until(lambda: isinstance(self.bench.app.screen, screen))
        found = self.bench.app.screen
        assert isinstance(found, screen)
        return found


def _has_all(screen: str, texts: tuple[str, ...]) -> bool:
    return all(text in screen for text in texts)


@asynccontextmanager
async def looking_back(
    log: PastLog, *, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Looking]:
    """Open the library, and the history from it."""
    services = FakeServices(FakeSession(READY), history=log.history())
    async with library(services, size=size) as bench:
        await bench.press("2")
        looking = Looking(bench, log)
        await looking.stands_on(HistoryScreen)
        yield looking
