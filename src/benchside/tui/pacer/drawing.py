"""A picture of a lifter and of what stands around, in two inks.

Figures are drawn in units of a stage of 96 by 48, whatever the size in dots. What is drawn later
covers what was drawn before, and may be set off from it by a gap.
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING, Final

from benchside.tui.pacer.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.tui.pacer.canvas import Disc, Point

STAGE_WIDTH: Final = 96
STAGE_HEIGHT: Final = 48
"""Units; the floor is the lowest one."""
FLOOR: Final = 47.0
"""Where feet and legs of benches stand."""

MIN_RADIUS: Final = 0.72
"""Dots; a thinner line would have holes."""
_GAP: Final = 1.0
"""Dots between what is in front and what is behind it, on a canvas of one dot a unit or more."""
_RIM: Final = 1.5
"""Units that the ring of a plate is thick."""


class Ink(Enum):
    """What a dot belongs to."""

    FIGURE = "figure"
    """What moves: the lifter and the load."""
    SCENE = "scene"
    """What stands: floor, bench, rack, machine."""


class Drawing:
    """Two canvases of one size; no dot is on in both."""

    def __init__(self, width: int, height: int) -> None:
        self.scale = scale_of(width, height)
        """Dots a unit."""
        self._left = round((width - STAGE_WIDTH * self.scale) / 2)
        self._middle = self._left + STAGE_WIDTH / 2 * self.scale
        self._top = round(height - STAGE_HEIGHT * self.scale)
        self._gap = _GAP * min(1.0, self.scale)
        self.layers = {ink: Canvas(width, height) for ink in Ink}

    def limb(
        self,
        joints: Sequence[Point],
        radii: Sequence[float],
        ink: Ink = Ink.FIGURE,
        *,
        is_set_off: bool = False,
    ) -> None:
        """Draw a line through joints, at each of them as thick as a disc of its radius."""
        discs = [
            (self._dots(point), max(radius * self.scale, MIN_RADIUS))
            for point, radius in zip(joints, radii, strict=True)
        ]
        if is_set_off:
            self._trace([(point, radius + self._gap) for point, radius in discs], None)
        self._trace(discs, ink)

    def disc(self, middle: Point, radius: float, *, is_set_off: bool = False) -> None:
        """Draw a round part of the body; it keeps its form on its way."""
        centre, outer = self._on_dots(middle, radius)
        if is_set_off:
            self._round(centre, outer + self._gap, None)
        self._round(centre, outer, Ink.FIGURE)

    def ring(self, middle: Point, radius: float) -> None:
        """Draw a plate from the side: a ring around its bar, cut out of what is behind."""
        centre, outer = self._on_dots(middle, radius)
        self._round(centre, outer + self._gap, None)
        self._round(centre, outer, Ink.FIGURE)
        self._round(centre, outer - max(1.1, _RIM * self.scale), None)
        self._round(centre, max(0.8, self.scale), Ink.FIGURE)

    def box(self, middle: Point, width: float, height: float, ink: Ink = Ink.FIGURE) -> None:
        """Draw an upright rectangle on whole dots; it keeps its size on its way."""
        x, y = self._dots(middle)
        wide, high = (max(1, _nearest(length * self.scale)) for length in (width, height))
        top = _nearest(y - high / 2)
        is_left = x < self._middle
        left = self._column(x + wide / 2) - wide if is_left else self._column(x - wide / 2)
        right, bottom = left + wide, top + high
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        self._paint(self.layers[ink].polygon(corners), ink)

    def shape(self, corners: Sequence[Point]) -> None:
        """Draw a convex part of the body."""
        dots = [self._dots(corner) for corner in corners]
        self._paint(self.layers[Ink.FIGURE].polygon(dots), Ink.FIGURE)

    def _dots(self, point: Point) -> Point:
        x, y = point
        return self._left + x * self.scale, self._top + y * self.scale

    def _on_dots(self, middle: Point, radius: float) -> Disc:
        """Return a circle on whole dots, an even number of them across, so that it looks round."""
        x, y = self._dots(middle)
        return (self._column(x), _nearest(y)), max(1, _nearest(radius * self.scale)) + 0.05

    def _column(self, x: float) -> int:
        """Return the nearest line between two dots, left and right of the middle alike."""
        return -_nearest(-x) if x < self._middle else _nearest(x)

    def _round(self, centre: Point, radius: float, ink: Ink | None) -> None:
        self._trace([(centre, radius)] * 2, ink)

    def _trace(self, discs: Sequence[Disc], ink: Ink | None) -> None:
        for start, end in pairwise(discs):
            self._paint(self.layers[Ink.FIGURE].limb(start, end), ink)

    def _paint(self, mask: Sequence[int], ink: Ink | None) -> None:
        """Cover what is under a mask with an ink, or with nothing."""
        for layer in self.layers.values():
            layer.clear(mask)
        if ink is not None:
            self.layers[ink].fill(mask)


def _nearest(number: float) -> int:
    """Return the nearest whole number; of two that are as near always the upper one."""
    return floor(number + 0.5)


def scale_of(width: int, height: int) -> float:
    """Return how many dots a unit of the stage takes on a canvas."""
    return min(width / STAGE_WIDTH, height / STAGE_HEIGHT)


def draw_floor(drawing: Drawing) -> None:
    """Draw the floor over the whole stage."""
    drawing.box((STAGE_WIDTH / 2, FLOOR + 0.5), STAGE_WIDTH, 1, Ink.SCENE)
