"""Look-alikes: characters that a person takes for a digit, a sign or a space of ASCII.

Copied plans and other keyboards bring full-width and Arabic digits, dashes for a minus, spaces that
do not break and letters of another script. A value that is made of them reads as it looks.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00d7\u2715\u2716\u2a2f", "x"),
        "\u066b": ".",  # Arabic decimal separator
        "\u066a": "%",  # Arabic percent sign
    }
)


def as_ascii(text: str) -> str:
    """Return a text with its digits, signs and spaces in ASCII, and without what is invisible.

    Letters of other scripts stay what they are; runs of spaces become one.
    """
    plain = "".join(_plain(character) for character in unicodedata.normalize("NFKC", text))
    return " ".join(plain.translate(_SIGNS).split())


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) == "Cf":
        return ""
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
