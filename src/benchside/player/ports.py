"""What the player needs from the world, as small protocols.

Every port has a fake in `benchside.testing` and one contract test that runs on all of its
implementations.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from benchside.log import LastTime
    from benchside.runner import Event, RunState
    from benchside.timeline import Cue
    from benchside.view import SetView


class Clock(Protocol):
    """The system's clocks."""

    def now_ns(self) -> int:
        """Monotonic time in nanoseconds, of no meaning but in differences."""
        ...

    def slept_ns(self) -> int:
        """Nanoseconds that grow by the length of every sleep of the system."""
        ...

    def wall(self) -> datetime:
        """Date and time of day with its zone."""
        ...


@dataclass(frozen=True, slots=True, order=True)
class ScheduledCue:
    """A cue with the moment it is due on the system's monotonic clock."""

    due_ns: int
    cue: Cue


class SoundState(StrEnum):
    """How the sound is, in one word for the status line."""

    STARTING = "starting"
    ON = "sound"
    MUTED = "muted"
    NO_DEVICE = "no device"
    """The speaker runs but nothing takes its sound."""
    LOST = "lost"
    """The speaker died or hangs; a new one is being started."""
    OFF = "silent"
    """The silent back end was chosen."""


@dataclass(frozen=True, slots=True)
class SpeakerStatus:
    """What the speaker says of itself."""

    state: SoundState
    device: str = ""
    """Name of the device or back end; empty where there is none."""
    dropped: int = 0
    """Cues that a working speaker got too late and left out; what passes while there is none, or no
    device, does not count."""
    detail: str = ""
    """The reason of a failure, for the doctor and the log; empty where all is well."""
    delay_ms: int = 0
    """How long after its moment a cue is heard; what is shown can wait for it as long."""

    @property
    def reason(self) -> str:
        """The reason of a failure without the error of a sound library, which stands in brackets.

        It means nothing to an athlete beside the bench; the commands about sound tell it.
        """
        return self.detail.partition(" (")[0]


class Speaker(Protocol):
    """Plays cues at their moment. None of its methods blocks or raises because sound fails."""

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Hand over cues ahead of time; one that comes too late is left out."""
        ...

    def say(self, due_ns: int, text: str) -> None:
        """Hand over a phrase to speak at a moment; left out where it would talk over a count-in."""
        ...

    def cancel(self) -> None:
        """Silence what is not yet sounding."""
        ...

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness, 0 to 1, at once."""
        ...

    def status(self) -> SpeakerStatus:
        """Return how the sound is; call it often, it also keeps the speaker alive."""
        ...

    def close(self) -> None:
        """End the sound; what is already sounding may end with it."""
        ...


class Phrases(Protocol):
    """Words for what is spoken, in one language; a speaker words its cues itself."""

    def for_set(self, coming: SetView, *, is_brief: bool) -> str:
        """Announce a set; in brief where there is little time."""
        ...

    def for_last_time(self, last: LastTime) -> str:
        """Tell what was done of an exercise last time."""
        ...


class Journal(Protocol):
    """The session that is going on, on disk: every line is safe when `write` returns."""

    def write(self, line: Mapping[str, object]) -> None:
        """Append one line and force it to disk; raises OSError where that fails."""
        ...

    def discard(self) -> None:
        """Remove the journal: the session is in the log, or was never begun."""
        ...

    def set_aside(self) -> str:
        """Keep the journal elsewhere, for a given up session may be wanted; returns its place."""
        ...

    def close(self) -> None:
        """Let go of the file and keep it; without effect after `discard`."""
        ...


class Logbook(Protocol):
    """Finished sessions, one line each."""

    def append(self, line: Mapping[str, object]) -> None:
        """Append one session and force it to disk; raises OSError where that fails."""
        ...


class CommandRunner(Protocol):
    """Runs commands of the athlete's own."""

    def run(self, command: Sequence[str], message: bytes, *, timeout_s: float) -> str:
        """Run a command with a message on its standard input; return what failed, or nothing.

        It returns when the command has ended, or when its time is over.
        """
        ...


class Sink(Protocol):
    """Puts what happens in a session into the world. It neither raises nor blocks."""

    def handle(self, event: Event, run: RunState) -> None:
        """Take an event in its turn, with the state of the session after it."""
        ...


class SideSink(Sink, Protocol):
    """A sink that the session can do without: what goes wrong in it is told, and stops nothing."""

    def take_problems(self) -> tuple[str, ...]:
        """Return what went wrong since it was asked last, a line each."""
        ...
