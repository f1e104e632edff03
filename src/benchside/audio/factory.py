"""Opens the speaker that the settings name, and tells what there is to choose from."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, TextIO

from benchside.audio.backends.bell import BellSpeaker
from benchside.audio.backends.silent import SilentSpeaker
from benchside.audio.client import SpeakerProcess
from benchside.audio.devices import Devices
from benchside.audio.narrator import Narrator
from benchside.audio.pack import FALLBACK, load_pack, pack_names
from benchside.audio.protocol import Open
from benchside.audio.voice import load_phrases
from benchside.storage import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.audio.pack import Pack
    from benchside.player import Speaker

# -P: a folder that holds a wave.py must not become the program's library.
LIST_DEVICES = (sys.executable, "-P", "-m", "benchside.audio.devices")
LOOK_S = 5.0

BACKENDS = ("miniaudio", "simpleaudio", "bell", "silent")
"""What `open_speaker` knows by name."""


def packs_folders(own: Path | None) -> list[Path]:
    """Return the folders of packs: one's own comes before what ships."""
    return [folder for folder in (own, shipped("sounds")) if folder is not None]


def list_packs(own: Path | None = None) -> list[str]:
    """Return the packs there are, by name."""
    return pack_names(packs_folders(own))


def open_pack(name: str, own: Path | None = None) -> Pack:
    """Load a pack; its problems say what of it cannot be used."""
    return load_pack(name, packs_folders(own))


def list_devices() -> Devices:
    """Return the sound devices, in a process of its own: looking may hang or tear the screen."""
    try:
        done = subprocess.run(
            LIST_DEVICES, capture_output=True, text=True, check=True, timeout=LOOK_S
        )
        found = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return Devices()
    return Devices(found["system"], tuple(found["devices"]))


def open_speaker(
    backend: str,
    *,
    pack: str = FALLBACK,
    volume: float = 1.0,
    muted: bool = False,
    packs_folder: Path | None = None,
    keep_link_awake: bool = False,
    language: str = "",
    terminal: TextIO | None = None,
) -> Speaker:
    """Open a speaker; never raises because sound fails, its status tells.

    `packs_folder` holds one's own packs. `keep_link_awake` sounds a tone too quiet to hear, for
    Bluetooth. `language` is that of spoken phrases, empty for none. The bell rings on `terminal`,
    by default the standard error that a screen cannot redirect. Raises ValueError for a back end
    that is not in BACKENDS, or a language without texts.
    """
    match backend:
        case "silent":
            return SilentSpeaker()
        case "bell":
            speaker = BellSpeaker(terminal or sys.__stderr__ or sys.stderr)
            speaker.set_volume(volume, muted=muted)
            return speaker
        case "miniaudio" | "simpleaudio":
            folders = [str(folder) for folder in packs_folders(packs_folder)]
            asked = Open(backend, pack, folders, volume, muted, keep_link_awake, language)
            process = SpeakerProcess(asked)
            return Narrator(process, load_phrases(language)) if language else process
        case _:
            raise ValueError(f'no sound back end "{backend}"; there are {", ".join(BACKENDS)}')
