"""`benchside log stats`: sessions by week, muscle and exercise, and against their plans."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from benchside.cli.exits import Exit
from benchside.cli.log.as_json import stats_json
from benchside.cli.log.selection import (
    Selection,
    exercise_keys,
    exercise_option,
    filter_options,
    of_one_athlete,
    read_records,
    select,
)
from benchside.cli.log.stats_page import print_stats
from benchside.cli.output.lines import echo, print_json
from benchside.cli.shared import json_option, open_bench
from benchside.log.as_facts import facts_of
from benchside.log.facts import with_exercises
from benchside.log.muscles import lookup_in
from benchside.log.stats import stats_of


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
    records, status = read_records(bench)
    selection = Selection(**filters)
    chosen = of_one_athlete(select(records, selection), bench)
    sessions = [facts_of(record) for record in chosen]
    if selection.exercise:
        keys = exercise_keys(chosen, selection.exercise)
        sessions = [with_exercises(session, keys) for session in sessions]
    stats = stats_of(
        sessions,
        lookup_in(bench.shelf.exercises.catalogue),
        today=datetime.now().astimezone().date(),
    )
    if as_json:
        print_json(stats_json(stats))
    elif sessions:
        print_stats(stats, weeks=weeks)
    elif status is Exit.FINE:
        echo("the log has no such session" if records else "no session is logged yet")
    return status
