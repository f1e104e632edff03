"""The interrupted session: asked about before another one begins, and never lost by asking."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from benchside.cli.exits import CommandError
from benchside.cli.output.lines import echo
from benchside.cli.shared import ask as ask_for
from benchside.session import printable
from benchside.view import counted

if TYPE_CHECKING:
    from benchside.app import Program
    from benchside.player import InterruptedSession, SessionAside, SessionLoop

OPTIONS = "--resume, --save-leftover or --discard-leftover"


def ask(bench: Program) -> SessionLoop | None:
    """Ask what is to become of an interrupted session; a session if it goes on."""
    interrupted = find_leftover(bench)
    if interrupted is None:
        return None
    echo(_told(interrupted))
    if sys.stdin is None or not sys.stdin.isatty():
        raise CommandError(f"a session was interrupted; say what is to become of it: {OPTIONS}")
    match _asked():
        case "save":
            _save(bench, interrupted)
        case "discard":
            _discard(bench, interrupted)
        case _:
            return bench.unfinished.resume(interrupted)
    return None


def _asked() -> str:
    try:
        return ask_for(
            "Go on with it, save it as partial, or discard it",
            choice=click.Choice(["go on", "save", "discard"]),
            default="go on",
        )
    except EOFError:
        raise CommandError(f"no answer came; say what is to become of it: {OPTIONS}") from None


def find_leftover(bench: Program) -> InterruptedSession | None:
    """Return the interrupted session; tell what was done by itself with one that is none."""
    interrupted = bench.unfinished.find()
    for notice in bench.unfinished.take_notices():
        echo(printable(notice), err=True)
    return interrupted


def resume(bench: Program) -> SessionLoop:
    """Go on with the interrupted session."""
    interrupted = _needed(bench)
    echo(_told(interrupted))
    return bench.unfinished.resume(interrupted)


def find_aside(bench: Program, name: str) -> SessionAside:
    """Return a session that was given up; a usage error where there is none of this name."""
    aside = bench.unfinished.aside()
    chosen = next((one for one in aside if one.name == name), None)
    if chosen is None:
        hint = '"benchside run --resume" lists those that were' if aside else "none was"
        raise click.UsageError(f'no session "{printable(name)}" was set aside; {hint}')
    return chosen


def list_aside(bench: Program) -> None:
    """List the sessions that were given up; ends with an error where there is none."""
    aside = bench.unfinished.aside()
    if not aside:
        raise CommandError("no session was interrupted, and none was set aside")
    echo("No session was interrupted. These were set aside, for 30 days:")
    for one in aside:
        echo(f"  {one.name}  {_which(one.interrupted)}")
    echo(f'"benchside run --resume {aside[0].name}" goes on with the latest.')


def save(bench: Program) -> None:
    """Log what was done of the interrupted session."""
    _save(bench, _needed(bench))


def discard(bench: Program) -> None:
    """Give the interrupted session up; it is set aside."""
    _discard(bench, _needed(bench))


def _save(bench: Program, interrupted: InterruptedSession) -> None:
    record = bench.unfinished.save(interrupted)
    echo(f"{printable(record.session.name)} is logged as {record.status} in {bench.home.log}")


def _discard(bench: Program, interrupted: InterruptedSession) -> None:
    bench.unfinished.discard(interrupted)
    name = printable(interrupted.session)
    echo(f'{name} is discarded; for 30 days "benchside run --resume" can bring it back')


def _needed(bench: Program) -> InterruptedSession:
    interrupted = find_leftover(bench)
    if interrupted is None:
        raise CommandError("no session was interrupted")
    return interrupted


def _told(interrupted: InterruptedSession) -> str:
    return f"{_started(interrupted)} was interrupted, {_done(interrupted)}."


def _which(interrupted: InterruptedSession) -> str:
    return f"{_started(interrupted)}, {_done(interrupted)}"


def _started(interrupted: InterruptedSession) -> str:
    return f"{printable(interrupted.session)} of {interrupted.started:%Y-%m-%d %H:%M}"


def _done(interrupted: InterruptedSession) -> str:
    return f"{interrupted.sets_done} of {counted(interrupted.sets_total, 'set')} done"
