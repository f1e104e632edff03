"""A history in memory, for whoever asks one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchside.log.index_rows import row_of
from benchside.log.index_store import IndexStore, connect_index, create_tables
from benchside.log.indexed_history import IndexedHistory
from benchside.log.lines import Place
from benchside.log.record import encode_record
from benchside.storage.jsonl import encode_line

if TYPE_CHECKING:
    from benchside.log.history import History
    from benchside.log.record import Record


def a_history(*records: Record, athlete: str | None = "me") -> History:
    """Return the history of one athlete, of these sessions; athlete None means everybody's."""
    log = Path("log.jsonl")
    lines = [encode_line(encode_record(record)).rstrip() for record in records]
    connection = create_tables(connect_index(None))
    store = IndexStore(connection, log.parent, lambda place: lines[place.offset])
    with store.changing():
        file = store.begin_file(log.name, after=0)
        store.add(
            file,
            [(row_of(line), Place(log, index, len(line))) for index, line in enumerate(lines)],
        )
    return IndexedHistory(lambda question: question(store), log, athlete)
