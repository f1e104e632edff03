"""`benchside log undelete`: a deleted session, back in the log as it was."""

from __future__ import annotations

from datetime import datetime

import click

from benchside.cli.exits import Exit
from benchside.cli.log.selection import moment_of
from benchside.cli.output.lines import echo
from benchside.cli.shared import open_bench
from benchside.log import FileLogbook, UnknownRecordError


@click.command("undelete")
@click.argument("record_id", metavar="ID")
def command(*, record_id: str) -> int:
    """Take a deleted session back.

    ID is the whole id, as `benchside log delete` has told it.
    """
    bench = open_bench()
    try:
        record = FileLogbook(bench.home.log).undelete(record_id, at=datetime.now().astimezone())
    except UnknownRecordError:
        raise click.UsageError(f'the log never had a session "{record_id}"') from None
    echo(f"in the log: {record.session.name}, {moment_of(record)}")
    return Exit.FINE
