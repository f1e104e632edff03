"""Measure when cues are heard, at the monitor of a virtual sound card.

Plays cues in several ways, records them, finds where each sound begins and which cues are in it,
and compares the distances of neighbours with what was planned. Prints a table and draws a
histogram. A cue that is not in the sound of its moment is lost; what nobody planned is told.

    python benchmarks/cue_timing.py              about 18 minutes
    python benchmarks/cue_timing.py --quick      about five

What is measured is a null sink on this machine. A real card, Bluetooth and crystals add a constant
or a slow drift that this cannot see.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.click_pack import PACK, hear_clicks, write_clicks  # noqa: E402
from benchmarks.tempo_set import lead_through  # noqa: E402
from benchmarks.timing_report import Run, Sound, compare, line, table, write_histogram  # noqa: E402
from benchmarks.virtual_card import (  # noqa: E402
    RATE,
    Recorder,
    VirtualCard,
    find_onsets,
    recording,
    virtual_card,
    why_not,
)
from benchside.audio.child import ChildProcess  # noqa: E402
from benchside.audio.client import COMMAND, SpeakerProcess  # noqa: E402
from benchside.audio.factory import packs_folders  # noqa: E402
from benchside.audio.protocol import Open  # noqa: E402
from benchside.player.ports import ScheduledCue, SoundState  # noqa: E402
from benchside.timeline.cues import Cue, CueKind  # noqa: E402

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Hear = Callable[[array[int]], list[Sound]]
    Play = Callable[[VirtualCard], tuple[Sequence[Cue], str]]

PICTURE = HERE.parent / "docs" / "pictures" / "cue-timing.png"
APART_MS = 500
BUSY = "while True: pass"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer cues, a shorter set")
    parser.add_argument("--picture", type=Path, default=PICTURE, help="where the histogram goes")
    asked = parser.parse_args()
    if reason := why_not():
        sys.exit(reason)
    count, reps = (40, 15) if asked.quick else (120, 150)
    cues = [Cue(n * APART_MS, CueKind.COUNT_IN) for n in range(count)]
    clicks: dict[str, Play] = {
        "Benchside, a tempo set on screen": lambda card: lead_through(card, reps),
        "the same, both cores busy": lambda card: _busily(lead_through, card, min(reps, 30)),
        "the same, the terminal not read": lambda card: lead_through(
            card, min(reps, 30), is_read=False
        ),
        "the speaker process alone": lambda card: _play_by_speaker(card, cues),
    }
    loops: dict[str, Play] = {
        "timer loop, simpleaudio": lambda card: _play_by_loop(card, cues, "simpleaudio"),
        "timer loop, aplay": lambda card: _play_by_loop(card, cues, "aplay"),
    }
    runs = []
    for ways, hear in ((clicks, hear_clicks), (loops, _hear_alike)):
        for way, play in ways.items():
            runs.append(_measure(way, hear, play))
            print(line(runs[-1]), runs[-1].note, flush=True)
    runs.append(_ring_bells(cues))
    runs = [run for run in runs if run.errors_ms]  # why the others could not play is told above
    print(table(runs))
    asked.picture.parent.mkdir(parents=True, exist_ok=True)
    print(write_histogram(runs, asked.picture))


def _measure(way: str, hear: Hear, play: Play) -> Run:
    """Play in one way on a fresh card; gives the figures, or why there are none."""
    with tempfile.TemporaryDirectory() as folder, virtual_card(Path(folder) / "card") as card:
        with recording(card) as recorder:
            cues, note = play(card)
            time.sleep(1)
        sounds = hear(recorder.samples)
    if torn := _torn_ms(recorder):
        note = f"{note}; the recorder itself lost {torn:.0f} ms".lstrip("; ")
    return compare(way, cues, sounds, note)


def _hear_alike(samples: array[int]) -> list[Sound]:
    """Find every sound, and take it for the one cue that is played."""
    return _alike(at / RATE * 1000 for at in find_onsets(samples))


def _alike(onsets_ms: Iterable[float]) -> list[Sound]:
    return [Sound(at_ms, Counter[str]([CueKind.COUNT_IN])) for at_ms in onsets_ms]


def _torn_ms(recorder: Recorder) -> float:
    """Return how much of the time is missing in a recording."""
    arrivals = recorder.arrivals
    whole_ms = (arrivals[-1][0] - arrivals[0][0]) / 1e6
    recorded_ms = (arrivals[-1][1] - arrivals[0][1]) / RATE * 1000
    missing = whole_ms - recorded_ms
    return missing if missing > 30 else 0.0


def _busily(
    play: Callable[[VirtualCard, int], tuple[Sequence[Cue], str]], card: VirtualCard, reps: int
) -> tuple[Sequence[Cue], str]:
    with _busy_cores():
        return play(card, reps)


@contextmanager
def _busy_cores() -> Iterator[None]:
    """Keep every core busy with a process that never rests."""
    cores = os.cpu_count() or 1
    loads = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(cores)]
    try:
        yield
    finally:
        for load in loads:
            load.kill()
            load.wait()


def _play_by_speaker(card: VirtualCard, cues: Sequence[Cue]) -> tuple[Sequence[Cue], str]:
    own = card.folder / "sounds"
    write_clicks(own)
    folders = [str(folder) for folder in packs_folders(own)]
    environment = {**os.environ, **card.environment}
    speaker = SpeakerProcess(
        Open("miniaudio", PACK, folders, 1.0, muted=False),
        start=lambda: ChildProcess(COMMAND, environment),
    )
    while speaker.status().state is not SoundState.ON:
        time.sleep(0.01)
    time.sleep(2)
    begin_ns = time.monotonic_ns() + 1_000_000_000
    speaker.schedule([ScheduledCue(begin_ns + cue.at_ms * 1_000_000, cue) for cue in cues])
    while time.monotonic_ns() < begin_ns + (cues[-1].at_ms + 1_000) * 1_000_000:
        time.sleep(0.1)
        speaker.status()
    speaker.close()
    return cues, ""


def _play_by_loop(card: VirtualCard, cues: Sequence[Cue], player: str) -> tuple[Sequence[Cue], str]:
    """Play as a plain program would: sleep until a cue is due, then start its sound."""
    done = subprocess.run(
        [sys.executable, str(HERE / "timer_loop.py"), player, str(len(cues)), str(APART_MS)],
        env={**os.environ, **card.environment},
        capture_output=True,
        text=True,
        check=False,
    )
    failed = done.stderr.strip().splitlines()[-1:] if done.returncode else []
    return cues, "".join(failed)


def _ring_bells(cues: Sequence[Cue]) -> Run:
    """Ring the bell from a timer loop; what comes is the byte, for a bell has no sound card."""
    leader, follower = os.openpty()
    process = subprocess.Popen(
        [sys.executable, str(HERE / "timer_loop.py"), "bell", str(len(cues)), str(APART_MS)],
        stdout=follower,
        stderr=subprocess.DEVNULL,
    )
    os.close(follower)
    rung: list[float] = []
    while len(rung) < len(cues):
        bells = os.read(leader, 64).count(b"\a")
        rung += [time.monotonic() * 1000] * bells
    process.wait()
    os.close(leader)
    note = "the byte's way to the terminal alone; what the terminal makes of it comes on top"
    return compare("timer loop, terminal bell", cues, _alike(rung), note)


if __name__ == "__main__":
    main()
