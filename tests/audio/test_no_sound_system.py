"""A machine without any sound: a speaker that nobody hears must say so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from benchside.audio.backends.simpleaudio_output import installed, refusal
from benchside.audio.child import ChildProcess
from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.audio.factory import LIST_DEVICES, packs_folders
from benchside.audio.protocol import Open
from benchside.player.ports import SoundState, SpeakerStatus
from tests.audio.ear import wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDERS = [str(folder) for folder in packs_folders(None)]
LIBRARIES = ("libasound", "libpulse", "libjack")
WHICH_BACKEND = "import miniaudio; print(miniaudio.Devices().backend)"


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """Hide every sound library of the system behind an empty file of its name."""
    for library in LIBRARIES:
        for ending in (".so", ".so.0", ".so.2"):
            (tmp_path / f"{library}{ending}").touch()
    environment = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-c", WHICH_BACKEND],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if found.stdout.strip() != "Null":
        pytest.skip("the sound libraries of this system cannot be hidden")
    return environment


def first_word(asked: Open, environment: Mapping[str, str]) -> SpeakerStatus:
    """Wait until a speaker has told for the first time how it is."""
    speaker = SpeakerProcess(asked, start=lambda: ChildProcess(COMMAND, environment))
    with closing(speaker):
        wait_until(speaker, lambda: speaker.status().state is not SoundState.STARTING)
        return speaker.status()


def test_where_there_is_no_sound_at_all_no_device_is_told(environment: Mapping[str, str]) -> None:
    status = first_word(Open("miniaudio", "classic", FOLDERS, 1.0, muted=False), environment)

    assert (status.state, status.detail) == (SoundState.NO_DEVICE, "this system has no sound")


@pytest.mark.skipif(sys.platform != "linux", reason="only ALSA's cards can be hidden")
def test_simpleaudio_tells_no_device_and_why(tmp_path: Path) -> None:
    (tmp_path / "asound.conf").touch()
    no_card = {**os.environ, "ALSA_CONFIG_PATH": str(tmp_path / "asound.conf")}
    asked = Open("simpleaudio", "classic", FOLDERS, 1.0, muted=False)

    status = first_word(asked, no_card)

    assert (status.state, status.device) == (SoundState.NO_DEVICE, "")
    assert status.detail
    if not installed():
        assert status.detail == refusal(sys.version_info[:2], set())
        assert "pip install" in status.detail


@pytest.mark.skipif(not installed(), reason="simpleaudio is not installed")
def test_where_simpleaudio_finds_no_library_of_the_system_no_device_is_told(
    environment: Mapping[str, str],
) -> None:
    status = first_word(Open("simpleaudio", "classic", FOLDERS, 1.0, muted=False), environment)

    assert status.state is SoundState.NO_DEVICE
    assert status.detail


def test_where_there_is_no_sound_at_all_no_device_is_listed(environment: Mapping[str, str]) -> None:
    done = subprocess.run(LIST_DEVICES, env=environment, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == {"system": "", "devices": []}
