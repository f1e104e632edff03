"""A sound pack: a folder with a sound a cue, and a `pack.toml` that may tell more.

    name  = "Iron"                      # a title; settings choose the pack by its folder
    about = "Plates and chains."
    [sounds]
    go = "gong.flac"                    # else go.wav, go.flac or go.mp3

What a pack lacks is taken from classic. A file that cannot be used is a problem with its name, and
classic's sound stands in, so a cue is never silent by accident. No file outside the folder is read,
nothing that is no regular file, and no more of one than a sound can be long.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.audio.sound_file import UnusableSoundError, decode_sound
from benchside.session import Problem, parsed_toml, printable, quote_value
from benchside.storage import read_text
from benchside.timeline import TICKS, CueKind

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

FALLBACK = "classic"
MANIFEST = "pack.toml"
ENDINGS = (".wav", ".flac", ".mp3", ".ogg")
"""An OGG is found so that it can be told that it is not read."""

LONGEST_S = 5
MAX_BYTES = 8 * 1024 * 1024
MAX_TITLE = 80
MAX_ABOUT = 200
MAX_UNKNOWN = 5
"""Unknown keys and cues of a manifest that are told one by one."""

MAX_NAME = 60
"""Characters of a file's name that a problem shows."""


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


@dataclass(frozen=True, slots=True)
class _Manifest:
    """What the `pack.toml` of a pack says."""

    title: str = ""
    about: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    """Names of files by the cue."""
    problems: tuple[str, ...] = ()


def load_pack(name: str, folders: Sequence[Path]) -> Pack:
    """Load a pack by name from the first of the folders that has it, with classic behind it."""
    folder = find_pack(name, folders)
    if folder is None:
        fallback = load_pack(FALLBACK, folders) if name != FALLBACK else Pack(FALLBACK)
        problem = f"there is no sound pack {quote_value(name)}; {fallback.name} stands in"
        return replace(fallback, problems=(problem, *fallback.problems))
    own = _with_every_tick(read_pack(folder))
    shipped = find_pack(FALLBACK, folders[::-1])  # what ships comes last
    if shipped in (folder, None):
        return own
    return replace(own, sounds={**read_pack(shipped).sounds, **own.sounds})


def _with_every_tick(pack: Pack) -> Pack:
    """Return a pack whose one tick stands for those of the phases that it lacks."""
    tick = pack.sounds.get(CueKind.TICK)
    ticks = {} if tick is None else {kind.value: tick for kind in sorted(TICKS)}
    return replace(pack, sounds={**ticks, **pack.sounds})


def find_pack(name: str, folders: Sequence[Path]) -> Path | None:
    """Locate the folder of a pack; a name is no path."""
    is_path = name[:1] in ("", ".") or any(sign in name for sign in "/\\:")
    if is_path or name != name.strip() or not name.isprintable():
        return None
    return next((folder / name for folder in folders if _is_folder(folder / name)), None)


def pack_names(folders: Sequence[Path]) -> list[str]:
    """Return the names of the packs in all folders, those that ship and one's own."""
    found = {
        name
        for folder in folders
        for name in _names_in(folder)
        if name[0] != "." and name.isprintable() and _is_folder(folder / name)
    }
    return sorted(found)


def _names_in(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []


def read_pack(folder: Path) -> Pack:
    """Read what a folder holds, without anything behind it."""
    manifest = _read_manifest(folder)
    problems = [*manifest.problems]
    sounds: dict[str, array[int]] = {}
    for cue in (kind.value for kind in CueKind):
        name = manifest.files.get(cue) or _find_file(folder, cue)
        if not name:
            continue
        try:
            sounds[cue] = load_sound(folder / name, within=folder)
        except UnusableSoundError as error:
            problems.append(f"{folder.name}/{printable(Path(name).name[:MAX_NAME])}: {error}")
    return Pack(folder.name, manifest.title, manifest.about, sounds, tuple(problems))


def _read_manifest(folder: Path) -> _Manifest:
    path = folder / MANIFEST
    if not os.path.lexists(path):
        return _Manifest()
    where = f"{folder.name}/{MANIFEST}"
    if not _is_within(path, folder):
        return _Manifest(problems=(f"{where}: lies outside its pack",))
    text = read_text(path)
    read = parsed_toml(text, file=where) if isinstance(text, str) else text
    if isinstance(read, Problem):
        line = f" (line {read.line})" if read.line else ""
        hint = f"; {read.hint}" if read.hint else ""
        return _Manifest(problems=(f"{where}: {read.message}{line}{hint}",))
    return _checked(read, where)


def _checked(read: Mapping[str, object], where: str) -> _Manifest:
    known = ("name", "about", "sounds")
    problems = _unknown(read, known, "unknown key {}; a pack has name, about and [sounds]")
    texts = {"name": "", "about": ""}
    for key in texts:
        value = read.get(key, "")
        if isinstance(value, str) and value.isprintable():
            texts[key] = value
        else:
            problems.append(f"{key} is not a text")
    files: dict[str, str] = {}
    match read.get("sounds", {}):
        case dict() as table if all(isinstance(name, str) for name in table.values()):
            cues = [kind.value for kind in CueKind]
            problems += _unknown(table, cues, f"{{}} is no cue; there are {', '.join(cues)}")
            files = {str(cue): str(name) for cue, name in table.items()}
        case _:
            problems.append("sounds is not a table of cue = file")
    told = tuple(f"{where}: {problem}" for problem in problems)
    return _Manifest(texts["name"][:MAX_TITLE], texts["about"][:MAX_ABOUT], files, told)


def _unknown(read: Mapping[str, object], known: Sequence[str], problem: str) -> list[str]:
    """Word each key that is not known, the first few of them."""
    unknown = [key for key in read if key not in known]
    told = [problem.format(quote_value(key)) for key in unknown[:MAX_UNKNOWN]]
    more = len(unknown) - MAX_UNKNOWN
    return [*told, f"and {more} more that are not known"] if more > 0 else told


def _find_file(folder: Path, cue: str) -> str:
    """Return the name of a cue's file; what is no regular file comes last, to be told."""
    names = [f"{cue}{ending}" for ending in ENDINGS]
    there = [name for name in names if os.path.lexists(folder / name)]
    regular = [name for name in there if stat.S_ISREG(_mode(folder / name))]
    return next(iter((*regular, *there)), "")


def load_sound(path: Path, *, within: Path) -> array[int]:
    """Read a sound of any format into samples; raises UnusableSoundError."""
    if not _is_within(path, within):
        raise UnusableSoundError("lies outside its pack")
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for its writer
            raise UnusableSoundError("is not a file")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnusableSoundError(f"cannot be read: {error.strerror or error}") from error
    if len(raw) > MAX_BYTES:
        raise UnusableSoundError(f"is larger than {MAX_BYTES // 1024 // 1024} MiB")
    return decode_sound(raw, longest_s=LONGEST_S)


def _is_within(path: Path, folder: Path) -> bool:
    """Return whether a path leads to a place inside a folder, links followed."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except ValueError:  # a NUL in the name
        return False


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    """Return what kind of file a path leads to; 0 where that cannot be told."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return 0
