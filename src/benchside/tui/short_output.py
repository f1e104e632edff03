"""The same drawing for a terminal in fewer bytes.

Textual writes every piece of a row with its whole style and a reset after it, and a move of the
cursor before it, whether they change anything or not. That is half of what goes to the terminal
while something moves. Here what the terminal does already is left out; whatever is not such a
piece is passed on as it is. Nothing is remembered from one drawing to the next, so a terminal that
was cleared, resized or written to by others is drawn as before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_RESET: Final = "\x1b[0m"

_MOVE: Final = r"\x1b\[\d+;\d+H"

_PIECE: Final = re.compile(
    rf"(?P<way>(?:\n*{_MOVE})*)\x1b\[(?P<style>[\d;]+)m(?P<text>[^\x00-\x1f\x7f-\x9f]*)"
)
"""Text in a style, after moves of which only the last counts: what stands between two resets.
Before a move a newline does nothing: Textual ends every row with one but the last."""

_LAST_MOVE: Final = re.compile(r"\x1b\[(\d+);(\d+)H$")

_NARROW: Final = re.compile("[ -~\u2800-\u28ff]*")
"""Characters that take one cell in every terminal; of blocks and others East Asian ones take two,
so after them the cursor is moved."""

_CODE: Final = re.compile(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+")

_BOLD, _DIM, _NOT_BOLD = "1", "2", "22"
_UNSEEN_ON_BLANKS: Final = frozenset({_BOLD, _DIM, "3"})
"""Bold, dim and italic change letters only; a line or a reversal is seen on a blank too."""


class _Style(NamedTuple):
    """The codes of a style (SGR, ECMA-48 8.3.117), sorted by what they set."""

    attributes: frozenset[str]
    foreground: str
    background: str


def shortened(drawing: str) -> str:
    """Return what draws the same on a terminal whose style is reset, with what repeats left out."""
    pen = _Pen()
    return "".join(
        pen.written(part, is_reset=number > 0) for number, part in enumerate(drawing.split(_RESET))
    )


class _Pen:
    """Where the terminal writes and in which style, as far as it is known for certain."""

    def __init__(self) -> None:
        self._style: str | None = None
        """The style that was never reset; None where there is nothing to leave out."""
        self._at: tuple[int, int] | None = None
        """Row and column of the cursor, from 1; None where a character may have taken two cells."""

    def written(self, part: str, *, is_reset: bool) -> str:
        """Return what to write for a part of a drawing, before which there was a reset, or not."""
        piece = _PIECE.fullmatch(part)
        if piece is None:
            self._style = self._at = None
            return _RESET + part if is_reset else part
        way, style, text = piece.groups()
        moved = self._moved(way)
        if self._at is not None:
            is_narrow = _NARROW.fullmatch(text) is not None
            self._at = (self._at[0], self._at[1] + len(text)) if is_narrow else None
        return moved + self._styled(style, text, _RESET if is_reset else "")

    def _moved(self, way: str) -> str:
        """Return the last of some moves, if the cursor is not there."""
        last = _LAST_MOVE.search(way)
        if last is None:
            return ""
        at = int(last[1]), int(last[2])
        if at == self._at:
            return ""
        self._at = at
        return last[0]

    def _styled(self, style: str, text: str, reset: str) -> str:
        """Return text with what its style changes."""
        if self._style is None:
            self._style = style
            return f"{reset}\x1b[{style}m{text}"
        if not text or (not text.strip(" ") and _is_same_blank(self._style, style)):
            return text
        change = _change(self._style, style)
        self._style = style
        return change + text


@lru_cache(maxsize=4096)
def _change(before: str, after: str) -> str:
    """Return what leads from one style to another: a reset, or only what differs."""
    old, new = _read(before), _read(after)
    anew = f"\x1b[0;{after}m"
    gone = old.attributes - new.attributes
    if gone - {_BOLD} or (gone and _DIM in new.attributes):
        return anew
    codes = [_NOT_BOLD] if gone else []
    codes += sorted(new.attributes - old.attributes)
    if old.foreground != new.foreground:
        codes.append(new.foreground or "39")
    if old.background != new.background:
        codes.append(new.background or "49")
    return min(f"\x1b[{';'.join(codes)}m", anew, key=len) if codes else ""


@lru_cache(maxsize=4096)
def _is_same_blank(one: str, other: str) -> bool:
    """Return whether a blank looks alike in two styles."""
    styles = _read(one), _read(other)
    is_plain = all(style.attributes <= _UNSEEN_ON_BLANKS for style in styles)
    return is_plain and styles[0].background == styles[1].background


@lru_cache(maxsize=1024)
def _read(style: str) -> _Style:
    """Return the codes of a style, such as `1;38;2;17;20;23`, sorted."""
    attributes, foreground, background = set(), "", ""
    for code in _CODE.findall(style):
        number = int(code.split(";")[0])
        if 30 <= number <= 39 or 90 <= number <= 97:
            foreground = code
        elif 40 <= number <= 49 or 100 <= number <= 107:
            background = code
        else:
            attributes.add(code)
    return _Style(frozenset(attributes), foreground, background)
