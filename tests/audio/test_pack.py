from __future__ import annotations

import os
import shutil
import sys
import wave
from array import array
from pathlib import Path

import numpy as np
import pytest

from benchside.audio.pack import load_pack, pack_names, read_pack
from benchside.audio.samples import RATE
from benchside.audio.wav import WavFile
from benchside.storage.paths import shipped
from benchside.timeline.cues import CueKind

FILES = Path(__file__).parent / "files"
"""Each holds 50 ms of a tone of 1 kHz; none has the rate and the form of a cue."""


posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")


def write_wav(path: Path, sound: array[int]) -> None:
    with WavFile(path) as file:
        file.append(sound)


TONE = array("h", [1_000] * 480)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder of packs with one of one's own in it, which has no sounds yet."""
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def folders(pack: Path) -> list[Path]:
    return [pack.parent, shipped("sounds")]


def test_a_missing_sound_is_taken_from_classic(mine: Path) -> None:
    write_wav(mine / "go.wav", TONE)

    pack = load_pack("mine", folders(mine))

    classic = load_pack("classic", folders(mine))
    assert pack.sounds["go"] == TONE
    assert pack.sounds["count-in"] == classic.sounds["count-in"]
    assert pack.problems == ()


def test_the_one_tick_of_a_pack_stands_for_those_of_the_phases(tmp_path: Path) -> None:
    own = tmp_path / "iron"
    own.mkdir()
    shutil.copy(shipped("sounds") / "gym" / "tick.wav", own)
    pack = load_pack("iron", folders(own))
    both = tmp_path / "steel"
    both.mkdir()
    shutil.copy(shipped("sounds") / "gym" / "tick.wav", both)
    shutil.copy(shipped("sounds") / "gym" / "go.wav", both / "tick-eccentric.wav")
    steel = load_pack("steel", folders(both))

    gym = load_pack("gym", folders(own)).sounds
    assert pack.sounds["tick-eccentric"] == pack.sounds["tick-concentric"] == gym["tick"]
    assert steel.sounds["tick-eccentric"] == gym["go"]
    assert steel.sounds["tick-concentric"] == gym["tick"]


def test_a_classic_of_ones_own_has_the_shipped_one_behind_it(tmp_path: Path) -> None:
    own = tmp_path / "classic"
    own.mkdir()
    write_wav(own / "go.wav", TONE)

    pack = load_pack("classic", folders(own))

    assert pack.sounds["go"] == TONE
    assert set(pack.sounds) == {kind.value for kind in CueKind}


def test_a_sound_that_is_too_long_is_told_before_it_is_decoded(mine: Path) -> None:
    with wave.open(str(mine / "go.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(bytes(2 * 8_000 * 6))

    assert load_pack("mine", folders(mine)).problems == ("mine/go.wav: is longer than 5 seconds",)


def test_a_pack_may_name_its_files(mine: Path) -> None:
    (mine / "pack.toml").write_text('name = "Iron"\nabout = "Plates."\n[sounds]\ngo = "gong.wav"\n')
    write_wav(mine / "gong.wav", TONE)

    pack = load_pack("mine", folders(mine))

    assert (pack.name, pack.title, pack.about) == ("mine", "Iron", "Plates.")
    assert pack.sounds["go"] == TONE


def test_a_bad_file_is_a_problem_with_its_name_and_classic_stands_in(mine: Path) -> None:
    (mine / "go.wav").write_bytes(b"this is no sound")

    pack = load_pack("mine", folders(mine))

    assert pack.problems == ("mine/go.wav: is no WAV, FLAC or MP3; save it as WAV, FLAC or MP3",)
    assert pack.sounds["go"]


def test_a_file_that_is_not_there_is_a_problem(mine: Path) -> None:
    (mine / "pack.toml").write_text('[sounds]\ngo = "gong.wav"\n')

    (problem,) = load_pack("mine", folders(mine)).problems

    assert problem.startswith("mine/gong.wav: ")


def test_a_file_outside_the_pack_is_not_read(mine: Path) -> None:
    write_wav(mine.parent / "secret.wav", TONE)
    (mine / "pack.toml").write_text('[sounds]\ngo = "../secret.wav"\n')

    (problem,) = load_pack("mine", folders(mine)).problems

    assert problem == "mine/secret.wav: lies outside its pack"


@pytest.mark.parametrize(
    ("manifest", "problem"),
    [
        ('nam = "x"', 'unknown key "nam"'),
        ("name = 3", "name is not a text"),
        ('name = "a\\u001b[2Jb"', "name is not a text"),
        ('[sounds]\ngong = "x.wav"', '"gong" is no cue'),
        ("[sounds]\ngo = 3", "sounds is not a table"),
        ("name = ", "not valid TOML: invalid value (line 1); write a number"),
    ],
)
def test_a_wrong_manifest_is_a_problem(mine: Path, manifest: str, problem: str) -> None:
    (mine / "pack.toml").write_text(manifest)

    pack = load_pack("mine", folders(mine))

    assert problem in pack.problems[0]
    assert pack.problems[0].startswith("mine/pack.toml: ")
    assert len(pack.sounds) == len(CueKind)


def test_a_stereo_file_of_another_rate_is_made_to_fit(mine: Path) -> None:
    with wave.open(str(mine / "go.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(24_000)
        file.writeframes(bytes(4 * 2_400))

    pack = load_pack("mine", folders(mine))

    assert len(pack.sounds["go"]) == RATE // 10
    assert pack.problems == ()


def pitch_hz(sound: array[int]) -> int:
    """Find the loudest pitch of a sound."""
    return int(np.abs(np.fft.rfft(np.array(sound), RATE)).argmax())


# An MP3 is padded to whole frames, with some 25 ms before the sound and after it.
@pytest.mark.parametrize(("ending", "longest_ms"), [("flac", 51), ("mp3", 110)])
def test_a_cue_may_be_a_flac_or_an_mp3(mine: Path, ending: str, longest_ms: int) -> None:
    (mine / f"go.{ending}").write_bytes((FILES / f"tone.{ending}").read_bytes())

    pack = load_pack("mine", folders(mine))

    assert pack.problems == ()
    assert 49 <= len(pack.sounds["go"]) * 1000 / RATE <= longest_ms
    assert abs(pitch_hz(pack.sounds["go"]) - 1_000) <= 10
    assert 10_000 < max(pack.sounds["go"]) < 25_000


@pytest.mark.parametrize("name", ["go.ogg", "go.wav", "go.mp3"])
def test_an_ogg_is_told_by_what_it_holds_and_classic_stands_in(mine: Path, name: str) -> None:
    (mine / name).write_bytes((FILES / "tone.ogg").read_bytes())

    pack = load_pack("mine", folders(mine))

    assert pack.problems == (
        f"mine/{name}: is an OGG, which is not read; save it as WAV, FLAC or MP3",
    )
    assert pack.sounds["go"] == load_pack("classic", folders(mine)).sounds["go"]


def test_an_ogg_beside_a_file_that_can_be_read_is_no_problem(mine: Path) -> None:
    (mine / "go.ogg").write_bytes((FILES / "tone.ogg").read_bytes())
    (mine / "go.mp3").write_bytes((FILES / "tone.mp3").read_bytes())

    assert load_pack("mine", folders(mine)).problems == ()


@posix
@pytest.mark.parametrize("name", ["go.wav", "pack.toml"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(mine: Path, name: str) -> None:
    os.mkfifo(mine / name)

    (problem,) = load_pack("mine", folders(mine)).problems

    assert problem.startswith(f"mine/{name}: ")
    assert "not a file" in problem


@pytest.mark.parametrize("name", ["go.wav", "pack.toml"])
def test_a_folder_in_the_place_of_a_file_is_told(mine: Path, name: str) -> None:
    (mine / name).mkdir()

    (problem,) = load_pack("mine", folders(mine)).problems

    assert problem.startswith(f"mine/{name}: ")
    assert "not a file" in problem


@posix
@pytest.mark.parametrize("name", ["go.wav", "pack.toml"])
@pytest.mark.parametrize("target", ["/dev/zero", "/etc/hostname", "../../secret", "loop"])
def test_a_link_that_leads_elsewhere_is_not_followed(mine: Path, name: str, target: str) -> None:
    (mine.parent.parent / "secret").write_bytes(b'about = "secret"')
    (mine / "loop").symlink_to("loop")
    (mine / name).symlink_to(target)

    pack = load_pack("mine", folders(mine))

    assert pack.problems[0].startswith(f"mine/{name}: ")
    assert pack.about == ""
    assert len(pack.sounds) == len(CueKind)


@posix
def test_a_pack_may_be_a_link_to_a_folder_of_ones_own(mine: Path, tmp_path: Path) -> None:
    write_wav(mine / "go.wav", TONE)
    (tmp_path / "linked").symlink_to(mine)

    pack = load_pack("linked", folders(mine))

    assert (pack.sounds["go"], pack.problems) == (TONE, ())


@pytest.mark.parametrize(
    "manifest",
    [
        "name = " + "[" * 100_000,
        ".".join("a" * 30_000) + " = 1",
        "name = " + "1" * 5_000,
        "[sounds]\n" + "".join(f"c{n} = 'x'\n" for n in range(30_000)),
        '[sounds]\ngo = "\\u0000.wav"',
        f'[sounds]\ngo = "{"g" * 5_000}.wav"',
        '[sounds]\ngo = "."',
        '[sounds]\ngo = "\\u001b[2J"',
        "about = '" + "x" * 2_000_000 + "'",
        "\ud800",
    ],
)
def test_a_hostile_manifest_is_a_problem_in_a_few_words(mine: Path, manifest: str) -> None:
    (mine / "pack.toml").write_bytes(manifest.encode(errors="surrogatepass"))

    pack = load_pack("mine", folders(mine))

    assert 1 <= len(pack.problems) <= 10
    assert all(len(problem) < 500 and problem.isprintable() for problem in pack.problems)
    assert len(pack.sounds) == len(CueKind)


def test_a_manifest_with_a_byte_order_mark_is_read(mine: Path) -> None:
    (mine / "pack.toml").write_bytes(b'\xef\xbb\xbfname = "Iron"')

    assert load_pack("mine", folders(mine)).title == "Iron"


def test_a_file_larger_than_any_sound_is_read_no_further(mine: Path) -> None:
    with (mine / "go.wav").open("wb") as file:
        file.truncate(1 << 40)

    assert load_pack("mine", folders(mine)).problems == ("mine/go.wav: is larger than 8 MiB",)


def test_a_sound_that_never_ends_is_a_problem(mine: Path) -> None:
    write_wav(mine / "go.wav", array("h", bytes(2 * 6 * RATE)))

    pack = load_pack("mine", folders(mine))

    assert pack.problems == ("mine/go.wav: is longer than 5 seconds",)


@pytest.mark.parametrize("name", ["gone", "../mine", "", ".", "mine/"])
def test_classic_stands_in_for_a_pack_that_is_not_there(mine: Path, name: str) -> None:
    pack = load_pack(name, folders(mine))

    assert pack.name == "classic"
    assert f'no sound pack "{name}"' in pack.problems[0]


def test_ones_own_pack_comes_before_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "gym").mkdir()
    write_wav(tmp_path / "gym" / "go.wav", TONE)

    pack = load_pack("gym", [tmp_path, shipped("sounds")])

    assert pack.sounds["go"] == TONE


def test_packs_are_listed_by_name(mine: Path) -> None:
    assert pack_names(folders(mine)) == ["classic", "gym", "mine", "soft"]


@pytest.mark.parametrize("name", ["classic", "soft", "gym"])
def test_a_shipped_pack_has_a_sound_for_every_cue(name: str) -> None:
    pack = read_pack(shipped("sounds") / name)

    assert set(pack.sounds) == {kind.value for kind in CueKind}
    assert pack.problems == ()
