"""The program's end of the speaker process: a `Speaker` that outlives every speaker.

It promises that no call blocks, and that sound failing never raises. What was handed over and is
still to come is remembered, so a speaker that dies, hangs or loses its device is replaced by one
that goes on with the next cue. A pack that ends the speaker which reads it is not given to the
next one. It has no thread: `status`, which every tick asks for, does the looking after. One call at
a time, from whichever thread.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.audio.child import Child, ChildProcess
from benchside.audio.pack import FALLBACK
from benchside.audio.protocol import (
    MAX_CUES,
    Cancel,
    CloseSpeaker,
    Heartbeat,
    Open,
    Say,
    ScheduleCues,
    ToSpeaker,
    Volume,
    decode,
    encode,
)
from benchside.player import SoundState, SpeakerStatus, now_ns as system_now_ns
from benchside.session import quote_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchside.player import ScheduledCue

# -P: a folder that holds a wave.py must not become the speaker's library.
COMMAND = (sys.executable, "-P", "-m", "benchside.audio.speaker")

HEARTBEAT_TIMEOUT_NS = 1_500_000_000
"""A speaker that said nothing for so long hangs: it speaks every 400 ms."""

SILENT_AT_START_NS = 5_000_000_000
"""Python, the sound library and the pack are loaded first, on a busy machine slowly; longer, like
the pause between two starts, after each that came to nothing."""

MIN_BACKOFF_NS = 250_000_000
LONGEST_PAUSE_NS = 2_000_000_000
"""Between two starts, doubled from the first to the longest while none of them comes to a word."""


def start_speaker() -> Child:
    """Start the speaker process; raises OSError where the system refuses."""
    return ChildProcess(COMMAND)


class SpeakerProcess:
    """Sound from a process of its own, which is replaced as often as it takes."""

    def __init__(
        self,
        asked: Open,
        *,
        start: Callable[[], Child] = start_speaker,
        now_ns: Callable[[], int] = system_now_ns,
    ) -> None:
        self._asked = asked
        self._start = start
        self._now_ns = now_ns
        self._child: Child | None = None
        self._pending: list[tuple[int, str]] = []
        self._state = SoundState.STARTING
        self._device = ""
        self._detail = ""
        self._delay_ms = 0
        self._dropped_before = 0
        """By speakers that are gone."""
        self._dropped = 0
        """By the one that is there."""
        self._pack_trouble = ""
        """Why classic plays in the place of the chosen pack; empty where it does not."""
        self._is_hopeless = False
        self._is_loading = False
        """Whether the speaker that is there reads its pack."""
        self._has_spoken = False
        self._heard_ns = 0
        self._start_ns = now_ns()
        self._pause_ns = MIN_BACKOFF_NS
        self._supervise()

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Hand over cues ahead of time."""
        named = [(due.due_ns, due.cue.kind.value) for due in cues]
        self._pending += named
        self._send_cues(named)
        self._supervise()

    def say(self, due_ns: int, text: str) -> None:
        """Hand over a phrase; one whose speaker dies first stays unsaid."""
        self._send(Say(due_ns, text))

    def cancel(self) -> None:
        """Silence what is not yet sounding."""
        self._pending.clear()
        self._send(Cancel())

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness, 0 to 1."""
        self._asked = replace(self._asked, volume=volume, muted=muted)
        self._send(Volume(volume, muted))

    def status(self) -> SpeakerStatus:
        """Look after the speaker, and return how the sound is."""
        self._supervise()
        state = self._state
        if state is SoundState.ON and self._asked.muted:
            state = SoundState.MUTED
        dropped = self._dropped_before + self._dropped
        detail = "; ".join(filter(None, (self._pack_trouble, self._detail)))
        delay_ms = self._delay_ms if self._state is SoundState.ON else 0
        return SpeakerStatus(state, self._device, dropped, detail, delay_ms)

    def close(self) -> None:
        """End the speaker; takes half a second at most."""
        self._is_hopeless = True
        if self._child is not None:
            self._child.end(encode(CloseSpeaker()))
            self._child = None
        self._state = SoundState.OFF

    def _send(self, message: ToSpeaker) -> None:
        if self._child is not None:
            self._child.send(encode(message))

    def _send_cues(self, cues: Sequence[tuple[int, str]]) -> None:
        for start in range(0, max(len(cues), 1), MAX_CUES):
            self._send(ScheduleCues([list(cue) for cue in cues[start : start + MAX_CUES]]))

    def _supervise(self) -> None:
        now = self._now_ns()
        if self._child is None:
            self._replace(now)
            return
        for line in self._child.receive():
            self._hear(decode(line), now)
        patience = HEARTBEAT_TIMEOUT_NS
        if not self._has_spoken:
            patience = SILENT_AT_START_NS * self._pause_ns // MIN_BACKOFF_NS
        if not self._child.is_running:
            self._restart(now, "the speaker ended")
        elif now - self._heard_ns > patience:
            self._restart(now, "the speaker hangs")
        elif self._child.is_clogged:
            self._restart(now, "the speaker takes no more cues")

    def _hear(self, beat: object, now: int) -> None:
        if not isinstance(beat, Heartbeat):
            return
        self._heard_ns = now
        self._is_loading = beat.state == "loading"
        if beat.state in ("loading", "starting"):
            return
        if beat.state != "lost":
            self._has_spoken = True
            self._pause_ns = MIN_BACKOFF_NS
        self._dropped = beat.dropped
        self._device, self._detail = beat.device, beat.detail
        self._delay_ms = beat.delay_ms
        self._pending = [cue for cue in self._pending if cue[0] > beat.given_ns]
        match beat.state:
            case "on":
                self._state = SoundState.ON
            case "lost":
                self._state = SoundState.LOST
            case "unusable":
                self._is_hopeless = True
                self._state = SoundState.NO_DEVICE
            case _:
                self._state = SoundState.NO_DEVICE

    def _restart(self, now: int, reason: str) -> None:
        """Give up a speaker, and arrange for the next one."""
        assert self._child is not None
        self._child.kill()
        self._child = None
        self._dropped_before += self._dropped
        self._dropped = 0
        self._device = ""
        self._suspect_pack()
        if self._state is SoundState.NO_DEVICE:
            reason = self._detail
        else:
            self._state = SoundState.LOST
        self._detail = self._detail or reason
        self._start_ns = now if self._has_spoken else now + self._pause_ns
        self._pause_ns = min(2 * self._pause_ns, LONGEST_PAUSE_NS)
        self._replace(now)

    def _suspect_pack(self) -> None:
        """Let the next speaker have the classic that ships, if this one ended over its pack."""
        asked = self._asked
        shipped = asked.packs_folders[-1:]
        has_other = asked.pack != FALLBACK or asked.packs_folders != shipped
        if self._is_loading and has_other:
            self._asked = replace(asked, pack=FALLBACK, packs_folders=shipped)
            self._pack_trouble = (
                f"the sound pack {quote_value(asked.pack)} ended the speaker; {FALLBACK} stands in"
            )
        self._is_loading = False

    def _replace(self, now: int) -> None:
        self._forget_overdue(now)
        if self._is_hopeless or now < self._start_ns:
            return
        try:
            self._child = self._start()
        except OSError as error:
            self._detail = f"the speaker cannot be started: {error.strerror or error}"
            self._start_ns = now + LONGEST_PAUSE_NS
            return
        self._heard_ns, self._has_spoken = now, False
        self._send(self._asked)
        self._send_cues(self._pending)

    def _forget_overdue(self, now: int) -> None:
        """Keep what was due while no speaker was there from the next one; it is not late."""
        self._pending = [cue for cue in self._pending if cue[0] > now]
