from __future__ import annotations

import wave
from array import array
from typing import TYPE_CHECKING

import pytest

from benchside.audio.pack import Pack
from benchside.audio.render import render_wav
from benchside.audio.samples import RATE, samples_of
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from pathlib import Path

PACK = Pack(
    "clicks", sounds={"go": array("h", [1_000] * 48), "halfway": array("h", [500] * 96_000)}
)


def read(path: Path) -> array[int]:
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE)
        return samples_of(file.readframes(file.getnframes()))


def test_every_cue_stands_on_the_sample_of_its_millisecond(tmp_path: Path) -> None:
    cues = [Cue(at_ms, CueKind.GO) for at_ms in (0, 999, 1_000, 61_237)]

    render_wav(cues, PACK, tmp_path / "session.wav")

    heard = read(tmp_path / "session.wav")
    loud = [at for at, value in enumerate(heard) if value]
    expected = [at_ms * 48 + i for at_ms in (0, 999, 1_000, 61_237) for i in range(48)]
    assert loud == expected


def test_a_sound_longer_than_a_second_is_whole(tmp_path: Path) -> None:
    render_wav([Cue(500, CueKind.HALFWAY)], PACK, tmp_path / "session.wav")

    assert sum(value == 500 for value in read(tmp_path / "session.wav")) == 96_000


def test_a_session_without_cues_is_a_moment_of_silence(tmp_path: Path) -> None:
    render_wav([], PACK, tmp_path / "session.wav")

    assert read(tmp_path / "session.wav") == array("h", [0] * (RATE // 2))


def test_a_day_does_not_fit_into_a_wav_file(tmp_path: Path) -> None:
    cues = [Cue(24 * 3_600_000, CueKind.GO)]

    with pytest.raises(ValueError, match="24 hours are too long"):
        render_wav(cues, PACK, tmp_path / "session.wav")


def test_a_phrase_begins_on_its_millisecond_and_gives_way_to_a_count_in(tmp_path: Path) -> None:
    pack = Pack("clicks", sounds={"count-in": array("h", [1_000] * 48)})
    phrase = array("h", [7] * RATE)

    render_wav(
        [Cue(3_000, CueKind.COUNT_IN)],
        pack,
        tmp_path / "session.wav",
        speech=[(500, phrase), (2_500, phrase)],
    )

    heard = read(tmp_path / "session.wav")
    assert [at for at, value in enumerate(heard) if value == 7] == list(range(24_000, 72_000))
    assert heard.count(1_000) == 48
