"""TOML text as tables, within bounds; or the one problem that forbids it.

Refuses what is too large, too deep or no TOML, quickly and without ever raising. It also knows the
lines of a text as they may be shown, so that every problem with a place is made here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

from benchside.session.mistake import shown
from benchside.session.problems import Problem

MAX_BYTES = 1024 * 1024
"""Of a file; no session that a person can do is longer."""

MAX_DOTS = 12
"""Keys that a dotted key may have; what TOML does with more costs time by their square."""

_DOTTED = re.compile(
    rf"""(?<![\w."'-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MAX_DOTS}}}"""
)
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BARE_VALUE = re.compile(r"""\s*([A-Za-z0-9_-]+)\s*=\s*([^\s"'\[{#][^#]*)""")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text by lines, to show a problem in."""

    file: str
    text: str
    lines: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        lines = tuple(line.rstrip("\r") for line in self.text.split("\n"))
        object.__setattr__(self, "lines", lines)

    def shown_line(self, line: int) -> str:
        """Give a line, counted from 1, as it may be shown; each tab is one space."""
        return shown(self.lines[line - 1].replace("\t", " ")).rstrip()


def without_mark(text: str) -> str:
    """Give a text without the byte order mark that some editors put before it."""
    return text.removeprefix("\ufeff")


def parsed_toml(text: str, *, file: str) -> dict[str, object] | Problem:
    """Read the tables of a TOML text, or tell why it has none."""
    try:
        size = len(text) if len(text) > MAX_BYTES else len(text.encode())
    except UnicodeEncodeError:  # half of a surrogate pair
        return Problem(file=file, message="the file is not UTF-8 text", hint="save it as UTF-8")
    if size > MAX_BYTES:
        return Problem(file=file, message="the file is larger than 1 MiB", hint="split it")
    source = Source(file, text)
    if match := _DOTTED.search(text):
        return _at_offset(source, match.start(), f"a key of more than {MAX_DOTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        return Problem(file=file, message="lists or tables are nested too deeply")
    except ValueError as error:  # TOMLDecodeError, and what int() and datetime() refuse
        return _syntax_problem(source, str(error))


def _at_offset(source: Source, offset: int, message: str) -> Problem:
    before = source.text[:offset]
    line = before.count("\n") + 1
    column = offset - (before.rfind("\n") + 1) + 1
    return _problem(source, line, column, message, "")


def _syntax_problem(source: Source, message: str) -> Problem:
    """Say in the words of this program what the TOML parser has said."""
    place = _AT.search(message)
    what = _AT.sub("", message).split(" Exceeds", maxsplit=1)[0]
    what = f"not valid TOML: {what[:1].lower()}{what[1:]}"
    if place is None:
        return Problem(file=source.file, message=shown(what))
    if place[1] is None:
        line = max((i for i, text in enumerate(source.lines, 1) if text.strip()), default=1)
        return _problem(source, line, len(source.lines[line - 1].rstrip()) + 1, what, "")
    line, column = int(place[1]), int(place[2])
    written = _BARE_VALUE.match(source.lines[line - 1]) if line <= len(source.lines) else None
    if written and column > written.start(2):
        value = written[2].strip()
        hint = f'text stands in quotes: write {written[1]} = "{shown(value)}"'
        return _problem(source, line, written.start(2) + 1, what, hint, width=len(value))
    return _problem(source, line, column, what, "")


def _problem(
    source: Source, line: int, column: int, message: str, hint: str, *, width: int = 1
) -> Problem:
    return Problem(
        file=source.file,
        message=shown(message),
        hint=hint,
        line=line,
        column=column,
        source_line=source.shown_line(line),
        width=width,
    )
