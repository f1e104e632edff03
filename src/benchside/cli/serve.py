"""`benchside serve`: the screens in a browser, on this machine or on one beside the bench."""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
from typing import Final

import click

from benchside.cli.exits import CommandError
from benchside.cli.output.lines import echo
from benchside.cli.shared import reason_of
from benchside.web import MIN_TOKEN_LENGTH, Guard, is_loopback, own_names, urls

TOKEN_VARIABLE: Final = "BENCHSIDE_TOKEN"
"""Names a token to be asked for, on this machine too; unset means a new one where one is needed."""

PROGRAM: Final = (sys.executable, "-P", "-m", "benchside")
"""The program that a tab runs; `-P`, for a folder called benchside may lie where one stands."""

_MISSING: Final = (
    "a browser is served by textual-serve, which is not installed; "
    'install it with: pip install "benchside[serve]"'
)


@click.command("serve")
@click.option(
    "--host", metavar="ADDRESS", default="127.0.0.1", help="Listen here; 0.0.0.0 for the network."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="0 takes a free one.")
@click.option(
    "--name",
    "names",
    metavar="NAME",
    multiple=True,
    help="Another name that browsers reach this machine by.",
)
def command(*, host: str, port: int, names: tuple[str, ...]) -> int:
    """Open the library in a browser. The sound stays at this machine.

    Every tab is a program of its own. Beyond this machine the address has a token: whoever has it
    drives the program with your rights.
    """
    guard = _guard(host, names, os.environ.pop(TOKEN_VARIABLE, ""))
    try:
        from benchside.web import BrowserServer
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "benchside":
            raise
        raise CommandError(_MISSING) from None

    server = BrowserServer(PROGRAM, guard)
    try:
        number = asyncio.run(server.run(host, port, lambda port: _tell(host, port, guard.token)))
    except OSError as error:
        raise CommandError(
            f"cannot listen at {error.filename}: {reason_of(error)}; choose --host or --port anew"
        ) from None
    return 128 + number  # as shells tell a signal


def _guard(host: str, names: tuple[str, ...], token: str) -> Guard:
    """Decide what is answered; beyond this machine a token is asked for in any case."""
    if token and len(token) < MIN_TOKEN_LENGTH:
        raise click.UsageError(
            f"the token in {TOKEN_VARIABLE} has {len(token)} characters; "
            f"give it {MIN_TOKEN_LENGTH} or more, or unset it"
        )
    called = frozenset(name.lower() for name in names)
    if is_loopback(host):
        return Guard(names=called, token=token)
    return Guard(
        names=called | own_names() | {host.lower()},
        is_public=True,
        token=token or secrets.token_urlsafe(16),
    )


def _tell(host: str, port: int, token: str) -> None:
    here, *elsewhere = urls(host, port, token=token)
    echo(f"Benchside is at {here}")
    for url in elsewhere:
        echo(f"and for others at {url}")
    echo("Sound is played by this machine. Ctrl-C ends the server and the program of every tab.")
    sys.stdout.flush()
