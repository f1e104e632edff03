"""Lines of styled text, laid out by cells.

What comes from a file can be of any length. The functions here cut it so that everything beside
it stays on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = " · "
"""Stands between parts of a line."""

MUTED = "$text-muted"
"""The style of what is read at second glance."""

MAX_ROWS: Final = 3
"""Rows that a name may take where it wraps."""


def joined(parts: Iterable[Content | str]) -> Content:
    """Parts with a gap between them; empty ones are left out."""
    return Content(GAP).join([part for part in parts if len(part)])


def fitted(parts: Iterable[Content], width: int) -> Content:
    """Parts with a gap between them on one line; where they do not fit, the longest are cut."""
    given = [part for part in parts if len(part)]
    room = width - len(GAP) * (len(given) - 1)
    share = _share([part.cell_length for part in given], room)
    return joined(part.truncate(share, ellipsis=True) for part in given)


def whole(parts: Iterable[Content], width: int) -> Content:
    """Return the parts that fit on one line as they are; only the first is cut, if it must be."""
    first, *others = [part for part in parts if len(part)] or [Content()]
    line = first.truncate(width, ellipsis=True)
    for part in others:
        longer = joined([line, part])
        if longer.cell_length <= width:
            line = longer
    return line


def wrapped(content: Content, width: int, rows: int = MAX_ROWS) -> Content:
    """Return a text in at most so many rows; an ellipsis tells that there is more of it."""
    if width <= 0 or rows <= 0:
        return Content()
    lines = content.wrap(width)
    if len(lines) <= rows:
        return content
    first = [line.rstrip() for line in lines[:rows]]
    last = first[-1].truncate(width - 1) + Content("…")
    return Content("\n").join([*first[:-1], last])


def spread(left: Content, right: Content, width: int) -> Content:
    """Return a line with a left and a right end.

    Where both do not fit the left one gives way, down to a half of the line.
    """
    right = right.truncate(max(width // 2, width - left.cell_length - 2), ellipsis=True)
    room = max(0, width - right.cell_length - 2)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)


def _share(lengths: list[int], room: int) -> int:
    """Return how long a part may be, so that all of them together take no more than the room."""
    for count, length in enumerate(sorted(lengths)):
        share = max(room, 0) // (len(lengths) - count)
        if length > share:
            return max(share, 1)
        room -= length
    return max(lengths, default=0)
