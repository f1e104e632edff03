"""How one session sounds, whatever the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.app.program import Program
from benchside.app.sound_of_run import SoundOfRun
from benchside.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_asked_for_stands_in_place_of_the_settings() -> None:
    settings = Settings(volume=70, sounds="classic")

    asked = SoundOfRun(volume=0, is_muted=True, pack="soft").over(settings)

    assert (asked.volume, asked.mute, asked.sounds) == (0, True, "soft")
    assert SoundOfRun().over(settings) == settings
    assert SoundOfRun().over(Settings(mute=True)).mute


def test_a_session_begins_as_loud_as_was_asked_for_and_the_settings_stay(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\nvolume = 70\n')
    program = Program({"BENCHSIDE_HOME": str(tmp_path)}, sound=SoundOfRun(volume=20, is_muted=True))

    session = program.play(program.shelf.find("first-session"))
    state = session.state
    session.close()

    assert (state.volume, state.is_muted) == (0.2, True)
    assert (program.settings.volume, program.settings.mute) == (70, False)
