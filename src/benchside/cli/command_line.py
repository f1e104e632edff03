"""The command line as a whole: its commands, and how one that fails is told."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from benchside import __version__
from benchside.cli import COMMANDS
from benchside.cli.commands import LazyGroup
from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo
from benchside.cli.streams import ReaderGone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


OTHER_NAMES: Final[Mapping[str, str]] = {"history": "log", "config": "settings"}
"""What people type for a command that has another name here."""


class CommandLine(LazyGroup):
    """The commands, each in a module of its own; a reader that went away ends any of them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; it prints the help and the version."""
        with _reader_watched():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with _reader_watched():
            return super().invoke(ctx)


@contextmanager
def _reader_watched() -> Iterator[None]:
    """Keep click from ending with a status of its own where nobody reads its output."""
    try:
        yield
    except BrokenPipeError:
        raise ReaderGone from None


@click.group(
    cls=CommandLine,
    package="benchside.cli",
    summaries=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="benchside %(version)s")
@click.pass_context
def program(context: click.Context) -> int | None:
    """Pick a workout and be coached through it.

    \b
    benchside                            open the library
    benchside run first-session          be led through a session
    benchside show glute-tabata          see what a session holds
    benchside log best                   ask the log
    benchside help run                   read about a command

    Settings, log and own sessions lie where the system keeps such files, or all in the folder that
    BENCHSIDE_HOME names.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
    if context.invoked_subcommand is not None:
        return None
    from benchside.cli.screens import open_screens
    from benchside.cli.shared import need_terminal, open_bench

    need_terminal("benchside list")
    return open_screens(open_bench())


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status; raises OSError and ReaderGone."""
    try:
        status = program.main(as_meant(arguments), prog_name="benchside", standalone_mode=False)
    except CommandError as error:
        return _complain(str(error), Exit.TROUBLE)
    except click.UsageError as error:
        return _complain(error.format_message(), error.exit_code, hint=_help_hint(error))
    except click.ClickException as error:
        return _complain(error.format_message(), error.exit_code)
    except click.Abort:
        return Exit.INTERRUPTED
    return Exit.FINE if status is None else int(status)


def as_meant(arguments: Sequence[str]) -> list[str]:
    """Return a command line in the words of this program, where it is in those of others."""
    match arguments:
        case ["help", *rest]:
            return [*rest, "--help"]
        case ["version"]:
            return ["--version"]
        case [first, *rest] if first in OTHER_NAMES:
            return [OTHER_NAMES[first], *rest]
        case _:
            return [*arguments]


def tell_refusal(error: OSError) -> int:
    """Tell what the system has refused, and return the exit status."""
    from benchside.cli.shared import reason_of

    where = f"{error.filename}: " if error.filename else ""
    return _complain(f"{where}{reason_of(error)}", Exit.TROUBLE)


def _complain(message: str, status: int, *, hint: str = "") -> int:
    echo(f"benchside: {message[:1].lower()}{message[1:].rstrip('.')}{hint}", err=True)
    return status


def _help_hint(error: click.UsageError) -> str:
    """Point to the help; messages of our own say by themselves what to do."""
    if error.ctx is None or type(error) is click.UsageError:
        return ""
    return f'; see "{error.ctx.command_path} --help"'
