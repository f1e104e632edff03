"""A speaker that also says its cues: "Ten seconds", "Switch sides", the number of the rep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.timeline import LAST_REP_AHEAD_MS, CueKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.audio.voice import VoicePhrases
    from benchside.player import ScheduledCue, Speaker, SpeakerStatus
    from benchside.timeline import Cue

AFTER_MS: Final = 300
"""From a cue to its phrase: the ear takes the sound first."""


def spoken_after_ms(cue: Cue) -> int:
    """Return how long after a cue its phrase comes: that of the last rep when the rep has begun."""
    return AFTER_MS + (LAST_REP_AHEAD_MS if cue.kind is CueKind.LAST_REP else 0)


class Narrator:
    """A speaker with another behind it, that gets the phrases with the cues."""

    def __init__(self, speaker: Speaker, phrases: VoicePhrases) -> None:
        self._speaker = speaker
        self._phrases = phrases

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Hand over cues, and the phrases of those that have one."""
        self._speaker.schedule(cues)
        for due in cues:
            if text := self._phrases.for_cue(due.cue):
                self._speaker.say(due.due_ns + spoken_after_ms(due.cue) * 1_000_000, text)

    def say(self, due_ns: int, text: str) -> None:
        """Hand over a phrase."""
        self._speaker.say(due_ns, text)

    def cancel(self) -> None:
        """Silence what is not yet sounding."""
        self._speaker.cancel()

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness, 0 to 1."""
        self._speaker.set_volume(volume, muted=muted)

    def status(self) -> SpeakerStatus:
        """Return how the sound is."""
        return self._speaker.status()

    def close(self) -> None:
        """End the sound."""
        self._speaker.close()
