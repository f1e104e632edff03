"""`benchside log`: the sessions that were done, and where they are written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from benchside.cli.commands import CommandGroup
from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo, print_json
from benchside.cli.output.table import print_table
from benchside.cli.shared import json_option, open_bench
from benchside.log.totals import sum_of
from benchside.view.words import clock_text, volume_of

if TYPE_CHECKING:
    from benchside.log.logbook import LogReading
    from benchside.log.record import Record

HEAD = ("date", "session", "status", "sets", "lasted", "volume")


@click.group("log", cls=CommandGroup, invoke_without_command=True)
@json_option
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=20, help="How many; 20 if not said."
)
@click.option("--all", "is_all", is_flag=True, help="All of them.")
@click.pass_context
def command(context: click.Context, *, as_json: bool, limit: int, is_all: bool) -> int:
    """List the sessions that were done, the last one first."""
    if context.invoked_subcommand is not None:
        return Exit.FINE
    from benchside.log.record import encode

    bench = open_bench()
    reading = bench.records()
    for problem in reading.problems:
        echo(f"{bench.log_path}: {problem}", err=True)
    records = _latest(reading, None if is_all else limit)
    if as_json:
        print_json([encode(record) for record in records])
    elif records:
        print_table(HEAD, [_row(record) for record in records], right=frozenset({3, 4, 5}))
    elif not reading.problems:
        echo("no session is logged yet")
    if reading.problems and not reading.records:
        echo("no line of the log could be read", err=True)
        return Exit.PROBLEMS
    return Exit.FINE


@command.command("path")
def path() -> None:
    """Print where the log is."""
    echo(str(open_bench().log_path))


def _latest(reading: LogReading, limit: int | None) -> list[Record]:
    """The last sessions by the time they began, the last one first."""
    ordered = sorted(reading.records, key=lambda record: record.started, reverse=True)
    return ordered[:limit]


def _row(record: Record) -> tuple[str, ...]:
    total = sum_of(record)
    return (
        f"{record.started:%Y-%m-%d %H:%M}",
        record.session.name,
        record.status,
        f"{total.sets_done}/{total.sets_planned}",
        clock_text(total.duration_ms // 1000),
        volume_of(total.volume_kg) if total.volume_kg else "",
    )
