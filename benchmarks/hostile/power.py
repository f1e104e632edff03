"""Power cuts: every state that a disk may be left in, by what was forced to it and what was not.

The operations of a session are written down with their data while it is led. Then the disk is
played again: what was written but not forced may be there, in part, as NULs, or not at all; names
that were not forced may be there or not, in any combination. A rename is one step. Each state that
comes of it is laid out as files, taken up, and compared with what the athlete had been told.
"""

from __future__ import annotations

import copy
import hashlib
import itertools
import os
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.hostile.disk import Plan
from benchmarks.hostile.faults import a_home, crashes, refusals
from benchmarks.hostile.leading import (
    SETS,
    Led,
    Verdict,
    begin,
    lead,
    lines_of,
    take_up,
    verdict_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_OPEN: Final = 8
"""So many names at the most are not forced at once; more would be a fault of the program."""


@dataclass
class File:
    """A file: what is on the medium, and the changes that may be."""

    durable: bytes = b""
    changes: list[dict[str, Any]] = field(default_factory=list)

    def possible(self) -> list[bytes]:
        """List what may be read from it after a power cut; the last is what is read without one."""
        found = [self.durable]
        now = self.durable
        for change in self.changes:
            if change["kind"] == "truncate":
                now = now[: change["size"]].ljust(change["size"], b"\0")
            else:
                data, at = bytes.fromhex(change["data"]), change["at"]
                parts = (data[: len(data) // 2], data[:-1], b"\0" * len(data))
                found += [_put(now, at, part) for part in parts]
                now = _put(now, at, data)
            found.append(now)
        return [*dict.fromkeys(found[:-1]), now]

    def force(self) -> None:
        """Bring every change to the medium."""
        self.durable, self.changes = self.possible()[-1], []


def _put(text: bytes, at: int, data: bytes) -> bytes:
    return text[:at].ljust(at, b"\0") + data + text[at + len(data) :]


class Medium:
    """A disk with names and files, as far as they are on it."""

    def __init__(self, home: Path) -> None:
        self._files: dict[int, File] = {}
        self._names: dict[str, File] = {}
        self._folders = {"."}
        self._changes: list[tuple[str, list[str], File | None]] = []
        for path in home.rglob("*"):
            name = str(path.relative_to(home))
            if path.is_dir():
                self._folders.add(name)
            else:
                self._names[name] = self._files[path.stat().st_ino] = File(path.read_bytes())

    def take(self, note: dict[str, Any], home: Path) -> None:
        """Take in one operation that was written down below a home."""
        kind = note["kind"]
        paths = [
            os.path.relpath(path, home) for path in note.get("paths", [note.get("path")]) if path
        ]
        match kind:
            case "create":
                self._files[note["file"]] = file = File()
                self._changes.append(("create", paths, file))
            case "write" | "truncate":
                self._files[note["file"]].changes.append(note)
            case "fsync":
                self._files[note["file"]].force()
            case "rename" | "unlink" | "mkdir":
                self._changes.append((kind, paths, None))
            case "fsync-folder":
                self._force(paths[0])

    def _force(self, folder: str) -> None:
        """Bring the names of a folder to the medium, in their order."""
        left = []
        for change in self._changes:
            if any(str(Path(path).parent) == folder for path in change[1]):
                _rename(self._names, self._folders, change)
            else:
                left.append(change)
        self._changes = left

    def states(self) -> Iterator[dict[str, bytes]]:
        """Give every state that may be found after a power cut now; the last is without one."""
        assert len(self._changes) <= MAX_OPEN
        for count in range(len(self._changes) + 1):
            for chosen in itertools.combinations(self._changes, count):
                names, folders = dict(self._names), set(self._folders)
                for change in chosen:
                    _rename(names, folders, change)
                reached = {n: f for n, f in names.items() if _is_reached(n, folders)}
                for texts in itertools.product(*(f.possible() for f in reached.values())):
                    yield dict(zip(reached, texts, strict=True))

    def lay_out(self, home: Path) -> None:
        """Lay out what is read without a power cut, and know its files again."""
        *_, now = self.states()
        lay_out(now, home)
        names = dict(self._names)
        for change in self._changes:
            _rename(names, set(), change)
        self._files |= {(home / name).stat().st_ino: names[name] for name in now}


def _rename(names: dict[str, File], folders: set[str], change: tuple[str, list[str], Any]) -> None:
    kind, paths, file = change
    match kind:
        case "create":
            names[paths[0]] = file
        case "mkdir":
            folders.add(paths[0])
        case "unlink":
            names.pop(paths[0], None)
        case "rename" if paths[0] in names:
            names[paths[1]] = names.pop(paths[0])


def _is_reached(name: str, folders: set[str]) -> bool:
    return all(str(folder) in folders for folder in Path(name).parents)


def lay_out(state: dict[str, bytes], home: Path) -> None:
    """Make the files of a state."""
    for name, text in state.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


@dataclass(frozen=True)
class Cut:
    """A state after a power cut, and what the athlete had been told by then."""

    state: dict[str, bytes]
    led: Led
    way: str
    told: str
    """Where it happened, for whoever looks into it."""

    def run(self) -> Verdict:
        """Take the session up from there, and compare."""
        folder = Path(tempfile.mkdtemp(prefix="chaos-"))
        try:
            home = folder / "home"
            lay_out(self.state, home)
            taken_up = take_up(home, way=self.way)
            taken_up.end()
            verdict = refusals(taken_up)
            verdict.add(verdict_of(home, self.led, way=self.way))
            if verdict.told:
                verdict.told.insert(0, f"power cut at {self.told}, {self.way}: {taken_up.text}")
            return verdict
        finally:
            shutil.rmtree(folder, ignore_errors=True)


class Recording:
    """A session that was led to its end, with all its operations."""

    def __init__(self, *, is_first: bool) -> None:
        self._is_first = is_first
        with a_home(is_first=is_first) as home:
            self._home = home
            record = home.parent / "record"
            self._start = Medium(home)
            running = begin(home, plan=Plan(record=str(record)), on_screen=False)
            self._led = Led(is_first=is_first)
            lead(running, self._led, on_screen=False, until=lambda: False)
            running.end()
            assert crashes(running, is_killed=False).is_fine, running.text
            self._until = time.time()
            self._notes = lines_of(record)

    def cuts(self, way: str) -> list[Cut]:
        """Give every state of a power cut while the session was led."""
        found: dict[str, Cut] = {}
        medium, text = self._medium(), ""
        for index, note in enumerate(self._notes):
            if note["kind"] == "told":
                text += note["text"]
            medium.take(note, self._home)
            for state in medium.states():
                found[_digest(state)] = Cut(
                    state, self._led_by(text), way, f"{index} {note['kind']} {note.get('path')}"
                )
        return list(found.values())

    def cuts_after_a_kill(self, way: str, *, every: int = 1) -> list[Cut]:
        """Give every state of a power cut while the session was taken up after a kill."""
        ends = "save" if way == "save" else "back"
        found: dict[str, Cut] = {}
        for stop in range(1, len(self._notes), every):
            medium, text = self._medium(), ""
            for note in self._notes[:stop]:
                text += note["text"] if note["kind"] == "told" else ""
                medium.take(note, self._home)
            with a_home() as other:
                shutil.rmtree(other)
                medium.lay_out(other)
                record = other.parent / "record"
                if way == "back":
                    self._discard(medium, other)
                take_up(other, way=way, plan=Plan(record=str(record))).end()
                for index, note in enumerate(lines_of(record)):
                    medium.take(note, other)
                    told = f"{stop}, then {index} {note['kind']} of taking it up"
                    for state in medium.states():
                        found[_digest(state)] = Cut(state, self._led_by(text), ends, told)
        return list(found.values())

    def _discard(self, medium: Medium, home: Path) -> None:
        """Give the session up, before it is brought back."""
        record = home.parent / "discard"
        take_up(home, way="discard", plan=Plan(record=str(record))).end()
        for note in lines_of(record):
            medium.take(note, home)

    def _medium(self) -> Medium:
        return copy.deepcopy(self._start)

    def _led_by(self, text: str) -> Led:
        led = Led(typed=[*self._led.typed], until=self._until, is_first=self._is_first)
        led.told(text)
        led.most = min(SETS, len(led.sets) + 1)
        return led


def record(is_first: bool) -> Recording:
    """Lead a session and record it; in the first one there is no log, and no folder for it."""
    return Recording(is_first=is_first)


def _digest(state: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, text in sorted(state.items()):
        digest.update(name.encode() + b"\0" + text + b"\0\0")
    return digest.hexdigest()
