"""Changes of a session: lines of the same `id`, of which one holds.

The log is a set of sessions by their `id`, whatever the order of its lines. Of the lines with one
`id` the one with the highest `rev` holds; of equal ones the one that was changed later; of these
the one whose JSON is greater, keys sorted and nothing between them. So the same line holds in
whatever order files are read or merged. A line with `deleted` says that the session is gone; it
stays, so that the session does not come back from a file that still has it. Pure.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeAlias, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from benchside.log.moments import Moment
from benchside.log.problems import UnreadableLine
from benchside.log.record import MAX_WHOLE, Record, Revision, SetRecord, Version, decode, decode_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

PlaceT = TypeVar("PlaceT")

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(strict=True, extra="ignore"))
class Deletion:
    """A line that says that a session was deleted."""

    v: Version
    id: str
    rev: Revision
    deleted: Moment


LogEntry: TypeAlias = Record | Deletion
"""What a line of the log says."""


@dataclass(frozen=True, slots=True, config=ConfigDict(strict=True, extra="ignore"))
class _Identity:
    id: str
    rev: Revision = 0


_DELETION: Final = TypeAdapter(Deletion)
_IDENTITY: Final = TypeAdapter(_Identity)
_KEYS_OF_A_SESSION: Final = frozenset(field.name for field in fields(Record))
_KEYS_OF_A_SET: Final = frozenset(field.name for field in fields(SetRecord))
_NAMES_OF_A_SET: Final = ("exercise", "number", "round", "ramp")


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


class Revisions:
    """The lines of one session, in any order: the one that holds, and those before it."""

    def __init__(self) -> None:
        self._entries: list[tuple[Rank, tuple[bytes, bytes], LogEntry]] = []
        self._next_rev = 0

    @property
    def next_rev(self) -> int:
        """What the next line has to say; 0 where there is none yet."""
        return self._next_rev

    @property
    def is_there(self) -> bool:
        """Whether the session was ever logged and is not deleted."""
        entry = self._latest
        return entry is not None and not isinstance(entry, Deletion)

    @property
    def record(self) -> Record | None:
        """The session as it is, or as it was before it was deleted; None where nothing is left."""
        found = [one for one in self._entries if isinstance(one[2], Record)]
        entry = max(found, key=_by_order)[2] if found else None
        return entry if isinstance(entry, Record) else None

    @property
    def line(self) -> bytes:
        """The line of `record`; empty where nothing is left."""
        found = [one for one in self._entries if isinstance(one[2], Record)]
        return max(found, key=_by_order)[1][1] if found else b""

    def take(self, line: bytes, rev: int) -> None:
        """Take a line; one that cannot be read counts for `next_rev` alone."""
        self._next_rev = min(max(self._next_rev, rev + 1), MAX_WHOLE)
        try:
            entry = decode_entry(line)
        except UnreadableLine:  # of a later version, perhaps
            return
        self._entries.append((rank_of(entry), canonical(line), entry))

    @property
    def _latest(self) -> LogEntry | None:
        return max(self._entries, key=_by_order)[2] if self._entries else None


def identity_of(line: bytes) -> tuple[str, int] | None:
    """Return `id` and `rev` of a line, of whatever version; None where it has none."""
    try:
        found = _IDENTITY.validate_json(line)
    except ValidationError:
        return None
    return found.id, found.rev


def keep_unknown_keys(line: dict[str, object], former: bytes) -> dict[str, object]:
    """Return a session's line with the keys of its former line that this program does not know."""
    try:
        before = json.loads(former)
    except (ValueError, RecursionError):
        return line
    kept = {key: value for key, value in before.items() if key not in _KEYS_OF_A_SESSION}
    sets, sets_before = line.get("sets"), before.get("sets")
    if isinstance(sets, list) and isinstance(sets_before, list):
        kept["sets"] = [
            _unknown_keys_of_a_set(one, was) | one
            for one, was in zip(sets, [*sets_before, *({} for _ in sets)], strict=False)
        ]
    return line | kept


def _unknown_keys_of_a_set(
    one: Mapping[str, object], was: Mapping[str, object]
) -> dict[str, object]:
    """Return the keys of a set that are unknown, if it is the same set still."""
    if any(one.get(key) != was.get(key) for key in _NAMES_OF_A_SET):
        return {}
    return {key: value for key, value in was.items() if key not in _KEYS_OF_A_SET}


def _by_order(one: tuple[Rank, tuple[bytes, bytes], LogEntry]) -> tuple[Rank, tuple[bytes, bytes]]:
    return one[:2]


def _says_deleted(line: bytes) -> bool:
    """Return whether `deleted` is a key of the line, and not of something in it."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableLine("it is not whole JSON") from None
    return isinstance(value, dict) and "deleted" in value
