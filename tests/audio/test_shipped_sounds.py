from __future__ import annotations

import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from benchmarks.small_speaker import chosen_pack, loss_db, passed_db
from benchside.audio.pack import load_pack
from benchside.audio.samples import RATE
from benchside.settings import Settings
from benchside.storage.paths import shipped
from benchside.timeline.cues import TICKS

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


@pytest.mark.parametrize("pack", PACKS)
def test_every_cue_survives_the_small_speaker_of_a_laptop(pack: str) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds

    assert {cue: loss_db(samples) for cue, samples in sounds.items() if loss_db(samples) > 2} == {}


@pytest.mark.parametrize("pack", PACKS)
def test_up_is_about_as_loud_as_down_on_a_small_speaker(pack: str) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds

    assert abs(passed_db(sounds["concentric"]) - passed_db(sounds["eccentric"])) < 2


def test_the_default_pack_is_the_one_that_is_heard_best_on_a_small_speaker() -> None:
    packs = [load_pack(name, [shipped("sounds")]) for name in PACKS]

    assert Settings().sounds == chosen_pack(packs)


@pytest.mark.parametrize("pack", PACKS)
def test_a_tick_is_softer_than_every_phase(pack: str) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds

    softest = min(max(sounds[phase]) for phase in PHASES)
    assert TICKS
    assert [tick for tick in TICKS if max(sounds[tick]) >= softest / 2] == []


@pytest.mark.parametrize("pack", PACKS)
def test_a_tick_is_higher_on_the_way_up_and_lower_on_the_way_down(pack: str) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds

    down, pause, up = (
        crossings(list(sounds[tick])) for tick in ("tick-eccentric", "tick", "tick-concentric")
    )

    assert down * 1.3 < pause
    assert pause * 1.3 < up


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(
    ("one", "other"), [("count-in", "pause-contracted"), ("rep-done", "last-rep")]
)
def test_cues_that_come_close_to_each_other_begin_at_another_pitch(
    pack: str, one: str, other: str
) -> None:
    sounds = load_pack(pack, [shipped("sounds")]).sounds
    note = 60 * RATE // 1_000

    pitches = sorted(crossings(list(sounds[cue][:note])) for cue in (one, other))

    assert pitches[1] > 1.2 * pitches[0]
