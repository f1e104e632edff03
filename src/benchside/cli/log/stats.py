"""`benchside log stats`: sessions by week, muscle and exercise, and against their plans."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from benchside.cli.exits import Exit
from benchside.cli.log.as_json import stats_json
from benchside.cli.log.selection import (
    Selection,
    exercise_option,
    filter_options,
    open_log,
)
from benchside.cli.log.stats_page import print_stats
from benchside.cli.output.lines import echo, print_json
from benchside.cli.shared import json_option, open_bench
from benchside.log import (
    exercise_key,
    facts_of,
    lookup_in,
    nothing_collected,
    stats_of,
    with_exercises,
)


@click.command("stats")
@click.option("--weeks", type=click.IntRange(min=1), default=8, help="How many weeks (default 8).")
@exercise_option
@filter_options
@json_option
def command(*, weeks: int, as_json: bool, **filters: Any) -> int:
    """Add sessions up: weeks, sets per muscle, exercises, plan and rests.

    Warm-ups and assumed sets are left out. A set counts 1 for a muscle that it trains, and 0.5 for
    one that helps.
    """
    bench = open_bench()
    log, status = open_log(bench)
    selection = Selection(**filters)
    chosen = log.select(selection, of_one=True)
    today = datetime.now().astimezone().date()
    with nothing_collected():
        sessions = [facts_of(record) for record in log.records(chosen)]
        if selection.exercise:
            keys = {exercise_key(name) for name in log.exercises(chosen, selection.exercise)}
            sessions = [with_exercises(session, keys) for session in sessions]
        stats = stats_of(sessions, lookup_in(bench.shelf.exercises.catalogue), today=today)
    if as_json:
        print_json(stats_json(stats))
    elif sessions:
        print_stats(stats, weeks=weeks)
    elif status is Exit.FINE:
        echo("the log has no such session" if log.sessions else "no session is logged yet")
    return status
