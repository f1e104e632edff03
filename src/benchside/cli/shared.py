"""What several commands need: the wiring, a session by its name, problems on standard error."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo, echo_text
from benchside.cli.terminal import missing_terminal
from benchside.session import choices, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchside.app import Program, SoundOfRun
    from benchside.library import Entry
    from benchside.session import Problem
    from benchside.timeline import Agenda

athlete_option = click.option(
    "--athlete", metavar="NAME", default="", help="Who lifts: athletes/NAME.toml has the numbers."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


_NO_SUCH_FILE = os.strerror(errno.ENOENT)


def session_names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """Complete the name of a session in a shell, leaving out one that would command it."""
    from benchside.app import Program

    try:
        names = [entry.name for entry in Program(os.environ).shelf.entries()]
    except OSError:
        return []
    return [name for name in names if name.startswith(typed) and name == printable(name)]


session_argument = click.argument("session", shell_complete=session_names)


def open_bench(
    athlete: str = "",
    *,
    rehearse: bool = False,
    tells_exercises: bool = True,
    sound: SoundOfRun | None = None,
) -> Program:
    """Put the program together; problems of settings and own exercises are told, and stop nothing.

    `tells_exercises` is False where a command tells the problems of the exercises by itself.
    """
    from benchside.app import Program, UnknownAthlete

    try:
        bench = Program(os.environ, athlete=athlete, rehearse=rehearse, sound=sound)
    except UnknownAthlete as unknown:
        tell_problems(unknown.problems)
        if unknown.problems:
            raise click.exceptions.Exit(Exit.PROBLEMS) from None
        raise click.UsageError(f'"{athlete}" is not the name of an athlete') from None
    tell_problems(bench.settings_problems)
    if tells_exercises:
        tell_problems(bench.shelf.exercises_problems)
    return bench


def find(bench: Program, name: str) -> Entry:
    """Return a session by its name in the library or its path, or end in a usage error."""
    from benchside.app import UnknownSession

    try:
        return bench.shelf.find(name)
    except UnknownSession as unknown:
        tell_problems(bench.shelf.problems)
        near = " or ".join(f'"{one}"' for one in unknown.near)
        hint = f"did you mean {near}?" if near else '"benchside list" names those that there are'
        raise click.UsageError(f"{_missing(name)}; {hint}") from None


def need_pack(name: str, known: Sequence[str]) -> None:
    """End in a usage error where there is no sound pack of this name."""
    if name not in known:
        raise click.UsageError(f'there is no sound pack "{name}"; name {choices(known)}')


def need_file(path: Path) -> None:
    """End in a usage error where there is no such file."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise click.UsageError(f'there is no file "{path}"') from None
    except OSError as error:
        raise CommandError(f"{path}: {reason_of(error)}") from None


def reason_of(error: OSError) -> str:
    """Return why the system refused, in lower case."""
    if error.errno == errno.ENOENT and not error.filename and error.strerror == _NO_SUCH_FILE:
        return "the folder that this was started in is gone"
    reason = error.strerror or str(error)
    return f"{reason[:1].lower()}{reason[1:]}"


def _missing(name: str) -> str:
    """Return why nothing was found: no such session, or no such file where a path was written."""
    from benchside.library import is_written_as_path

    if not is_written_as_path(name):
        return f'there is no session "{name}"'
    need_file(Path(name))
    return f'there is no file "{name}"'


def agenda_of(entry: Entry) -> Agenda:
    """Lay a session out, or tell its problems and end."""
    agenda = entry.agenda()
    if agenda is None:
        tell_problems(entry.problems)
        raise click.exceptions.Exit(Exit.PROBLEMS)
    return agenda


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error."""
    for problem in problems:
        echo_text(problem.render(), err=True)


def ask(
    question: str, *, default: str | None = None, choice: click.Choice[str] | None = None
) -> str:
    """Ask on standard error, for standard output may be read by a program.

    Raises EOFError where the input has ended, click.Abort on ctrl-C.
    """
    try:
        answer: str = click.prompt(
            question,
            default=default,
            type=choice,
            show_default=bool(default),
            prompt_suffix=" ",
            err=True,
        )
    except click.Abort as abort:
        echo(err=True)  # the cursor stands behind the question
        if isinstance(abort.__context__, EOFError):
            raise EOFError from None
        raise
    return answer


def has_terminal() -> bool:
    """Return whether a screen can be drawn and keys can be read."""
    return not missing_terminal()


def need_terminal(instead: str) -> None:
    """End with an error where no screen can be drawn, with the command that needs none."""
    if missing := missing_terminal():
        raise CommandError(f'{missing}; "{instead}" needs none')
