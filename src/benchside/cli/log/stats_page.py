"""The page that `benchside log stats` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from benchside.cli.log.columns import print_columns
from benchside.cli.output.lines import Styled, echo, echo_text
from benchside.cli.output.table import aligned, print_table, table_width, terminal_width
from benchside.log import adherence_words, clock_words, e1rm_words
from benchside.session import format_amount, printable
from benchside.view import counted, volume_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.log import ExerciseSum, LogStats, WeekSum

INDENT: Final = "  "
WEEK_HEAD: Final = ("week", "sessions", "sets", "volume", "TUT", "lasted", "done")
EXERCISE_HEAD: Final = ("exercise", "sessions", "sets", "reps", "volume", "TUT", "e1RM", "last")

NUMBERS: Final = frozenset({*WEEK_HEAD[1:], *EXERCISE_HEAD[1:-1]})
"""Columns that stand to the right."""


def print_stats(stats: LogStats, *, weeks: int) -> None:
    """Print what sessions come to, with the last `weeks` weeks one by one."""
    echo(_summary(stats))
    echo()
    told = stats.weeks[-weeks:]
    print_columns(WEEK_HEAD, [_week_row(week) for week in told], right=NUMBERS)
    _print_muscles(stats, told)
    if stats.exercises:
        echo()
        rows = [_exercise_row(one) for one in stats.exercises]
        print_columns(EXERCISE_HEAD, rows, right=NUMBERS)
    echo()
    echo(Styled("plan", bold=True))
    for line in aligned([*adherence_words(stats.adherence)], width=table_width() - len(INDENT)):
        echo(f"{INDENT}{line}")


def _summary(stats: LogStats) -> str:
    streak = stats.streak
    parts = (
        counted(stats.sessions, "session"),
        f"{counted(streak.current, 'week')} in a row, {streak.longest} at most",
    )
    return " · ".join(parts)


def _week_row(week: WeekSum) -> tuple[str, ...]:
    if not week.sessions:
        return (week.name, "0", "", "", "", "", "")
    return (
        week.name,
        str(week.sessions),
        str(week.sets),
        volume_of(week.volume_kg) if week.volume_kg else "",
        _clock(week.tension_ms),
        _clock(week.duration_ms),
        f"{week.done_sets}/{week.planned_sets}",
    )


def _print_muscles(stats: LogStats, weeks: Sequence[WeekSum]) -> None:
    """Print a row for each muscle and a column for each week."""
    sums = [{one.muscle: one.sets for one in week.muscles.muscles} for week in weeks]
    totals = {muscle: sum(week.get(muscle, 0) for week in sums) for one in sums for muscle in one}
    if totals:
        echo()
        muscles = sorted(totals, key=lambda muscle: (-totals[muscle], muscle))
        rows = [
            (muscle, *(format_amount(week[muscle]) if muscle in week else "" for week in sums))
            for muscle in muscles
        ]
        head = ("sets a week", *(week.name.partition("-")[2] for week in weeks))
        print_table(head, rows, right=frozenset(range(1, len(head))))
    if stats.without_muscles:
        names = ", ".join(printable(name) for name in stats.without_muscles)
        text = f"not in the catalogue, so for no muscle: {names}"
        echo_text(click.wrap_text(text, terminal_width()))


def _exercise_row(one: ExerciseSum) -> tuple[str, ...]:
    return (
        one.exercise,
        str(one.sessions),
        str(one.sets),
        str(one.reps or ""),
        volume_of(one.volume_kg) if one.volume_kg else "",
        _clock(one.tension_ms),
        e1rm_words(one.e1rm) if one.e1rm else "",
        f"{one.last:%Y-%m-%d}",
    )


def _clock(ms: int) -> str:
    return clock_words(ms) if ms else ""
