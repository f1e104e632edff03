"""`benchside log path`: where the log is."""

from __future__ import annotations

import click

from benchside.cli.output.lines import echo
from benchside.cli.shared import open_bench


@click.command("path")
def command() -> None:
    """Print where the log is."""
    echo(str(open_bench().home.log))
