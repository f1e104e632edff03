"""Descriptions as plain text: Markdown becomes what it looks like, wrapped lines one paragraph."""

from __future__ import annotations

import re
from typing import Final

_IMAGE: Final = re.compile(r"!\[[^\[\]]*+\]\([^()]*+\)")
_LINK: Final = re.compile(r"\[([^\[\]]*+)\]\([^()]*+\)")
_MARKS: Final = re.compile(r"\*+|`+|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|^#+ ")
_BULLET: Final = re.compile(r"\s*(?:[*+•-]|[0-9]{1,2}[.)])\s+")


def plain(text: str) -> str:
    """Take the marks of Markdown off one line; an image says nothing."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text))).split())


def paragraphs(text: str) -> list[str]:
    """Return what is told: items of a list, and lines up to one that ends a sentence."""
    found: list[str] = []
    is_open = False
    for line in text.split("\n"):
        item = _BULLET.match(line)
        words = plain(line[item.end() :] if item else line)
        if words and is_open and not item:
            found[-1] = f"{found[-1]} {words}"
        elif words:
            found.append(words)
        is_open = bool(words) and not words.endswith((".", "!", "?", ":"))
    return found
