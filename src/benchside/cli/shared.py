"""What several commands need: the wiring, a session by its name, problems on standard error."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import click

from benchside.cli.exits import Exit, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.library import Entry
    from benchside.session.problems import Problem
    from benchside.timeline.steps import Timeline
    from benchside.wiring import Bench

athlete_option = click.option(
    "--athlete", metavar="NAME", default="", help="Who lifts: athletes/NAME.toml has the numbers."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def session_names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """Complete the name of a session in a shell."""
    from benchside.wiring import Bench

    return [entry.name for entry in Bench(os.environ).entries() if entry.name.startswith(typed)]


session_argument = click.argument("session", shell_complete=session_names)


def open_bench(athlete: str = "", *, rehearse: bool = False) -> Bench:
    """Put the program together; problems of the settings are told and stop nothing."""
    from benchside.wiring import Bench, UnknownAthlete

    try:
        bench = Bench(os.environ, athlete=athlete, rehearse=rehearse)
    except UnknownAthlete as unknown:
        tell_problems(unknown.problems)
        if unknown.problems:
            raise click.exceptions.Exit(Exit.PROBLEMS) from None
        raise click.UsageError(f'"{athlete}" is not the name of an athlete') from None
    tell_problems(bench.settings_problems)
    return bench


def find(bench: Bench, name: str) -> Entry:
    """Find a session by its name in the library or its path, or end in a usage error."""
    from benchside.wiring import UnknownSession

    try:
        return bench.find(name)
    except UnknownSession as unknown:
        tell_problems(bench.library_problems)
        near = " or ".join(f'"{one}"' for one in unknown.near)
        hint = f"did you mean {near}?" if near else '"benchside list" names those that there are'
        raise click.UsageError(f'there is no session "{name}"; {hint}') from None


def timeline_of(entry: Entry) -> Timeline:
    """Lay a session out, or tell its problems and end."""
    timeline = entry.timeline()
    if timeline is None:
        tell_problems(entry.problems)
        raise click.exceptions.Exit(Exit.PROBLEMS)
    return timeline


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error."""
    for problem in problems:
        click.echo(problem.render(), err=True)


def print_json(value: object) -> None:
    """Print a value as JSON, text as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def has_terminal() -> bool:
    """Whether a screen can be drawn and keys can be read."""
    has_screen = bool(sys.stdin) and sys.stdin.isatty() and sys.stdout.isatty()
    return has_screen and os.environ.get("TERM") != "dumb"


def need_terminal(instead: str) -> None:
    """End in trouble where no screen can be drawn, with the command that needs none."""
    if not has_terminal():
        raise Trouble(f'there is no terminal to draw on; "{instead}" needs none')
