"""Groups of commands: a name that is none of them gets the one told that was perhaps meant."""

from __future__ import annotations

import importlib
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from benchside.session import choices, closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class CommandGroup(click.Group):
    """Commands under one name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or end in a usage error with the nearest one."""
        name, known = args[0], self.list_commands(ctx)
        if name in known or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        meant = _meant(name, known)
        hint = f"did you mean {choices(meant)}?" if meant else f'see "{ctx.command_path} --help"'
        raise click.UsageError(f'there is no command "{name}"; {hint}')


class LazyGroup(CommandGroup):
    """Commands with a module of their name each, imported when it is called for its `command`."""

    def __init__(self, *args: Any, package: str, summaries: Mapping[str, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._package = package
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands in the order in which they are needed."""
        return [*self._summaries]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in self._summaries:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"{self._package}.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([*self._summaries.items()])


def _meant(name: str, known: Iterable[str]) -> list[str]:
    """Commands that begin with what was typed, else the one that is spelled alike."""
    word = name.casefold()
    begun = [one for one in known if word and one.startswith(word)]
    alike = closest(name, known)
    return begun or ([alike] if alike else [])
