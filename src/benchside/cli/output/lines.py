"""The one place where lines leave for the terminal, made safe on the way.

Text from files, names of files and what was typed may hold escapes and line breaks; here they
become the replacement character. Colours are given beside the text, never in it. JSON stays what
it is, with control characters and bidirectional marks as escapes.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Final, NamedTuple

from benchside.session import printable

_UNSAFE_IN_JSON: Final = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""DEL, C1 controls, bidirectional marks, line breaks and surrogates; JSON escapes C0 by itself."""


class Styled(NamedTuple):
    """A part of a line with its look."""

    text: str
    fg: str | None = None
    bold: bool | None = None
    dim: bool | None = None


def echo(*parts: str | Styled, err: bool = False) -> None:
    """Print one line, on standard output or standard error.

    Raises OSError where standard output cannot be written; that standard error cannot be is nothing
    that could be told.
    """
    import click  # the screens open without it

    line = "".join(_safe(part) for part in parts)
    if not err:
        click.echo(line)
        return
    with suppress(OSError):
        click.echo(line, err=True)


def echo_text(text: str, *, err: bool = False) -> None:
    """Print a text of several lines."""
    for line in text.split("\n"):
        echo(line, err=err)


def print_json(value: object) -> None:
    """Print a value as JSON; text stays readable, what commands a terminal is escaped."""
    import click

    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(_UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def _safe(part: str | Styled) -> str:
    if isinstance(part, str):
        return printable(part)
    import click

    return click.style(printable(part.text), fg=part.fg, bold=part.bold, dim=part.dim)
