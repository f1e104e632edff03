"""Plays through simpleaudio: each sound by itself, when a timer says that it is due.

Kept for machines where miniaudio finds nothing. It is some milliseconds uneven, because
simpleaudio has no stream to place a sound in. The original of 2019 ends the process with a
segmentation fault on Python 3.12 and later (its playing thread frees memory without the GIL); it is
refused there.
"""

from __future__ import annotations

import sys
import threading
from importlib import metadata
from typing import TYPE_CHECKING, Any

from benchside.audio.backends.output import NoDeviceError, UnusableError
from benchside.audio.samples import RATE, silence
from benchside.player import now_ns

if TYPE_CHECKING:
    from array import array

    from benchside.audio.stage import CueScheduler

NAME = "simpleaudio"

LONGEST_WAIT_NS = 10_000_000
"""A cue handed over later than this before its moment is late by as much."""

INSTALL = "pip install 'benchside[simpleaudio]'"


def refusal(python: tuple[int, int], distributions: set[str]) -> str:
    """Return why simpleaudio must not be used; empty where it may."""
    if not any("simpleaudio" in name for name in distributions):
        return f"simpleaudio is not installed; {INSTALL}"
    if python >= (3, 12) and "simpleaudio" in distributions:
        return (
            "simpleaudio 1.0.4 crashes on Python 3.12 and later; "
            f"pip uninstall simpleaudio, then {INSTALL}"
        )
    return ""


def installed(names: tuple[str, ...] = ("simpleaudio", "simpleaudio-patched")) -> set[str]:
    """Return which builds are installed."""
    found = set()
    for name in names:
        try:
            found.add(metadata.distribution(name).metadata["Name"])
        except metadata.PackageNotFoundError:
            continue
    return found


class SimpleaudioOutput:
    """The device that simpleaudio opens anew for each sound."""

    delay_ms = 0

    def __init__(self) -> None:
        if reason := refusal(sys.version_info[:2], installed()):
            raise UnusableError(reason)
        try:
            import simpleaudio
            from simpleaudio._simpleaudio import SimpleaudioError
        except ImportError as error:
            raise UnusableError(f"simpleaudio cannot be loaded: {error}") from error

        self._library: Any = simpleaudio
        self._error: type[Exception] = SimpleaudioError
        self._failed = ""
        self._ended = threading.Event()
        self._playing: list[Any] = []
        self._thread: threading.Thread | None = None

    def open(self, stage: CueScheduler) -> str:
        """Try the device with a moment of silence, and start the timer."""
        try:
            self._start(silence(RATE // 100))
        except self._error as error:
            raise NoDeviceError(str(error)) from error
        self._thread = threading.Thread(target=self._play, args=(stage,), daemon=True)
        self._thread.start()
        return NAME

    def find_device(self) -> str:
        """Return the library's name: it tells of no device."""
        return NAME

    @property
    def has_begun(self) -> bool:
        """It has: the moment of silence was taken."""
        return True

    def is_alive(self, now_ns: int) -> bool:  # noqa: ARG002 - it tells failures, no times
        """Return whether every sound so far found a device."""
        return not self._failed

    def close(self) -> None:
        """End the timer, and with it all sounds."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
        self._stop_all()

    def _play(self, stage: CueScheduler) -> None:
        cancels = stage.cancels
        while not self._ended.is_set():
            if stage.cancels != cancels:
                cancels = stage.cancels
                self._stop_all()
            try:
                for samples in stage.take_due(now_ns()):
                    self._start(samples)
            except self._error as error:
                self._failed = str(error)
                return
            due_in = stage.due_in_ns(now_ns())
            wait_ns = LONGEST_WAIT_NS if due_in is None else min(due_in, LONGEST_WAIT_NS)
            self._ended.wait(max(0, wait_ns) / 1e9)

    def _start(self, samples: array[int]) -> None:
        self._playing = [playing for playing in self._playing if playing.is_playing()]
        self._playing.append(self._library.play_buffer(samples.tobytes(), 1, 2, RATE))

    def _stop_all(self) -> None:
        for playing in self._playing:
            playing.stop()
