"""Reads the lines that the index leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.log.index_store import StaleIndexError
from benchside.log.problems import UnreadableLine
from benchside.log.record import Record
from benchside.log.revisions import decode_entry, identity_of

if TYPE_CHECKING:
    from benchside.log.index_rows import AnswerRow
    from benchside.log.index_store import IndexStore
    from benchside.log.revisions import LogEntry


def record_at(store: IndexStore, row: AnswerRow) -> Record | None:
    """Read a session where the index says it is; None where another key of it is wrong."""
    record_id, *where = row
    try:
        line = store.read(store.place(*where))
    except FileNotFoundError as gone:
        raise StaleIndexError(str(gone)) from None
    try:
        entry: LogEntry | None = decode_entry(line)
    except UnreadableLine:
        entry = None
    if record_id != (_id_of(line) if entry is None else entry.id):
        raise StaleIndexError(f"{record_id} is not where it was")
    return entry if isinstance(entry, Record) else None


def _id_of(line: bytes) -> str | None:
    identity = identity_of(line)
    return None if identity is None else identity[0]
