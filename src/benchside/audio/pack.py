"""A sound pack: a folder with a sound a cue, and a `pack.toml` that may tell more.

    name  = "Iron"                      # a title; settings choose the pack by its folder
    about = "Plates and chains."
    [sounds]
    go = "gong.ogg"                     # else go.wav, go.flac, go.ogg or go.mp3

What a pack lacks is taken from classic. A file that cannot be used is a problem with its name, and
classic's sound stands in, so a cue is never silent by accident. No file outside the folder is read.
"""

from __future__ import annotations

import tomllib
import wave
from array import array
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from benchside.audio.samples import RATE, samples_of
from benchside.timeline.cues import CueKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FALLBACK = "classic"
MANIFEST = "pack.toml"
ENDINGS = (".wav", ".flac", ".ogg", ".mp3")
LONGEST_S = 5
TOO_LONG = f"is longer than {LONGEST_S} seconds"
LARGEST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Pack:
    """The sounds of all cues."""

    name: str
    """Of its folder: what settings choose it by."""
    title: str = ""
    about: str = ""
    sounds: Mapping[str, array[int]] = field(default_factory=dict)
    """Samples by the cue's name."""
    problems: tuple[str, ...] = ()
    """What could not be used, a sentence each."""


class _UnusableError(Exception):
    """A file of a pack cannot be used, for the reason given."""


def load_pack(name: str, folders: Sequence[Path]) -> Pack:
    """Load a pack by name from the first of the folders that has it, with classic behind it."""
    folder = find_pack(name, folders)
    if folder is None:
        fallback = load_pack(FALLBACK, folders) if name != FALLBACK else Pack(FALLBACK)
        problem = f'there is no sound pack "{name}"; {fallback.name} stands in'
        return replace(fallback, problems=(problem, *fallback.problems))
    own = read_pack(folder)
    shipped = find_pack(FALLBACK, folders[::-1])  # what ships comes last
    if shipped in (folder, None):
        return own
    return replace(own, sounds={**read_pack(shipped).sounds, **own.sounds})


def find_pack(name: str, folders: Sequence[Path]) -> Path | None:
    """Locate the folder of a pack; a name is no path."""
    if not name or name != name.strip() or any(sign in name for sign in "/\\:") or name[0] == ".":
        return None
    return next((folder / name for folder in folders if (folder / name).is_dir()), None)


def pack_names(folders: Sequence[Path]) -> list[str]:
    """List the packs of all folders by name, those that ship and one's own."""
    found = {
        entry.name
        for folder in folders
        if folder.is_dir()
        for entry in folder.iterdir()
        if entry.is_dir() and entry.name[0] != "." and entry.name.isprintable()
    }
    return sorted(found)


def read_pack(folder: Path) -> Pack:
    """Read what a folder holds, without anything behind it."""
    manifest, problems = _read_manifest(folder)
    named = manifest.get("sounds", {})
    sounds: dict[str, array[int]] = {}
    for cue in (kind.value for kind in CueKind):
        path = _file_of(folder, cue, named)
        if path is None:
            continue
        try:
            sounds[cue] = load_sound(path, within=folder)
        except (_UnusableError, OSError) as error:
            problems.append(f"{folder.name}/{path.name}: {error}")
    title, about = (str(manifest.get(key, "")) for key in ("name", "about"))
    return Pack(folder.name, title, about, sounds, tuple(problems))


def _read_manifest(folder: Path) -> tuple[dict[str, Any], list[str]]:
    where = f"{folder.name}/{MANIFEST}"
    try:
        read = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError) as error:
        return {}, [f"{where}: {error}"]
    problems = [
        f'{where}: unknown key "{key}"; a pack has name, about and [sounds]'
        for key in read
        if key not in ("name", "about", "sounds")
    ]
    for key, kind, expected in (
        ("name", str, "a text"),
        ("about", str, "a text"),
        ("sounds", dict, "a table of cue = file"),
    ):
        if key in read and not (isinstance(read[key], kind) and _is_plain(read[key])):
            problems.append(f"{where}: {key} is not {expected}")
            del read[key]
    problems += _unknown_cues(where, read.get("sounds", {}))
    return read, problems


def _is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(entry, str) for entry in value.values())
    return str(value).isprintable()


def _unknown_cues(where: str, sounds: Mapping[str, str]) -> list[str]:
    known = [kind.value for kind in CueKind]
    return [
        f'{where}: "{cue}" is no cue; there are {", ".join(known)}'
        for cue in sounds
        if cue not in known
    ]


def _file_of(folder: Path, cue: str, named: Mapping[str, str]) -> Path | None:
    if cue in named:
        return folder / named[cue]
    candidates = (folder / f"{cue}{ending}" for ending in ENDINGS)
    return next((path for path in candidates if path.is_file()), None)


def load_sound(path: Path, *, within: Path) -> array[int]:
    """Read a sound of any format into samples; raises where it cannot be a cue."""
    if not path.resolve().is_relative_to(within.resolve()):
        raise _UnusableError("lies outside its pack")
    if path.stat().st_size > LARGEST_BYTES:
        raise _UnusableError(f"is larger than {LARGEST_BYTES // 1024 // 1024} MiB")
    samples = _read_plain_wav(path)
    if samples is None:
        samples = _decode(path)
    if not samples:
        raise _UnusableError("holds no sound")
    if len(samples) > LONGEST_S * RATE:
        raise _UnusableError(TOO_LONG)
    return samples


def _read_plain_wav(path: Path) -> array[int] | None:
    """Read a file that is in our form already; None for any other."""
    try:
        with path.open("rb") as stream, wave.open(stream, "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
                return None
            return samples_of(file.readframes(file.getnframes()))
    except (wave.Error, EOFError):
        return None


def _decode(path: Path) -> array[int]:
    """Decode whatever miniaudio can; loaded here because shipped packs don't need it."""
    import miniaudio

    try:
        if miniaudio.get_file_info(str(path)).duration > LONGEST_S:
            raise _UnusableError(TOO_LONG)  # before it is decoded: four minutes take a second
        decoded = miniaudio.decode(path.read_bytes(), nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as error:
        raise _UnusableError("is no WAV, FLAC, OGG or MP3 that can be read") from error
    return array("h", decoded.samples)
