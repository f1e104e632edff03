"""`benchside import`: plans of other programs as session files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo, echo_text
from benchside.cli.shared import need_file, open_bench, tell_problems
from benchside.view import counted

if TYPE_CHECKING:
    from benchside.library import Conversion, ImportedProgram, ImportedSession, LeftOut

MAX_LISTED: Final = 200
"""Nobody reads a longer list of what is left out."""

MAX_LINES: Final = 6
"""Numbers of lines that are told of one thing."""

NOTHING: Final = Exit.USAGE
"""No session came of the plan; a plan that is not there ends like that too."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the sessions (default: your own).",
)
@click.option("--print", "only_print", is_flag=True, help="Print them instead of writing files.")
def command(*, file: Path, folder: Path | None, only_print: bool) -> int:
    """Turn a plan of another program into session files.

    FILE is a program in Liftosaur's language, or an interval list of Just Another Workout Timer
    (JSON). A program becomes a session a day, and a file that leads from one to the next. What a
    session cannot say is listed with its line.
    """
    from benchside.library import PROGRAMS_FOLDER, imported_program, imported_sessions

    bench = open_bench()
    need_file(file)
    conversion = _conversion(file)
    if conversion is None:
        return NOTHING
    sessions_folder = folder or bench.home.sessions
    programs_folder = folder / PROGRAMS_FOLDER if folder else bench.home.programs
    sessions = imported_sessions(conversion, sessions_folder, bench.shelf.library.include)
    program = imported_program(conversion, sessions, programs_folder)
    for session in sessions:
        tell_problems(session.draft.problems)
    written = [session for session in sessions if not session.draft.problems]
    if only_print:
        _print(written, program)
    else:
        if folder is not None:  # one's own is made for its owner alone
            folder.mkdir(parents=True, exist_ok=True)
        _write(written, program, sessions_folder, programs_folder)
    _tell_left_out(conversion.left_out, file)
    if not written:
        return NOTHING
    return Exit.PROBLEMS if conversion.left_out or len(written) < len(sessions) else Exit.FINE


def _conversion(file: Path) -> Conversion | None:
    """Read a plan; None where there is nothing to read, which is told."""
    from benchside.library import convert, read_plan
    from benchside.session import InvalidValueError, Problem, printable

    plan = read_plan(file)
    if isinstance(plan, Problem):
        tell_problems((plan,))
        return None
    if plan.encoding:
        echo(f"{file}: it is no UTF-8 and is read as {plan.encoding}", err=True)
    try:
        return convert(plan.text, title=printable(file.stem))
    except InvalidValueError as mistake:
        echo(f"{file}: {mistake.message}; {mistake.expected}", err=True)
        return None


def _print(sessions: list[ImportedSession], program: ImportedProgram | None) -> None:
    """Print every file, with its name before it where there are several."""
    for session in sessions:
        if len(sessions) > 1:
            echo(f"# {session.name}.toml")
        echo_text(session.draft.text)
    if program:
        echo(f"# programs/{program.name}.toml")
        echo_text(program.text)


def _write(
    sessions: list[ImportedSession],
    program: ImportedProgram | None,
    folder: Path,
    programs_folder: Path,
) -> None:
    """Write every file and print where it is; raises OSError where one cannot be written."""
    from benchside.library import keep_program, save_new

    for session in sessions:
        echo(str(save_new(folder, session.name, session.draft.text)))
    if program:
        echo(str(keep_program(programs_folder, program)))


def _tell_left_out(left_out: tuple[LeftOut, ...], file: Path) -> None:
    """Say what the sessions do not, each with its lines, and how much of it is not listed."""
    if left_out:
        echo(f"{counted(len(left_out), 'thing')} left out:", err=True)
    for lost in left_out[:MAX_LISTED]:
        echo(f"  {file.name}{_lines(lost.lines)}: {lost.text}", err=True)
    if len(left_out) > MAX_LISTED:
        echo(f"  and {len(left_out) - MAX_LISTED:,} more", err=True)


def _lines(lines: tuple[int, ...]) -> str:
    """Return the numbers of lines as they stand behind a file's name: `:3, 5`."""
    if not lines:
        return ""
    told = ", ".join(str(line) for line in lines[:MAX_LINES])
    return f":{told}{', …' if len(lines) > MAX_LINES else ''}"
