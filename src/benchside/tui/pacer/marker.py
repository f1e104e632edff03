"""A marker that rises and sinks on a track: the pacer where no figure can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.tui.pacer.drawing import Ink
from benchside.tui.pacer.frames import Dots, joined

if TYPE_CHECKING:
    from benchside.tui.pacer.frames import Frame

MARKER_WIDTH: Final = 3

_SIGNS: Final = {Dots.ASCII: ("^", "|", "v", "###", "###", "###")}
_BLOCKS: Final = ("▲", "│", "▼", "███", "▄▄▄", "▀▀▀")
"""Upper end, track, lower end; the marker on a whole row, and on two halves."""


def marker_frame(height: float, width: int, rows: int, dots: Dots) -> Frame:
    """Return the track with its marker at a height from 0 to 1, at the right edge of its place."""
    if width < MARKER_WIDTH or rows < 1:
        return tuple(((" " * width, Ink.SCENE),) for _ in range(rows))
    up, track, down, *_ = signs = _SIGNS.get(dots, _BLOCKS)
    has_ends = rows >= 5
    lines = [track] * rows
    if has_ends:
        lines[0], lines[-1] = up, down
    first, room = (1, rows - 2) if has_ends else (0, rows)
    marks = _marks(1 - height, room, signs, is_halved=dots is not Dots.ASCII)
    pad = " " * (width - MARKER_WIDTH)
    return tuple(
        joined([(pad + marks[row - first], Ink.FIGURE)])
        if row - first in marks
        else joined([(f"{pad} {lines[row]} ", Ink.SCENE)])
        for row in range(rows)
    )


def _marks(depth: float, room: int, signs: tuple[str, ...], *, is_halved: bool) -> dict[int, str]:
    """Return what stands on which row of the track; a row between two takes half of each."""
    *_, whole, lower_half, upper_half = signs
    if not is_halved:
        return {round(depth * (room - 1)): whole}
    row, is_between = divmod(round(depth * 2 * (room - 1)), 2)
    return {row: lower_half, row + 1: upper_half} if is_between else {row: whole}
