"""Joints: what lies between two poses, and where an elbow or a knee is.

Angles are degrees, 0 to the right, 90 up, 180 to the left, -90 down.
"""

from __future__ import annotations

from math import acos, atan2, cos, degrees, hypot, radians, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.tui.pacer.canvas import Point


def mix(at_0: float, at_1: float, part: float) -> float:
    """Return the number that lies between two others: the first at 0, the second at 1."""
    return at_0 + (at_1 - at_0) * part


def reach(origin: Point, length: float, angle: float) -> Point:
    """Return the point at a distance in a direction."""
    turn = radians(angle)
    return origin[0] + length * cos(turn), origin[1] - length * sin(turn)


def bend(start: Point, end: Point, lengths: tuple[float, float], side: int) -> Point:
    """Return the elbow or knee of a limb from start to end.

    Side 1 puts it to the left of who looks from start to end, -1 to the right. A limb that is too
    short for its way is straight, and ends early.
    """
    first, second = lengths
    distance = hypot(end[0] - start[0], end[1] - start[1])
    distance = max(abs(first - second), min(first + second, distance), 1e-6)
    cosine = (first * first + distance * distance - second * second) / (2 * first * distance)
    angle = degrees(atan2(start[1] - end[1], end[0] - start[0]))
    return reach(start, first, angle + side * degrees(acos(max(-1.0, min(1.0, cosine)))))
