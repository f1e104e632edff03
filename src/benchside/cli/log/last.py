"""`benchside log last`: an exercise in the last sessions that had it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import click

from benchside.cli.log.as_json import last_time_json
from benchside.cli.log.columns import print_columns
from benchside.cli.log.selection import (
    Selection,
    filter_options,
    open_log,
)
from benchside.cli.output.lines import echo, print_json
from benchside.cli.shared import json_option, open_bench
from benchside.log import LastTime, clock_words, e1rm_words, facts_of, last_time_words, last_times
from benchside.view import volume_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchside.cli.log.selection import LogSearch
    from benchside.log import LoggedSession

READ_AT_ONCE: Final = 20
"""Sessions; the last few of them are all that is asked for as a rule."""

HEAD: Final = ("date", "tempo", "sets", "e1RM", "volume", "TUT", "note")


@click.command("last")
@click.argument("exercise")
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=5, help="How many sessions (default 5)."
)
@click.option("--tempo", metavar="TEMPO", default=None, help='At this tempo: "3-1-X-0".')
@filter_options
@json_option
def command(*, exercise: str, limit: int, tempo: str | None, as_json: bool, **filters: Any) -> int:
    """Show the last sessions of an exercise, the last one first.

    EXERCISE is its name, or words of it.
    """
    log, status = open_log(open_bench())
    chosen = log.select(Selection(**filters), of_one=True)
    name = log.one_exercise(chosen, exercise)
    at = _tempo(tempo)
    with_it = log.with_exercises(chosen, [name])
    found = [*islice(_last_times(log, with_it, name, at), limit)]
    if as_json:
        names = {one.id: one.session for one in chosen}
        print_json([last_time_json(one, session=names[one.session]) for one in found])
    elif found:
        print_columns(
            HEAD, [_row(one) for one in found], right=frozenset({"e1RM", "volume", "TUT"})
        )
    else:
        echo(f"no set of {name} was answered for" + (f" at {at}" if at else ""))
    return status


def _last_times(
    log: LogSearch, sessions: Sequence[LoggedSession], exercise: str, tempo: str | None
) -> Iterator[LastTime]:
    """Yield an exercise in each of these sessions; they are read as far as they are asked for."""
    for first in range(0, len(sessions), READ_AT_ONCE):
        for record in log.records(sessions[first : first + READ_AT_ONCE]):
            yield from last_times(facts_of(record).sets, exercise, tempo=tempo)


def _tempo(typed: str | None) -> str | None:
    from benchside.session import InvalidValueError, format_tempo, parse_tempo

    if typed is None:
        return None
    try:
        return format_tempo(parse_tempo(typed))
    except InvalidValueError as refused:
        raise click.UsageError(f"{refused.message}; {refused.expected}") from None


def _row(last: LastTime) -> tuple[str, ...]:
    return (
        f"{last.date:%Y-%m-%d}",
        last.tempo,
        last_time_words(last),
        e1rm_words(last.best) if last.best else "",
        volume_of(last.volume_kg) if last.volume_kg else "",
        clock_words(last.tension_ms) if last.tension_ms else "",
        last.note,
    )
