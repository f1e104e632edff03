"""The sounds that are to come, and the stream they become when a device asks for it.

It promises that a cue begins on the frame that belongs to its moment, the same distance after it
for every cue; one that comes more than 80 ms too late is left out and counted, and no other is
moved for it. What was not due when `cancel` came is never heard, not even its beginning.

Used by two threads, the one that reads what the program says and the device's own.
"""

from __future__ import annotations

import heapq
import threading
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from benchside.audio.mixer import Mixer, PlayingSound, amplified
from benchside.audio.samples import RATE
from benchside.audio.tie import StreamClock

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping

BLOCK_MS = 80
"""What a device takes at a time. Measured with both cores busy: 50 ms tore some 3 of 100 distances,
65 ms nearly as many, 80 ms none, and more only makes the sound come later."""

LEAD_NS = (BLOCK_MS + 10) * 1_000_000
"""Every sound begins this long after its moment. Longer than a block: so what is handed over just
when it is due still begins exactly, and what is not yet due can still be cancelled."""

LATE_NS = 80_000_000
"""A cue that would begin later than this is left out."""

SPEECH_LATE_NS = 400_000_000
"""A phrase may come later, it marks no beat."""

SET_NS = 12_000_000_000
"""Cues nearer to each other than this belong to one set, and are not moved against each other."""

COUNTED_IN = frozenset({"count-in", "go"})
"""Cues that a phrase must not talk over."""


@dataclass(order=True, slots=True)
class ScheduledSound:
    """A sound with its moment."""

    due_ns: int
    number: int
    """Keeps sounds of the same moment in the order they came."""
    samples: array[int] = field(compare=False)
    name: str = field(compare=False)
    """The cue's; empty for a phrase."""

    @property
    def is_speech(self) -> bool:
        """Whether it is a phrase."""
        return not self.name


class CueScheduler:
    """Where sounds wait for their moment."""

    def __init__(self, sounds: Mapping[str, array[int]], *, tone: bool = False) -> None:
        self._sounds = sounds
        self._mixer = Mixer(tone=tone)
        self._tie = StreamClock()
        self._waiting: list[ScheduledSound] = []
        self._numbers = count()
        self._frames = 0
        self._gain = 1.0
        self._dropped = 0
        self._given_ns = 0
        self._begun_ns = 0
        self._lock = threading.Lock()
        self.cancels = 0
        """How often `cancel` was called, for a library that plays sounds one by one."""

    @property
    def dropped(self) -> int:
        """How many cues were left out because they came too late."""
        return self._dropped

    @property
    def waiting(self) -> int:
        """How many sounds wait for their moment."""
        return len(self._waiting)

    @property
    def given_ns(self) -> int:
        """The moment up to which everything has been given out or left out."""
        return self._given_ns

    def schedule(self, cues: Iterable[tuple[int, str]]) -> None:
        """Take cues as (due_ns, name); a name without a sound is passed over."""
        with self._lock:
            for due_ns, name in cues:
                if name in self._sounds:
                    self._push(due_ns, name, self._sounds[name])

    def say(self, due_ns: int, samples: array[int], *, cancels: int | None = None) -> None:
        """Take a spoken phrase; it is left out where it would talk over a count-in.

        `cancels` is how many there were when it was asked for: one that came since cancels it too.
        """
        with self._lock:
            if cancels is not None and cancels != self.cancels:
                return
            length_ns = len(samples) * 1_000_000_000 // RATE
            if self._counts_in(due_ns, due_ns + length_ns):
                return
            self._push(due_ns, "", samples)

    def cancel(self) -> None:
        """Forget what waits, and let what sounds die away."""
        with self._lock:
            self._waiting.clear()
            self.cancels += 1
            self._mixer.fade_all()

    def set_gain(self, gain: float) -> None:
        """Change the loudness."""
        with self._lock:
            self._gain = gain
            self._mixer.set_gain(gain)

    def pull(self, frames: int, now_ns: int) -> array[int]:
        """Return the next frames to a device that asks for them now."""
        with self._lock:
            self._tie.note(now_ns, self._frames, is_resting=self._is_resting(now_ns))
            placed = self._begin(frames)
            block = self._mixer.pull(frames, placed)
            self._frames += frames
            return block

    def take_due(self, now_ns: int) -> list[array[int]]:
        """Take out what is due, each sound whole and as loud as it has to be.

        For a library that plays sounds one by one. Mixing and placing are its own affair.
        """
        with self._lock:
            due = []
            while self._waiting and self._waiting[0].due_ns <= now_ns:
                first = heapq.heappop(self._waiting)
                late_ns = now_ns - first.due_ns
                if not self._is_too_late(first, late_ns) and not self._would_talk_over(first):
                    due.append(amplified(first.samples, self._gain))
            self._given_ns = now_ns
            return due

    def due_in_ns(self, now_ns: int) -> int | None:
        """Return how long it is to the next sound; None where none waits."""
        with self._lock:
            return self._waiting[0].due_ns - now_ns if self._waiting else None

    def skip(self, now_ns: int) -> None:
        """Leave out what nobody could hear because no device took sound; it does not count."""
        with self._lock:
            while self._waiting and self._waiting[0].due_ns + LATE_NS < now_ns:
                heapq.heappop(self._waiting)
            self._given_ns = now_ns - LATE_NS

    def _push(self, due_ns: int, name: str, samples: array[int]) -> None:
        heapq.heappush(self._waiting, ScheduledSound(due_ns, next(self._numbers), samples, name))

    def _begin(self, frames: int) -> list[tuple[int, PlayingSound]]:
        """Take out what begins in the next frames, each with its place in them."""
        placed: list[tuple[int, PlayingSound]] = []
        while self._waiting:
            frame = self._tie.frame_at(self._waiting[0].due_ns + LEAD_NS)
            start = frame - self._frames
            if start >= frames:
                break
            first = heapq.heappop(self._waiting)
            late_ns = max(0, -start) * 1_000_000_000 // RATE
            if self._is_too_late(first, late_ns) or self._would_talk_over(first):
                continue
            if first.is_speech or first.name in COUNTED_IN:
                self._mixer.fade_speech()
                placed = [one for one in placed if not one[1].is_speech]
            self._begun_ns = first.due_ns
            placed.append((max(0, start), PlayingSound(first.samples, is_speech=first.is_speech)))
        ends_ns = self._tie.offset_ns + (self._frames + frames) * 1_000_000_000 // RATE
        self._given_ns = ends_ns - LEAD_NS
        return placed

    def _is_resting(self, now_ns: int) -> bool:
        is_near = self._waiting and self._waiting[0].due_ns < now_ns + 2 * LEAD_NS
        return not is_near and now_ns - self._begun_ns > SET_NS

    def _is_too_late(self, sound: ScheduledSound, late_ns: int) -> bool:
        if sound.is_speech:
            return late_ns > SPEECH_LATE_NS
        self._dropped += late_ns > LATE_NS
        return late_ns > LATE_NS

    def _would_talk_over(self, sound: ScheduledSound) -> bool:
        length_ns = len(sound.samples) * 1_000_000_000 // RATE
        return sound.is_speech and self._counts_in(sound.due_ns, sound.due_ns + length_ns)

    def _counts_in(self, begins_ns: int, ends_ns: int) -> bool:
        return any(
            begins_ns <= sound.due_ns <= ends_ns
            for sound in self._waiting
            if sound.name in COUNTED_IN
        )
