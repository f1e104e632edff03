"""Last time beside today: which session it is, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.log.last_time import LastTime, last_time, last_time_words
from benchside.runner.results import SetStatus
from benchside.session.values.vocabulary import SetType
from tests.log.facts import EXERCISE, a_fact, day

if TYPE_CHECKING:
    from benchside.log.facts import SetFact


def found(
    *sets: SetFact,
    exercise: str = EXERCISE,
    tempo: str | None = "",
    athlete: str | None = None,
) -> LastTime:
    last = last_time(sets, exercise, tempo=tempo, athlete=athlete)
    assert last is not None
    return last


def said(*sets: SetFact) -> str:
    return last_time_words(found(*sets))


def test_last_time_is_said_on_one_line() -> None:
    sets = [a_fact(reps, "97.5 kg", rpe="8") for reps in (8, 8, 7)]

    assert said(*sets) == "8 8 7 @ 97.5 kg, RPE 8"


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([a_fact(5, "105 kg"), a_fact(8), a_fact(8)], "5 @ 105 kg, 8 8 @ 100 kg"),
        ([a_fact(8, rpe="7.5"), a_fact(8, rpe="9")], "8 8 @ 100 kg, RPE 7.5-9"),
        ([a_fact(8, rpe="7.5"), a_fact(8)], "8 8 @ 100 kg, RPE 7.5"),
        ([a_fact(12, None), a_fact(10, None)], "12 10"),
        ([a_fact(12, "band")], "12 @ band"),
        ([a_fact(None, None, time_ms=45_000), a_fact(None, None, time_ms=90_400)], "45s 1m30s"),
        ([a_fact(None, "2 x 32 kg", distance="40 m")], "40 m @ 2 x 32 kg"),
        ([a_fact(None, None, calories=15)], "15 cal"),
        ([a_fact(8), a_fact(8, status=SetStatus.ASSUMED)], "8 8? @ 100 kg"),
        ([a_fact(8), a_fact(3, status=SetStatus.CUT)], "8 3 @ 100 kg"),
        ([a_fact(8), a_fact(None)], "8 ? @ 100 kg"),
        ([a_fact(sides=(8, 7), load="2 x 24 kg")], "7 @ 2 x 24 kg"),
    ],
)
def test_what_is_not_the_same_in_all_sets_is_told_apart(sets: list[SetFact], words: str) -> None:
    assert said(*sets) == words


def test_it_is_the_last_session_that_had_the_exercise() -> None:
    sets = [a_fact(8), a_fact(7, "105 kg", on=3), a_fact(5, on=5, exercise="Row")]

    assert found(*sets).date == day(3)
    assert last_time(sets, "Deadlift") is None
    assert found(*sets, exercise=" barbell hip  THRUST").sets == (sets[1],)


def test_the_same_tempo_goes_before_a_later_session_at_another() -> None:
    slow, fast = a_fact(8, tempo="4-0-1-0"), a_fact(8, on=3)

    assert found(slow, fast, tempo="4-0-1-0").sets == (slow,)
    assert found(slow, fast, tempo="4-0-1-0").is_same_tempo
    assert found(slow, fast, tempo=None).sets == (fast,)
    assert found(slow, fast, tempo=None).is_same_tempo


def test_where_the_tempo_is_new_another_one_is_better_than_nothing_and_says_so() -> None:
    last = found(a_fact(8, tempo="4-0-1-0"), tempo="2-1-X-1")

    assert (last.tempo, last.is_same_tempo) == ("4-0-1-0", False)


def test_ramp_sets_and_skipped_ones_are_left_out() -> None:
    work = a_fact(8)
    ramp = a_fact(8, "50 kg", is_ramp=True, set_type=SetType.WARM_UP)

    assert found(ramp, work, a_fact(8, status=SetStatus.SKIPPED)).sets == (work,)


def test_warm_ups_are_told_only_where_there_is_nothing_else() -> None:
    warm, work = a_fact(12, "band", set_type=SetType.WARM_UP), a_fact(8)

    assert found(warm).sets == (warm,)
    assert found(warm, work).sets == (work,)


def test_a_session_that_nobody_answered_for_does_not_hide_the_one_before() -> None:
    answered, guessed = a_fact(8), a_fact(12, on=2, status=SetStatus.ASSUMED)

    assert found(answered, guessed).sets == (answered,)
    assert last_time([guessed], EXERCISE) is None


def test_each_athlete_has_a_last_time_of_their_own() -> None:
    ada, ben = a_fact(8, athlete="Ada"), a_fact(5, athlete="Ben", on=2)

    assert found(ada, ben, athlete="Ada").sets == (ada,)
    assert found(ada, ben).sets == (ben,)
    assert last_time([ada, ben], EXERCISE, athlete="Cyd") is None


def test_its_notes_are_told_each_once() -> None:
    sets = [a_fact(note="belt"), a_fact(note="left heel lifts"), a_fact(note="belt"), a_fact()]
    of_exercise = a_fact(note="belt", exercise_note="pad higher")

    assert found(*sets).note == "belt · left heel lifts"
    assert found(of_exercise, *sets).note == "pad higher · belt · left heel lifts"
    assert found(a_fact()).note == ""
