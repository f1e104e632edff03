"""Changes of a session: lines of the same `id`, of which one holds.

The log is a set of sessions by their `id`, whatever the order of its lines. Of the lines with one
`id` the one with the highest `rev` holds; of equal ones the one that was changed later; of these
the one whose JSON is greater, keys sorted and nothing between them. So the same line holds in
whatever order files are read or merged. A line with `deleted` says that the session is gone; it
stays, so that the session does not come back from a file that still has it. Pure.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from pydantic import AwareDatetime, ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from benchside.log.problems import UnreadableLine
from benchside.log.record import Record, Revision, Version, decode, decode_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PlaceT = TypeVar("PlaceT")

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(strict=True, extra="ignore"))
class Deletion:
    """A line that says that a session was deleted."""

    v: Version
    id: str
    rev: Revision
    deleted: AwareDatetime


LogEntry: TypeAlias = Record | Deletion
"""What a line of the log says."""

_DELETION = TypeAdapter(Deletion)


class Rank(NamedTuple):
    """How new a line is; the newest of a session holds."""

    rev: int
    changed: datetime
    """The beginning of time where the session never was changed."""


def decode_entry(line: bytes) -> LogEntry:
    """Read a line of the log; raises `UnreadableLine`."""
    if b'"deleted"' in line and _says_deleted(line):
        return decode_as(_DELETION, line)
    return decode(line)


def encode_deletion(deletion: Deletion) -> dict[str, object]:
    """Return what the line of a deletion holds."""
    line: dict[str, object] = _DELETION.dump_python(deletion, mode="json")
    return line


def rank_of(entry: LogEntry) -> Rank:
    """Return how new a line is."""
    changed = entry.deleted if isinstance(entry, Deletion) else entry.amended
    return Rank(entry.rev, changed or _NEVER)


def canonical(line: bytes) -> tuple[bytes, bytes]:
    """Return the JSON of a line in its one form, and the line itself: what breaks a tie."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):  # a key that this program does not read is monstrous
        return line, line
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode(), line


class Latest(Generic[PlaceT]):
    """Of each session the line that holds, by its place; lines come in any order."""

    def __init__(self, read: Callable[[PlaceT], bytes]) -> None:
        """Remember places; `read` returns the line of one, asked for only where two are tied."""
        self._read = read
        self._held: dict[str, tuple[Rank, PlaceT]] = {}

    def take(self, record_id: str, rank: Rank, place: PlaceT) -> bool:
        """Take a line; return whether it holds now."""
        held = self._held.get(record_id)
        if held is not None and not self._is_newer(rank, place, than=held):
            return False
        self._held[record_id] = rank, place
        return True

    def place(self, record_id: str) -> PlaceT | None:
        """Return where the line of a session is; None where there is none."""
        held = self._held.get(record_id)
        return None if held is None else held[1]

    def places(self) -> Iterable[PlaceT]:
        """Return where the lines that hold are."""
        return (place for _, place in self._held.values())

    def _is_newer(self, rank: Rank, place: PlaceT, *, than: tuple[Rank, PlaceT]) -> bool:
        other, held = than
        if rank != other:
            return rank > other
        return canonical(self._read(place)) > canonical(self._read(held))


def _says_deleted(line: bytes) -> bool:
    """Whether `deleted` is a key of the line, and not of something in it."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableLine("it is not whole JSON") from None
    return isinstance(value, dict) and "deleted" in value
