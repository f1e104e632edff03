"""The sound devices of this system, printed as JSON: `python -m benchside.audio.devices`.

A device is what somebody may hear. Sound servers keep a dummy for the time without a card, which
takes all sound and gives none; it is told apart by the server's own name for it, since the name to
read is translated.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DUMMY = "Dummy Output"
"""What PulseAudio and PipeWire call their dummy in English."""

_DUMMY_KEY = re.compile(r"(auto_)?null(\.\d+)?")
"""`auto_null` is the dummy of PulseAudio and PipeWire, `null` ALSA's and that of a null sink to
which nobody gave a name."""

KEY_BYTES = 256


@dataclass(frozen=True, slots=True)
class Devices:
    """What sound could come out of."""

    system: str = ""
    """The sound system, such as PulseAudio; empty where there is none."""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Device:
    """A device as the sound system describes it."""

    name: str
    key: str
    """The system's own name for it; empty where that is a number."""
    is_default: bool

    @property
    def is_dummy(self) -> bool:
        """Whether nobody hears what it plays."""
        return self.name == DUMMY or _DUMMY_KEY.fullmatch(self.key) is not None


class NoSystemError(Exception):
    """No sound system answered."""


def find_devices() -> Devices:
    """Return the sound system and its devices; none of either where there is no sound."""
    try:
        system, devices = ask_devices()
    except (ImportError, NoSystemError):
        return Devices()
    return Devices(system, tuple(device.name for device in devices if not device.is_dummy))


def ask_devices(system: str = "") -> tuple[str, tuple[Device, ...]]:
    """Ask a sound system, or the first that answers, for its name and its devices.

    Raises NoSystemError where none answers, ImportError without miniaudio.
    """
    from miniaudio import Backend, ffi, lib

    known = {"PulseAudio": Backend.PULSEAUDIO, "ALSA": Backend.ALSA}
    context, asked = ffi.new("ma_context *"), ffi.NULL
    if system in known:
        asked = ffi.new("ma_backend[]", [known[system].value])
    if lib.ma_context_init(asked, 0 if asked == ffi.NULL else 1, ffi.NULL, context):
        raise NoSystemError
    try:
        name = _text(ffi.string(lib.ma_get_backend_name(context.backend)))
        if name == "Null":
            raise NoSystemError
        return name, _devices_of(context, has_keys=name in known)
    finally:
        lib.ma_context_uninit(context)


def _devices_of(context: object, *, has_keys: bool) -> tuple[Device, ...]:
    from miniaudio import ffi, lib

    found, count = ffi.new("ma_device_info **"), ffi.new("ma_uint32 *")
    if lib.ma_context_get_devices(context, found, count, ffi.NULL, ffi.NULL):
        raise NoSystemError
    devices = []
    for info in found[0][0 : count[0]]:
        key = ffi.string(ffi.cast("char *", ffi.addressof(info, "id")), KEY_BYTES)
        devices.append(
            Device(
                _text(ffi.string(info.name)), _text(key) if has_keys else "", bool(info.isDefault)
            )
        )
    return tuple(devices)


def _text(raw: bytes) -> str:
    """Read a name, which may have been cut off in the middle of a character."""
    return raw.decode(errors="replace")


def playing_device(devices: Sequence[Device]) -> Device | None:
    """Return the device that a stream without a wish of its own goes to; None where unknown.

    That is the default, and where the system names none, a dummy if there is nothing else.
    """
    if default := next((device for device in devices if device.is_default), None):
        return default
    is_void = bool(devices) and all(device.is_dummy for device in devices)
    return devices[0] if is_void or len(devices) == 1 else None


if __name__ == "__main__":
    listed = find_devices()
    sys.stdout.write(json.dumps({"system": listed.system, "devices": listed.names}))
