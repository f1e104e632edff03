"""`benchside show`: what a session holds, and when what happens."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from benchside.cli.due import check_program, find_or_due, program_option
from benchside.cli.exits import CommandError
from benchside.cli.output.lines import echo, print_json
from benchside.cli.shared import (
    agenda_of,
    athlete_option,
    json_option,
    open_bench,
    session_argument,
)
from benchside.session import clock_text

if TYPE_CHECKING:
    from benchside.app import Program
    from benchside.report import Report


@click.command("show")
@session_argument
@click.option("--at", metavar="TIME", help='Show what happens then: "12m", "1:30", "90s".')
@click.option(
    "--wav",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the sound of the whole session to a WAV file.",
)
@json_option
@program_option
@athlete_option
def command(
    *,
    session: str,
    at: str | None,
    wav: Path | None,
    as_json: bool,
    program: str | None,
    athlete: str,
) -> None:
    """Preview a session: sets, loads, timeline.

    SESSION is the name of a session of the library, the path of a file, or "next": the session
    that is due in the program. What only a key ends lasts as long as it is estimated to.
    """
    from benchside.cli.output.moment import moment_json, print_moment
    from benchside.cli.output.page import print_page
    from benchside.report import report_json, report_on

    check_program(session, program)
    bench = open_bench(athlete)
    entry = find_or_due(bench, session, program)
    report = report_on(agenda_of(entry))
    if wav is not None:
        _need_wav(wav, entry.path)
        _write_wav(bench, report, wav)
        return
    moment_ms = None if at is None else _moment_ms(at, report.totals.duration_ms)
    match moment_ms, as_json:
        case None, True:
            print_json(report_json(report))
        case None, False:
            print_page(report)
        case int(), True:
            print_json(moment_json(report, moment_ms))
        case int(), False:
            print_moment(report, moment_ms)


def _need_wav(path: Path, session: Path) -> None:
    """End in a usage error where a file is there that must not be written over.

    That is any but a WAV file, above all the session itself under whatever name. One that is empty
    has nothing to lose.
    """
    if not path.exists():
        return
    if path.samefile(session):
        raise click.UsageError(f"{path} is the session itself; name another file for its sound")
    if not path.is_file():
        raise click.UsageError(f"{path} is not a file; name one for the sound")
    if not os.access(path, os.W_OK):
        raise CommandError(f"{path}: permission denied")
    with path.open("rb") as stream:
        head = stream.read(12)
    if head and not (head[:4] == b"RIFF" and head[8:] == b"WAVE"):
        raise click.UsageError(
            f"{path} is there and is no WAV file; name another one, or remove it first"
        )


def _write_wav(bench: Program, report: Report, path: Path) -> None:
    from benchside.audio import write_wav

    try:
        problems = write_wav(report, path, settings=bench.settings, home=bench.home)
    except ValueError as error:
        raise CommandError(str(error)) from None
    for problem in problems:
        echo(problem, err=True)
    echo(f"{path}: {clock_text(report.totals.duration_ms // 1000)} of cues")


def _moment_ms(text: str, end_ms: int) -> int:
    """Read a moment of a session; a bare number is seconds."""
    from benchside.session import InvalidValueError, parse_duration_ms

    try:
        moment_ms = parse_duration_ms(int(text) if text.isascii() and text.isdigit() else text)
    except InvalidValueError as mistake:
        raise click.UsageError(f"{mistake.message}; {mistake.expected}") from None
    if moment_ms >= end_ms:
        raise click.UsageError(f"the session is over after {clock_text(end_ms // 1000)}")
    return moment_ms
