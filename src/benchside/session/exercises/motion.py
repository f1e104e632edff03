"""How an exercise moves: the ten kinds by which its phases are named and its lifter is drawn."""

from __future__ import annotations

from enum import StrEnum


class Motion(StrEnum):
    """The way of a rep, named by where its concentric leads."""

    LIFT = "lift"
    SQUAT = "squat"
    FLOOR = "floor"
    HINGE = "hinge"
    HANG = "hang"
    PULL = "pull"
    PUSH = "push"
    CURL = "curl"
    OPEN = "open"
    REACH = "reach"
