"""`benchside settings`: what holds, where it is written, and the editor on it."""

from __future__ import annotations

import click

from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo, echo_text, print_json
from benchside.cli.shared import json_option, open_bench, tell_problems


@click.command("settings")
@click.option("--edit", "edits", is_flag=True, help="Open the file in $EDITOR.")
@json_option
def command(*, edits: bool, as_json: bool) -> int:
    """Print the settings that hold, and the file that they are written in.

    Problems of the file are told; until they are mended the defaults hold.
    """
    from benchside.settings import write_settings

    bench = open_bench()
    if edits:
        if failed := bench.setup.edit_settings():
            raise CommandError(failed)
        problems = bench.settings_problems
        tell_problems(problems)
        return Exit.PROBLEMS if problems else Exit.FINE
    if as_json:
        settings = bench.settings.model_dump(mode="json", by_alias=True)
        print_json({"file": str(bench.home.settings), "settings": settings})
        return Exit.FINE
    echo(f"# {bench.home.settings}")
    echo_text(write_settings(bench.settings).rstrip())
    return Exit.FINE
