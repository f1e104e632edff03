"""`benchside import`: plans of other programs as session files."""

from __future__ import annotations

from pathlib import Path

import click

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo, echo_text
from benchside.cli.shared import need_file, open_bench, tell_problems
from benchside.view.words import counted

MAX_LISTED = 200
"""Nobody reads a longer list of what is left out."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the sessions; your own ones if not said.",
)
@click.option("--print", "only_print", is_flag=True, help="Print them instead of writing files.")
def command(*, file: Path, folder: Path | None, only_print: bool) -> int:
    """Turn a plan of another program into session files.

    FILE is an interval list of Just Another Workout Timer (JSON), or a text of Liftosaur's one-line
    exercises. What a session cannot say is listed.
    """
    from benchside.library.convert import convert
    from benchside.library.new_files import compose, free_name, keep, slug
    from benchside.session.values.errors import InvalidValueError, printable
    from benchside.storage.files import read_text

    bench = open_bench()
    folder = folder or bench.home.sessions
    need_file(file)
    text = read_text(file)
    if not isinstance(text, str):
        tell_problems((text,))
        return Exit.PROBLEMS
    try:
        conversion = convert(text, title=printable(file.stem))
    except InvalidValueError as mistake:
        echo(f"{file}: {mistake.message}; {mistake.expected}", err=True)
        return Exit.PROBLEMS
    status = Exit.FINE
    for session in conversion.sessions:
        name = free_name(folder, slug(session.title))
        draft = compose(session.tables, file=f"{name}.toml", include=bench.library.include)
        tell_problems(draft.problems)
        if draft.problems:
            status = Exit.PROBLEMS
        elif only_print:
            echo_text(draft.text)
        else:
            if folder != bench.home.sessions:  # that one is made for its owner alone
                folder.mkdir(parents=True, exist_ok=True)
            echo(str(keep(folder, name, draft.text)))
    _tell_left_out(conversion.left_out)
    return status


def _tell_left_out(left_out: tuple[str, ...]) -> None:
    """Say what a session cannot, and how much of it is not listed."""
    if left_out:
        echo(f"{counted(len(left_out), 'thing')} left out:", err=True)
    for lost in left_out[:MAX_LISTED]:
        echo(f"  {lost}", err=True)
    if len(left_out) > MAX_LISTED:
        echo(f"  and {len(left_out) - MAX_LISTED:,} more", err=True)
