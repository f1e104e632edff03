"""What is typed about a set reaches that set, is told with its number, and can be taken back."""

from __future__ import annotations

import pytest

from benchside.session.values.answers import MAX_NOTE
from benchside.testing import a_set, an_agenda
from tests.plain.leading import lead

FIRST = a_set("Squat", number=1, of=3, reps=5, load="60 kg", prepare="0s", rest="1m")
SECOND = a_set("Squat", number=2, of=3, reps=5, load="60 kg", prepare="0s", rest="1m")
THIRD = a_set("Squat", number=3, of=3, reps=5, load="60 kg", prepare="0s", rest="1m")
THREE = an_agenda(FIRST, SECOND, THIRD)
LUNGES = an_agenda(
    a_set("Lunge", reps=3, sides=("left", "right"), prepare="0s", switch="1s"), FIRST
)
FIRST_DONE = ((0, ""), (5_000, ""))
"""Set 1 is begun and done; its rest has begun."""


def test_after_a_skip_in_a_set_the_reps_are_those_of_the_set_that_was_broken_off() -> None:
    led = lead(
        THREE, *FIRST_DONE, (10_000, "skip"), (15_000, "skip"), (16_000, "reps 2"), (17_000, "quit")
    )

    assert "Set 2 of 3 broken off: 60 kg." in led.lines
    assert led.lines[-1] == "Corrected, Squat, set 2 of 3, broken off: 2 reps, 60 kg."
    assert [done.reps for done in led.gym.player.sets.recorded] == [5, 2]


def test_a_correction_in_the_rest_is_read_back() -> None:
    led = lead(THREE, *FIRST_DONE, (6_000, "reps 4"), (7_000, "rpe 9"), (8_000, "quit"))

    assert led.lines[-2:] == [
        "Corrected, Squat, set 1 of 3: 4 reps, 60 kg.",
        "Corrected, Squat, set 1 of 3: 4 reps, 60 kg, RPE 9.",
    ]


def test_the_same_reps_typed_again_are_an_answer_and_are_read_back() -> None:
    tempo = a_set("Row", reps=2, tempo="1-0-1-0", prepare="0s")

    led = lead(an_agenda(tempo), (0, ""), (6_000, "reps 2"), (7_000, "close"))

    assert led.lines[-1] == "Corrected, Row, set 1 of 1: 2 reps."
    assert [one["status"] for one in led.sets] == ["done"]


def test_the_reps_of_a_set_that_nobody_counted_are_asked_for() -> None:
    as_many = a_set("Frog pump", time="20s", reps="max", rest="30s")

    led = lead(an_agenda(as_many, FIRST), (0, ""), (40_000, "reps 17"), (41_000, "quit"))

    assert 'How many reps? Write "reps" and the number.' in led.lines
    assert "Corrected, Frog pump, set 1 of 1: 17 reps." in led.lines


def test_the_reps_of_a_range_are_a_guess_that_is_told_as_one() -> None:
    led = lead(
        an_agenda(a_set("Row", reps="5-8", prepare="0s")), (0, ""), (5_000, ""), (6_000, "quit")
    )

    assert "Set 1 of 1 is over: 8 reps." in led.lines
    assert 'If it was another number, write "reps" and the number.' in led.lines


def test_the_reps_of_sides_are_asked_for_by_the_names_of_the_sides() -> None:
    lunge = a_set("Lunge", reps="3-5", sides=("left", "right"), prepare="0s", switch="1s")

    led = lead(an_agenda(lunge), (0, ""), (5_000, ""), (10_000, ""), (11_000, "quit"))

    assert (
        'If it was another number, write "reps left" or "reps right" and the number.' in led.lines
    )


def test_a_comma_is_a_point_and_a_load_has_the_unit_of_the_one_it_corrects() -> None:
    typed = ("rpe 8,5", "load 62,5", "load 105", "load 100,5 lb")

    led = lead(
        THREE,
        *FIRST_DONE,
        *((6_000 + 100 * n, line) for n, line in enumerate(typed)),
        (8_000, "quit"),
    )

    assert led.lines[-4:] == [
        "Corrected, Squat, set 1 of 3: 5 reps, 60 kg, RPE 8.5.",
        "Corrected, Squat, set 1 of 3: 5 reps, 62.5 kg, RPE 8.5.",
        "Corrected, Squat, set 1 of 3: 5 reps, 105 kg, RPE 8.5.",
        "Corrected, Squat, set 1 of 3: 5 reps, 100.5 lb, RPE 8.5.",
    ]


def test_a_second_note_is_added_to_the_first() -> None:
    led = lead(
        THREE,
        *FIRST_DONE,
        (6_000, "note left heel lifts"),
        (9_000, "note pad slipped"),
        (9_500, "finish"),
        (9_600, "finish"),
        (10_500, ""),
    )

    assert "Noted, Squat, set 1 of 3: left heel lifts; pad slipped" in led.lines
    assert led.sets[0]["note"] == "left heel lifts; pad slipped"


def test_a_note_has_the_same_limit_as_on_the_screen() -> None:
    longest = "x" * MAX_NOTE

    led = lead(
        THREE,
        *FIRST_DONE,
        (6_000, f"note {longest}"),
        (9_000, "note y"),
        (9_500, "finish"),
        (9_600, "finish"),
        (10_500, ""),
    )

    assert f"the note has more than {MAX_NOTE} characters; write a shorter one" in led.lines
    assert led.sets[0]["note"] == longest


def test_a_note_without_a_text_says_how_to_write_one() -> None:
    led = lead(THREE, *FIRST_DONE, (6_000, "note"), (7_000, "quit"))

    assert led.lines[-1] == '"note" needs a value; write "note TEXT"'


def test_the_sets_are_listed_with_their_numbers() -> None:
    led = lead(
        THREE, *FIRST_DONE, (10_000, "skip"), (15_000, "skip"), (16_000, "sets"), (17_000, "quit")
    )

    assert led.lines[-3:] == [
        "1: Squat, set 1 of 3: 5 reps, 60 kg.",
        "2: Squat, set 2 of 3, skipped: 60 kg.",
        "3: Squat, set 3 of 3: 5 reps, 60 kg (now)",
    ]


def test_an_earlier_set_is_corrected_by_its_number_in_that_list() -> None:
    led = lead(
        THREE,
        *FIRST_DONE,
        (10_000, "skip"),
        (15_000, ""),
        (16_000, "set 1 reps 8"),
        (17_000, "set 1 note good"),
        (18_000, "quit"),
    )

    assert led.lines[-2:] == [
        "Corrected, Squat, set 1 of 3: 8 reps, 60 kg.",
        "Noted, Squat, set 1 of 3: good",
    ]
    assert [done.reps for done in led.gym.player.sets.recorded] == [8, 5]


def test_reps_on_sides_correct_the_weaker_side_or_the_one_that_is_named() -> None:
    led = lead(
        LUNGES,
        (0, ""),
        (5_000, ""),
        (10_000, ""),
        (11_000, "reps left 2"),
        (12_000, "reps Right 1"),
        (12_500, "reps 2"),
        (13_000, "reps lfet 1"),
        (14_000, "quit"),
    )

    assert led.lines[-4:] == [
        "Corrected, Lunge, set 1 of 1: left 2, right 3 reps.",
        "Corrected, Lunge, set 1 of 1: left 2, right 1 reps.",
        "Corrected, Lunge, set 1 of 1: left 2, right 2 reps.",
        "That set has no lfet side.",
    ]


def test_a_correction_is_taken_back_by_undo() -> None:
    led = lead(
        THREE, *FIRST_DONE, (6_000, "reps 1"), (7_000, "undo"), (8_000, "undo"), (9_000, "quit")
    )

    assert led.lines[-3:] == [
        "Undone.",
        "Squat, set 1 of 3: 5 reps, 60 kg.",
        "There is nothing to undo.",
    ]
    assert [done.reps for done in led.gym.player.sets.recorded] == [5]


def test_a_set_that_was_ended_by_mistake_goes_on_after_undo() -> None:
    led = lead(THREE, *FIRST_DONE, (6_000, "undo"), (9_000, ""), (10_000, "quit"))

    after = led.lines[led.lines.index("Undone.") + 1 :]
    assert after == [
        "Squat, set 1 of 3: 5 reps, 60 kg.",
        "Go. Press enter when the set is done.",
        "Set 1 of 3 done: 5 reps, 60 kg.",
        "Rest 1:00.",
        "Next: Squat, set 2 of 3: 5 reps, 60 kg.",
    ]


@pytest.mark.parametrize("field", ["reps 8", "load 80 kg", "rpe 8"])
def test_a_set_of_seconds_says_what_can_be_corrected(field: str) -> None:
    plank = a_set("Plank", reps=None, time="5s", prepare="0s")

    led = lead(an_agenda(plank), (0, ""), (6_000, field), (7_000, "quit"))

    is_refused = "this set counts seconds, not reps; correct its load or RPE" in led.lines
    assert is_refused == field.startswith("reps")
