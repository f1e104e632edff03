"""What is known of one exercise, and the closed vocabularies that it is told in.

Promises that an entry is complete in itself: no lookups, no inheritance between exercises.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from benchside.session.values.tempo import StartsWith


class Equipment(StrEnum):
    """What has to be free in the gym before the exercise can be done."""

    BARBELL = "barbell"
    EZ_BAR = "EZ bar"
    TRAP_BAR = "trap bar"
    RACK = "rack"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    MEDICINE_BALL = "medicine ball"
    PLATE = "plate"
    BAND = "band"
    CABLE = "cable"
    MACHINE = "machine"
    SMITH = "smith"
    BENCH = "bench"
    BOX = "box"
    PULL_UP_BAR = "pull-up bar"
    PARALLEL_BARS = "parallel bars"
    RINGS = "rings"
    AB_WHEEL = "ab wheel"
    SKIPPING_ROPE = "skipping rope"
    BATTLE_ROPES = "battle ropes"
    SLED = "sled"
    CARDIO_MACHINE = "cardio machine"
    """A rowing machine, bike, treadmill and the like."""
    BODYWEIGHT = "bodyweight"


class Muscle(StrEnum):
    """A muscle group as lifters name it."""

    GLUTES = "glutes"
    ABDUCTORS = "abductors"
    """The side of the hip: gluteus medius and minimus, tensor fasciae latae."""
    ADDUCTORS = "adductors"
    HAMSTRINGS = "hamstrings"
    QUADS = "quads"
    HIP_FLEXORS = "hip flexors"
    CALVES = "calves"
    SHINS = "shins"
    LOWER_BACK = "lower back"
    ABS = "abs"
    OBLIQUES = "obliques"
    CHEST = "chest"
    UPPER_BACK = "upper back"
    LATS = "lats"
    TRAPS = "traps"
    SHOULDERS = "shoulders"
    TRICEPS = "triceps"
    BICEPS = "biceps"
    FOREARMS = "forearms"
    NECK = "neck"


class Motion(StrEnum):
    """How an exercise looks: what its phases are called, and what figure shows them."""

    LIFT = "lift"
    """A part of the body goes up: hip thrust, calf raise, leg raise."""
    SQUAT = "squat"
    """The body or a bar goes down first and up again: squat, lunge, push-up, press."""
    FLOOR = "floor"
    """A weight is lifted from the floor: deadlift, clean."""
    HINGE = "hinge"
    """The hips go back and forward: Romanian deadlift, good morning, swing."""
    HANG = "hang"
    """The body is pulled up from a hang: pull-up, chin-up."""
    PULL = "pull"
    """A weight or handle is pulled: row, pulldown, face pull."""
    PUSH = "push"
    """A weight or handle is pushed: pushdown, leg press, kickback."""
    CURL = "curl"
    """A joint is bent: biceps curl, leg curl, crunch."""
    OPEN = "open"
    """The legs or arms open to the side: clamshell, abduction."""
    REACH = "reach"
    """Arms or legs reach far away: bird dog, dead bug."""


class TimedWork(StrEnum):
    """What is done in a set that goes by time."""

    WORK = "work"
    """Reps, one after the other."""
    HOLD = "hold"
    """A position is held."""
    WALK = "walk"
    STRETCH = "stretch"


class Category(StrEnum):
    """What an exercise is done for."""

    STRENGTH = "strength"
    CONDITIONING = "conditioning"
    """Heart and lungs, in one place: rope skips, burpees."""
    LOCOMOTION = "locomotion"
    """Getting somewhere, or as if: walk, run, carry, rowing machine."""
    MOBILITY = "mobility"
    """Stretches and drills for the range of motion."""
    BREATHING = "breathing"


PhaseWords: TypeAlias = tuple[str, str, str, str]
"""What the phases of a rep are called, in the order of a tempo: eccentric, pause stretched,
concentric, pause contracted."""


@dataclass(frozen=True, slots=True)
class MusclesTrained:
    """The muscles that an exercise trains; none is in both.

    A set counts 1 for each main and 0.5 for each helping one: counted so, sets explained growth and
    strength best in the meta-regression of Pelland et al. (Sports Medicine, 67 studies).
    """

    main: tuple[Muscle, ...] = ()
    """Those it is done for, the foremost first."""
    helping: tuple[Muscle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """An exercise that Benchside knows by name."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other names for the same lift, those of other programs among them."""
    category: Category = Category.STRENGTH
    starts_with: StartsWith = StartsWith.ECCENTRIC
    """The phase a rep begins with; without meaning for holds, stretches and carries."""
    motion: Motion | None = None
    """None for holds, stretches, walks, breathing, and what fits none of the kinds."""
    words: PhaseWords | None = None
    """What its phases are called where the words of its motion do not fit; None where they do."""
    rep_time_ms: int | None = None
    """How long a rep usually lasts where no tempo is said; None where nobody knows."""
    timed: TimedWork = TimedWork.WORK
    """What is done in a set of it that goes by time."""
    equipment: tuple[Equipment, ...] = ()
    """What it takes; with a barbell among it, loads are made of plates. Empty: nobody knows."""
    muscles: MusclesTrained = MusclesTrained()
    cues: tuple[str, ...] = ()
    """Coaching cues, each short enough for one line of the screen."""

    @property
    def is_locomotion(self) -> bool:
        """Whether it gets the athlete somewhere, or as if."""
        return self.category is Category.LOCOMOTION

    @property
    def is_breathing(self) -> bool:
        """Whether it is a breathing drill."""
        return self.category is Category.BREATHING

    @property
    def has_tension(self) -> bool:
        """Whether its work is time under tension, as a walk's or a breath's is not."""
        return not (self.is_locomotion or self.is_breathing)


def spelling(name: str) -> str:
    """Reduce a name to what all its spellings have in common; empty where it has no letter."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())
