"""Dots on rows, filled by discs, tapered limbs and convex shapes.

A row is a whole number with one bit a dot, the leftmost lowest, so a shape costs one `or` a row. A
dot belongs to a shape when its centre lies in it. Nothing is drawn outside the canvas.
"""

from __future__ import annotations

from itertools import pairwise
from math import acos, atan2, ceil, cos, floor, hypot, sin, sqrt
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Point: TypeAlias = tuple[float, float]
"""From the left and from the top."""

Disc: TypeAlias = tuple[Point, float]
"""A centre and a radius."""

Stretch: TypeAlias = tuple[float, float]
"""Where a shape begins and ends on the middle line of a row."""


class Canvas:
    """Rows of dots that are on or off."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows = [0] * height
        self._full_row = (1 << width) - 1

    def fill(self, mask: Sequence[int]) -> None:
        """Turn on the dots of a mask."""
        for y, bits in enumerate(mask):
            self.rows[y] |= bits

    def clear(self, mask: Sequence[int]) -> None:
        """Turn off the dots of a mask."""
        for y, bits in enumerate(mask):
            self.rows[y] &= ~bits

    def limb(self, start: Disc, end: Disc) -> list[int]:
        """Return the mask of two discs and all that lies between them."""
        outline = _sides(start, end)
        top = min(y - radius for (_, y), radius in (start, end))
        bottom = max(y + radius for (_, y), radius in (start, end))
        return self._mask(
            top,
            bottom,
            lambda y: [_disc_span(start, y), _disc_span(end, y), _polygon_span(outline, y)],
        )

    def polygon(self, corners: Sequence[Point]) -> list[int]:
        """Return the mask of a convex shape."""
        heights = [y for _, y in corners]
        return self._mask(min(heights), max(heights), lambda y: [_polygon_span(corners, y)])

    def _mask(
        self, top: float, bottom: float, spans_at: Callable[[float], list[Stretch | None]]
    ) -> list[int]:
        """Return a row of bits for the parts of a convex shape that a row crosses."""
        rows = [0] * self.height
        for row in range(max(0, floor(top)), min(self.height, ceil(bottom))):
            rows[row] = self._bits([span for span in spans_at(row + 0.5) if span])
        return rows

    def _bits(self, spans: list[Stretch]) -> int:
        if not spans:
            return 0
        first = max(0, ceil(min(start for start, _ in spans) - 0.5))
        last = floor(max(end for _, end in spans) - 0.5)
        if last < first:
            return 0
        return ((1 << (last - first + 1)) - 1) << first & self._full_row


def _disc_span(disc: Disc, y: float) -> Stretch | None:
    (x, middle), radius = disc
    squared = radius * radius - (y - middle) ** 2
    if squared < 0:
        return None
    half = sqrt(squared)
    return x - half, x + half


def _polygon_span(corners: Sequence[Point], y: float) -> Stretch | None:
    """Return where a row crosses a convex shape; None where it passes by."""
    crossings = [
        ax + (bx - ax) * (y - ay) / (by - ay)
        for (ax, ay), (bx, by) in pairwise([*corners, *corners[:1]])
        if ay != by and min(ay, by) <= y <= max(ay, by)
    ]
    return (min(crossings), max(crossings)) if crossings else None


def _sides(start: Disc, end: Disc) -> Sequence[Point]:
    """Return the four points at which the common tangents touch two discs."""
    ((ax, ay), a), ((bx, by), b) = start, end
    distance = hypot(bx - ax, by - ay)
    if distance <= abs(a - b):
        return ()  # one disc covers the other
    axis, spread = atan2(by - ay, bx - ax), acos((a - b) / distance)
    left, right = axis + spread, axis - spread
    return (
        (ax + a * cos(left), ay + a * sin(left)),
        (bx + b * cos(left), by + b * sin(left)),
        (bx + b * cos(right), by + b * sin(right)),
        (ax + a * cos(right), ay + a * sin(right)),
    )
