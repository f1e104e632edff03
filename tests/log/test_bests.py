"""Exercises as a whole: their sums, and the best ever done."""

from __future__ import annotations

from benchside.log.bests import bests_of, sums_of_exercises
from benchside.log.words import e1rm_words
from benchside.runner.results import SetStatus
from tests.log.facts import EXERCISE, a_fact, day


def test_an_exercise_is_added_up_over_its_sessions() -> None:
    sets = [
        a_fact(8, tension_ms=40_000),
        a_fact(5, "110 kg", on=3, exercise="barbell hip thrust"),
        a_fact(3, on=3, status=SetStatus.CUT),
        a_fact(8, on=3, status=SetStatus.ASSUMED),
        a_fact(8, "50 kg", is_ramp=True),
        a_fact(10, None, exercise="Clamshell", on=1),
    ]

    hips, clamshell = sums_of_exercises(sets)

    assert (hips.sessions, hips.sets, hips.reps, hips.last) == (2, 2, 16, day(3))
    assert hips.volume_kg == 8 * 100 + 5 * 110 + 3 * 100
    assert hips.tension_ms == 40_000
    assert hips.e1rm is not None
    assert e1rm_words(hips.e1rm) == "128.33 kg"
    assert (clamshell.exercise, clamshell.reps, clamshell.e1rm) == ("Clamshell", 10, None)
    assert clamshell.volume_kg == 0


def test_the_heaviest_set_of_each_range_of_reps_is_told() -> None:
    sets = [
        a_fact(1, "125 kg"),
        a_fact(3, "120 kg"),
        a_fact(2, "115 kg"),
        a_fact(8, "100 kg"),
        a_fact(9, "100 kg", on=2),
        a_fact(20, "60 kg", on=2),
    ]

    (best,) = bests_of(sets, EXERCISE)

    told = [(one.low, one.high, one.best.reps) for one in best.brackets]
    assert told == [(1, 1, 1), (2, 3, 3), (7, 10, 9), (16, None, 20)]
    assert best.heaviest == sets[0]
    assert best.e1rm == sets[1]


def test_the_session_of_most_volume_and_of_most_tension_are_told() -> None:
    many = [a_fact(8, on=1, tension_ms=10_000)] * 3
    slow = [a_fact(5, on=4, tension_ms=60_000)]

    (best,) = bests_of([*slow, *many], EXERCISE)

    assert best.volume is not None
    assert best.tension is not None
    assert (best.volume.session, float(best.volume.value)) == ("session 1", 2_400)
    assert (best.tension.date, float(best.tension.value)) == (day(4), 60_000)


def test_tempos_and_sorts_of_load_are_told_apart_the_usual_one_first() -> None:
    sets = [
        a_fact(8, tempo="4-0-1-0"),
        a_fact(8),
        a_fact(8),
        a_fact(12, "band"),
    ]

    assert [(one.tempo, one.sets) for one in bests_of(sets, EXERCISE)] == [
        ("", 2),
        ("4-0-1-0", 1),
        ("", 1),
    ]


def test_of_holds_the_longest_is_told() -> None:
    sets = [a_fact(None, None, time_ms=45_000), a_fact(None, None, time_ms=60_000, on=1)]

    (best,) = bests_of(sets, EXERCISE)

    assert best.longest == sets[1]
    assert best.brackets == ()
    assert best.volume is None


def test_sets_that_nobody_answered_for_are_no_best() -> None:
    assert bests_of([a_fact(status=SetStatus.ASSUMED), a_fact(0), a_fact(None)], EXERCISE) == ()


def test_a_carry_has_a_top_load() -> None:
    far = a_fact(None, "2 x 32 kg", distance="40 m")

    (best,) = bests_of([far], EXERCISE)

    assert best.heaviest == far
