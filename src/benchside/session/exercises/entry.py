"""The shape of a catalogue entry.

Promises that an entry is complete in itself: no lookups, no inheritance between exercises.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.session.values.tempo import StartsWith


class Equipment(StrEnum):
    """What has to be free in the gym before the exercise can be done."""

    BARBELL = "barbell"
    TRAP_BAR = "trap bar"
    RACK = "rack"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BAND = "band"
    CABLE = "cable"
    MACHINE = "machine"
    SMITH = "smith"
    BENCH = "bench"
    BOX = "box"
    PULL_UP_BAR = "pull-up bar"
    BODYWEIGHT = "bodyweight"


class Muscle(StrEnum):
    """A muscle group as lifters name it."""

    GLUTES = "glutes"
    SIDE_GLUTES = "side glutes"
    HAMSTRINGS = "hamstrings"
    QUADRICEPS = "quadriceps"
    ADDUCTORS = "adductors"
    CALVES = "calves"
    HIP_FLEXORS = "hip flexors"
    LOWER_BACK = "lower back"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    LATS = "lats"
    UPPER_BACK = "upper back"
    CHEST = "chest"
    SHOULDERS = "shoulders"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"


class TimedWork(StrEnum):
    """What is done in a set that goes by time."""

    WORK = "work"
    """Reps, one after the other."""
    HOLD = "hold"
    """A position is held."""
    WALK = "walk"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """An exercise that Benchside knows by name."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other names for the same lift, those of other programs among them."""
    starts_with: StartsWith
    """The phase a rep begins with; without meaning for holds, stretches and carries."""
    equipment: tuple[Equipment, ...]
    """What it takes; with a barbell among it, loads are made of plates."""
    muscles: tuple[Muscle, ...]
    """Those it is done for, the foremost first."""
    cues: tuple[str, ...]
    """Two to four coaching cues, each short enough for one line of the screen."""
    timed: TimedWork = TimedWork.WORK
