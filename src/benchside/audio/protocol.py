"""What the program and its speaker process say to each other: a line of JSON each, both ways.

A line that is no message of this protocol, or one with a value out of its bounds, reads as None;
whoever reads it passes it over, so that neither side can bring the other down.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeAlias

MAX_LINE_BYTES = 64 * 1024
MAX_TEXT = 1_000
"""Characters of a text in a message."""

MAX_CUES = 500
"""Cues in one message; more are handed over in several."""

MAX_DELAY_MS = 1_000
MAX_FOLDERS = 10
MAX_PATH = 4_096
MAX_NUMBER = 2**63 - 1

STATES = frozenset({"loading", "starting", "on", "no device", "lost", "unusable"})
"""What a speaker tells of itself: it reads its pack, it waits for its device, it plays, nothing
takes its sound, it ends itself to be replaced, it must not be started again."""


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
class ScheduleCues:
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
class CloseSpeaker:
    """End yourself."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What the speaker tells several times a second."""

    state: str
    """One of STATES."""
    device: str = ""
    detail: str = ""
    dropped: int = 0
    """Cues that came too late while a device took sound, since the process began."""
    given_ns: int = 0
    """Everything due up to here has been dealt with."""
    delay_ms: int = 0
    """How long after its moment a cue begins."""


ToSpeaker: TypeAlias = Open | ScheduleCues | Say | Cancel | Volume | CloseSpeaker

_NAMES: dict[str, type[Any]] = {
    kind.__name__.lower(): kind
    for kind in (Open, ScheduleCues, Say, Cancel, Volume, CloseSpeaker, Heartbeat)
}


def encode(message: ToSpeaker | Heartbeat) -> bytes:
    """Write a message as a line."""
    named = {"message": type(message).__name__.lower(), **asdict(message)}
    return json.dumps(named, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> ToSpeaker | Heartbeat | None:
    """Read a line; None where it is none of ours."""
    if len(line) > MAX_LINE_BYTES:
        return None
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, dict):
        return None
    kind = _NAMES.get(str(read.pop("message", "")))
    if kind is None or not set(read) <= {field.name for field in fields(kind)}:
        return None
    try:
        message: ToSpeaker | Heartbeat = kind(**read)
    except TypeError:
        return None
    return message if _is_within_bounds(message) else None


def _is_within_bounds(message: ToSpeaker | Heartbeat) -> bool:
    match message:
        case Open(output, pack, folders, volume, muted, tone, language):
            return (
                isinstance(folders, list)
                and len(folders) <= MAX_FOLDERS
                and all(map(_is_text, (output, pack, language)))
                and all(isinstance(path, str) and len(path) <= MAX_PATH for path in folders)
                and _is_volume(volume)
                and isinstance(muted, bool)
                and isinstance(tone, bool)
            )
        case ScheduleCues(cues):
            return isinstance(cues, list) and len(cues) <= MAX_CUES and all(map(_is_cue, cues))
        case Say(due_ns, text):
            return _is_whole(due_ns) and _is_text(text)
        case Volume(volume, muted):
            return _is_volume(volume) and isinstance(muted, bool)
        case Heartbeat(state, device, detail, dropped, given_ns, delay_ms):
            is_known = isinstance(state, str) and state in STATES
            is_told = all(map(_is_text, (device, detail)))
            is_counted = all(map(_is_whole, (dropped, given_ns, delay_ms))) and dropped >= 0
            return is_known and is_told and is_counted and 0 <= delay_ms <= MAX_DELAY_MS
        case Cancel() | CloseSpeaker():
            return True


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MAX_TEXT


def _is_whole(value: object) -> bool:
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return -MAX_NUMBER <= value <= MAX_NUMBER


def _is_volume(value: object) -> bool:
    """Return whether a value is a number from 0 to 1; NaN is none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_cue(value: object) -> bool:
    match value:
        case [due_ns, name]:
            return _is_whole(due_ns) and _is_text(name)
        case _:
            return False
