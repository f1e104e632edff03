"""`benchside log best`: the best ever done of an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from benchside.cli.log.as_json import bests_json
from benchside.cli.log.selection import (
    Selection,
    filter_options,
    of_one_athlete,
    one_exercise,
    read_records,
    select,
)
from benchside.cli.output.lines import Styled, echo, print_json
from benchside.cli.output.table import aligned, table_width
from benchside.cli.shared import json_option, open_bench
from benchside.log.as_facts import facts_of
from benchside.log.bests import Bests, BracketBest, bests_of
from benchside.log.last_time import sets_words
from benchside.log.words import clock_words, e1rm_words
from benchside.view.words import counted, volume_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from benchside.log.facts import SetFact

INDENT: Final = "  "


@click.command("best")
@click.argument("exercise")
@filter_options
@json_option
def command(*, exercise: str, as_json: bool, **filters: Any) -> int:
    """Show the best of an exercise, each tempo apart.

    EXERCISE is its name, or words of it. Assumed, cut and warm-up sets do not count.
    """
    bench = open_bench()
    records, status = read_records(bench)
    chosen = of_one_athlete(select(records, Selection(**filters)), bench)
    name = one_exercise(chosen, exercise)
    bests = bests_of((one for record in chosen for one in facts_of(record).sets), name)
    if as_json:
        print_json([bests_json(one) for one in bests])
        return status
    if not bests:
        echo(f"no set of {name} was answered for")
    for number, one in enumerate(bests):
        if number:
            echo()
        echo(Styled(_title(one), bold=True))
        for line in aligned([*_rows(one)], width=table_width() - len(INDENT)):
            echo(f"{INDENT}{line}")
    return status


def _title(bests: Bests) -> str:
    tempo = f"tempo {bests.tempo}" if bests.tempo else ""
    parts = (bests.exercise, tempo, counted(bests.sets, "set"))
    return " · ".join(part for part in parts if part)


def _rows(bests: Bests) -> Iterator[tuple[str, str, str]]:
    if bests.heaviest.load:
        yield _set_row("top load", bests.heaviest)
    if bests.e1rm:
        yield (f"e1RM {e1rm_words(bests.e1rm)}", sets_words([bests.e1rm]), _day(bests.e1rm.date))
    if bests.longest:
        yield _set_row("longest", bests.longest)
    for bracket in bests.brackets:
        yield _set_row(_reps_of(bracket), bracket.best)
    if bests.volume:
        yield ("most volume", volume_of(bests.volume.value), _day(bests.volume.date))
    if bests.tension:
        told = clock_words(int(bests.tension.value))
        yield ("most time under tension", told, _day(bests.tension.date))


def _set_row(name: str, one: SetFact) -> tuple[str, str, str]:
    return (name, sets_words([one]), _day(one.date))


def _reps_of(bracket: BracketBest) -> str:
    if bracket.high is None:
        return f"{bracket.low} reps and more"
    if bracket.low == bracket.high:
        return counted(bracket.low, "rep")
    return f"{bracket.low}-{bracket.high} reps"


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
