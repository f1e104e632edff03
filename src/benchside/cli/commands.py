"""Groups of commands: a name that is none of them gets the one told that was perhaps meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from benchside.session.values.errors import choices, closest

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def _meant(name: str, known: Iterable[str]) -> list[str]:
    """Commands that begin with what was typed, else the one that is spelled alike."""
    word = name.casefold()
    begun = [one for one in known if word and one.startswith(word)]
    alike = closest(name, known)
    return begun or ([alike] if alike else [])
