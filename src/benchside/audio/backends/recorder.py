"""Writes what would have been heard to a WAV file, cancels, volume and all.

It promises the same sums as the speaker process, for both play the same stage. The file is whole
once the recorder is closed; a file that cannot be written is told by the status.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.audio.gain import gain_of
from benchside.audio.samples import RATE, frames_of_ns
from benchside.audio.stage import LEAD_NS, CueScheduler
from benchside.audio.wav import WavFile
from benchside.player import SoundState, SpeakerStatus, now_ns as system_now_ns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchside.audio.pack import Pack
    from benchside.player import ScheduledCue

BLOCK = 2400


class RecorderSpeaker:
    """A speaker whose device is a file."""

    def __init__(
        self, path: Path, pack: Pack, *, now_ns: Callable[[], int] = system_now_ns
    ) -> None:
        self._path = path
        self._now_ns = now_ns
        self._start_ns = now_ns()
        self._stage = CueScheduler(pack.sounds)
        self._frames = 0
        self._is_muted = False
        self._detail = ""
        self._file: WavFile | None = None
        try:
            self._file = WavFile(path)
        except OSError as error:
            self._fail(error)

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Hand over cues ahead of time."""
        self._write_until_now()
        self._stage.schedule((due.due_ns, due.cue.kind.value) for due in cues)

    def say(self, due_ns: int, text: str) -> None:
        """Say nothing."""

    def cancel(self) -> None:
        """Silence what is not yet sounding."""
        self._write_until_now()
        self._stage.cancel()

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness, 0 to 1."""
        self._write_until_now()
        self._is_muted = muted
        self._stage.set_gain(gain_of(volume, muted=muted))

    def status(self) -> SpeakerStatus:
        """Write what was heard since, and tell how the recording is."""
        self._write_until_now()
        state = SoundState.MUTED if self._is_muted else SoundState.ON
        if self._detail:
            state = SoundState.NO_DEVICE
        return SpeakerStatus(state, str(self._path), self._stage.dropped, self._detail)

    def close(self) -> None:
        """Finish the file."""
        self._write_until_now()
        file, self._file = self._file, None
        try:
            if file is not None:
                file.close()
        except OSError as error:
            self._fail(error)

    def _write_until_now(self) -> None:
        """Let the stage play up to now, block by block like a card."""
        until = frames_of_ns(self._now_ns() - self._start_ns)
        while self._file is not None and self._frames < until:
            frames = min(BLOCK, until - self._frames)
            asked_ns = self._start_ns + self._frames * 1_000_000_000 // RATE + LEAD_NS
            block = self._stage.pull(frames, asked_ns)
            self._frames += frames
            try:
                self._file.append(block)
            except OSError as error:
                self._fail(error)

    def _fail(self, error: OSError) -> None:
        self._detail = f"cannot write {self._path}: {error.strerror}"
        self._file = None
