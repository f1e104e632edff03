"""A player among fakes, with its log and journal in memory."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.audio.voice import load_phrases
from benchside.log.entries import Header, JournalEntry, decode
from benchside.log.record import digest_of
from benchside.player.gaps import NS_PER_MS
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker

if TYPE_CHECKING:
    from datetime import datetime

    from benchside.log.recall import SessionMemory
    from benchside.player.ports import SideSink
    from benchside.runner.events import Event
    from benchside.runner.state import RunState
    from benchside.timeline.agenda import Agenda
    from benchside.timeline.cues import CueKind


def header_of(agenda: Agenda, started: datetime) -> Header:
    return Header(
        started=started,
        plan=agenda.plan,
        file="a.toml",
        digest=digest_of(agenda.plan.name),
        athlete="Anna",
    )


@dataclass(frozen=True)
class Gym:
    """A player among fakes."""

    player: Player
    clock: FakeClock
    speaker: RecordingSpeaker
    journal: MemoryJournal
    logbook: MemoryLogbook

    def pass_time(self, ms: int, *, tick_ms: int = 50) -> None:
        for _ in range(ms // tick_ms):
            self.clock.advance(tick_ms)
            self.player.tick()

    def heard_ms(self, kind: CueKind) -> list[int]:
        origin_ns = FakeClock().now_ns()
        return [
            (due.due_ns - origin_ns) // NS_PER_MS
            for due in self.speaker.heard
            if due.cue.kind is kind
        ]

    def lines(self) -> list[JournalEntry]:
        return [decode(json.dumps(line)) for line in self.journal.lines]


class FailingSink:
    """Stands beside a session; what is put into `problems` went wrong."""

    def __init__(self, *problems: str) -> None:
        self.problems = list(problems)

    def handle(self, event: Event, run: RunState) -> None:
        """Do nothing."""

    def take_problems(self) -> tuple[str, ...]:
        told, self.problems = tuple(self.problems), []
        return told


def a_gym(
    agenda: Agenda,
    *,
    speed: int = 1,
    voice: str = "",
    sinks: tuple[SideSink, ...] = (),
    memory: SessionMemory | None = None,
) -> Gym:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock)
    journal = MemoryJournal()
    logbook = MemoryLogbook()
    recorder = SessionRecorder(
        journal=journal,
        logbook=logbook,
        header=lambda started: header_of(agenda, started),
    )
    player = Player(
        Runner(agenda),
        clock=clock,
        speaker=speaker,
        recorder=recorder,
        phrases=load_phrases(voice) if voice else None,
        speed=speed,
        sinks=sinks,
        recall=lambda: memory,
    )
    return Gym(player, clock, speaker, journal, logbook)
