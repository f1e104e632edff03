"""Prints the sound devices of this system as JSON: `python -m benchside.audio.devices`."""

from __future__ import annotations

import json
import sys


def find_devices() -> dict[str, object]:
    """Name the sound system and its devices; none of either where there is no sound."""
    nothing: dict[str, object] = {"system": "", "devices": []}
    try:
        import miniaudio
    except ImportError:
        return nothing
    try:
        devices = miniaudio.Devices()
        names = [str(device["name"]) for device in devices.get_playbacks()]
    except miniaudio.MiniaudioError:
        return nothing
    if devices.backend == "Null":
        return nothing
    return {"system": devices.backend, "devices": names}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(find_devices()))
