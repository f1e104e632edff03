"""Settings that were found right are not read again, until they are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.app.program import Program
from benchside.app.right_settings import is_known_right, keep_right
from benchside.storage.paths import UserFolders

if TYPE_CHECKING:
    from pathlib import Path


def test_settings_are_known_to_be_right_until_somebody_changes_them(tmp_path: Path) -> None:
    home = UserFolders(config=tmp_path, data=tmp_path)
    home.settings.write_text("volume = 50\n")
    assert not is_known_right(home)

    keep_right(home)

    assert is_known_right(home)
    home.settings.write_text("volume = 500\n")
    assert not is_known_right(home)


def test_a_mistake_in_settings_that_were_right_is_told(tmp_path: Path) -> None:
    home = UserFolders(config=tmp_path, data=tmp_path)
    home.settings.write_text("volume = 50\n")
    keep_right(home)
    assert Program({"BENCHSIDE_HOME": str(tmp_path)}).settings_problems == ()

    home.settings.write_text("volume = 500\n")

    (problem,) = Program({"BENCHSIDE_HOME": str(tmp_path)}).settings_problems
    assert "500" in problem.message


def test_settings_known_to_be_right_hold_when_they_are_asked_for(tmp_path: Path) -> None:
    home = UserFolders(config=tmp_path, data=tmp_path)
    home.settings.write_text("volume = 50\n")
    keep_right(home)

    assert Program({"BENCHSIDE_HOME": str(tmp_path)}).settings.volume == 50


def test_no_folder_is_made_to_remember_it(tmp_path: Path) -> None:
    home = UserFolders(config=tmp_path, data=tmp_path / "none")
    home.settings.write_text("volume = 50\n")

    keep_right(home)

    assert not home.data.exists()
    assert not is_known_right(home)
