"""`benchside check`: every problem of sessions, programs and own exercises, at its place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo, echo_text, print_json
from benchside.cli.shared import athlete_option, find, json_option, open_bench, tell_problems
from benchside.library import problems_outside_programs, session_files
from benchside.storage import is_there
from benchside.view import counted

if TYPE_CHECKING:
    from benchside.app import Program
    from benchside.session import Problem


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@json_option
@athlete_option
def command(*, paths: tuple[str, ...], as_json: bool, athlete: str) -> int:
    """Check session and program files.

    A PATH is a file, a folder with all that lies in it, or the name of a session. Without any, the
    whole library, your programs and your own exercises are checked.
    """
    bench = open_bench(athlete, tells_exercises=False)
    files, unreadable = _files(bench, paths)
    others = [file for file in files if not _is_same(file, bench.home.exercises)]
    programs = {file: bench.shelf.programs.at(Path(file), file=file) for file in others}
    known = (*bench.shelf.programs.entries(), *(each for each in programs.values() if each))
    sessions = [find(bench, file) for file, program in programs.items() if program is None]
    if not paths:
        sessions = list(bench.shelf.entries())
    chosen = (
        [each for each in programs.values() if each] if paths else bench.shelf.programs.entries()
    )
    problems = {one for each in chosen for one in each.problems} | unreadable
    for each in sessions:
        problems.update(problems_outside_programs(each, known))
    checked = len(sessions) + len(chosen)
    if len(others) < len(files) or (not paths and is_there(bench.home.exercises)):
        problems.update(bench.shelf.exercises_problems)
        checked += 1
    else:
        tell_problems(bench.shelf.exercises_problems)
    _print(sorted(problems), checked, len(unreadable), as_json=as_json)
    return Exit.PROBLEMS if problems else Exit.FINE


def _files(bench: Program, paths: tuple[str, ...]) -> tuple[list[str], set[Problem]]:
    """Return the files that are asked for, and folders that cannot be read.

    The library's without any.
    """
    if not paths:
        return [], {*bench.shelf.problems, *bench.shelf.programs.problems}
    found = [_found(path) for path in paths]
    files = dict.fromkeys(file for files, _ in found for file in files)
    return list(files), {problem for _, folders in found for problem in folders}


def _print(problems: list[Problem], checked: int, unreadable: int, *, as_json: bool) -> None:
    if as_json:
        print_json([_as_json(problem) for problem in problems])
        return
    for problem in problems:
        echo_text(problem.render())
    echo(_summary(checked, unreadable, problems), err=bool(problems))


def _is_same(file: str, other: Path) -> bool:
    """Return whether two paths lead to one file; a name that no file has leads nowhere."""
    return "\0" not in file and os.path.realpath(file) == os.path.realpath(other)


def _found(path: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return a folder's session files, and what of it cannot be read.

    Anything else stands for itself.
    """
    folder = Path(path)
    if not folder.is_dir():
        return (path,), ()
    listing = session_files(folder)
    files = (
        os.path.join(".", file) if file.parent == Path() else str(file)  # noqa: PTH118
        for file in listing.files.values()
    )
    return tuple(files), listing.problems


def _summary(checked: int, unreadable: int, problems: list[Problem]) -> str:
    files = counted(checked, "file")
    folders = f", {counted(unreadable, 'folder')} not read" if unreadable else ""
    if len(problems) == unreadable:
        return f"{files} checked, no problems{folders}"
    broken = len({problem.file for problem in problems}) - unreadable
    found = counted(len(problems) - unreadable, "problem")
    return f"{files} checked, {found} in {broken} of them{folders}"


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
