"""Prints the sound devices of this system as JSON: `python -m benchside.audio.devices`."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Devices:
    """What sound could come out of."""

    system: str = ""
    """The sound system, such as PulseAudio; empty where there is none."""
    names: tuple[str, ...] = ()


def find_devices() -> Devices:
    """Name the sound system and its devices; none of either where there is no sound."""
    nothing = Devices()
    try:
        import miniaudio
    except ImportError:
        return nothing
    try:
        devices = miniaudio.Devices()
        names = tuple(str(device["name"]) for device in devices.get_playbacks())
    except miniaudio.MiniaudioError:
        return nothing
    if devices.backend == "Null":
        return nothing
    return Devices(str(devices.backend), names)


if __name__ == "__main__":
    found = find_devices()
    sys.stdout.write(json.dumps({"system": found.system, "devices": found.names}))
