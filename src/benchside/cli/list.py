"""`benchside list`: the sessions of the library, those with problems as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from benchside.cli.exits import Exit
from benchside.cli.output.lines import print_json
from benchside.cli.output.table import print_table
from benchside.cli.shared import json_option, open_bench, tell_problems
from benchside.timeline.schedule import schedule_of
from benchside.timeline.totals import totals_of
from benchside.view.words import counted, minutes_of

if TYPE_CHECKING:
    from benchside.library.library import Entry

HEAD = ("name", "title", "goal", "lasts", "sets", "where")


@click.command("list")
@json_option
def command(*, as_json: bool) -> int:
    """List the sessions of the library, your own ones first."""
    bench = open_bench()
    if as_json:
        print_json([_as_json(entry) for entry in bench.entries()])
    else:
        rows = [_row(entry) for entry in bench.entries()]
        print_table(HEAD, rows, right=frozenset({3, 4}))
    tell_problems(bench.library_problems)
    return Exit.TROUBLE if bench.library_problems else Exit.FINE


def _row(entry: Entry) -> tuple[str, ...]:
    where = str(entry.path) if entry.is_own else "ships with Benchside"
    if entry.is_in_place_of_shipped:
        where = f"replaces what ships: {where}"
    agenda = entry.agenda()
    if agenda is None:
        return (entry.name, counted(len(entry.problems), "problem"), "", "", "", where)
    totals = totals_of(schedule_of(agenda))
    return (
        entry.name,
        agenda.plan.name,
        agenda.plan.goal or "",
        minutes_of(totals.duration_ms),
        str(totals.sets),
        where,
    )


def _as_json(entry: Entry) -> dict[str, Any]:
    agenda = entry.agenda()
    plan = entry.plan
    totals = totals_of(schedule_of(agenda)) if agenda else None
    return {
        "name": entry.name,
        "title": plan.name if plan else None,
        "about": plan.about if plan else None,
        "goal": plan.goal if plan else None,
        "duration_ms": totals.duration_ms if totals else None,
        "sets": totals.sets if totals else None,
        "working_sets": totals.working_sets if totals else None,
        "path": str(entry.path),
        "is_own": entry.is_own,
        "is_in_place_of_shipped": entry.is_in_place_of_shipped,
        "problems": len(entry.problems),
    }
