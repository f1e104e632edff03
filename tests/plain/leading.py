"""Sessions led on plain lines by a script of typed lines, on a clock that goes when it is read."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchside.plain.lead import PlainSession
from tests.gym import Gym, a_gym

if TYPE_CHECKING:
    from benchside.player.ports import SideSink
    from benchside.timeline.agenda import Agenda
    from benchside.view.view import View

LONGEST_MS = 3_600_000
"""A script that leads to no end is wrong."""


@dataclass
class Script:
    """Lines typed at moments of a fake clock; afterwards the input may stay open or end."""

    gym: Gym
    presses: list[tuple[int, str]] = field(default_factory=list)
    ends_ms: int | None = None
    now_ms: int = 0

    @property
    def is_open(self) -> bool:
        return bool(self.presses) or self.ends_ms is None or self.now_ms < self.ends_ms

    def wait(self, seconds: float) -> list[str]:
        due = [line for at_ms, line in self.presses if at_ms <= self.now_ms]
        self.presses = self.presses[len(due) :]
        if not due:
            self.idle(seconds)
        return due

    def idle(self, seconds: float) -> None:
        ms = round(seconds * 1_000)
        self.now_ms += ms
        assert self.now_ms < LONGEST_MS, "the script ends, and the session does not"
        self.gym.pass_time(ms)


@dataclass
class LedSession:
    """A session that was led on lines."""

    lines: list[str]
    gym: Gym
    is_over: bool

    @property
    def view(self) -> View:
        """The session as it stands."""
        return self.gym.player.state.view

    @property
    def record(self) -> dict[str, Any]:
        """The one session in the log."""
        [line] = json.loads(json.dumps(self.gym.logbook.lines))
        record: dict[str, Any] = line
        return record

    @property
    def sets(self) -> list[dict[str, Any]]:
        """The sets of the one session in the log."""
        sets: list[dict[str, Any]] = self.record["sets"]
        return sets


def lead(
    timeline: Agenda,
    *presses: tuple[int, str],
    ends_ms: int | None = None,
    typed: bool = True,
    muted: bool = False,
    sinks: tuple[SideSink, ...] = (),
) -> LedSession:
    """Lead a session by lines typed at these moments, in milliseconds."""
    gym = a_gym(timeline, sinks=sinks)
    gym.player.mute(muted)
    lines: list[str] = []
    script = Script(gym, list(presses), ends_ms)
    is_over = PlainSession(gym.player, script, lines.append, is_typed=typed).lead()
    return LedSession(lines, gym, is_over)
