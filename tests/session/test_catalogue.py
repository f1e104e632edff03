from __future__ import annotations

from collections import Counter

import pytest

from benchside.session.exercises.catalogue import CatalogueEntry, all_exercises, find_exercise
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
}

LONGEST_CUE = 60
"""What fits beside the phase word on a screen of 80 columns."""


@pytest.mark.parametrize(("name", "phase"), PROMISED.items())
def test_a_lift_begins_with_the_phase_that_lifters_expect(name: str, phase: StartsWith) -> None:
    entry = find_exercise(name)

    assert entry is not None
    assert entry.starts_with is phase


@pytest.mark.parametrize(
    "spelling",
    ["pull-up", "Pull Up", "PULLUP", "pull-ups", " pull  up ", "Pull Up (Weighted)"],
)
def test_every_spelling_of_a_name_finds_the_same_exercise(spelling: str) -> None:
    entry = find_exercise(spelling)

    assert entry is not None
    assert entry.name == "Pull-up"


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
    ],
)
def test_names_of_other_programs_are_understood(foreign: str, ours: str) -> None:
    entry = find_exercise(foreign)

    assert entry is not None
    assert entry.name == ours


@pytest.mark.parametrize("name", ["", "s", "Moon walk", "()"])
def test_a_name_that_nobody_knows_finds_nothing(name: str) -> None:
    assert find_exercise(name) is None


def test_no_two_exercises_answer_to_the_same_name() -> None:
    owners = Counter(
        name
        for entry in all_exercises()
        for name in {_letters(name) for name in (entry.name, *entry.aliases)}
    )

    shared = [name for name, count in owners.items() if count > 1]

    assert shared == []


@pytest.mark.parametrize("entry", all_exercises(), ids=lambda entry: entry.name)
def test_an_exercise_is_found_by_its_own_name_and_by_each_alias(entry: CatalogueEntry) -> None:
    found = [find_exercise(name) for name in (entry.name, *entry.aliases)]

    assert all(one is entry for one in found)


@pytest.mark.parametrize("entry", all_exercises(), ids=lambda entry: entry.name)
def test_an_exercise_comes_with_two_to_four_cues_that_fit_a_line(entry: CatalogueEntry) -> None:
    assert 2 <= len(entry.cues) <= 4
    assert all(len(cue) <= LONGEST_CUE for cue in entry.cues)
    assert entry.equipment
    assert entry.muscles


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
