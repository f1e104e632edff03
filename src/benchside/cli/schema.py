"""`benchside schema`: what an editor needs to complete and check session and program files."""

from __future__ import annotations

import click

from benchside.cli.output.lines import print_json


@click.command("schema")
@click.argument("kind", type=click.Choice(["session", "program"]), default="session")
def command(*, kind: str) -> None:
    """Print the JSON Schema of session files, or of program files.

    Lay it beside your sessions as session.schema.json, or beside your programs as
    program.schema.json: their first line points to it.
    """
    from benchside.session import program_schema, session_schema

    print_json(session_schema() if kind == "session" else program_schema())
