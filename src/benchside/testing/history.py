"""A history in memory, for whoever asks one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchside.log import (
    IndexedHistory,
    IndexStore,
    Place,
    connect_index,
    create_tables,
    encode_record,
    row_of,
)
from benchside.storage import encode_line

if TYPE_CHECKING:
    from benchside.log import History, Record


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
