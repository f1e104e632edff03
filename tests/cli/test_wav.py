"""`show --wav`: the sound of a session goes into a file of its own, over nothing else."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_commands import SQUATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "my.toml").write_text(SQUATS)
    (folder / "notes.txt").write_text("mine")
    (folder / "link.wav").symlink_to("my.toml")
    os.link(folder / "my.toml", folder / "hard.wav")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "name", ["my.toml", "./my.toml", "../folder/my.toml", "link.wav", "hard.wav"]
)
def test_a_session_is_never_written_over_by_its_sound(
    benchside: Callable[..., Answer], folder: Path, name: str
) -> None:
    answer = benchside("show", "./my.toml", "--wav", name)

    assert answer.status == 2
    assert "is the session itself" in answer.err
    assert (folder / "my.toml").read_text() == SQUATS


def test_a_file_that_is_no_wav_is_not_written_over(
    benchside: Callable[..., Answer], folder: Path
) -> None:
    answer = benchside("show", "first-session", "--wav", "notes.txt")

    assert answer.status == 2
    assert answer.err == (
        "benchside: notes.txt is there and is no WAV file; name another one, or remove it first\n"
    )
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_device_is_no_file_for_sound(benchside: Callable[..., Answer], folder: Path) -> None:
    os.mkfifo(folder / "pipe")

    assert "is not a file" in benchside("show", "first-session", "--wav", "pipe").err
    assert "is not a file" in benchside("show", "first-session", "--wav", os.devnull).err


def test_the_sound_of_before_is_replaced_and_its_mode_stays(
    benchside: Callable[..., Answer], folder: Path
) -> None:
    benchside("show", "first-session", "--wav", "a.wav")
    first = (folder / "a.wav").read_bytes()
    (folder / "a.wav").chmod(0o640)

    answer = benchside("show", "./my.toml", "--wav", "a.wav")

    assert answer.status == 0
    assert (folder / "a.wav").read_bytes() != first
    assert (folder / "a.wav").stat().st_mode & 0o777 == 0o640


def test_an_empty_file_has_nothing_to_lose(benchside: Callable[..., Answer], folder: Path) -> None:
    (folder / "empty.wav").touch()

    assert benchside("show", "./my.toml", "--wav", "empty.wav").status == 0


def test_a_write_that_fails_leaves_the_old_sound_and_nothing_else(
    benchside: Callable[..., Answer], folder: Path
) -> None:
    benchside("show", "./my.toml", "--wav", "a.wav")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    done = subprocess.run(
        [sys.executable, "-m", "benchside", "show", "first-session", "--wav", "a.wav"],
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )

    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
