"""`benchside next`: which session of a program is due, and what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from benchside.cli.due import find_due, program_names
from benchside.cli.output.lines import echo_text, print_json
from benchside.cli.shared import agenda_of, athlete_option, json_option, open_bench
from benchside.session import printable

if TYPE_CHECKING:
    from benchside.app import DueSession
    from benchside.report import Report


@click.command("next")
@click.argument("program", required=False, shell_complete=program_names)
@json_option
@athlete_option
def command(*, program: str | None, as_json: bool, athlete: str) -> None:
    """Tell which session of a program is due, as the log has it.

    PROGRAM is the name of a program of the library. Without it the one that was trained last is
    meant, else your only one.
    """
    from benchside.cli.output.page import print_brief
    from benchside.report import report_on

    due = find_due(open_bench(athlete), program)
    report = report_on(agenda_of(due.entry))
    if as_json:
        print_json(_as_json(due, report))
        return
    for line in _head(due):
        echo_text(printable(line))
    print_brief(report)
    named = "" if program is None else f" --program {due.name}"
    echo_text(f'"benchside run next{named}" leads through it')


def _head(due: DueSession) -> list[str]:
    """Return where the program stands, and what was done of it last."""
    following, program = due.next, due.program
    week = f"week {following.week} of {len(program.weeks)}" if program.weeks else ""
    name = f'"{following.week_name}"' if following.week_name else ""
    day = f"day {following.day} of {len(program.days)}: {following.session}"
    place = " · ".join(part for part in (program.name, f"{week} {name}".strip(), day) if part)
    last = "" if due.last is None else f"last: {due.last.session}, {due.last.started:%Y-%m-%d}"
    again = "the weeks begin again; m in the library raises training maxes"
    return [part for part in (place, last, again if following.begins_cycle else "") if part]


def _as_json(due: DueSession, report: Report) -> dict[str, object]:
    following, totals = due.next, report.totals
    of_weeks = bool(due.program.weeks)
    return {
        "program": due.name,
        "program_title": due.program.name,
        "week": following.week if of_weeks else None,
        "week_name": following.week_name or None,
        "weeks": len(due.program.weeks),
        "day": following.day,
        "days": len(due.program.days),
        "cycle": due.entry.due.cycle if due.entry.due else None,
        "begins_cycle": following.begins_cycle,
        "session": following.session,
        "title": report.plan.name,
        "path": str(due.entry.path),
        "duration_ms": totals.duration_ms,
        "sets": totals.sets,
        "working_sets": totals.working_sets,
        "last_done": due.last.started.isoformat() if due.last else None,
    }
