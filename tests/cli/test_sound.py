"""`sound`, `sound test`, `show --wav`."""

from __future__ import annotations

import json
import wave
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer


def test_packs_and_settings_are_listed(benchside: Callable[..., Answer]) -> None:
    answer = benchside("sound")

    assert answer.status == 0
    assert "sound    silent, volume 80" in answer.out
    assert "pack     gym (chosen)" in answer.out


def test_it_is_told_where_the_settings_are(benchside: Callable[..., Answer], home: Path) -> None:
    assert f"settings {home / 'settings.toml'}\n" in benchside("sound").out


def test_packs_are_listed_as_json(benchside: Callable[..., Answer], home: Path) -> None:
    told = json.loads(benchside("sound", "--json").out)

    assert told["settings"] == str(home / "settings.toml")

    assert told["sound"] == "silent"
    assert {"classic", "soft", "gym"} <= {pack["name"] for pack in told["packs"]}


def test_the_silent_back_end_says_that_nothing_is_heard(benchside: Callable[..., Answer]) -> None:
    answer = benchside("sound", "test", "--pack", "soft")

    assert answer.status == 0
    assert 'the cues of "soft" by silent' in answer.out
    assert "nothing was heard: silent" in answer.err


def test_a_session_is_written_as_sound(benchside: Callable[..., Answer], tmp_path: Path) -> None:
    path = tmp_path / "tabata.wav"

    answer = benchside("show", "glute-tabata", "--wav", str(path))

    assert answer.out == f"{path}: 10:16 of cues\n"
    with wave.open(str(path)) as sound:
        assert sound.getnframes() / sound.getframerate() > 616


def test_a_file_that_cannot_be_written_is_one_line(
    benchside: Callable[..., Answer], tmp_path: Path
) -> None:
    answer = benchside("show", "glute-tabata", "--wav", str(tmp_path / "nowhere" / "a.wav"))

    assert answer.status == 3
    assert "no such file or directory" in answer.err


def test_a_pack_that_there_is_not_is_told_before_any_device(
    benchside: Callable[..., Answer],
) -> None:
    answer = benchside("sound", "test", "--pack", "nope")

    assert answer.status == 2
    assert answer.err == (
        'benchside: there is no sound pack "nope"; name "classic", "gym" or "soft"\n'
    )
