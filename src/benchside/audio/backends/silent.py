"""No sound, on purpose: for a quiet room, a server, a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.player import SoundState, SpeakerStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.player import ScheduledCue


class SilentSpeaker:
    """A speaker that takes everything and plays nothing."""

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Take cues."""

    def say(self, due_ns: int, text: str) -> None:
        """Take a phrase."""

    def cancel(self) -> None:
        """Have nothing to silence."""

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Have no loudness."""

    def status(self) -> SpeakerStatus:
        """Tell that silence was chosen."""
        return SpeakerStatus(SoundState.OFF)

    def close(self) -> None:
        """Have nothing to end."""
