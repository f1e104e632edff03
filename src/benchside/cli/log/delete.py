"""`benchside log delete`: a session that is no longer in the log, until it is taken back."""

from __future__ import annotations

from datetime import datetime

import click

from benchside.cli.exits import CommandError, Exit
from benchside.cli.log.selection import moment_of, open_log
from benchside.cli.output.lines import echo
from benchside.cli.shared import ask, open_bench
from benchside.log import FileLogbook
from benchside.view import counted


@click.command("delete")
@click.argument("record_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(*, record_id: str, yes: bool) -> int:
    """Delete a session; `benchside log undelete` takes it back.

    ID is a session's id or what one begins with, such as its date, or date and time in quotes.
    """
    bench = open_bench()
    log, status = open_log(bench)
    if status is not Exit.FINE:
        return status
    record = log.find_record(record_id)
    told = f"{record.session.name}, {moment_of(record)}"
    if not yes and not _is_sure(f"{told}, {counted(len(record.sets), 'set')}"):
        echo("nothing is deleted")
        return Exit.FINE
    FileLogbook(bench.home.log).delete(record.id, at=datetime.now().astimezone())
    echo(f'deleted: {told}; "benchside log undelete {record.id}" takes it back')
    return Exit.FINE


def _is_sure(told: str) -> bool:
    try:
        answer = ask(f"Delete {told}?", choice=click.Choice(["yes", "no"]), default="no")
    except EOFError:
        raise CommandError("no answer came; --yes deletes without one") from None
    return answer == "yes"
