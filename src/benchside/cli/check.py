"""`benchside check`: every problem of session files, each at its place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from benchside.cli.exits import Exit
from benchside.cli.output import echo, echo_text, print_json
from benchside.cli.shared import athlete_option, find, json_option, open_bench
from benchside.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.session.problems import Problem


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@json_option
@athlete_option
def command(*, paths: tuple[str, ...], as_json: bool, athlete: str) -> int:
    """Find the problems of session files.

    A PATH is a file, a folder with all that lies in it, or the name of a session. Without any, the
    whole library is checked.
    """
    bench = open_bench(athlete)
    files = dict.fromkeys(file for path in paths for file in _files(path))
    entries = [find(bench, file) for file in files] if paths else list(bench.entries())
    problems = sorted({problem for entry in entries for problem in entry.problems})
    if as_json:
        print_json([_as_json(problem) for problem in problems])
    else:
        for problem in problems:
            echo_text(problem.render())
        echo(_summary(len(entries), problems), err=bool(problems))
    return Exit.PROBLEMS if problems else Exit.FINE


def _files(path: str) -> Iterator[str]:
    """A folder's session files, hidden ones left out; anything else stands for itself."""
    folder = Path(path)
    if not folder.is_dir():
        yield path
        return
    for found in sorted(folder.rglob("*.toml")):
        if not any(part.startswith(".") for part in found.relative_to(folder).parts):
            yield os.path.join(".", found) if found.parent == Path() else str(found)  # noqa: PTH118


def _summary(checked: int, problems: list[Problem]) -> str:
    files = counted(checked, "file")
    if not problems:
        return f"{files} checked, no problems"
    broken = len({problem.file for problem in problems})
    return f"{files} checked, {counted(len(problems), 'problem')} in {broken} of them"


def _as_json(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "width": problem.width,
        "path": list(problem.path),
        "message": problem.message,
        "hint": problem.hint,
        "source_line": problem.source_line,
    }
