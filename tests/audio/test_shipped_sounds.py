from __future__ import annotations

import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from benchside.audio.pack import load_pack
from benchside.audio.samples import RATE
from benchside.storage.paths import shipped

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_sounds.py"
PACKS = ["classic", "soft", "gym"]
PHASES = ["eccentric", "pause-stretched", "concentric", "explosive", "pause-contracted"]


def crossings(samples: list[int]) -> int:
    """Count the upward crossings of zero: how high a sound is, roughly."""
    return sum(before < 0 <= now for before, now in pairwise(samples))


def test_the_shipped_sounds_are_those_that_the_script_makes(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path)], check=True, stdout=subprocess.DEVNULL
    )

    made = {file.relative_to(tmp_path): file.read_bytes() for file in tmp_path.rglob("*.*")}
    kept = {
        file.relative_to(shipped("sounds")): file.read_bytes()
        for file in shipped("sounds").rglob("*.*")
    }
    assert made == kept


@pytest.mark.parametrize("pack", PACKS)
def test_a_lift_that_lowers_falls_and_one_that_raises_rises(pack: str) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds

    for cue, falls in (("eccentric", True), ("concentric", False)):
        samples = list(sounds[cue])
        half = len(samples) // 2
        assert (crossings(samples[:half]) > crossings(samples[half:])) is falls


@pytest.mark.parametrize("pack", PACKS)
def test_no_two_phases_sound_alike(pack: str) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds

    for one, other in combinations(PHASES, 2):
        assert sounds[one] != sounds[other]


@pytest.mark.parametrize("pack", PACKS)
def test_go_is_more_incisive_than_the_chirps_that_count_in_to_it(pack: str) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds

    go, chirp = list(sounds["go"]), list(sounds["count-in"])

    assert len(go) > 2 * len(chirp)
    assert crossings(go[:4_800]) > crossings(chirp[:4_800])


@pytest.mark.parametrize("pack", PACKS)
def test_every_sound_is_short_and_ends_softly(pack: str) -> None:
    for name, samples in load_pack(pack, [shipped("sounds")]).sounds.items():
        assert len(samples) <= 0.6 * RATE, name
        assert abs(samples[-1]) < 200, name
