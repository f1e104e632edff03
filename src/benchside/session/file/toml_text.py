"""TOML text as tables, within bounds; or the one problem that forbids it.

Refuses what is too large, too deep or no TOML, quickly and without ever raising. It also knows the
lines of a text as they may be shown, so that every problem with a place is made here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.session.file.problems import Problem
from benchside.session.values.errors import printable

if TYPE_CHECKING:
    from benchside.session.file.findings import KeyPath

MAX_BYTES = 1024 * 1024
"""Of a file; no session that a person can do is longer."""

MAX_MARKS = 20_000
"""Of `=`, `,`, `[` and backslashes in a file, so about as many values: ten times a long session."""

MAX_DOTS = 6
"""Keys that a dotted key may have; what TOML does with more costs time by their square."""

_DOTTED = (
    rf"""(?<![\w."'-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MAX_DOTS}}}"""
)
_HINTS = (
    ("Expected '=' after", "write key = value"),
    ("Invalid statement", "write key = value, [table] or [[list of tables]]"),
    ("Invalid value", 'write a number, "text", a [list] or a { table }'),
    ("Unterminated string", "end the text with a quote"),
    ("Unclosed array", "end the list with ]"),
    ("Cannot overwrite a value", "a key stands only once in a table"),
    ("Cannot declare", "a table stands only once; a list of tables is written [[…]]"),
    ("Illegal character", "write plain text"),
    ("Found invalid character", "write plain text"),
    ("Exceeds the limit", "write a number of a few digits"),
)
"""What to write instead, by how the message of tomllib begins."""

_UNQUOTED = ("Expected newline", "Invalid value", "Invalid date")
"""What tomllib says of a text without quotes."""

MAX_SHOWN = 160
"""A longer line is shown in part: so many characters of it."""

MAX_BEFORE = 40
"""Characters shown before the place where a long line is wrong."""

_AT = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"
_VALUE = r"\s*([A-Za-z0-9_-]+)\s*=\s*([^\s#][^#]*)"
_HUGE = r"[0-9_]{1000}"
# Compiled where they are needed: the library reads its names before its first frame.


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text by lines, to show a problem in."""

    file: str
    text: str
    lines: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        lines = tuple(line.rstrip("\r") for line in self.text.split("\n"))
        object.__setattr__(self, "lines", lines)

    def problem(
        self, message: str, *, line: int, column: int, width: int, hint: str, path: KeyPath = ()
    ) -> Problem:
        """Make a problem with its place; each tab of the line is shown as one space."""
        text = self.lines[line - 1]
        start = max(column - MAX_BEFORE, 1) if len(text) > MAX_SHOWN else 1
        text = printable(text[start - 1 : start - 1 + MAX_SHOWN].replace("\t", " ")).rstrip()
        return Problem(
            file=self.file,
            path=path,
            message=printable(message),
            hint=hint,
            line=line,
            column=column,
            source_line=text,
            source_start=start,
            width=max(min(width, start + len(text) - column), 1),
        )


def without_mark(text: str) -> str:
    """Return a text without the byte order mark that some editors put before it."""
    return text.removeprefix("\ufeff")


def parsed_toml(text: str, *, file: str) -> dict[str, object] | Problem:
    """Read the tables of a TOML text, or tell why it has none."""
    try:
        size = len(text) if len(text) > MAX_BYTES else len(text.encode())
    except UnicodeEncodeError:  # half of a surrogate pair
        return Problem(file=file, message="the file is not UTF-8 text", hint="save it as UTF-8")
    if size > MAX_BYTES:
        return Problem(file=file, message="the file is larger than 1 MiB", hint="split it")
    if sum(text.count(mark) for mark in "=,[\\") > MAX_MARKS:
        message = f"the file has more than {MAX_MARKS:,} values"
        return Problem(file=file, message=message, hint="split it")
    source = Source(file, text)
    if text.count(".") >= MAX_DOTS and (match := re.search(_DOTTED, text)):
        line, column = _place_at(text, match.start())
        message = f"a key has more than {MAX_DOTS} parts"
        return source.problem(message, line=line, column=column, width=1, hint="")
    try:
        return tomllib.loads(text)
    except RecursionError:
        return Problem(file=file, message="lists or tables are nested too deeply")
    except ValueError as error:  # TOMLDecodeError, and what int() and datetime() refuse
        return _syntax_problem(source, str(error))


def _syntax_problem(source: Source, message: str) -> Problem:
    """Return in the words of this program what tomllib has said."""
    hint = next((hint for start, hint in _HINTS if message.startswith(start)), "")
    what = re.sub(_AT, "", message).partition(" for integer")[0]
    what = f"not valid TOML: {what[:1].lower()}{what[1:]}"
    line, column = _place_of(source, message)
    if line > len(source.lines):
        return Problem(file=source.file, message=printable(what), hint=hint)
    text = source.lines[line - 1]
    written = re.match(_VALUE, text)
    is_unquoted = written and written[2][0] not in "\"'[{" and message.startswith(_UNQUOTED)
    if written and is_unquoted and column >= written.start(2):
        value = written[2].strip()
        hint = f'text stands in quotes: write {written[1]} = "{printable(value)}"'
        column = written.start(2) + 1
        return source.problem(what, line=line, column=column, width=len(value), hint=hint)
    if "twice" in message or "overwrite" in message:
        column = len(text) - len(text.lstrip()) + 1
        return source.problem(what, line=line, column=column, width=len(text.strip()), hint=hint)
    if written and message.startswith(("Unterminated string", "Illegal character '\\n'")):
        column = written.start(2) + 1
    return source.problem(what, line=line, column=column, width=1, hint=hint)


def _place_of(source: Source, message: str) -> tuple[int, int]:
    """Line and column that a message of tomllib names, both counted from 1."""
    place = re.search(_AT, message)
    if place and place[1]:
        return int(place[1]), int(place[2])
    if place:
        line = max((i for i, text in enumerate(source.lines, 1) if text.strip()), default=1)
        return line, len(source.lines[line - 1].rstrip()) + 1
    huge = re.search(_HUGE, source.text)
    return _place_at(source.text, huge.start() if huge else 0)


def _place_at(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
