"""The word `next` on the command line: the session that is due in a program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import click

from benchside.cli.exits import Exit
from benchside.cli.shared import find, tell_problems
from benchside.session import printable

if TYPE_CHECKING:
    from benchside.app import DueSession, Program
    from benchside.library import Entry

NEXT: Final = "next"
"""Stands for the session that is due, where no session of the library has this name."""


def program_names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """Complete the name of a program in a shell, leaving out one that would command it."""
    from benchside.library import program_labels
    from benchside.storage import find_home, shipped

    try:
        labels = program_labels(find_home(os.environ).programs, shipped("programs"))
    except OSError:
        return []
    names = [label.name for label in labels]
    return [name for name in names if name.startswith(typed) and name == printable(name)]


program_option = click.option(
    "--program",
    metavar="NAME",
    shell_complete=program_names,
    help='Of which program "next" is the session that is due.',
)


def check_program(session: str | None, program: str | None) -> None:
    """End in a usage error where a program is named and no session of it is asked for."""
    if program is not None and session != NEXT:
        raise click.UsageError('--program goes with the session "next"')


def find_or_due(bench: Program, session: str, program: str | None) -> Entry:
    """Return a session by its name or path, or the one that is due; ends in an error without it.

    With a program `next` is always the session that is due in it; without, a session of the
    library that is called `next` goes before it.
    """
    if session != NEXT or (program is None and _is_in_library(bench)):
        return find(bench, session)
    return find_due(bench, program).entry


def find_due(bench: Program, program: str | None) -> DueSession:
    """Return the session that is due, or tell what stands in the way and end."""
    from benchside.app import BrokenProgramError, NoProgramError, due_session

    try:
        return due_session(bench.shelf, bench.memory.sessions(bench.athletes.name), program)
    except BrokenProgramError as broken:
        tell_problems(broken.problems)
        raise click.exceptions.Exit(Exit.PROBLEMS) from None
    except NoProgramError as none:
        tell_problems(bench.shelf.programs.problems)
        names = ", ".join(f'"{printable(name)}"' for name in none.names)
        hint = f"name one: {names}" if names else f"write one in {bench.home.programs}"
        raise click.UsageError(f"{none}; {hint}") from None


def _is_in_library(bench: Program) -> bool:
    return any(entry.name == NEXT for entry in bench.shelf.entries())
