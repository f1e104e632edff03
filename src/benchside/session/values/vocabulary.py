"""The closed vocabularies of the session language."""

from __future__ import annotations

from enum import StrEnum


class Goal(StrEnum):
    """What a session is for."""

    STRENGTH = "strength"
    HYPERTROPHY = "hypertrophy"
    ACTIVATION = "activation"
    CONDITIONING = "conditioning"
    MOBILITY = "mobility"


class BlockKind(StrEnum):
    """Where in the session a block stands."""

    WARM_UP = "warm-up"
    MAIN = "main"
    ACCESSORY = "accessory"
    COOL_DOWN = "cool-down"


class SetType(StrEnum):
    """What a set is for; totals and records count the types apart."""

    WARM_UP = "warm-up"
    WORKING = "working"
    BACK_OFF = "back-off"
    DROP = "drop"
    FAILURE = "failure"
    EASY = "easy"
    """Walking, recoveries, cool-downs: logged, but no work."""


class Ticks(StrEnum):
    """In which phases every second is ticked."""

    LONG = "long"
    """In those of three seconds and more."""
    OFF = "off"
    ALWAYS = "always"
    """In those of two seconds and more."""
