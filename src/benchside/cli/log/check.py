"""`benchside log check`: whether every line of the log can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo, print_json
from benchside.cli.shared import json_option, open_bench
from benchside.log import log_files, read_log
from benchside.view import counted

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log import LineProblem


@click.command("check")
@json_option
def command(*, as_json: bool) -> int:
    """Check that every line of the log can be read."""
    bench = open_bench()
    reading = read_log(bench.home.log)
    files = [file for file in log_files(bench.home.log) if file.exists()]
    problems = [(_file(bench.home.log, one), one) for one in reading.problems]
    if as_json:
        print_json(
            [
                {"file": str(file), "line": one.line, "message": one.message}
                for file, one in problems
            ]
        )
    else:
        for file, one in problems:
            echo(f"{file}:{one.line}: {one.message}")
        told = f"{counted(len(reading.records), 'session')} in {counted(len(files), 'file')}"
        unread = counted(len(problems), "line") if problems else "no line"
        echo(f"{told}; {unread} that cannot be read")
    return Exit.PROBLEMS if problems else Exit.FINE


def _file(log: Path, problem: LineProblem) -> Path:
    return log.with_name(problem.file or log.name)
