"""Tables of which a column without a value is left out, its head too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.cli.output.table import (
    GAP,
    MIN_COLUMN_WIDTH,
    cut,
    print_table,
    table_width,
    width_of,
)
from benchside.session import printable

if TYPE_CHECKING:
    from collections.abc import Sequence


def print_columns(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: frozenset[str] = frozenset(),
    gives_way: str = "",
) -> None:
    """Print rows under a head; `right` names the columns that stand to the right.

    The column that `gives_way` is cut before the others are, and left out where no room is left.
    """
    columns = {
        name: [printable(row[number]) for row in rows]
        for number, name in enumerate(head)
        if any(row[number] for row in rows)
    }
    if gives_way in columns:
        room = table_width() - sum(
            max(map(width_of, (name, *cells))) + len(GAP)
            for name, cells in columns.items()
            if name != gives_way
        )
        columns[gives_way] = [cut(cell, room) for cell in columns[gives_way]]
        if room < MIN_COLUMN_WIDTH:
            del columns[gives_way]
    print_table(
        [*columns],
        list(zip(*columns.values(), strict=True)),
        right=frozenset(number for number, name in enumerate(columns) if name in right),
    )
