"""`benchside schema`: what an editor needs to complete and check session files."""

from __future__ import annotations

import click

from benchside.cli.output.lines import print_json


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of session files.

    Lay it beside your sessions as session.schema.json: their first line points to it.
    """
    from benchside.session.file.schema import session_schema

    print_json(session_schema())
