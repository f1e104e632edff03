"""The interrupted session: asked about before another one begins, and never lost by asking."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from benchside.cli.exits import Trouble
from benchside.session.mistake import shown
from benchside.wording import counted

if TYPE_CHECKING:
    from benchside.interrupted import Interrupted
    from benchside.player import Player
    from benchside.wiring import Bench

OPTIONS = "--resume, --save-leftover or --discard-leftover"


def ask(bench: Bench) -> Player | None:
    """Ask what is to become of an interrupted session; a player if it goes on."""
    interrupted = bench.leftover()
    if interrupted is None:
        return None
    click.echo(_told(interrupted))
    if sys.stdin is None or not sys.stdin.isatty():
        raise Trouble(f"a session was interrupted; say what is to become of it: {OPTIONS}")
    answer = click.prompt(
        "Go on with it, save it as partial, or discard it",
        type=click.Choice(["go on", "save", "discard"]),
        default="go on",
    )
    match answer:
        case "save":
            save(bench)
        case "discard":
            give_up(bench)
        case _:
            return bench.resume()
    return None


def resume(bench: Bench) -> Player:
    """Go on with the interrupted session."""
    click.echo(_told(_needed(bench)))
    return bench.resume()


def save(bench: Bench) -> None:
    """Log what was done of the interrupted session."""
    _needed(bench)
    record = bench.save_leftover()
    click.echo(f"{shown(record.session.name)} is logged as {record.status} in {bench.log_path}")


def give_up(bench: Bench) -> None:
    """Remove the interrupted session for good."""
    interrupted = _needed(bench)
    bench.discard_leftover()
    click.echo(f"{shown(interrupted.session)} is discarded")


def _needed(bench: Bench) -> Interrupted:
    interrupted = bench.leftover()
    if interrupted is None:
        raise Trouble("no session was interrupted")
    return interrupted


def _told(interrupted: Interrupted) -> str:
    done = f"{interrupted.sets_done} of {counted(interrupted.sets_total, 'set')} done"
    return (
        f"{shown(interrupted.session)} of {interrupted.started.astimezone():%Y-%m-%d %H:%M} "
        f"was interrupted, {done}."
    )
