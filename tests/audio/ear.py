"""Hears what a speaker plays, at the monitor of the virtual card.

An ear tells whether something sounds and how, never when: other people use the machine too.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.virtual_card import Recorder, VirtualCard, find_onsets
from benchside.audio.child import ChildProcess
from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.player.clock import now_ns
from benchside.player.ports import ScheduledCue, SoundState
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchside.audio.protocol import Open

MS = 1_000_000

PATIENCE_S = 60
"""A busy machine may take its time; a speaker that never comes back is the fault to find."""

WAY_NS = 500 * MS
"""From the moment that a cue is due to its sound in the recording; it takes 150 ms."""


def speaker_at(card: VirtualCard, asked: Open) -> SpeakerProcess:
    """Start a speaker that plays on a virtual card."""
    environment = {**os.environ, **card.environment}
    return SpeakerProcess(asked, start=lambda: ChildProcess(COMMAND, environment))


def wait_until(speaker: SpeakerProcess, is_so: Callable[[], bool]) -> None:
    """Look after a speaker until something is so; how fast it is, is the benchmark's to tell."""
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, speaker.status()
        speaker.status()
        time.sleep(0.01)


def wait_for(speaker: SpeakerProcess, state: SoundState) -> None:
    """Look after a speaker until it is in a state."""
    wait_until(speaker, lambda: speaker.status().state is state)


def beeps(count: int, *, apart_ms: int = 200, begin_ms: int = 300) -> list[ScheduledCue]:
    """Plan cues from a moment after now on."""
    now = now_ns()
    return [
        ScheduledCue(now + (begin_ms + n * apart_ms) * MS, Cue(0, CueKind.COUNT_IN))
        for n in range(count)
    ]


def play(speaker: SpeakerProcess, cues: Sequence[ScheduledCue]) -> None:
    """Hand cues over, and look after the speaker until the last is in the recording."""
    speaker.schedule(cues)
    wait_until(speaker, lambda: now_ns() > cues[-1].due_ns + WAY_NS)


class Ear:
    """Listens to a recording from a mark on, which is moved to the present at will."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._mark = 0

    def listen_anew(self) -> None:
        """Forget what was heard so far."""
        self._mark = len(self._recorder.samples)

    @property
    def onsets(self) -> list[int]:
        """Where sounds begin, in samples."""
        return find_onsets(self._recorder.samples[self._mark :])

    @property
    def peak(self) -> int:
        """The largest sample; 0 in digital silence."""
        return max(map(abs, self._recorder.samples[self._mark :]), default=0)

    def spectrum_of_a_second(self, speaker: SpeakerProcess) -> list[float]:
        """Listen for a second; gives how loud each whole pitch is, from 0 Hz on, in samples."""
        self.listen_anew()
        rate = 48_000
        wait_until(speaker, lambda: len(self._recorder.samples) >= self._mark + rate)
        second = self._recorder.samples[self._mark : self._mark + rate]
        loudness: list[float] = (np.abs(np.fft.rfft(np.array(second))) / (rate / 2)).tolist()
        return loudness
