"""Leading a session by a script of keys, with the lines that its journal would have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.log.entries import (
    CommandEntry,
    EndEntry,
    Header,
    ResultEntry,
    ReviewEntry,
    StepEntry,
)
from benchside.log.record import digest_of
from benchside.runner.events import ReviewStarted, SessionFinished, SetFinished, StepStarted
from benchside.runner.machine import Refused
from benchside.runner.runner import Runner
from benchside.testing import A_MOMENT, a_plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.log.entries import JournalEntry
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.timeline.agenda import Agenda

HEADER = Header(
    started=A_MOMENT,
    plan=a_plan(),
    file="a-session.toml",
    digest=digest_of("name = 'A session'"),
    athlete="me",
)


@dataclass
class Led:
    """A session that is led, and its journal so far."""

    agenda: Agenda
    lines: list[JournalEntry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.runner = Runner(self.agenda)

    def press(self, command: Command, at_ms: int) -> None:
        """Press a key; one that does nothing leaves no line."""
        self.wait(at_ms)
        try:
            events = self.runner.feed(command, at_ms)
        except Refused:
            return
        self.lines.append(CommandEntry(at_ms, command))
        self._keep(events)

    def wait(self, until_ms: int) -> None:
        """Let time pass."""
        self._keep(self.runner.advance(until_ms))

    def _keep(self, events: Iterable[Event]) -> None:
        for event in events:
            match event:
                case StepStarted(at_ms, kind, set_id, side):
                    self.lines.append(StepEntry(at_ms, kind, set_id, side))
                case SetFinished(at_ms, result):
                    self.lines.append(ResultEntry(at_ms, result))
                case ReviewStarted(at_ms):
                    self.lines.append(ReviewEntry(at_ms))
                case SessionFinished(at_ms, status):
                    self.lines.append(EndEntry(at_ms, status))


def led(agenda: Agenda, *keys: tuple[int, Command], until_ms: int = 0) -> Led:
    """Lead a session by keys at their moments, in milliseconds since it began."""
    session = Led(agenda)
    for at_ms, command in keys:
        session.press(command, at_ms)
    session.wait(max(until_ms, session.runner.now_ms))
    return session
