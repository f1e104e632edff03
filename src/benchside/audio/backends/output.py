"""What the speaker process asks of a sound library: take the stage's sound, and tell when it ends.

An output is opened once. A library that lost its device is not trusted to find it again: the
process ends and another takes its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from benchside.audio.stage import CueScheduler


class NoDeviceError(Exception):
    """Nothing takes sound now; it may later."""


class UnusableError(Exception):
    """This library can never play here; the reason tells what to do."""


class Output(Protocol):
    """A sound library with the device it found."""

    def open(self, stage: CueScheduler) -> str:
        """Begin to play what the stage gives, and name the device.

        Raises NoDeviceError or UnusableError.
        """
        ...

    @property
    def delay_ms(self) -> int:
        """How long after its moment the device is given a cue."""
        ...

    def find_device(self) -> str:
        """Return the name of the device that the sound goes to now, without waiting for it.

        Raises NoDeviceError where the sound system has come to give it to nobody.
        """
        ...

    @property
    def has_begun(self) -> bool:
        """Whether the device really takes sound; one that is only open may be asleep."""
        ...

    def is_alive(self, now_ns: int) -> bool:
        """Return whether the device still takes sound."""
        ...

    def close(self) -> None:
        """Let the device go; may be called more than once."""
        ...
