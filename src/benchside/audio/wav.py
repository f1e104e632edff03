"""Writes WAV files of any length. (The standard library's writer cannot bear a full disk.)"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from benchside.audio.samples import RATE, bytes_of

if TYPE_CHECKING:
    from array import array
    from pathlib import Path
    from types import TracebackType

HEADER_BYTES = 44


class WavFile:
    """A file of mono, 16-bit sound at our rate; whole once it is closed. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("wb")
        self._sound_bytes = 0
        self._stream.write(_header(0))

    def __enter__(self) -> WavFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def append(self, block: array[int]) -> None:
        """Write more sound."""
        self._sound_bytes += self._stream.write(bytes_of(block))

    def close(self) -> None:
        """Write down how long it became; may be called again."""
        if self._stream.closed:
            return
        try:
            self._stream.seek(0)
            self._stream.write(_header(self._sound_bytes))
        finally:
            self._stream.close()


def _header(sound_bytes: int) -> bytes:
    """Make the 44 bytes before the sound: RIFF, format (PCM, one channel, 16 bits), data."""
    form = struct.pack("<IHHIIHH", 16, 1, 1, RATE, 2 * RATE, 2, 16)
    size = HEADER_BYTES - 8 + sound_bytes
    return (
        struct.pack("<4sI4s4s", b"RIFF", size, b"WAVE", b"fmt ")
        + form
        + struct.pack("<4sI", b"data", sound_bytes)
    )
