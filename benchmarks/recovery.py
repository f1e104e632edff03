"""Measure how soon sound is back after each way to lose it, on a virtual sound card.

The speaker is looked after every half second, as seldom as a resting screen does it.

    python benchmarks/recovery.py                about three minutes
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.virtual_card import VirtualCard, why_not  # noqa: E402
from benchside.audio.child import ChildProcess  # noqa: E402
from benchside.audio.client import COMMAND, SpeakerProcess  # noqa: E402
from benchside.audio.factory import packs_folders  # noqa: E402
from benchside.audio.protocol import Open  # noqa: E402
from benchside.player.player import LONGEST_WAIT_S  # noqa: E402
from benchside.player.ports import SoundState  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 5
PATIENCE_S = 30
NO_SOUND = (SoundState.LOST, SoundState.NO_DEVICE)


class Bench:
    """A speaker and its card."""

    def __init__(self, folder: Path) -> None:
        self.card = VirtualCard(folder)
        self._pids: list[int] = []
        asked = Open("miniaudio", "classic", [str(f) for f in packs_folders(None)], 1.0, False)
        self.speaker = SpeakerProcess(asked, start=self._start)

    def _start(self) -> ChildProcess:
        child = ChildProcess(COMMAND, {**os.environ, **self.card.environment})
        self._pids.append(child.pid)
        return child

    def signal(self, number: signal.Signals) -> None:
        """Do something to the speaker of now."""
        os.kill(self._pids[-1], number)

    def wait_for(self, *states: SoundState) -> float:
        """Look after the speaker until it is so; gives the seconds that took."""
        begun = time.monotonic()
        while self.speaker.status().state not in states:
            if time.monotonic() > begun + PATIENCE_S:
                raise RuntimeError(f"still {self.speaker.status()}")
            time.sleep(LONGEST_WAIT_S)
        return time.monotonic() - begun


def card_comes(bench: Bench) -> float:
    """Start a session without a card, then plug one in."""
    bench.wait_for(SoundState.NO_DEVICE)
    time.sleep(2)
    bench.card.start()
    return bench.wait_for(SoundState.ON)


def card_goes_and_comes(bench: Bench) -> float:
    """Pull the card out for some seconds."""
    bench.card.stop()
    bench.wait_for(*NO_SOUND)
    time.sleep(3)
    bench.card.start()
    return bench.wait_for(SoundState.ON)


def server_restarts(bench: Bench) -> float:
    """Let the sound server crash and come back at once."""
    bench.card.stop()
    bench.card.start()
    return bench.wait_for(*NO_SOUND) + bench.wait_for(SoundState.ON)


def speaker_is_killed(bench: Bench) -> float:
    """Kill the speaker process."""
    bench.signal(signal.SIGKILL)
    return bench.wait_for(*NO_SOUND) + bench.wait_for(SoundState.ON)


def speaker_hangs(bench: Bench) -> float:
    """Stop the speaker process where it stands."""
    bench.signal(signal.SIGSTOP)
    return bench.wait_for(*NO_SOUND) + bench.wait_for(SoundState.ON)


WAYS: dict[str, Callable[[Bench], float]] = {
    "no card at the start, one comes": card_comes,
    "card gone for some seconds, and back": card_goes_and_comes,
    "sound server restarted": server_restarts,
    "speaker killed": speaker_is_killed,
    "speaker hung": speaker_hangs,
}


def main() -> None:
    """Print a line for each way, from the moment of the device, or of the signal."""
    if reason := why_not():
        sys.exit(reason)
    took_s: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder) / "card")
            try:
                for way, lose in WAYS.items():
                    took_s[way].append(lose(bench))
                    time.sleep(1)
            finally:
                bench.speaker.close()
                bench.card.stop()
    print(f"| what happens | sound is back, worst of {TIMES} |\n|---|--:|")
    for way, seconds in took_s.items():
        print(f"| {way} | {max(seconds):.1f} s |")


if __name__ == "__main__":
    main()
