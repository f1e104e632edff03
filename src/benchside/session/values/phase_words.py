"""Words for the four phases of a rep, in the order of a tempo: `["down", "low", "up", "tall"]`."""

from __future__ import annotations

from benchside.session.values.errors import InvalidValueError, quote_value

PHASES = 4
"""Eccentric, pause stretched, concentric, pause contracted."""

MAX_WORD = 8
"""Letters of a word; the screen shows it as large as it can."""

_EXPECTED = 'write four words in the order of the tempo: ["down", "low", "up", "tall"]'


def parse_word(value: object) -> str:
    """Read the word for a phase; raises `InvalidValueError`."""
    word = value.strip() if isinstance(value, str) else ""
    if not word.isalpha() or len(word) > MAX_WORD:
        raise InvalidValueError(
            f"{quote_value(value)} is not a word of at most {MAX_WORD} letters", _EXPECTED
        )
    return word


def checked_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a rep; raises `InvalidValueError` unless there are four of them."""
    if len(words) != PHASES:
        raise InvalidValueError(f"has {len(words)} of {PHASES} words", _EXPECTED)
    return words
