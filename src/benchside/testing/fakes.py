"""Fakes of the ports. They keep the same promises as the real ones, by the same contract tests."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from benchside.player import SoundState, SpeakerStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchside.player import ScheduledCue

NS_PER_MS = 1_000_000

A_MOMENT = datetime(2026, 1, 12, 18, 0, tzinfo=timezone(timedelta(hours=1)))
"""When everything in a test begins, unless told otherwise."""


class FakeClock:
    """A clock that goes only when it is told to."""

    def __init__(self, wall: datetime = A_MOMENT, *, now_ns: int = 5_000 * NS_PER_MS) -> None:
        self._wall = wall
        self._now_ns = now_ns
        self._slept_ns = 0

    def now_ns(self) -> int:
        """Monotonic time; it stands still in `sleep`."""
        return self._now_ns

    def slept_ns(self) -> int:
        """Return the sum of all `sleep`."""
        return self._slept_ns

    def wall(self) -> datetime:
        """Date and time of day."""
        return self._wall

    def advance(self, ms: int) -> None:
        """Let time pass."""
        self._now_ns += ms * NS_PER_MS
        self._wall += timedelta(milliseconds=ms)

    def sleep(self, ms: int) -> None:
        """Close the lid of the laptop for so long."""
        self._slept_ns += ms * NS_PER_MS
        self._wall += timedelta(milliseconds=ms)


class RecordingSpeaker:
    """A speaker that remembers what it was asked for, and so what would have been heard."""

    def __init__(self, clock: FakeClock, *, state: SoundState = SoundState.ON) -> None:
        self._clock = clock
        self._cues: list[ScheduledCue] = []
        self.state = state
        """What `status` tells, for a test to change; `muted` and `dropped` come from us."""
        self.cancels = 0
        """How often it was silenced."""
        self.dropped = 0
        """Cues that were already late when they came."""
        self.phrases: list[tuple[int, str]] = []
        """What was asked to be spoken, with its moment."""
        self.volume = 1.0
        self.is_muted = False
        self.is_closed = False

    @property
    def cues(self) -> tuple[ScheduledCue, ...]:
        """Cues that were heard, or will be if nothing cancels them, in due order."""
        return tuple(sorted(self._cues, key=lambda due: due.due_ns))

    @property
    def heard(self) -> tuple[ScheduledCue, ...]:
        """Cues whose moment has come."""
        return tuple(due for due in self.cues if due.due_ns <= self._clock.now_ns())

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Take cues ahead of time; late ones are dropped and counted."""
        now_ns = self._clock.now_ns()
        in_time = [due for due in cues if due.due_ns >= now_ns]
        self._cues += in_time
        self.dropped += len(cues) - len(in_time)

    def say(self, due_ns: int, text: str) -> None:
        """Take a phrase."""
        self.phrases.append((due_ns, text))

    def cancel(self) -> None:
        """Forget what is not yet heard."""
        self.cancels += 1
        now_ns = self._clock.now_ns()
        self._cues = [due for due in self._cues if due.due_ns <= now_ns]

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness."""
        self.volume = volume
        self.is_muted = muted

    def status(self) -> SpeakerStatus:
        """Return how the sound is."""
        is_silenced = self.is_muted and self.state is SoundState.ON
        state = SoundState.MUTED if is_silenced else self.state
        return SpeakerStatus(state, device="a fake", dropped=self.dropped)

    def close(self) -> None:
        """End the sound."""
        self.is_closed = True


class RecordingCommandRunner:
    """A runner of commands that remembers what it was asked for, and runs nothing."""

    def __init__(self) -> None:
        self.commands: list[tuple[str, ...]] = []
        """Every command, in order."""
        self.messages: list[dict[str, object]] = []
        """What each of them was told."""
        self.failure = ""
        """What fails in every command while it is there; empty where nothing does."""

    def run(self, command: Sequence[str], message: bytes, *, timeout_s: float) -> str:  # noqa: ARG002
        """Take a command with its message."""
        self.commands.append(tuple(command))
        self.messages.append(json.loads(message))
        return self.failure


class MemoryJournal:
    """A journal that lives as long as the test."""

    def __init__(self, *lines: Mapping[str, object]) -> None:
        self.lines: list[dict[str, object]] = [_through_json(line) for line in lines]
        self.is_discarded = False
        self.is_set_aside = False
        self.is_closed = False
        self.failure: OSError | None = None
        """Raised by every `write` while it is there: a full disk."""

    def write(self, line: Mapping[str, object]) -> None:
        """Append one line."""
        if self.failure is not None:
            raise self.failure
        self.lines.append(_through_json(line))

    def discard(self) -> None:
        """Remove the journal."""
        self.lines.clear()
        self.is_discarded = True

    def set_aside(self) -> str:
        """Keep the lines elsewhere; here they stay to be looked at."""
        self.is_set_aside = True
        return "memory"

    def close(self) -> None:
        """Let go of it; the lines stay."""
        self.is_closed = True


class MemoryLogbook:
    """A log that lives as long as the test."""

    def __init__(self, *lines: Mapping[str, object]) -> None:
        self.lines: list[dict[str, object]] = [_through_json(line) for line in lines]
        self.failure: OSError | None = None
        """Raised by every `append` while it is there: a full disk."""

    def append(self, line: Mapping[str, object]) -> None:
        """Append one session, unless one with its `id` is there already."""
        if self.failure is not None:
            raise self.failure
        record_id = line.get("id")
        if not (isinstance(record_id, str) and self.holds(record_id)):
            self.lines.append(_through_json(line))

    def holds(self, record_id: str) -> bool:
        """Return whether a session was logged."""
        return any(line.get("id") == record_id for line in self.lines)


def _through_json(line: Mapping[str, object]) -> dict[str, object]:
    """Return what a file would give back; raises TypeError for what no line can hold."""
    read: dict[str, object] = json.loads(json.dumps(line))
    return read
