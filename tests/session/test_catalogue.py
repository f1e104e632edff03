"""The exercises that ship: right by the reader of own exercises, found by every name."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources

import pytest

from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.session.exercises.entry import CatalogueEntry, Category, TimedWork, spelling
from benchside.session.exercises.shipped import FAMILIES, shipped_exercises, shipped_text
from benchside.session.exercises.tables import ExercisesFile, entry_of
from benchside.session.file.validation import validated
from benchside.session.values.tempo import StartsWith

PROMISED = {
    "Barbell hip thrust": StartsWith.CONCENTRIC,
    "Banded hip thrust": StartsWith.CONCENTRIC,
    "Bodyweight hip thrust": StartsWith.CONCENTRIC,
    "Single-leg hip thrust": StartsWith.CONCENTRIC,
    "B-stance hip thrust": StartsWith.CONCENTRIC,
    "Smith machine hip thrust": StartsWith.CONCENTRIC,
    "Paused hip thrust": StartsWith.CONCENTRIC,
    "Glute bridge": StartsWith.CONCENTRIC,
    "Frog pump": StartsWith.CONCENTRIC,
    "Clamshell": StartsWith.CONCENTRIC,
    "Lateral band walk": StartsWith.CONCENTRIC,
    "Bird dog": StartsWith.CONCENTRIC,
    "Deadlift": StartsWith.CONCENTRIC,
    "Row": StartsWith.CONCENTRIC,
    "Pull-up": StartsWith.CONCENTRIC,
    "Plank": StartsWith.CONCENTRIC,
    "Side plank": StartsWith.CONCENTRIC,
    "Squat": StartsWith.ECCENTRIC,
    "Bench press": StartsWith.ECCENTRIC,
    "Romanian deadlift": StartsWith.ECCENTRIC,
    "Split squat": StartsWith.ECCENTRIC,
    "Heel drop": StartsWith.ECCENTRIC,
    "Power clean": StartsWith.CONCENTRIC,
    "Thruster": StartsWith.ECCENTRIC,
}

LONGEST_CUE = 60
"""What fits beside the phase word on a screen of 80 columns."""

WITHOUT_MOTION = {
    "Lateral band walk",
    "Monster walk",
    "Turkish get-up",
    "Mountain climber",
    "Bicycle crunch",
    "Russian twist",
}
"""Exercises of strength with reps that none of the motions fits."""


def find(name: str) -> CatalogueEntry:
    entry = SHIPPED_CATALOGUE.find(name)
    assert entry is not None
    return entry


def names_of(entry: CatalogueEntry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def those_of(*entries: CatalogueEntry) -> list[str]:
    return [entry.name for entry in entries]


@pytest.mark.parametrize(("name", "phase"), PROMISED.items())
def test_a_lift_begins_with_the_phase_that_lifters_expect(name: str, phase: StartsWith) -> None:
    assert find(name).starts_with is phase


@pytest.mark.parametrize(
    "spelled",
    ["pull-up", "Pull Up", "PULLUP", "pull-ups", " pull  up ", "Pull Up (Weighted)"],
)
def test_every_spelling_of_a_name_finds_the_same_exercise(spelled: str) -> None:
    assert find(spelled).name == "Pull-up"


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ("Hip Thrust (Barbell)", "Barbell hip thrust"),
        ("Hip Thrust (Smith Machine)", "Smith machine hip thrust"),
        ("Single Leg Hip Thrust", "Single-leg hip thrust"),
        ("Squat (Barbell)", "Back squat"),
        ("Deadlift (Barbell)", "Deadlift"),
        ("Romanian Deadlift (Dumbbell)", "Dumbbell Romanian deadlift"),
        ("Bench Press (Barbell)", "Bench press"),
        ("Bent Over Row (Barbell)", "Barbell row"),
        ("Jump rope", "Rope skip"),
        ("Row machine", "Rowing machine"),
        ("Farmer carry", "Farmer's carry"),
        ("Toes-to-bar", "Toes to bar"),
        ("Triceps Dip", "Dip"),
    ],
)
def test_names_of_other_programs_are_understood(foreign: str, ours: str) -> None:
    assert find(foreign).name == ours


@pytest.mark.parametrize("name", ["", "s", "Moon walk", "()"])
def test_a_name_that_nobody_knows_finds_nothing(name: str) -> None:
    assert SHIPPED_CATALOGUE.find(name) is None


def test_no_two_exercises_answer_to_the_same_name() -> None:
    owners = Counter(
        name for entry in shipped_exercises() for name in set(map(spelling, names_of(entry)))
    )

    assert [name for name, count in owners.items() if count > 1] == []


def test_an_exercise_is_found_by_its_own_name_and_by_each_alias() -> None:
    lost = [
        name
        for entry in shipped_exercises()
        for name in names_of(entry)
        if SHIPPED_CATALOGUE.find(name) is not entry
    ]

    assert lost == []


def test_the_glance_at_the_names_finds_what_a_whole_reading_does() -> None:
    whole = [
        table["name"]
        for family in FAMILIES
        for table in tomllib.loads(shipped_text(family))["exercise"]
    ]

    assert whole == [entry.name for entry in shipped_exercises()]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_right_by_the_reader_of_own_exercises(family: str) -> None:
    checked = validated(ExercisesFile, tomllib.loads(shipped_text(family)))

    assert isinstance(checked, ExercisesFile)
    read = tuple(map(entry_of, checked.exercises))
    assert read == tuple(map(find, those_of(*read)))


def test_every_file_of_the_data_is_a_family() -> None:
    data = resources.files("benchside.session.exercises") / "data"

    assert {file.name for file in data.iterdir()} == {f"{family}.toml" for family in FAMILIES}


def test_an_exercise_comes_with_two_to_four_cues_that_fit_a_line() -> None:
    wrong = [
        entry.name
        for entry in shipped_exercises()
        if not 2 <= len(entry.cues) <= 4 or max(map(len, entry.cues)) > LONGEST_CUE
    ]

    assert wrong == []


def test_an_exercise_says_what_it_takes_and_what_it_trains() -> None:
    silent = [
        entry.name
        for entry in shipped_exercises()
        if not entry.equipment or bool(entry.muscles.main) is entry.is_breathing
    ]

    assert silent == []


def test_no_muscle_is_trained_and_helping_at_once() -> None:
    twice = [
        entry.name
        for entry in shipped_exercises()
        if len({*entry.muscles.main, *entry.muscles.helping})
        < len(entry.muscles.main) + len(entry.muscles.helping)
    ]

    assert twice == []


def test_a_rep_has_a_usual_time_and_what_is_held_has_none() -> None:
    held = [
        entry for entry in shipped_exercises() if entry.timed in (TimedWork.HOLD, TimedWork.STRETCH)
    ]
    done = [entry for entry in shipped_exercises() if entry.category is Category.STRENGTH]

    assert [entry.name for entry in held if entry.rep_time_ms or entry.motion] == []
    assert [one.name for one in done if one not in held and not one.rep_time_ms] == []


@pytest.mark.parametrize(
    ("name", "rep_time_ms"),
    [
        ("Rope skip", 500),
        ("Kettlebell swing", 2_000),
        ("Bird dog", 4_000),
        ("Box breathing", 16_000),
        ("Plank", None),
        ("Run", None),
    ],
)
def test_a_usual_rep_lasts_as_long_as_lifters_take(name: str, rep_time_ms: int | None) -> None:
    assert find(name).rep_time_ms == rep_time_ms


def test_every_exercise_of_strength_has_a_motion_but_those_that_none_fits() -> None:
    reps = {
        entry.name: entry.motion
        for entry in shipped_exercises()
        if entry.category is Category.STRENGTH and entry.timed is not TimedWork.HOLD
    }

    assert {name for name, motion in reps.items() if motion is None} == WITHOUT_MOTION


@pytest.mark.parametrize(
    ("name", "has_tension"),
    [
        ("Back squat", True),
        ("Plank", True),
        ("Lateral band walk", True),
        ("Walk", False),
        ("Run", False),
        ("Farmer carry", False),
        ("Rowing machine", False),
        ("Box breathing", False),
    ],
)
def test_what_is_walked_or_breathed_is_no_time_under_tension(name: str, has_tension: bool) -> None:
    assert find(name).has_tension is has_tension
