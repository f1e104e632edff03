"""Tables of which a column without a value is left out, its head too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.cli.output.table import print_table

if TYPE_CHECKING:
    from collections.abc import Sequence


def print_columns(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[str] = frozenset()
) -> None:
    """Print rows under a head; `right` names the columns that stand to the right."""
    kept = [number for number, column in enumerate(zip(*rows, strict=True)) if any(column)]
    names = [head[number] for number in kept]
    print_table(
        names,
        [[row[number] for number in kept] for row in rows],
        right=frozenset(number for number, name in enumerate(names) if name in right),
    )
