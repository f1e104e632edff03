"""`benchside completion`: what a shell reads to complete command lines."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import get_completion_class

from benchside.cli.output.lines import echo_text
from benchside.cli.shortcuts import COMPLETION
from benchside.session import choices

SHELLS: Final = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS), required=False)
def command(*, shell: str | None) -> None:
    """Print what a shell reads to complete commands, options and names of sessions.

    \b
    bash  eval "$(benchside completion bash)"           in ~/.bashrc
    zsh   eval "$(benchside completion zsh)"            in ~/.zshrc
    fish  benchside completion fish | source            in ~/.config/fish/config.fish
    """
    from benchside.cli.command_line import program

    if shell is None:
        raise click.UsageError(f"for which shell? name {choices(SHELLS)}")
    completion = get_completion_class(shell)
    assert completion is not None, "click knows the three shells"
    echo_text(completion(program, {}, "benchside", COMPLETION).source())
