"""`benchside log tidy`: the log without what was superseded."""

from __future__ import annotations

import click

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo
from benchside.cli.shared import open_bench
from benchside.log import tidy
from benchside.view import counted


@click.command("tidy")
@click.option("--dry-run", "tries", is_flag=True, help="Only say what would be removed.")
def command(*, tries: bool) -> int:
    """Remove lines that are in the log twice, or that a correction or a deletion has superseded.

    What every other command tells stays the same, but a correction or a deletion cannot be taken
    back afterwards. Only the file of this machine is written.
    """
    result = tidy(open_bench().home.log, tries=tries)
    for problem in result.problems:
        echo(f"{result.path}:{problem.line}: {problem.message}", err=True)
    if result.problems:
        echo("nothing is removed: a line that cannot be copied would be lost", err=True)
        return Exit.PROBLEMS
    verb = "would be removed from" if tries else "removed from"
    echo(f"{counted(result.removed, 'line')} {verb} {result.path}; {result.kept} kept")
    return Exit.FINE
