"""Play cues as a plain program would: sleep until one is due, then start its sound.

python benchmarks/timer_loop.py simpleaudio|aplay|bell COUNT APART_MS
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

SOUND = Path(__file__).resolve().parents[1] / "sounds" / "classic" / "count-in.wav"


def main() -> None:
    player, count, apart_ms = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    match player:
        case "simpleaudio":
            import simpleaudio

            start = simpleaudio.WaveObject.from_wave_file(str(SOUND)).play
        case "aplay":

            def start() -> object:
                return subprocess.Popen(["aplay", "-q", str(SOUND)])

        case _:

            def start() -> object:
                return os.write(1, b"\a")

    begin = time.monotonic() + 1.0
    playing = []
    for number in range(count):
        time.sleep(max(0.0, begin + number * apart_ms / 1000 - time.monotonic()))
        playing.append(start())
    time.sleep(1.0)


if __name__ == "__main__":
    main()
