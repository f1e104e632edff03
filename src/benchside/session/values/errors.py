"""A mistake in a written value: what is wrong with it, and what was expected.

The parsers raise it where they find it; `reading` turns it into a problem with its place. It also
holds the few words that all messages share, so that they sound alike.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SHOWN_LENGTH = 40
"""A longer value is cut in a message."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0 and C1 controls, line breaks, what reorders a line (bidi), and halves of a character."""


class InvalidValueError(ValueError):
    """A written value that means nothing here."""

    def __init__(self, message: str, expected: str | Callable[[], str] = "") -> None:
        super().__init__(message)
        self.message = message
        """What was read, and what is wrong with it."""
        self._expected = expected

    @property
    def expected(self) -> str:
        """What to write instead; empty where the message says it.

        Where it takes a look at other values it is worked out when it is asked for, so that a
        suggestion that is wrong itself leads to no further one.
        """
        return self._expected if isinstance(self._expected, str) else self._expected()


def is_control(character: str) -> bool:
    """Return whether a character commands a terminal, alone or as half of a pair."""
    return _CONTROL.match(character) is not None


def printable(text: str) -> str:
    """Return text as it may reach a screen: control characters become the replacement character."""
    return _CONTROL.sub("\ufffd", text)


def is_safe(text: str) -> bool:
    """Return whether nothing in a text commands a terminal."""
    return _CONTROL.search(text) is None


def without_controls(text: str) -> str:
    """Return text as wide as a terminal takes it to be: control characters are left out."""
    return _CONTROL.sub("", text)


def quote_value(value: object) -> str:
    """Return a value as TOML writes it, on one line and not too long."""
    match value:
        case bool():
            text = "true" if value else "false"
        case str():
            text = f'"{value[: SHOWN_LENGTH + 1]}"'
        case dict():
            return "{ … }"
        case list() | tuple():
            return "[ … ]"
        case int() if value.bit_length() > 128:
            return "a huge number"
        case _:
            text = str(value)
    if len(text) > SHOWN_LENGTH:
        text = text[: SHOWN_LENGTH - 1] + "…"
    return printable(text)


def suggestion(parse: Callable[[object], object], written: str, *, otherwise: str) -> str:
    """Tell to write a value instead, if it is one that the parser takes; else something else."""
    try:
        parse(written)
    except InvalidValueError:
        return otherwise
    return f'write "{written}"'


def checked_hint(parse: Callable[[object], object], hint: str, *, otherwise: str) -> str:
    """Return a hint, unless it tells to write one value that the parser does not take."""
    value = re.fullmatch(r'write "([^"]*)"', hint)
    return hint if value is None else suggestion(parse, value[1], otherwise=otherwise)


def closest(word: str, words: Iterable[str]) -> str | None:
    """Return the known word that somebody probably meant."""
    matches = get_close_matches(word.lower()[:SHOWN_LENGTH], list(words), n=1, cutoff=0.6)
    return matches[0] if matches else None


def choices(words: Iterable[str]) -> str:
    """Return words as a choice: `"a", "b" or "c"`."""
    *firsts, last = [f'"{word}"' for word in words]
    return f"{', '.join(firsts)} or {last}" if firsts else last
