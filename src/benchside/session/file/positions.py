"""Places: the line and column of a key or a value, found by the path of keys that leads to it.

tomllib forgets positions, so a second parser that keeps them reads the text again, and only when
there is a problem. The place of a value is its first character; of a missing key, the header of
its table (line 1 for the file itself).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.session.file.findings import At, KeyPath, KeyProblem
from benchside.session.file.problems import Problem
from benchside.session.file.toml_text import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

MAX_PROBLEMS = 1_000
"""Of one file; who has more is not helped by more."""

MAX_DEPTH = 12
"""No key of this program lies deeper."""

_HEADERS = ("table", "table_array_element")
_KEYS = ("bare_key", "quoted_key", "dotted_key")


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Where something stands: from byte to byte of a line that counts from 0."""

    row: int
    start: int
    end: int | None
    """None means to the end of the line: it goes on in the next one."""


@dataclass(slots=True)
class SourceMap:
    """Where every key and value of a text stands."""

    keys: dict[KeyPath, SourceSpan] = field(default_factory=dict)
    values: dict[KeyPath, SourceSpan] = field(default_factory=dict)
    _lengths: dict[KeyPath, int] = field(default_factory=dict)
    """How many tables each list of tables has so far."""

    def span(self, path: KeyPath, at: At) -> SourceSpan:
        """Return the key or value, or the header of the nearest table around what is missing."""
        if at is At.KEY and path in self.keys:
            return self.keys[path]
        path = path[:-1] if at is At.MISSING else path
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, SourceSpan(0, 0, 1))

    def read(self, root: Node) -> None:
        """Note everything of a parsed text."""
        for node in root.named_children:
            if node.type == "pair":
                self._pair((), node)
            elif node.type in _HEADERS:
                self._table(node)

    def _table(self, node: Node) -> None:
        opening, key, closing, *pairs = (n for n in node.children if n.type != "comment")
        if key.type not in _KEYS:
            return
        header = SourceSpan(
            opening.start_point.row, opening.start_point.column, closing.end_point.column
        )
        path: KeyPath = ()
        for part in _parts(key):
            path = (*self._latest(path), _text(part))
            self.keys.setdefault(path, _span(part))
            self.values.setdefault(path, header)
        if node.type == "table_array_element":
            self._lengths[path] = self._lengths.get(path, 0) + 1
            path = self._latest(path)
        self.values[path] = header
        for pair in pairs:
            if pair.type == "pair":
                self._pair(path, pair)

    def _latest(self, path: KeyPath) -> KeyPath:
        """Return the table that a header means: the last one so far where there are several."""
        return (*path, self._lengths[path] - 1) if path in self._lengths else path

    def _pair(self, path: KeyPath, node: Node) -> None:
        key, value = _key_and_value(node)
        for part in _parts(key):
            path = (*path, _text(part))
            self.keys.setdefault(path, _span(part))
            self.values.setdefault(path, _span(value))
        self._value(path, value)

    def _value(self, path: KeyPath, node: Node) -> None:
        self.values[path] = _span(node)
        if len(path) >= MAX_DEPTH:
            return
        if node.type == "inline_table":
            for pair in node.named_children:
                if pair.type == "pair":
                    self._pair(path, pair)
        elif node.type == "array":
            entries = [child for child in node.named_children if child.type != "comment"]
            for i, entry in enumerate(entries):
                self._value((*path, i), entry)


def located(findings: Iterable[KeyProblem], *, text: str, file: str) -> tuple[Problem, ...]:
    """Make problems of findings: each with its line, column and source line, in their order."""
    source = Source(file, text)
    places = _places(text)
    every = list(findings)
    problems = sorted(_problem(finding, source, places) for finding in every[:MAX_PROBLEMS])
    more = len(every) - MAX_PROBLEMS
    if more > 0:
        problems.append(Problem(file=file, message=f"and {more:,} more problems"))
    return tuple(problems)


def set_value(text: str, key: str, written: str) -> str:
    """Return a text with another value for a key outside of all tables; nothing else is changed.

    `written` is the value as TOML writes it. A text without the key stays as it is.
    """
    for node in _parsed(text).named_children:
        if node.type == "pair" and _text(node.named_children[0]) == key:
            _, value = _key_and_value(node)
            raw = text.encode()
            return (raw[: value.start_byte] + written.encode() + raw[value.end_byte :]).decode()
    return text


def add_value(text: str, key: str, written: str) -> str:
    """Return a text with a line for a key that it lacks: at its end, or before its first table."""
    line = f"{key} = {written}\n"
    for node in _parsed(text).named_children:
        if node.type in _HEADERS:
            raw = text.encode()
            start = _above_comments(raw, node.start_byte)
            return (raw[:start] + line.encode() + raw[start:]).decode()
    return f"{text.rstrip()}\n{line}".lstrip("\n")


def _above_comments(raw: bytes, start: int) -> int:
    """Return where the empty lines and comments begin that stand above a byte of a text."""
    lines = raw[:start].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith(b"#")):
        start -= len(lines.pop())
    return start


def place_of_value(text: str, path: KeyPath) -> tuple[int, int, int] | None:
    """Return where a value stands, as its line from 0 and its first and last byte in that line.

    Of a table it is its header. None where there is none, or where it has several lines.
    """
    span = _places(text).values.get(path)
    return None if span is None or span.end is None else (span.row, span.start, span.end)


def _places(text: str) -> SourceMap:
    places = SourceMap()
    places.read(_parsed(text))
    return places


def _parsed(text: str) -> Node:
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node


def _problem(finding: KeyProblem, source: Source, places: SourceMap) -> Problem:
    span = places.span(finding.path, finding.at)
    line = source.lines[span.row]
    column = _characters(line, span.start)
    end = len(line.rstrip()) if span.end is None else _characters(line, span.end)
    return source.problem(
        finding.message,
        line=span.row + 1,
        column=column + 1,
        width=end - column,
        hint=finding.hint,
        path=finding.path,
    )


def _characters(line: str, bytes_before: int) -> int:
    """Return how many characters so many bytes of a line are."""
    return len(line.encode()[:bytes_before].decode(errors="replace"))


def _key_and_value(pair: Node) -> tuple[Node, Node]:
    """Take a pair apart; a comment behind the value belongs to the pair too."""
    key, *more = pair.named_children
    return key, more[0] if more else key


def _span(node: Node) -> SourceSpan:
    (row, start), (last_row, end) = node.start_point, node.end_point
    return SourceSpan(row, start, end if row == last_row else None)


def _parts(key: Node) -> list[Node]:
    """Return the single keys of a dotted key, in order."""
    if key.type != "dotted_key":
        return [key]
    return [part for child in key.named_children for part in _parts(child)]


def _text(key: Node) -> str:
    raw = (key.text or b"").decode()
    if key.type == "bare_key":
        return raw
    try:
        return next(iter(tomllib.loads(f"{raw} = 0")))
    except tomllib.TOMLDecodeError:
        return raw
