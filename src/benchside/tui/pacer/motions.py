"""Which figure shows which motion, and where in its way it stands at rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.session import Motion
from benchside.tui.pacer import front_view, side_view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from benchside.tui.pacer.drawing import Drawing

STRETCHED: Final = 0.0
CONTRACTED: Final = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A lifter who can be drawn at every height of a rep."""

    draw: Callable[[Drawing, float], None]
    """Draws at a height from 0, the muscle stretched, to 1, contracted."""
    start: float
    """The height before the first rep."""


FIGURES: Final[Mapping[Motion, Figure]] = {
    Motion.LIFT: Figure(side_view.draw_hip_thrust, STRETCHED),
    Motion.SQUAT: Figure(front_view.draw_squat, CONTRACTED),
    Motion.FLOOR: Figure(front_view.draw_deadlift, STRETCHED),
    Motion.HINGE: Figure(side_view.draw_hinge, CONTRACTED),
    Motion.HANG: Figure(front_view.draw_pull_up, STRETCHED),
    Motion.PULL: Figure(side_view.draw_row, STRETCHED),
    Motion.PUSH: Figure(side_view.draw_leg_press, STRETCHED),
    Motion.CURL: Figure(front_view.draw_curl, STRETCHED),
    Motion.OPEN: Figure(side_view.draw_clamshell, STRETCHED),
    Motion.REACH: Figure(side_view.draw_bird_dog, STRETCHED),
}
