"""`benchside log best`: the best ever done of an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from benchside.cli.log.as_json import bests_json
from benchside.cli.log.selection import (
    Selection,
    filter_options,
    open_log,
)
from benchside.cli.output.lines import Styled, echo, print_json
from benchside.cli.output.table import aligned, table_width
from benchside.cli.shared import json_option, open_bench
from benchside.log import best_rows, bests_of, facts_of
from benchside.view import counted

if TYPE_CHECKING:
    from benchside.log import Bests

INDENT: Final = "  "


@click.command("best")
@click.argument("exercise")
@filter_options
@json_option
def command(*, exercise: str, as_json: bool, **filters: Any) -> int:
    """Show the best of an exercise, each tempo apart.

    EXERCISE is its name, or words of it. Assumed, cut and warm-up sets do not count.
    """
    log, status = open_log(open_bench())
    chosen = log.select(Selection(**filters), of_one=True)
    name = log.one_exercise(chosen, exercise)
    records = log.records(log.with_exercises(chosen, [name]))
    bests = bests_of((one for record in records for one in facts_of(record).sets), name)
    if as_json:
        print_json([bests_json(one) for one in bests])
        return status
    if not bests:
        echo(f"no set of {name} was answered for")
    for number, one in enumerate(bests):
        if number:
            echo()
        echo(Styled(_title(one), bold=True))
        rows = [(row.name, row.told, f"{row.when:%Y-%m-%d}") for row in best_rows(one)]
        for line in aligned(rows, width=table_width() - len(INDENT)):
            echo(f"{INDENT}{line}")
    return status


def _title(bests: Bests) -> str:
    tempo = f"tempo {bests.tempo}" if bests.tempo else ""
    parts = (bests.exercise, tempo, counted(bests.sets, "set"))
    return " · ".join(part for part in parts if part)
