"""Lifters seen from the front: a bar is as wide as it is, and rises and sinks as a whole.

Height is 0 where the muscle is stretched and 1 where it is contracted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.tui.pacer.drawing import FLOOR, STAGE_WIDTH, Ink, draw_floor
from benchside.tui.pacer.skeleton import bend, mix

if TYPE_CHECKING:
    from benchside.tui.pacer.canvas import Point
    from benchside.tui.pacer.drawing import Drawing

_MIDDLE: Final = STAGE_WIDTH / 2
_SIDES: Final = (-1, 1)
_ANKLE_Y: Final = 45.0


def draw_squat(drawing: Drawing, height: float) -> None:
    """Draw a squat with a bar on the shoulders, from the lowest point to standing."""
    shoulder_y, hip_y = mix(26.5, 14, height), mix(38.5, 25.5, height)
    bar_y = shoulder_y - 1.5
    _draw_barbell(drawing, bar_y, plate=7)
    _draw_trunk(drawing, shoulder_y, hip_y)
    _draw_head(drawing, shoulder_y - 7)
    for side in _SIDES:
        knee = (_MIDDLE + side * mix(13.5, 6, height), 35.5)
        _draw_leg(drawing, side, hip_y, knee, foot=mix(8.5, 7, height))
        elbow = (_MIDDLE + side * 12, shoulder_y + 4.5)
        _draw_arm(drawing, side, shoulder_y, [elbow, (_MIDDLE + side * 14, bar_y)])
    draw_floor(drawing)


def draw_deadlift(drawing: Drawing, height: float) -> None:
    """Draw a deadlift, from the bar on the floor to standing."""
    shoulder_y, hip_y = mix(22.5, 14, height), mix(33.5, 25.5, height)
    plate = 8.0
    bar_y = mix(FLOOR - plate, 30, height)
    _draw_trunk(drawing, shoulder_y, hip_y)
    for side in _SIDES:
        knee = (_MIDDLE + side * mix(7.5, 5, height), mix(36, 35.5, height))
        _draw_leg(drawing, side, hip_y, knee, foot=5.5)
    _draw_head(drawing, shoulder_y - mix(5.5, 7, height))
    _draw_barbell(drawing, bar_y, plate=plate)
    for side in _SIDES:
        hand = (_MIDDLE + side * 10.5, bar_y)
        elbow = bend(_shoulder(side, shoulder_y), hand, (8.3, 8.3), side)
        _draw_arm(drawing, side, shoulder_y, [elbow, hand])
    draw_floor(drawing)


def draw_curl(drawing: Drawing, height: float) -> None:
    """Draw a curl with a bar, from the thighs to the shoulders."""
    shoulder_y, hip_y = 14.0, 25.5
    bar_y = mix(30, 16, height)
    _draw_trunk(drawing, shoulder_y, hip_y)
    for side in _SIDES:
        _draw_leg(drawing, side, hip_y, (_MIDDLE + side * 5, 35.5), foot=5.5)
    _draw_head(drawing, shoulder_y - 7)
    _draw_barbell(drawing, bar_y, plate=5, half=31)
    for side in _SIDES:
        elbow = (_MIDDLE + side * 9.5, shoulder_y + 8.5)
        _draw_arm(drawing, side, shoulder_y, [elbow, (_MIDDLE + side * 10, bar_y)])
    draw_floor(drawing)


def draw_pull_up(drawing: Drawing, height: float) -> None:
    """Draw a pull-up in a frame, from straight arms to the chin over the bar."""
    bar_y, size = 8.0, 0.84
    shoulder_y = mix(bar_y + 10.5, bar_y + 3.5, height)
    hip_y = shoulder_y + 10
    for side in _SIDES:
        drawing.box((_MIDDLE + side * 32, 25), 3, 44, Ink.SCENE)
    drawing.box((_MIDDLE, bar_y), 64, 1.5, Ink.SCENE)
    for side in _SIDES:
        x = _MIDDLE + side * 2.4
        drawing.limb([(x, hip_y), (x, hip_y + 8), (x, hip_y + 15)], (2.2, 1.7, 1.1))
        hand = (_MIDDLE + side * 15, bar_y)
        elbow = bend(_shoulder(side, shoulder_y, size), hand, (7, 7), -side)
        _draw_arm(drawing, side, shoulder_y, [elbow, hand], size)
    _draw_trunk(drawing, shoulder_y, hip_y, size)
    _draw_head(drawing, shoulder_y - 6.2, size)
    draw_floor(drawing)


def _draw_barbell(drawing: Drawing, y: float, *, plate: float, half: float = 35) -> None:
    """Draw a bar of two halves with two plates each, the inner one of this radius."""
    for side in _SIDES:
        drawing.box((_MIDDLE + side * half / 2, y), half, 1)
        drawing.box((_MIDDLE + side * (half - 8), y), 3.6, 2 * plate)
        drawing.box((_MIDDLE + side * (half - 3), y), 2, 1.3 * plate)


def _draw_head(drawing: Drawing, y: float, size: float = 1) -> None:
    drawing.disc((_MIDDLE, y), 3.7 * size, is_set_off=True)


def _draw_trunk(drawing: Drawing, shoulder_y: float, hip_y: float, size: float = 1) -> None:
    """Draw shoulders, waist and hips."""
    shoulder, waist, hip = 5 * size, 4.2 * size, 2.6 * size
    radius = 2.3 * size
    waist_y = mix(shoulder_y, hip_y, 0.65)
    drawing.limb(
        [(_MIDDLE - shoulder, shoulder_y), (_MIDDLE + shoulder, shoulder_y)], (radius, radius)
    )
    _draw_between(drawing, (shoulder + radius, shoulder_y), (waist, waist_y))
    _draw_between(drawing, (waist, waist_y), (2 * hip, hip_y))
    drawing.limb([(_MIDDLE - hip, hip_y), (_MIDDLE + hip, hip_y)], (2.7 * size, 2.7 * size))


def _draw_between(drawing: Drawing, upper: Point, lower: Point) -> None:
    """Draw what lies between two heights, each told with half its width."""
    (wide, top), (narrow, bottom) = upper, lower
    drawing.shape(
        [
            (_MIDDLE - wide, top),
            (_MIDDLE + wide, top),
            (_MIDDLE + narrow, bottom),
            (_MIDDLE - narrow, bottom),
        ]
    )


def _draw_leg(drawing: Drawing, side: int, hip_y: float, knee: Point, *, foot: float) -> None:
    """Draw a leg whose foot stands so far from the middle."""
    ankle = (_MIDDLE + side * foot, _ANKLE_Y)
    toes = (ankle[0] + side * 2.5, _ANKLE_Y + 0.8)
    hip = (_MIDDLE + side * 2.8, hip_y)
    drawing.limb([hip, knee, ankle, toes], (2.9, 2.3, 1.5, 1.1))


def _draw_arm(
    drawing: Drawing, side: int, shoulder_y: float, below: list[Point], size: float = 1
) -> None:
    """Draw an arm through its elbow and hand, in front of the trunk."""
    joints = [_shoulder(side, shoulder_y, size), *below]
    drawing.limb(joints, (2 * size, 1.7 * size, 1.5 * size), is_set_off=True)
    drawing.disc(below[-1], 1.7 * size)


def _shoulder(side: int, shoulder_y: float, size: float = 1) -> Point:
    return _MIDDLE + side * 6.5 * size, shoulder_y + 0.5
