"""Plays through miniaudio, which finds PulseAudio, PipeWire, ALSA, Core Audio or WASAPI by itself.

A device that goes away makes no sound in both senses: its callback stops coming, without an
exception. So a watchdog looks at the last time it asked. Where there is no sound system at all
miniaudio opens its Null back end without a word, and where there is one without a card, it has a
dummy; neither is a device here. A sound server moves a stream to its dummy when the card goes away,
and to another card when that becomes the default, without a word too: so a thread asks the server
again and again where the sound goes.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import miniaudio

from benchside.audio.backends.output import NoDeviceError
from benchside.audio.devices import Device, NoSystemError, ask_devices, playing_device
from benchside.audio.samples import RATE
from benchside.audio.stage import BLOCK_MS, LEAD_NS
from benchside.player import now_ns

if TYPE_CHECKING:
    from array import array
    from collections.abc import Generator

    from benchside.audio.stage import CueScheduler

PATIENCE_NS = 1_000_000_000
"""A device that asked for nothing for so long is gone. Busy machines stay under half a second."""

FIRST_PATIENCE_NS = 3_000_000_000
"""Until it has begun: a sink that slept in blocks of two seconds wakes up with the next of them."""

CARD_MS = 45
"""What a sound server and its card take from a block that is given to a block that is heard:
measured at a virtual card by `benchmarks/on_screen.py`. Another card takes some more or less."""

FILLED_NS = 2 * BLOCK_MS * 1_000_000
"""A device that plays nothing, a suspended one, still has its buffer filled when it is opened; so
long after that it asks no more."""

MOVES_STREAMS = "PulseAudio"
"""The sound system that moves streams from one device to another; PipeWire speaks for it too."""

ASK_AGAIN_S = 2.0
"""Between two questions where the sound goes; each takes some 2 ms of the processor."""

ONLY_A_DUMMY = "there is no sound card, only a dummy"


class MiniaudioOutput:
    """The device that miniaudio opened."""

    delay_ms = LEAD_NS // 1_000_000 + CARD_MS

    def __init__(self, *, null: bool = False) -> None:
        self._backends = [miniaudio.Backend.NULL] if null else []
        self._device: miniaudio.PlaybackDevice | None = None
        self._system = "Null"
        self._goes_to: Device | None = None
        """Where the sound goes; None where the system doesn't tell."""
        self._closed = threading.Event()
        self._first_ns = 0
        self._asked_ns = 0

    def open(self, stage: CueScheduler) -> str:
        """Open the default device and start its stream."""
        if not self._backends:
            self._ask()
            self.find_device()
        stream = self._stream(stage)
        next(stream)
        try:
            device = miniaudio.PlaybackDevice(
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=BLOCK_MS,
                backends=self._backends,
                app_name="Benchside",
            )
            if device.backend == "Null" and not self._backends:
                device.close()
                raise NoDeviceError("this system has no sound")
            self._first_ns = self._asked_ns = now_ns()
            device.start(stream)
        except miniaudio.MiniaudioError as error:
            reason = " ".join(str(part) for part in error.args)
            raise NoDeviceError(f"no speaker found ({reason})") from error
        self._device = device
        self._system = device.backend
        if self._system == MOVES_STREAMS:
            threading.Thread(target=self._keep_asking, name="device watch", daemon=True).start()
        return self.find_device()

    def find_device(self) -> str:
        """Return the name of the device that the sound goes to now."""
        device = self._goes_to
        if device is None:
            return self._system
        if device.is_dummy:
            raise NoDeviceError(ONLY_A_DUMMY)
        return f"{device.name} ({self._system})"

    @property
    def has_begun(self) -> bool:
        """Whether the device has asked again after its buffer was filled, so it plays."""
        return self._asked_ns - self._first_ns > FILLED_NS

    def is_alive(self, now_ns: int) -> bool:
        """Return whether the device has asked for sound lately."""
        patience_ns = PATIENCE_NS if self.has_begun else FIRST_PATIENCE_NS
        return now_ns - self._asked_ns < patience_ns

    def close(self) -> None:
        """Close the device."""
        self._closed.set()
        if self._device is not None:
            self._device.close()
            self._device = None

    def _keep_asking(self) -> None:
        while not self._closed.wait(ASK_AGAIN_S):
            self._ask(self._system)

    def _ask(self, system: str = "") -> None:
        """Learn where the sound goes; what does not answer is the watchdog's affair."""
        try:
            _, devices = ask_devices(system)
        except NoSystemError:
            return
        self._goes_to = playing_device(devices)

    def _stream(self, stage: CueScheduler) -> Generator[bytes | array[int], int, None]:
        frames = yield b""
        while True:
            self._asked_ns = now_ns()
            frames = yield stage.pull(frames, self._asked_ns)
