"""`benchside log`: the sessions that were done, and a module for each question to the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from benchside.cli.commands import LazyGroup
from benchside.cli.exits import Exit
from benchside.cli.log.columns import print_columns
from benchside.cli.log.selection import (
    Selection,
    exercise_option,
    exercises_in,
    filter_options,
    moment_of,
    open_log,
)
from benchside.cli.output.lines import echo, print_json
from benchside.cli.shared import json_option, open_bench
from benchside.log import facts_of, sum_of
from benchside.session import clock_text
from benchside.view import volume_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchside.log import Record

SUBCOMMANDS: Final[Mapping[str, str]] = {
    "show": "Show one session, set by set, with its records.",
    "stats": "Add sessions up: weeks, muscles, exercises, plan and rests.",
    "best": "Show the best of an exercise.",
    "last": "Show the last sessions of an exercise.",
    "edit": "Correct a session: a set of it, a note, your weight.",
    "delete": "Delete a session.",
    "undelete": "Take a deleted session back.",
    "check": "Check that every line of the log can be read.",
    "merge": "Add the lines of other files, or of copies that a synchroniser set aside.",
    "tidy": "Remove lines that were superseded.",
    "path": "Print where the log is.",
}
"""Every command of the group with what it does; the module of its name holds it as `command`."""

HEAD: Final = ("date", "session", "athlete", "status", "sets", "lasted", "volume", "exercises")


@click.group(
    "log",
    cls=LazyGroup,
    package=__name__,
    summaries=SUBCOMMANDS,
    invoke_without_command=True,
)
@json_option
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=20, help="How many (default 20)."
)
@click.option("--all", "is_all", is_flag=True, help="All of them.")
@exercise_option
@filter_options
@click.pass_context
def command(
    context: click.Context, /, *, as_json: bool, limit: int, is_all: bool, **filters: Any
) -> int:
    """Your training history, the last session first."""
    if context.invoked_subcommand is not None:
        return Exit.FINE
    from benchside.log import encode_record

    log, status = open_log(open_bench())
    chosen = log.records(log.select(Selection(**filters))[: None if is_all else limit])
    if as_json:
        print_json([encode_record(record) for record in chosen])
    elif chosen:
        right = frozenset({"sets", "lasted", "volume"})
        print_columns(HEAD, _rows(chosen), right=right, gives_way="exercises")
    elif status is Exit.FINE:
        echo("the log has no such session" if log.sessions else "no session is logged yet")
    return status


def _rows(records: Sequence[Record]) -> list[tuple[str, ...]]:
    """Return a row for each session; the athlete is told where there are several."""
    is_shared = len({record.athlete for record in records}) > 1
    return [_row(record, athlete=record.athlete if is_shared else "") for record in records]


def _row(record: Record, *, athlete: str) -> tuple[str, ...]:
    total, session = sum_of(record), facts_of(record)
    return (
        moment_of(record),
        record.session.name,
        athlete,
        record.status,
        f"{total.sets_done}/{total.sets_planned}",
        "" if session.duration_ms is None else clock_text(session.duration_ms // 1000),
        volume_of(session.volume_kg) if session.volume_kg else "",
        ", ".join(exercises_in(record)),
    )
