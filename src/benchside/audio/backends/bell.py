"""The terminal's bell: one sound for every cue, rung when the program comes round to it.

No beat to lift by: it is as late as the tick that asks for the status, and a terminal may swallow
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from benchside.player import SoundState, SpeakerStatus, now_ns as system_now_ns
from benchside.timeline import TICKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchside.player import ScheduledCue

BELL = "\a"
LATE_NS = 80_000_000


class BellSpeaker:
    """A speaker that rings the bell of a terminal."""

    def __init__(
        self,
        terminal: TextIO,
        *,
        muted: bool = False,
        now_ns: Callable[[], int] = system_now_ns,
    ) -> None:
        self._terminal = terminal
        self._is_muted = muted
        self._now_ns = now_ns
        self._waiting: list[int] = []
        self._dropped = 0
        self._detail = ""

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Hand over cues ahead of time; a tick is left out, for a bell is never soft."""
        rung = (due.due_ns for due in cues if due.cue.kind not in TICKS)
        self._waiting = sorted([*self._waiting, *rung])
        self._ring()

    def say(self, due_ns: int, text: str) -> None:
        """Say nothing: a bell has no voice."""

    def cancel(self) -> None:
        """Silence what is not yet due."""
        self._waiting.clear()

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Mute the bell or not; its loudness is the terminal's."""
        self._is_muted = muted or volume == 0

    def status(self) -> SpeakerStatus:
        """Ring for what is due, and tell how the bell is."""
        self._ring()
        state = SoundState.MUTED if self._is_muted else SoundState.ON
        if self._detail:
            state = SoundState.NO_DEVICE
        return SpeakerStatus(state, "terminal bell", self._dropped, self._detail)

    def close(self) -> None:
        """Ring no more."""
        self._waiting.clear()

    def _ring(self) -> None:
        now = self._now_ns()
        due = [moment for moment in self._waiting if moment <= now]
        self._waiting = self._waiting[len(due) :]
        in_time = [moment for moment in due if now - moment <= LATE_NS]
        if not self._detail:
            self._dropped += len(due) - len(in_time)
        if in_time and not self._is_muted:
            try:
                self._terminal.write(BELL)
                self._terminal.flush()
            except (OSError, ValueError) as error:
                self._detail = f"the terminal takes no bell: {error}"
