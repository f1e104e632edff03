"""`benchside edit`: a session in the athlete's editor, as `e` does it in the library."""

from __future__ import annotations

import click

from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo
from benchside.cli.shared import find, open_bench, session_argument, tell_problems


@click.command("edit")
@session_argument
def command(*, session: str) -> int:
    """Open a session in $EDITOR.

    A session that ships stays as it is: what you change becomes a copy of your own, which stands
    in its place from then on. Problems of the edited file are told.
    """
    bench = open_bench()
    edited = bench.shelf.own.edit(find(bench, session))
    if edited.message and edited.is_failed:
        raise CommandError(edited.message)
    echo(edited.message or str(edited.path))
    problems = find(bench, str(edited.path)).problems
    tell_problems(problems)
    return Exit.PROBLEMS if problems else Exit.FINE
