"""Lifters seen from the side: those who lie, sit, kneel or bend.

Height is 0 where the muscle is stretched and 1 where it is contracted.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from benchside.tui.pacer.drawing import Ink, draw_floor
from benchside.tui.pacer.skeleton import bend, mix, reach

if TYPE_CHECKING:
    from benchside.tui.pacer.canvas import Point
    from benchside.tui.pacer.drawing import Drawing

_SITTING_LEG: Final = (12.8, 12.2)
"""Hip to knee and knee to ankle of who sits; who stands is smaller, who lies larger."""


def draw_hip_thrust(drawing: Drawing, height: float) -> None:
    """Draw a hip thrust with the shoulders on a bench and a plate on the hips."""
    shoulder, foot = (25.0, 20.0), (74.0, 44.5)
    hip = reach(shoulder, 27, mix(-38, 2, height))
    knee = bend(hip, foot, (23, 23), 1)
    drawing.box((13.5, 25.5), 23, 3, Ink.SCENE)
    for leg_x in (5.5, 21.5):
        drawing.box((leg_x, 37), 3, 20, Ink.SCENE)
    drawing.limb([shoulder, hip], (4.6, 4.4))
    drawing.limb([hip, knee, foot, (82, 45.4)], (4.4, 3.2, 2.2, 1.6))
    drawing.disc((13.5, 14.5), 4.9)
    drawing.ring((hip[0] - 1, hip[1] - 7.5), 9)
    draw_floor(drawing)


def draw_hinge(drawing: Drawing, height: float) -> None:
    """Draw a Romanian deadlift: the hips go back, the bar hangs from straight arms."""
    ankle = (44.0, 45.3)
    knee = reach(ankle, 10, mix(89, 90, height))
    hip = reach(knee, 10.5, mix(124, 92, height))
    shoulder = reach(hip, 13, mix(16, 88, height))
    bar_x = ankle[0] + 7.5
    bar = (bar_x, shoulder[1] + sqrt(16.2**2 - (bar_x - shoulder[0]) ** 2))
    drawing.limb([shoulder, hip, knee], (3.3, 3.2, 2.2))
    drawing.limb([knee, ankle, (50, 45.9)], (2.2, 1.5, 1.1))
    drawing.disc(reach(shoulder, 7.8, mix(22, 84, height)), 3.6)
    drawing.ring(bar, 5.5)
    drawing.limb([shoulder, bar], (2.0, 1.5))
    drawing.disc(bar, 1.7)
    draw_floor(drawing)


def draw_row(drawing: Drawing, height: float) -> None:
    """Draw a seated row at a cable whose weights rise as it is pulled."""
    hip, ankle = (31.0, 34.0), (54.0, 42.0)
    shoulder = reach(hip, 15.6, mix(66, 97, height))
    hand = (mix(59.5, 36, height), 27.0)
    _draw_seat(drawing)
    drawing.disc(reach(shoulder, 9.6, mix(76, 93, height)), 4.5, is_set_off=True)
    drawing.limb([shoulder, hip], (4.0, 3.9))
    knee = bend(hip, ankle, _SITTING_LEG, 1)
    drawing.limb([hip, knee, ankle, reach(ankle, 5.5, 78)], (3.7, 2.8, 1.8, 1.4))
    _draw_weights(drawing, hand, rise=59.5 - hand[0])
    drawing.limb([shoulder, bend(shoulder, hand, (12, 12), -1), hand], (2.5, 2.1, 1.8))
    draw_floor(drawing)


def draw_leg_press(drawing: Drawing, height: float) -> None:
    """Draw a leg press whose sled runs up a rail."""
    slope = 38.0
    hip = (34.0, 38.0)
    shoulder = reach(hip, 15.6, 138)
    foot = reach(hip, mix(13, 24.6, height), slope)
    drawing.disc(reach(shoulder, 9.6, 118), 4.5)
    back = [reach(shoulder, 8, 225), reach(hip, 6.5, 245), reach(hip, 9, 325)]
    drawing.limb(back, (1.2, 1.2, 1.2), Ink.SCENE)
    drawing.box((32, 46), 16, 2, Ink.SCENE)
    drawing.limb([shoulder, hip], (4.0, 3.9))
    drawing.limb([hip, bend(hip, foot, _SITTING_LEG, 1), foot], (3.7, 2.8, 1.8))
    drawing.limb([foot, reach(foot, 5.5, slope + 95)], (1.8, 1.4))
    _draw_sled(drawing, reach(foot, 3.2, slope), slope)
    draw_floor(drawing)


def draw_clamshell(drawing: Drawing, height: float) -> None:
    """Draw a clamshell: who lies on one side opens the upper knee."""
    shoulder, hip = (27.0, 37.0), (50.0, 38.0)
    knee = reach((50, 36.5), 22, mix(-6, 62, height))
    drawing.limb([shoulder, (6, 44.5)], (2.6, 2.0))
    drawing.limb([hip, (69, 43), (87, 44.5)], (3.6, 2.8, 2.0))
    drawing.limb([shoulder, hip], (5.0, 5.6), is_set_off=True)
    drawing.disc((15.5, 33), 4.9, is_set_off=True)
    drawing.limb([hip, knee, (86, 41), (91, 42.5)], (4.6, 3.4, 2.2, 1.6), is_set_off=True)
    draw_floor(drawing)


def draw_bird_dog(drawing: Drawing, height: float) -> None:
    """Draw a bird dog: on all fours, one arm and the leg across from it are stretched out."""
    hip, shoulder = (38.0, 26.0), (62.0, 25.0)
    elbow = reach(shoulder, 12, mix(-92, 14, height))
    hand = reach(elbow, 12, mix(-88, 8, height))
    knee = reach(hip, 17.5, mix(270, 177, height))
    ankle = reach(knee, 16.5, 177)
    toes = reach(ankle, 4, mix(177, 137, height))
    drawing.limb([shoulder, elbow, hand], (2.7, 2.3, 1.8))
    drawing.limb([hip, (38, 43.5), (22, 45), (18, 45.5)], (4.0, 2.8, 1.8, 1.4))
    drawing.limb(
        [(62, 26), (62, 36), (62, 45), (65.5, 45.8)], (2.8, 2.4, 1.9, 1.3), is_set_off=True
    )
    drawing.limb([shoulder, hip], (4.8, 4.6))
    drawing.limb([hip, knee, ankle, toes], (4.4, 3.2, 2.0, 1.4), is_set_off=True)
    drawing.limb([shoulder, hip], (4.8, 4.6))
    drawing.disc((72.8, 26.8), 4.9, is_set_off=True)
    draw_floor(drawing)


def _draw_seat(drawing: Drawing) -> None:
    """Draw the bench of the row and what the feet stand against."""
    drawing.box((30, 39.5), 24, 3, Ink.SCENE)
    for leg_x in (23.5, 36.5):
        drawing.box((leg_x, 44), 3, 6, Ink.SCENE)
    drawing.box((59, 40), 2, 14, Ink.SCENE)


def _draw_weights(drawing: Drawing, hand: Point, *, rise: float) -> None:
    """Draw the handle, its cable, and the tower in which the weights have risen so far."""
    for post_x in (77, 92):
        drawing.box((post_x, 25), 2, 44, Ink.SCENE)
    drawing.box((84.5, 4), 17, 2, Ink.SCENE)
    drawing.box(((hand[0] + 78) / 2, hand[1]), 78 - hand[0], 1)
    drawing.box((hand[0] + 2, hand[1]), 1.6, 7)
    drawing.box((84.5, (39 - rise) / 2), 1, 29 - rise)
    for place in range(3):
        drawing.box((84.5, 45 - 5 * place - rise), 9, 4)


def _draw_sled(drawing: Drawing, middle: Point, slope: float) -> None:
    """Draw the sled with a plate on it, and its rail."""
    ends = [reach(middle, 8, slope + 90), reach(middle, 8, slope - 90)]
    plate = reach(middle, 9, slope)
    drawing.limb(ends, (1.2, 1.2))
    drawing.limb([middle, plate], (1.2, 1.2))
    drawing.limb([(44, 47), (87, 13.4)], (0.8, 0.8), Ink.SCENE)
    drawing.box((86.5, 30.5), 1.6, 33, Ink.SCENE)
    drawing.ring(plate, 7)
