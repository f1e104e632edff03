"""Mutations of good files: seeded, so that a number names the same bytes on every machine.

A mutation knows nothing of a format but its tokens; it changes bytes, pieces, lines and values. The
shrinker looks for the shortest input that still does what the long one did.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_CHANGES: Final = 4

VALUES: Final = (
    b"0",
    b"-1",
    b"1e999",
    b"-1e-999",
    b"NaN",
    b"inf",
    b"-0",
    b"1E+999999",
    b'"1E+999999"',
    b'"1e5000"',
    b"9" * 19,
    b"9" * 400,
    b"9" * 5_000,
    b"0x" + b"f" * 40,
    b"9223372036854775808",
    b"1.5",
    b"null",
    b"true",
    b"[]",
    b"{}",
    b'""',
    b'" "',
    b"[" * 5_000,
    b'{"a":' * 3_000,
    b"[[1, 2], 3]",
    b'"' + b"a" * 100_000 + b'"',
    b'"\\u0000"',
    b'"\\ud800"',
    b'"\\u001b[2J\\u202e"',
    b'"\x1b]0;title\x07"',
    '"\u202e\u2066e\u0301\u200d\U0001f468"'.encode(),
    ('"' + "e" + "\u0301" * 3_000 + '"').encode(),
    '"\u0663\u0664"'.encode(),
    b'"0001-01-01T00:00:00+23:59"',
    b'"9999-12-31T23:59:59-23:59"',
    b"9999-12-31T23:59:59-23:59",
    b"0001-01-01",
    b'"-b"',
    b'"../../etc/passwd"',
)
"""What stands in the place of a value: too large, too deep, too strange."""

PIECES: Final = (
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\t",
    b"\x1b[31m",
    b"\x9b2J",
    b"\xc2\x9b2J",
    b"\x7f",
    "\u2028".encode(),
    "\u202e".encode(),
    "\u200b".encode(),
    b'"',
    b"'",
    b'"""',
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"[",
    b"]",
    b"{",
    b"}",
    b",",
    b"=",
    b":",
    b".",
    b"#",
    b"-",
    b"/",
    b" " * 1_000,
)
"""What is put anywhere, once or many times."""

_VALUE: Final = re.compile(rb"(?<=[=:])[ \t]*[^,}\]\n#]+")


def mutated(key: str, good: Sequence[bytes], tokens: Sequence[bytes], max_bytes: int) -> bytes:
    """Return one of the good files with some changes; the key decides which."""
    chance = random.Random(key)
    data = chance.choice(good)
    for _ in range(chance.randint(1, MAX_CHANGES)):
        data = chance.choice(_CHANGES)(chance, data, good, tokens)[:max_bytes]
    return data


def shrunk(data: bytes, still_fails: Callable[[bytes], bool], *, tries: int = 400) -> bytes:
    """Return a shorter input that fails as well, found by leaving pieces out."""
    size = max(len(data) // 2, 1)
    while size and tries > 0:
        at = 0
        while at < len(data) and tries > 0:
            shorter = data[:at] + data[at + size :]
            tries -= 1
            if shorter != data and still_fails(shorter):
                data = shorter
            else:
                at += size
        size //= 2
    return data


def _flip(chance: random.Random, data: bytes, _good: object, _tokens: object) -> bytes:
    changed = bytearray(data or b"\0")
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, data: bytes, _good: object, _tokens: object) -> bytes:
    start, end = _piece(chance, data)
    return data[:start] + data[end:]


def _cut_end(chance: random.Random, data: bytes, _good: object, _tokens: object) -> bytes:
    return data[: chance.randint(0, len(data))]


def _double(chance: random.Random, data: bytes, _good: object, _tokens: object) -> bytes:
    start, end = _piece(chance, data)
    times = chance.choice((1, 1, 2, 10, 500))
    return data[:end] + data[start:end] * times + data[end:]


def _swap(chance: random.Random, data: bytes, _good: object, _tokens: object) -> bytes:
    a, b, c, d = sorted(chance.randint(0, len(data)) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _insert(chance: random.Random, data: bytes, _good: object, tokens: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    piece = chance.choice((*PIECES, *tokens, *tokens))
    return data[:at] + piece * chance.choice((1, 1, 1, 2, 50, 20_000)) + data[at:]


def _value(
    chance: random.Random, data: bytes, good: Sequence[bytes], tokens: Sequence[bytes]
) -> bytes:
    """Put another value behind a key."""
    found = [match.span() for match in _VALUE.finditer(data)]
    if not found:
        return _insert(chance, data, good, tokens)
    start, end = chance.choice(found)
    return data[:start] + chance.choice((*VALUES, *tokens)) + data[end:]


def _lines(chance: random.Random, data: bytes, _good: object, _tokens: object) -> bytes:
    """Put lines elsewhere, twice or nowhere."""
    lines = data.splitlines(keepends=True)
    if not lines:
        return data
    for _ in range(chance.randint(1, 4)):
        line = lines[chance.randrange(len(lines))]
        match chance.randrange(3):
            case 0:
                lines.insert(chance.randint(0, len(lines)), line)
            case 1 if len(lines) > 1:
                lines.remove(line)
            case _:
                chance.shuffle(lines)
    return b"".join(lines)


def _splice(chance: random.Random, data: bytes, good: Sequence[bytes], _tokens: object) -> bytes:
    other = chance.choice(good)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _piece(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(start + chance.choice((1, 2, 4, 16, 100, 1_000)), len(data))


_CHANGES: Final = (
    _flip, _cut, _cut_end, _double, _swap, _insert, _insert, _value, _value, _value, _lines, _splice
)  # fmt: skip
