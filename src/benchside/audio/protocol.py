"""What the program and its speaker process say to each other: a line of JSON each, both ways.

A line that is no message of this protocol reads as None; whoever reads it passes it over, so that
neither side can bring the other down.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Open:
    """The first line: what the speaker is to be."""

    output: str
    """`miniaudio` or `simpleaudio`."""
    pack: str
    packs_folders: list[str]
    """Where packs are looked for, in this order."""
    volume: float
    muted: bool
    keep_link_awake: bool = False
    """Whether the tone for Bluetooth sounds."""
    language: str = ""
    """Of spoken phrases; empty where none will come."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Cues with the moments they are due, on the monotonic clock."""

    cues: list[list[Any]]
    """Pairs of due_ns and the cue's name."""


@dataclass(frozen=True, slots=True)
class Say:
    """A phrase to speak, with the moment it is due."""

    due_ns: int
    text: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nothing that was handed over may begin any more."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The loudness, 0 to 1."""

    volume: float
    muted: bool


@dataclass(frozen=True, slots=True)
class Close:
    """End yourself."""


@dataclass(frozen=True, slots=True)
class Beat:
    """What the speaker tells several times a second."""

    state: str
    """`starting`, `on`, `no device`, `lost` (ends itself to be replaced) or `unusable` (don't start
    again)."""
    device: str = ""
    detail: str = ""
    dropped: int = 0
    """Cues left out since the process began."""
    given_ns: int = 0
    """Everything due up to here has been dealt with."""


ToSpeaker: TypeAlias = Open | Schedule | Say | Cancel | Volume | Close

_NAMES: dict[str, type[Any]] = {
    kind.__name__.lower(): kind for kind in (Open, Schedule, Say, Cancel, Volume, Close, Beat)
}


def encode(message: ToSpeaker | Beat) -> bytes:
    """Write a message as a line."""
    named = {"message": type(message).__name__.lower(), **asdict(message)}
    return json.dumps(named, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> ToSpeaker | Beat | None:
    """Read a line; None where it is none of ours."""
    try:
        read = json.loads(line)
    except ValueError:
        return None
    if not isinstance(read, dict):
        return None
    kind = _NAMES.get(str(read.pop("message", "")))
    if kind is None or not set(read) <= {field.name for field in fields(kind)}:
        return None
    try:
        message: ToSpeaker | Beat = kind(**read)
    except TypeError:
        return None
    return message
