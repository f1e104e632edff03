"""Measure how soon a key silences the cues, at the monitor of a virtual sound card.

Presses pause, back, skip, mute and quit in the tempo set of the real program, at moments around a
cue, and finds when the last sound after the key was heard.

    python benchmarks/silencing.py               about a quarter of an hour
    python benchmarks/silencing.py --quick       about four minutes

What a real card, or Bluetooth, has in its own buffer comes on top.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.on_screen import on_screen  # noqa: E402
from benchmarks.virtual_card import RATE, recording, virtual_card, why_not  # noqa: E402
from benchside.runner.state import RESUME_COUNTDOWN_MS  # noqa: E402

if TYPE_CHECKING:
    from array import array

    from benchmarks.on_screen import Program
    from benchmarks.virtual_card import Recorder

SESSION = """
name = "Beat"
[defaults]
prepare = "4s"
rest    = "0s"
[[block]]
name = "Beat"
kind = "main"
  [[block.exercise]]
  name  = "Barbell hip thrust"
  sets  = 40
  reps  = 60
  tempo = "1-0-1-0"
"""
PREPARE_S = 4

SETTINGS = "volume = 100\nkeep_awake = false\n"
BEFORE_MS = (-100, -60, -20)
AFTER_MS = (20, 50, 80, 110, 150, 200)
"""When a key is pressed, measured from a cue; there is one each second."""

SILENT_S = 0.8
"""A window after the key in which no cue of a new count-in sounds yet."""

THRESHOLD = 150
"""Of 32,768: quieter than that, nobody hears it."""


@dataclass(frozen=True)
class Key:
    """A key that silences, and how the set goes on after it."""

    name: str
    typed: str
    again: str = ""
    """Typed to go on."""
    count_in_s: int = 0


KEYS = (
    Key("pause", "p", again=" ", count_in_s=RESUME_COUNTDOWN_MS // 1000),
    Key("back", "\x1b[D", count_in_s=PREPARE_S),
    Key("skip", "\x1b[C", count_in_s=PREPARE_S),
    Key("mute", "m", again="m"),
)
QUIT = Key("quit (ctrl-C)", "\x03")


def main() -> None:
    """Print a line for each key."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer presses")
    asked = parser.parse_args()
    if reason := why_not():
        sys.exit(reason)
    before, after = (BEFORE_MS[1:2], AFTER_MS[::3]) if asked.quick else (BEFORE_MS, AFTER_MS)
    print(
        "| key | just before a cue: heard of it | just after one: silent within, median | worst |"
    )
    print("|---|--:|--:|--:|")
    for key in KEYS:
        heard_ms = _press_in_one_session(key, before + after)
        _tell(key, heard_ms[: len(before)], heard_ms[len(before) :])
    heard_ms = [_press_in_one_session(QUIT, (offset,))[0] for offset in before + after]
    _tell(QUIT, heard_ms[: len(before)], heard_ms[len(before) :])


def _tell(key: Key, before_ms: list[float], after_ms: list[float]) -> None:
    heard = sum(ms > 0 for ms in before_ms)
    late = f"{median(after_ms):.0f} ms | {max(after_ms):.0f} ms"
    print(f"| {key.name} | {heard} of {len(before_ms)} | {late} |", flush=True)


def _press_in_one_session(key: Key, offsets_ms: tuple[int, ...]) -> list[float]:
    """Return for each press how long after it a sound was heard, in ms; 0 where none was."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "settings.toml").write_text(SETTINGS)
        session = home / "beat.toml"
        session.write_text(SESSION)
        with virtual_card(home / "card") as card, recording(card) as recorder:
            environment = {**os.environ, **card.environment, "BENCHSIDE_HOME": folder}
            with on_screen(session, environment) as program:
                time.sleep(4)
                return _press(program, recorder, key, offsets_ms)


def _press(
    program: Program, recorder: Recorder, key: Key, offsets_ms: tuple[int, ...]
) -> list[float]:
    program.press(" ")
    begun_s = time.monotonic() + PREPARE_S
    pressed_ns = []
    for offset_ms in offsets_ms:
        _sleep_until(begun_s + 3 + offset_ms / 1000)
        pressed_ns.append(time.monotonic_ns())
        program.press(key.typed)
        if not key.again:
            begun_s = time.monotonic() + key.count_in_s
            continue
        _sleep_until(time.monotonic() + SILENT_S)
        begun_s = time.monotonic() + key.count_in_s if key.count_in_s else begun_s + 4
        program.press(key.again)
    time.sleep(SILENT_S + 0.5)
    samples, zero_ns = recorder.samples, recorder.offset_ns()
    return [_heard_ms(samples, (at_ns - zero_ns) * RATE // 1_000_000_000) for at_ns in pressed_ns]


def _sleep_until(moment_s: float) -> None:
    time.sleep(max(moment_s - time.monotonic(), 0))


def _heard_ms(samples: array[int], begin: int) -> float:
    """Find how long after a moment the last sound is heard."""
    import numpy as np

    after = np.abs(np.array(samples[begin : begin + int(SILENT_S * RATE)], dtype=np.int32))
    loud = np.flatnonzero(after > THRESHOLD)
    return float(loud[-1] + 1) / RATE * 1000 if len(loud) else 0.0


if __name__ == "__main__":
    main()
