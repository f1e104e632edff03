"""Lines of styled text, laid out by cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = " · "
"""Stands between parts of a line."""

MUTED = "$foreground 60%"
"""The style of what is read at second glance."""


def joined(parts: Iterable[Content | str]) -> Content:
    """Parts with a gap between them; empty ones are left out."""
    return Content(GAP).join([part for part in parts if len(part)])


def spread(left: Content, right: Content, width: int) -> Content:
    """A line with a left and a right end; the left one gives way where both do not fit."""
    room = max(0, width - right.cell_length - 2)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)
