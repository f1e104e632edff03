"""Sound files of strangers: each is a sound or a sentence, in bounded time."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from benchside.audio.samples import RATE
from benchside.audio.sound_file import UnusableSoundError, decode_sound
from benchside.audio.wav import EXTENSIBLE, FLOAT, PCM, WavForm, wav_header

FILES = Path(__file__).parent / "files"
FLAC = (FILES / "tone.flac").read_bytes()
LONGEST_S = 5


def wav(sound: bytes, form: WavForm) -> bytes:
    return wav_header(len(sound), form) + sound


def decode(raw: bytes) -> list[int]:
    return list(decode_sound(raw, longest_s=LONGEST_S))


def why_not(raw: bytes) -> str:
    with pytest.raises(UnusableSoundError) as caught:
        decode(raw)
    return str(caught.value)


HALF = {
    (PCM, 8): bytes([0xC0]),
    (PCM, 16): struct.pack("<h", 0x4000),
    (PCM, 24): b"\x00\x00\x40",
    (PCM, 32): struct.pack("<i", 0x4000_0000),
    (FLOAT, 32): struct.pack("<f", 0.5),
    (FLOAT, 64): struct.pack("<d", 0.5),
}
"""Half of full scale in every kind of number."""


@pytest.mark.parametrize(("kind", "bits"), HALF)
@pytest.mark.parametrize("channels", [1, 2, 6])
def test_a_wav_of_any_numbers_is_read(kind: int, bits: int, channels: int) -> None:
    sound = HALF[kind, bits] * channels * 480

    samples = decode(wav(sound, WavForm(RATE, channels, bits, kind)))

    assert len(samples) == 480
    assert all(abs(value - 0x4000) <= 2 for value in samples)


def test_a_wav_that_names_its_numbers_by_a_guid_is_read() -> None:
    raw = wav(HALF[PCM, 24] * 480, WavForm(bits=24))
    form = struct.pack("<H", EXTENSIBLE) + raw[22:36] + struct.pack("<HHIH", 22, 24, 0, PCM)
    chunk = struct.pack("<4sI", b"fmt ", 40) + form + bytes(14)

    samples = decode(raw[:12] + chunk + raw[36:])

    assert len(samples) == 480


def test_chunks_that_hold_no_sound_are_passed_over() -> None:
    raw = wav(HALF[PCM, 16] * 480, WavForm())
    odd = struct.pack("<4sI", b"LIST", 3) + b"abc\0"

    assert len(decode(raw[:36] + odd + raw[36:])) == 480


def test_a_wav_whose_length_is_wrong_is_read_to_its_end() -> None:
    raw = bytearray(wav(HALF[PCM, 16] * 480, WavForm()))
    raw[40:44] = b"\xff\xff\xff\x7f"

    assert len(decode(bytes(raw) + b"\0")) == 480


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        (WavForm(rate=0), "has a rate of 0 Hz; save it at 44100 or 48000 Hz"),
        (WavForm(rate=0xFFFF_FFF0), "has a rate of 4294967280 Hz; save it at 44100 or 48000 Hz"),
        (WavForm(channels=0), "has 0 channels; save it as mono or stereo"),
        (WavForm(channels=65_535), "has 65535 channels; save it as mono or stereo"),
        (WavForm(bits=0), "is a WAV of format 1 with 0 bits; save it as PCM with 16 bits"),
        (WavForm(bits=12), "is a WAV of format 1 with 12 bits; save it as PCM with 16 bits"),
        (WavForm(kind=2), "is a WAV of format 2 with 16 bits; save it as PCM with 16 bits"),
    ],
)
def test_a_wav_with_numbers_that_no_sound_has_is_told(form: WavForm, reason: str) -> None:
    raw = bytearray(wav(bytes(64), WavForm()))
    raw[20:36] = struct.pack("<HHIIHH", form.kind, form.channels, form.rate, 0, 0, form.bits)

    assert why_not(bytes(raw)) == reason


def test_a_fact_chunk_without_content_costs_no_time() -> None:
    raw = wav(HALF[PCM, 16] * 480, WavForm(kind=FLOAT, bits=32))
    fact = struct.pack("<4sI", b"fact", 0) + bytes(6)

    assert why_not(raw[:36] + fact + raw[36:]) == "is no whole WAV; save it again"


@pytest.mark.parametrize("length", [0, 1, 3, 11, 12, 20, 40, 43])
def test_a_wav_that_was_cut_off_is_told(length: int) -> None:
    assert why_not(wav(bytes(64), WavForm())[:length])


@pytest.mark.parametrize("rate", [8_000, 44_100, 384_000])
def test_a_sound_as_long_as_may_be_is_read_and_a_longer_one_is_not(rate: int) -> None:
    form = WavForm(rate)

    assert len(decode(wav(bytes(2 * LONGEST_S * rate), form))) <= LONGEST_S * RATE
    assert why_not(wav(bytes(2 * (LONGEST_S * rate + 1)), form)) == "is longer than 5 seconds"


def test_a_flac_of_0_hz_is_told() -> None:
    raw = bytearray(FLAC)
    raw[18:21] = bytes([0, 0, raw[20] & 0x0F])

    assert why_not(bytes(raw)) == "cannot be decoded; save it as WAV, FLAC or MP3 again"


@pytest.mark.parametrize("raw", [b"", b"\xff", b"RIFF", b"fLaC", b"ID3", b"\xff\xfb", bytes(5_000)])
def test_what_is_no_sound_is_told(raw: bytes) -> None:
    assert why_not(raw)


MUTATIONS = 1_500
FUZZ = """
import random, sys
from pathlib import Path
from tests.audio.test_sound_file import mutated
from benchside.audio.sound_file import UnusableSoundError, decode_sound
chance, whole = random.Random(7), Path(sys.argv[1]).read_bytes()
for _ in range(int(sys.argv[2])):
    try:
        assert len(decode_sound(mutated(whole, chance), longest_s=5)) <= 5 * 48_000
    except UnusableSoundError:
        pass
"""


def mutated(whole: bytes, chance: random.Random) -> bytes:
    """Change some bytes of a file, cut some out or put some in, most of them in its beginning."""
    raw = bytearray(whole)
    for _ in range(chance.choice((1, 2, 8, 32))):
        at = chance.randrange(min(len(raw), chance.choice((64, 1 << 20))))
        noise = chance.choice((chance.randbytes(1), chance.randbytes(4), b"\xff" * 4, bytes(4)))
        end = at + chance.choice((0, len(noise), len(noise), 20))
        raw[at:end] = noise
    return bytes(raw)


@pytest.mark.parametrize("ending", ["wav", "flac", "mp3", "ogg"])
def test_files_changed_by_chance_end_no_process(ending: str, tmp_path: Path) -> None:
    file = FILES / f"tone.{ending}"
    if ending == "wav":
        file = tmp_path / "tone.wav"
        file.write_bytes(wav(random.Random(1).randbytes(4 * 2_400), WavForm(24_000, channels=2)))

    done = subprocess.run(
        [sys.executable, "-c", FUZZ, str(file), str(MUTATIONS)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert (done.returncode, done.stderr) == (0, "")
