"""A sound card where there is none: a PulseAudio null sink of our own, its monitor recorded.

For the benchmarks and the tests. Everything lives in one folder, works as root and without D-Bus,
and every process is ended by its own number. `why_not()` tells what is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from array import array
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RATE = 48_000
SINK = "lab"
WARM_UP_S = 3.0
"""Without a client of low latency the null sink works in blocks of up to two seconds."""


def why_not() -> str:
    """Return what a virtual card needs and is not here; empty where all is."""
    if missing := [name for name in ("pulseaudio", "parec", "pactl") if not shutil.which(name)]:
        return f"no virtual sound card: {', '.join(missing)} not installed"
    return ""


class VirtualCard:
    """A sound server with one sink that nobody hears."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        default = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
        (folder / "asound.conf").write_text(f"</usr/share/alsa/alsa.conf>\n{default}")
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to play here."""
        return {
            "PULSE_SERVER": f"unix:{self.folder / 'native'}",
            "PULSE_RUNTIME_PATH": str(self.folder),
            "PULSE_STATE_PATH": str(self.folder / "state"),
            "ALSA_CONFIG_PATH": str(self.folder / "asound.conf"),
        }

    @property
    def pid(self) -> int:
        """The number of the server's process."""
        assert self._server is not None
        return self._server.pid

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        sink = f"module-null-sink sink_name={SINK} rate={RATE} channels=2 format=s16le"
        socket = f"module-native-protocol-unix auth-anonymous=1 socket={self.folder / 'native'}"
        environment = {**os.environ, **self.environment}
        del environment["PULSE_SERVER"]
        self._server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no"),
                *("--exit-idle-time=-1", "--realtime=no", "--high-priority=no"),
                *("--disable-shm=no", "-L", socket, "-L", sink),
            ],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while not self.answers():
            if time.monotonic() > deadline:
                raise RuntimeError("the sound server did not come up")
            time.sleep(0.05)

    def answers(self) -> bool:
        """Whether the server knows its sink."""
        listed = self.pactl("list", "short", "sinks")
        return SINK in listed

    def pactl(self, *arguments: str) -> str:
        """Ask the server something."""
        done = subprocess.run(
            ["pactl", *arguments],
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    def stop(self) -> None:
        """End the server as a crash would."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None
            (self.folder / "native").unlink(missing_ok=True)


class Recorder:
    """What the sink's monitor gave, with the time of every piece on the monotonic clock."""

    def __init__(self, card: VirtualCard) -> None:
        self._raw = bytearray()
        self.arrivals: deque[tuple[int, int]] = deque()
        """When each piece came, and how many samples were there before it."""
        self._process = subprocess.Popen(
            [
                *("parec", "-d", f"{SINK}.monitor", "--raw", "--format=s16le"),
                *(f"--rate={RATE}", "--channels=1", "--latency-msec=10"),
            ],
            env={**os.environ, **card.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def samples(self) -> array[int]:
        """What was recorded so far."""
        return array("h", bytes(self._raw[: len(self._raw) // 2 * 2]))

    def stop(self) -> None:
        """End the recording."""
        self._process.terminate()
        self._process.wait()
        self._thread.join(2)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def offset_ns(self, since_ns: int = 0) -> int:
        """Return the moment of sample 0: the lowest of all pieces that came from a moment on."""
        return min(
            arrived - before * 1_000_000_000 // RATE
            for arrived, before in tuple(self.arrivals)  # more may come meanwhile
            if arrived >= since_ns
        )

    def _read(self) -> None:
        assert self._process.stdout is not None
        while piece := self._process.stdout.read(1 << 16):
            self.arrivals.append((time.monotonic_ns(), len(self._raw) // 2))
            self._raw += piece


@contextmanager
def virtual_card(folder: Path) -> Iterator[VirtualCard]:
    """Have a running card until the end of the block."""
    card = VirtualCard(folder)
    card.start()
    try:
        yield card
    finally:
        card.stop()


@contextmanager
def recording(card: VirtualCard) -> Iterator[Recorder]:
    """Record what the card plays until the end of the block."""
    recorder = Recorder(card)
    try:
        time.sleep(WARM_UP_S)
        yield recorder
    finally:
        recorder.stop()


def find_onsets(samples: array[int], threshold: int = 600, quiet_s: float = 0.05) -> list[int]:
    """Find where sounds begin: the first sample over the threshold after a stretch without one."""
    import numpy as np

    loud = np.flatnonzero(np.abs(np.array(samples, dtype=np.int32)) > threshold)
    if not len(loud):
        return []
    starts = np.diff(loud, prepend=-RATE) > quiet_s * RATE
    return [int(at) for at in loud[starts]]
