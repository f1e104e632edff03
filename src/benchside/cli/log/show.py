"""`benchside log show`: one session, set by set, with the records that it broke."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import click

from benchside.cli.exits import Exit
from benchside.cli.log.as_json import record_json
from benchside.cli.log.selection import id_argument, moment_of, open_log
from benchside.cli.output.lines import Styled, echo, print_json
from benchside.cli.output.table import aligned, table_width
from benchside.cli.shared import json_option, open_bench
from benchside.log import (
    best_of_each,
    clock_words,
    exercise_key,
    facts_of,
    program_words,
    record_words,
    records_of,
    records_since,
    result_words,
    sum_of,
    telling_totals,
)
from benchside.session import Bodyweight, format_load, format_reps, format_rpe
from benchside.view import counted, volume_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchside.cli.log.selection import LogSearch
    from benchside.log import ExerciseTotals, History, PersonalRecord, Record, SessionFact, SetFact

INDENT: Final = "  "


@click.command("show")
@id_argument
@json_option
def command(*, record_id: str, as_json: bool) -> int:
    """Show one session, set by set, with its records.

    ID is a session's id or what one begins with, such as its date, or date and time in quotes.
    Without it the last session is shown.
    """
    bench = open_bench()
    log, status = open_log(bench)
    if not log.sessions:
        echo("no session is logged yet", err=status is not Exit.FINE)
        return status
    record = log.find_record(record_id)
    session = facts_of(record)
    broken = best_of_each(_records(log, bench.memory.of(record.athlete), session))
    if as_json:
        print_json(record_json(record, broken))
        return status
    for line in (*_head(record, session), *_blocks(session)):
        echo(*line)
    for one in broken:
        tempo = f" at {one.by.tempo}" if one.by.tempo else ""
        echo(f"record: {one.by.exercise}{tempo}: {record_words(one)}")
    return status


def _records(log: LogSearch, history: History, session: SessionFact) -> tuple[PersonalRecord, ...]:
    """Return what a session was better in than all before it, by what the index says of them.

    It does not know what the body weighed, so for loads on the body the sessions are read.
    """
    work = [one for one in session.sets if one.is_work]
    exercises = {(exercise_key(one.exercise), one.tempo): one.exercise for one in work}
    if any(isinstance(one.load, Bodyweight) for one in work):
        same = [one for one in log.sessions if one.athlete == session.athlete]
        records = log.records(log.with_exercises(same, exercises.values()))
        return records_of((one for record in records for one in facts_of(record).sets), session.id)
    now = (session.started, session.id)

    def telling(series: Iterable[ExerciseTotals]) -> tuple[ExerciseTotals, ...]:
        return telling_totals(one for one in series if (one.started, one.id) < now)

    earlier = (
        totals
        for (_, tempo), name in exercises.items()
        for totals in history.series(name, tempo=tempo or None, keep=telling)
    )
    return records_since(earlier, work)


def _head(record: Record, session: SessionFact) -> Iterator[tuple[str | Styled, ...]]:
    total, lasted_ms = sum_of(record), session.duration_ms
    yield (Styled(record.session.name, bold=True),)
    parts = (
        moment_of(record),
        record.status,
        "" if lasted_ms is None else clock_words(lasted_ms),
        f"{total.sets_done} of {counted(total.sets_planned, 'set')}",
        volume_of(session.volume_kg) if session.volume_kg else "",
        f"time under tension {clock_words(total.tut_ms)}" if total.tut_ms else "",
        record.athlete,
    )
    yield (" · ".join(part for part in parts if part),)
    if record.program:
        yield (program_words(record.program),)
    if record.imported:
        yield (f"from {record.imported.program}",)
    if record.note:
        yield (f"note: {record.note}",)


def _blocks(session: SessionFact) -> Iterator[tuple[str | Styled, ...]]:
    """Yield each block with its exercises; all sets stand in the same columns."""
    rows = [_row(number, one) for number, one in enumerate(session.sets, start=1)]
    lines = iter(aligned(rows, width=table_width() - 2 * len(INDENT), right=frozenset({0})))
    for (_, block), sets in groupby(session.sets, key=lambda one: (one.block_index, one.block)):
        yield ()
        yield (Styled(block, bold=True),)
        for _, own in groupby(sets, key=lambda one: (one.exercise, one.tempo)):
            same = tuple(own)
            tempo = f" · tempo {same[0].tempo}" if same[0].tempo else ""
            yield (f"{INDENT}{same[0].exercise}{tempo}",)
            for one in same:
                if one.exercise_note:
                    yield (f"{INDENT * 2}note: {one.exercise_note}",)
            for one in same:
                yield (f"{INDENT * 2}{next(lines)}",)
                if one.note:
                    yield (f"{INDENT * 3}note: {one.note}",)
    yield ()


def _row(number: int, one: SetFact) -> tuple[str, ...]:
    """Return a set's cells; `number` is what `log edit` calls it by."""
    return (
        str(number),
        f"{'ramp' if one.is_ramp else 'set'} {one.number} of {one.of}",
        "" if one.type == "working" or one.is_ramp else one.type,
        "" if one.status == "done" else one.status,
        _result(one),
        _load(one),
        f"RPE {format_rpe(one.rpe)}" if one.rpe is not None else "",
        f"TUT {clock_words(one.tension_ms)}" if one.tension_ms else "",
        _rest(one),
    )


def _result(one: SetFact) -> str:
    """Return what was done of what was asked for: `7 of 5-8`, with sides `7 + 8 of 8`."""
    if one.status == "skipped":
        return ""
    done = " + ".join(map(str, one.side_reps)) if one.reps is not None else ""
    told = done or result_words(one).removesuffix("?")
    if one.target_reps is None or one.reps is None:
        return told
    target = format_reps(one.target_reps)
    return told if told == target else f"{told} of {target}"


def _load(one: SetFact) -> str:
    """Return the load, with the planned one where it was another: `95 kg of 100 kg`."""
    planned = format_load(one.target_load) if one.target_load else ""
    if one.load is None:
        return planned if one.status == "skipped" else ""
    load = format_load(one.load)
    return load if load == planned or not planned else f"{load} of {planned}"


def _rest(one: SetFact) -> str:
    if one.taken_rest_ms is None:
        return ""
    taken = clock_words(one.taken_rest_ms)
    if one.planned_rest_ms is None:
        return f"rest {taken}"
    return f"rest {taken} of {clock_words(one.planned_rest_ms)}"
