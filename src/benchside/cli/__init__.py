"""TYPED: a command each, imported only when it is used. No logic: they call the wiring and print.

Whatever goes wrong by the user's hand or the system's is one line on standard error and an exit
status, never a traceback.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from benchside.cli.commands import LazyGroup
from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo
from benchside.cli.streams import prepare_streams, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

COMMANDS: Final[Mapping[str, str]] = {
    "run": "Lead through a session.",
    "list": "List the sessions of the library.",
    "show": "Show what a session holds and when it happens.",
    "check": "Find the problems of session files.",
    "new": "Write a new session.",
    "import": "Turn a plan of another program into sessions.",
    "log": "List the sessions that were done.",
    "sound": "List sound devices and packs, or play every cue.",
    "serve": "Open the library in a browser.",
    "doctor": "Check terminal, sound, folders, log and clock.",
    "schema": "Print the JSON Schema of session files.",
}
"""Every command with what it does; the module of its name is imported when it is called."""


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


class ReaderGone(Exception):  # noqa: N818 - nothing failed: there is enough output
    """Whoever read the output went away; click would end with a status of its own."""


@contextmanager
def _reader_watched() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise ReaderGone from None


@click.group(
    cls=CommandLine,
    package=__name__,
    summaries=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="benchside", message="benchside %(version)s")
@click.pass_context
def program(context: click.Context) -> int | None:
    """Open the library: pick a session and be led through it.

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


def main(arguments: Sequence[str] | None = None, *, standalone_mode: bool = True) -> int:
    """Run a command and give its exit status; in standalone mode end the process with it."""
    status = _run(arguments)
    if standalone_mode:
        sys.exit(status)
    return status


def _run(arguments: Sequence[str] | None) -> int:
    prepare_streams()
    try:
        status = _called(arguments)
        sys.stdout.flush()
    except (ReaderGone, BrokenPipeError):
        status = Exit.BROKEN_PIPE
    except OSError as error:
        status = _complain(CommandError(_told(error)))
    except KeyboardInterrupt:
        status = Exit.INTERRUPTED
    settle(sys.stdout)
    settle(sys.stderr)
    return status


def _called(arguments: Sequence[str] | None) -> int:
    """Run a command and give its exit status; raises OSError."""
    try:
        status = program.main(arguments, prog_name="benchside", standalone_mode=False)
    except click.UsageError as error:
        return _complain(error, hint=_help_hint(error))
    except click.ClickException as error:
        return _complain(error)
    except click.Abort:
        return Exit.INTERRUPTED
    return Exit.FINE if status is None else int(status)


def _complain(error: click.ClickException, *, hint: str = "") -> int:
    message = error.format_message()
    echo(f"benchside: {message[:1].lower()}{message[1:].rstrip('.')}{hint}", err=True)
    return error.exit_code


def _help_hint(error: click.UsageError) -> str:
    """Point to the help; messages of our own say by themselves what to do."""
    if error.ctx is None or type(error) is click.UsageError:
        return ""
    return f'; see "{error.ctx.command_path} --help"'


def _told(error: OSError) -> str:
    from benchside.cli.shared import reason_of

    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{reason_of(error)}"
