"""What the phases of a rep are called."""

from __future__ import annotations

import pytest

from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE, Catalogue
from benchside.session.exercises.entry import CatalogueEntry, Motion
from benchside.session.exercises.shipped import shipped_exercises
from benchside.session.exercises.words import WORDS_BY_MOTION, Wording, phase_words, words_of
from benchside.session.values.tempo import Phase, Tempo

LARGE = 5
"""Letters that the screen has room for at its largest."""


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        ("Barbell hip thrust", "DOWN WAIT UP HOLD"),
        ("Calf raise", "DOWN WAIT UP HOLD"),
        ("Back squat", "DOWN LOW UP TALL"),
        ("Push-up", "DOWN LOW UP TALL"),
        ("Bench press", "DOWN LOW UP TALL"),
        ("Deadlift", "DOWN SET UP TALL"),
        ("Romanian deadlift", "DOWN LOW UP TALL"),
        ("Pull-up", "DOWN HANG UP HOLD"),
        ("Lat pulldown", "BACK LONG PULL HOLD"),
        ("Leg press", "BACK WAIT PUSH HOLD"),
        ("Biceps curl", "BACK LONG CURL HOLD"),
        ("Clamshell", "CLOSE WAIT OPEN HOLD"),
        ("Bird dog", "BACK WAIT REACH HOLD"),
        ("Dead bug", "REACH HOLD BACK WAIT"),
        ("Ab wheel rollout", "REACH LONG PULL HOLD"),
        ("Dumbbell fly", "OPEN LONG CLOSE HOLD"),
    ],
)
def test_a_phase_is_called_by_what_the_body_does(exercise: str, words: str) -> None:
    assert " ".join(phase_words(exercise, phase) for phase in Phase) == words


@pytest.mark.parametrize("exercise", ["Moon walk", "", None, "Cat-cow", "Plank"])
def test_without_a_known_motion_a_weight_is_lifted_and_lowered(exercise: str | None) -> None:
    assert words_of(exercise) == ("LOWER", "HOLD", "LIFT", "HOLD")


@pytest.mark.parametrize("exercise", ["Lat pulldown", "Moon walk", "Dead bug", None])
def test_a_coach_may_ask_for_the_words_of_the_textbooks(exercise: str | None) -> None:
    words = [phase_words(exercise, phase, wording=Wording.TEXTBOOK) for phase in Phase]

    assert words == ["ECCENTRIC", "PAUSE", "CONCENTRIC", "PAUSE"]


def test_words_stand_in_the_order_of_a_tempo() -> None:
    tempo = Tempo(3_000, 1_000, 2_000, 0)

    phases = [phase for phase, _ in tempo.phases(SHIPPED_CATALOGUE.entries[0].starts_with)]

    assert sorted(phases, key=tuple(Phase).index) == [
        Phase.ECCENTRIC,
        Phase.PAUSE_STRETCHED,
        Phase.CONCENTRIC,
        Phase.PAUSE_CONTRACTED,
    ]
    assert words_of("Row")[tuple(Phase).index(Phase.CONCENTRIC)] == "PULL"


def test_every_motion_has_four_words_that_fit_the_largest_letters() -> None:
    words = [words_of(entry) for entry in shipped_exercises()]

    assert WORDS_BY_MOTION.keys() == set(Motion)
    assert all(len(word) <= LARGE for four in (*words, *WORDS_BY_MOTION.values()) for word in four)


def test_an_own_exercise_has_the_words_that_its_athlete_says() -> None:
    own = CatalogueEntry(name="Yoke row", words=("let", "wait", "heave", "stay"))

    assert phase_words(own, Phase.CONCENTRIC) == "HEAVE"
    assert phase_words("yoke rows", Phase.ECCENTRIC, catalogue=Catalogue((own,))) == "LET"
