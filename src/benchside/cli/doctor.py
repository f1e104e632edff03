"""`benchside doctor`: what of this machine a session needs, a line each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import click

from benchside.app import keys_told
from benchside.cli.exits import Exit
from benchside.cli.output.lines import Styled, echo, print_json
from benchside.cli.output.table import table_width
from benchside.cli.shared import json_option
from benchside.doctor import (
    MARK_WIDTH,
    CheckState,
    examine,
    has_fault,
    lines_of,
    result_as_json,
    summary_of,
)

if TYPE_CHECKING:
    from benchside.doctor import CheckResult

COLOURS: Final = {
    CheckState.OK: "green",
    CheckState.SKIPPED: None,
    CheckState.WARNING: "yellow",
    CheckState.FAULT: "red",
}
"""Of the marks, which are told apart by their words too."""


@click.command("doctor")
@json_option
def command(*, as_json: bool) -> int:
    """Check the terminal, the sound, the folders and what lies in them, and the clock."""
    results = []
    for result in examine(os.environ, tell=None if as_json else _ask, own_keys=keys_told):
        results.append(result)
        if not as_json:
            _print(result)
    if as_json:
        print_json([result_as_json(result) for result in results])
    else:
        echo(summary_of(results))
    return Exit.PROBLEMS if has_fault(results) else Exit.FINE


def _print(result: CheckResult) -> None:
    first, *others = lines_of(result, width=table_width())
    is_bad = result.state in (CheckState.WARNING, CheckState.FAULT)
    mark = Styled(first[:MARK_WIDTH], fg=COLOURS[result.state], bold=is_bad or None)
    echo(mark, first[MARK_WIDTH:])
    for line in others:
        echo(line)


def _ask(line: str) -> None:
    echo(line, err=True)
