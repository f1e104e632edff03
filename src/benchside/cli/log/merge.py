"""`benchside log merge`: the lines of other files, added to the log."""

from __future__ import annotations

from pathlib import Path

import click

from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo
from benchside.cli.shared import need_file, open_bench
from benchside.log import MergeResult, conflict_copies, merge
from benchside.view import counted


@click.command("merge")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
def command(*, files: tuple[Path, ...]) -> int:
    """Add what FILEs have and the log lacks to the log of this machine.

    Without a FILE: every copy that a synchroniser has set aside in the folder of the log. Such a
    copy is renamed then, for its lines are in the log; other files stay what they are.
    """
    log = open_bench().home.log
    chosen = files or conflict_copies(log)
    for file in chosen:
        need_file(file)
    if not chosen:
        echo("there is no copy of the log that a synchroniser has set aside")
        return Exit.FINE
    try:
        result = merge(log, chosen)
    except ValueError as error:
        raise CommandError(str(error)) from None
    _tell(result)
    return Exit.PROBLEMS if result.problems else Exit.FINE


def _tell(result: MergeResult) -> None:
    for file, problem in result.problems:
        echo(f"{file}:{problem.line}: {problem.message}; the file stays where it is", err=True)
    echo(f"{counted(result.added, 'line')} added to {result.into}; {result.known} known before")
    for file, renamed in result.renamed:
        echo(f"{file.name} is {renamed.name} now")
