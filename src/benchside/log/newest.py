"""The newest sessions as a history, for what is shown before the index of the log is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.log.files import log_files
from benchside.log.index_rows import row_of
from benchside.log.index_store import IndexStore, connect_index, create_tables
from benchside.log.indexed_history import IndexedHistory
from benchside.log.lines import last_lines
from benchside.log.problems import UnreadableLine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchside.log.history import History
    from benchside.log.index_rows import IndexRow
    from benchside.log.lines import Place


def newest_history(log: Path, count: int, *, athlete: str | None) -> History:
    """Return the history that the last `count` lines of each file tell, read from its end.

    A change of a session is seen if it is among these lines. Raises OSError.
    """
    store = IndexStore(create_tables(connect_index(None)), log.parent)
    with store.changing():
        for file in log_files(log):
            no = store.begin_file(file.name, after=0)
            store.add(no, list(_rows(file, count)))
    return IndexedHistory(lambda question: question(store), log, athlete)


def _rows(file: Path, count: int) -> Iterator[tuple[IndexRow, Place]]:
    for line in last_lines(file, count):
        try:
            yield row_of(line.text), line.place
        except UnreadableLine:
            continue  # the index tells it
