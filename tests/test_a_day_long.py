"""A session of a day at simulated speed: it is as true and as small at its end as at its start."""

from __future__ import annotations

import gc
import threading
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from benchside.log.journal import FileJournal
from benchside.log.logbook import FileLogbook
from benchside.log.reading import read_log
from benchside.player.gaps import NS_PER_MS
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.commands import Close, Go
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, RecordingSpeaker, a_set, an_agenda
from benchside.timeline.cues import CueKind
from tests.gym import header_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.player.ports import ScheduledCue

PER_HOUR: Final = 15
EVERY_MS: Final = 4 * 60_000
"""Ten seconds of count-in, fifty of work, three minutes of rest."""

TICK_MS: Final = 4_800
"""Seldom enough for a short test, and no gap that would be taken for a closed lid."""

MAX_GROWTH: Final = (5 << 20) // 24
"""Bytes that an hour may add, its sets included: 5 MiB a day."""


class CountingSpeaker(RecordingSpeaker):
    """A speaker that keeps the moments at which a set begins, and nothing else."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self.origin_ns = clock.now_ns()
        self.begins_ms: set[float] = set()

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        for due in cues:
            if due.cue.kind is CueKind.GO:
                self.begins_ms.add((due.due_ns - self.origin_ns) / NS_PER_MS)


@pytest.fixture(
    scope="module",
    params=[pytest.param(hours, marks=pytest.mark.slow) for hours in (2, 24)],
    ids="{} hours".format,
)
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Day:
    return Day(tmp_path_factory.mktemp("day"), hours=request.param)


class Day:
    """A set every four minutes for so many hours, led to its end."""

    def __init__(self, home: Path, *, hours: int) -> None:
        self.home = home
        self.sets = hours * PER_HOUR
        self.threads = threading.active_count()
        self.files = open_files()
        clock = FakeClock()
        self.speaker = CountingSpeaker(clock)
        player = self._player(clock)
        player.press(Go())
        for number in range(self.sets):
            if number == self.sets - PER_HOUR - 1:  # the last hour that is led whole
                gc.collect()
                tracemalloc.start()
            if number == self.sets - 1:
                gc.collect()
                self.growth = tracemalloc.get_traced_memory()[0]
                tracemalloc.stop()
            for _ in range(EVERY_MS // TICK_MS):
                clock.advance(TICK_MS)
                player.tick()
        self.ended_in = player.state.view.state
        player.order(Close())
        player.close()

    def _player(self, clock: FakeClock) -> Player:
        sets = [
            a_set(number=number, of=self.sets, reps=10, tempo="2-0-3-0", rest="190s")
            for number in range(1, self.sets + 1)
        ]
        timeline = an_agenda(*sets)
        recorder = SessionRecorder(
            journal=FileJournal(self.home / "journal.jsonl"),
            logbook=FileLogbook(self.home / "log.jsonl"),
            header=lambda started: header_of(timeline, started),
        )
        return Player(Runner(timeline), clock=clock, speaker=self.speaker, recorder=recorder)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0


@pytest.mark.slow
def test_after_a_day_every_set_began_on_its_millisecond(day: Day) -> None:
    (record,) = read_log(day.home / "log.jsonl").records

    began = [one.started for one in record.sets if one.started]
    began_ms = [(moment - record.started).total_seconds() * 1_000 for moment in began]

    assert day.ended_in is State.REVIEWING
    assert began_ms == [10_000 + EVERY_MS * index for index in range(day.sets)]
    assert sorted(day.speaker.begins_ms) == began_ms


def test_the_last_hour_of_a_day_adds_little_more_than_its_sets(day: Day) -> None:
    assert day.growth < MAX_GROWTH


def test_a_session_of_a_day_leaves_no_thread_no_open_file_and_no_journal(day: Day) -> None:
    assert threading.active_count() == day.threads
    assert open_files() == day.files
    assert not (day.home / "journal.jsonl").exists()
