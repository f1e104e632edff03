"""Measure what a small speaker leaves of the cues, and how loud the voice is beside them.

The speaker of a laptop or a phone gives little below 400 Hz. So every cue of every pack goes
through a high-pass there (Butterworth, second order), and what it has lost is told in dB; then how
loud the weakest cue still is, which chooses the default pack, and how loud the voice is beside it.

    python benchmarks/small_speaker.py       some seconds; needs espeak-ng for the voice
"""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING

import numpy as np

from benchside.audio.loudness import level_of, pack_level
from benchside.audio.pack import Pack, load_pack, pack_names
from benchside.audio.samples import FULL_SCALE, RATE
from benchside.audio.speech import Phrasebook, SpeechError
from benchside.settings import Settings
from benchside.storage.paths import shipped

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

CUTOFF_HZ = 400
ORDER = 2
PHRASES = {
    "en": (
        "Clamshell, left, 12",
        "Barbell hip thrust, 8, set 3 of 5, 100 kilos",
        "Three to go",
        "7",
    ),
    "de": ("Clamshell, links, 12", "Noch drei", "7"),
}
SOFT = frozenset({"tick", "tick-eccentric", "tick-concentric"})
"""Meant to be weaker than the others."""


def main() -> None:
    packs = [load_pack(name, [shipped("sounds")]) for name in pack_names([shipped("sounds")])]
    print(f"Lost behind a high-pass of {CUTOFF_HZ} Hz, in dB:\n")
    print(cue_table(packs))
    print("\nLevels in dB below full scale, at volume 100:\n")
    print(pack_table(packs))
    print(f"\nWeakest cue the loudest: {chosen_pack(packs)}. Default: {Settings().sounds}.")


def cue_table(packs: Sequence[Pack]) -> str:
    """Return what every cue loses in every pack, a row a cue."""
    rows = [
        [f"`{cue}`", *(f"{loss_db(pack.sounds[cue]):.1f}" for pack in packs)]
        for cue in packs[0].sounds
    ]
    worst = [f"{max(loss_db(cue) for cue in pack.sounds.values()):.1f}" for pack in packs]
    return _table(["cue", *(pack.name for pack in packs)], [*rows, ["worst", *worst]])


def pack_table(packs: Sequence[Pack]) -> str:
    """Return levels of the packs, a row a pack."""
    rows = []
    for pack in packs:
        up, down = (passed_db(pack.sounds[cue]) for cue in ("concentric", "eccentric"))
        cues = decibels(pack_level(pack.sounds))
        figures = (weakest_db(pack), up - down, cues, *voice_db(pack))
        rows.append([pack.name, *(f"{figure:+.1f}" for figure in figures)])
    head = ["pack", "weakest cue, small speaker", "`concentric` against `eccentric`, the same"]
    return _table([*head, "cues", "voice: weakest phrase", "loudest"], rows)


def chosen_pack(packs: Sequence[Pack]) -> str:
    """Name the pack whose weakest cue is the loudest on a small speaker."""
    return max(packs, key=weakest_db).name


def weakest_db(pack: Pack) -> float:
    """Return the level of the weakest cue on a small speaker, the soft ones left out."""
    return min(passed_db(sound) for cue, sound in pack.sounds.items() if cue not in SOFT)


def voice_db(pack: Pack) -> tuple[float, float]:
    """Return the levels of the weakest and the loudest phrase as they are spoken with a pack."""
    levels = []
    for language, texts in PHRASES.items():
        book = Phrasebook(language, level=pack_level(pack.sounds))
        try:
            levels += [decibels(level_of(book.render(text))) for text in texts]
        except SpeechError:
            return math.nan, math.nan
    return min(levels), max(levels)


def loss_db(samples: array[int]) -> float:
    """Return what a sound loses of its power on a small speaker."""
    return decibels(_rms(_scaled(samples))) - passed_db(samples)


def passed_db(samples: array[int]) -> float:
    """Return how loud a sound is on a small speaker, in dB of full scale."""
    passed = high_passed(_scaled(samples))
    return decibels(math.sqrt(float(np.sum(passed**2)) / len(samples)))


def high_passed(sound: np.ndarray) -> np.ndarray:
    """Return a sound behind the high-pass, with what rings on after its end."""
    padded = np.concatenate([sound, np.zeros(RATE // 10)])
    turns_hz = np.maximum(np.fft.rfftfreq(len(padded), 1 / RATE), 1e-9)
    gain = 1 / np.sqrt(1 + (CUTOFF_HZ / turns_hz) ** (2 * ORDER))
    return np.fft.irfft(np.fft.rfft(padded) * gain, len(padded))


def decibels(level: float) -> float:
    """Return a level as dB of full scale."""
    return 20 * math.log10(level)


def _scaled(samples: array[int]) -> np.ndarray:
    return np.array(samples, float) / FULL_SCALE


def _rms(sound: np.ndarray) -> float:
    return math.sqrt(statistics.fmean(sound**2))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---|" + "--:|" * (len(head) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


if __name__ == "__main__":
    main()
