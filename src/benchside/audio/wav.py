"""Writes WAV files of any length, and reads uncompressed ones within bounds.

(The standard library's writer cannot bear a full disk, and its reader knows neither floats nor
lengths that are wrong, which speech programs write.)
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.audio.samples import RATE, bytes_of

if TYPE_CHECKING:
    from array import array
    from pathlib import Path
    from types import TracebackType

HEADER_BYTES = 44

PCM = 1
FLOAT = 3
EXTENSIBLE = 0xFFFE
WIDTHS = {PCM: (8, 16, 24, 32), FLOAT: (32, 64)}
"""Bits a sample may have, by the kind of its numbers."""

MAX_CHANNELS = 8
MIN_RATE, MAX_RATE = 1_000, 384_000
MAX_CHUNKS = 1_000
"""Chunks looked at before the sound; a file has a handful."""


@dataclass(frozen=True, slots=True)
class WavForm:
    """The form of the sound in a WAV file; by default that of `samples`."""

    rate: int = RATE
    channels: int = 1
    bits: int = 16
    kind: int = PCM

    @property
    def frame_bytes(self) -> int:
        """Bytes of one sample of every channel."""
        return self.channels * self.bits // 8


class WavFile:
    """A file of mono, 16-bit sound at our rate; whole once it is closed. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("wb")
        self._sound_bytes = 0
        self._stream.write(wav_header(0))

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
            self._stream.write(wav_header(self._sound_bytes))
        finally:
            self._stream.close()


def wav_header(sound_bytes: int, form: WavForm | None = None) -> bytes:
    """Return the 44 bytes before the sound: RIFF, format, data."""
    form = form or WavForm()
    second = form.rate * form.frame_bytes
    numbers = (16, form.kind, form.channels, form.rate, second, form.frame_bytes, form.bits)
    size = HEADER_BYTES - 8 + sound_bytes
    return (
        struct.pack("<4sI4s4s", b"RIFF", size, b"WAVE", b"fmt ")
        + struct.pack("<IHHIIHH", *numbers)
        + struct.pack("<4sI", b"data", sound_bytes)
    )


def parse_wav(raw: bytes) -> tuple[WavForm, bytes]:
    """Return form and sound of an uncompressed WAV file.

    A length of the sound that goes beyond the file means all there is. Raises ValueError with what
    is wrong and what to do.
    """
    form: WavForm | None = None
    position = 12
    for _ in range(MAX_CHUNKS):
        header = raw[position : position + 8]
        if raw[8:12] != b"WAVE" or len(header) < 8:
            break
        name, size = struct.unpack("<4sI", header)
        position += 8
        if name == b"fmt ":
            form = _parse_form(raw[position : position + min(size, 40)])
        elif name == b"data" and form is not None:
            size = min(size, len(raw) - position)
            return form, raw[position : position + size - size % form.frame_bytes]
        position += size + size % 2
    raise ValueError("is no whole WAV; save it again")


def _parse_form(chunk: bytes) -> WavForm:
    if len(chunk) < 16:
        raise ValueError("is no whole WAV; save it again")
    kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", chunk)
    if kind == EXTENSIBLE and len(chunk) >= 26:
        (kind,) = struct.unpack_from("<H", chunk, 24)
    if bits not in WIDTHS.get(kind, ()):
        raise ValueError(f"is a WAV of format {kind} with {bits} bits; save it as PCM with 16 bits")
    if not 1 <= channels <= MAX_CHANNELS:
        raise ValueError(f"has {channels} channels; save it as mono or stereo")
    if not MIN_RATE <= rate <= MAX_RATE:
        raise ValueError(f"has a rate of {rate} Hz; save it at 44100 or 48000 Hz")
    return WavForm(rate, channels, bits, kind)
