"""`benchside new`: writes a session after a few questions, or from another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo, echo_text
from benchside.cli.screens import open_screens
from benchside.cli.shared import agenda_of, ask, find, has_terminal, open_bench, tell_problems
from benchside.session import Goal

if TYPE_CHECKING:
    from benchside.app import Program

HINT = """\
The exercises, one a line; an empty line ends. For example:
  Barbell hip thrust / 5x5-8 100kg 2-1-X-1 @8 3m / warmup: 1x8 50%, 1x3 80%
  Plank / 3x45s 60s"""


@click.command("new")
@click.argument("title", required=False)
@click.option("--from", "origin", metavar="SESSION", help="Begin with a copy of this session.")
def command(*, title: str | None, origin: str | None) -> int:
    """Write a new session, and open the library on it.

    Asks for the goal and the exercises and writes a file into the folder of your own sessions. With
    --from it is a copy of another session under a new name.
    """

    from benchside.library import compose_session, copy_session, name_for, save_new

    bench = open_bench()
    source = None if origin is None else _text(bench, origin)
    title = title or _needed("What is the session called?")
    folder = bench.home.sessions
    name = name_for(folder, title)
    file = str(folder / f"{name}.toml")
    include = bench.shelf.library.include
    if source is None:
        draft = compose_session(_asked(title), file=file, include=include)
    else:
        draft = copy_session(source, title, file=file, include=include)
    if draft.problems:
        tell_problems(draft.problems)
        return Exit.PROBLEMS
    echo(str(save_new(folder, name, draft.text)))
    if has_terminal():
        return open_screens(bench, chosen=name)
    echo(f'look at it: "benchside show {name}"; do it: "benchside run {name}"', err=True)
    return Exit.FINE


def _text(bench: Program, name: str) -> str:
    """Return a session to copy, or tell its problems and end."""
    entry = find(bench, name)
    agenda_of(entry)
    assert entry.text is not None
    return entry.text


def _asked(title: str) -> dict[str, Any]:
    """Ask for what a session needs; the end of the input ends the exercises as an empty line."""
    goals = click.Choice([goal.value for goal in Goal])
    goal = _needed("What is it for?", default=Goal.STRENGTH.value, choice=goals)
    echo_text(HINT, err=True)
    exercises: list[dict[str, Any]] = []
    while True:
        question = f"Exercise {len(exercises) + 1}:"
        try:
            line = ask(question, default="") if exercises else _needed(question, default="")
        except EOFError:
            line = ""
        if line.strip():
            exercises += _exercise(line)
        elif exercises:
            return {"name": title, "goal": goal, "block": [{"exercise": exercises}]}


def _exercise(line: str) -> list[dict[str, Any]]:
    """Read an exercise; nothing where it is to be written again."""
    from benchside.library import convert_line

    exercise, left_out = convert_line(line)
    if exercise is None or left_out:
        lost = ", ".join(left_out)
        echo(f"that is not understood: {lost}; write it again", err=True)
        return []
    return [exercise]


def _needed(
    question: str, *, default: str | None = None, choice: click.Choice[str] | None = None
) -> str:
    """Ask for what there is no session without."""
    try:
        return ask(question, default=default, choice=choice)
    except EOFError:
        raise CommandError(
            f'the input ended before "{question}" was answered; nothing is written'
        ) from None
